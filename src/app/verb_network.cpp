#include <algorithm>

#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

io::FeatureTable nodes_table(const analysis::StreetGraph& graph, int epsg) {
  io::FeatureTable table{"nodes",
                         epsg,
                         {},
                         {{Type::integer, "node"},
                          {Type::real, "x", 3},
                          {Type::real, "y", 3},
                          {Type::integer, "osm_node_id"}},
                         {}};
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    table.rows.push_back(
        {{static_cast<std::int64_t>(n), graph.at[n].x, graph.at[n].y, graph.osm_node_id[n]},
         graph.at[n]});
  }
  return table;
}

std::int64_t osm_way_of(const model::Streets& streets, std::uint32_t way) {
  return way < streets.ways.size() ? streets.ways[way].osm_way_id
                                   : streets.areas[way - streets.ways.size()].osm.id;
}

/// Arcs of the network, blocked directions left out; the shape runs from tail to head.
io::FeatureTable arcs_table(const analysis::WalkNetwork& network, const model::Project& project) {
  io::FeatureTable table{"arcs",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "tail"},
                          {Type::integer, "head"},
                          {Type::real, "length_m", 3},
                          {Type::real, "seconds", 3},
                          {Type::integer, "osm_way_id"}},
                         {}};
  const auto& graph = *network.graph;
  for (std::uint32_t tail = 0; tail < graph.node_count(); ++tail) {
    for (auto arc = network.first_arc[tail]; arc < network.first_arc[tail + 1]; ++arc) {
      if (network.cost[arc] == base::unreachable) continue;
      const auto edge = network.edge[arc];
      geo::Line shape(graph.shape.begin() + graph.shape_begin[edge],
                      graph.shape.begin() + graph.shape_begin[edge + 1]);
      if (!(shape.front() == graph.at[tail])) std::reverse(shape.begin(), shape.end());
      table.rows.push_back(
          {{static_cast<std::int64_t>(tail), static_cast<std::int64_t>(network.head[arc]),
            static_cast<double>(graph.length_m[edge]), network.cost[arc].value / 1000.0,
            osm_way_of(project.streets, graph.way[edge])},
           std::move(shape)});
    }
  }
  return table;
}

}  // namespace

base::Result<void> run_network(const NetworkOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto profile = workspace->catalogue.profile(options.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto network = analysis::walk_network(workspace->graph, workspace->project->streets,
                                              workspace->catalogue, **profile);
  auto arcs = arcs_table(network, *workspace->project);
  auto nodes = nodes_table(*workspace->graph, workspace->project->info.epsg);
  const auto counts =
      fmt::format(fmt::runtime(tr("{0} nodes, {1} arcs")), nodes.rows.size(), arcs.rows.size());
  if (extension_of(options.out.string()) == ".gpkg") {
    if (auto written = io::write_features({std::move(arcs), std::move(nodes)}, options.out);
        !written) {
      return written;
    }
    console.say(fmt::format("{}: {}", options.out.string(), counts));
    return {};
  }
  auto nodes_file = options.out;
  nodes_file.replace_filename(options.out.stem().string() + "_nodes" +
                              options.out.extension().string());
  if (auto written = io::write_features({std::move(arcs)}, options.out); !written) return written;
  if (auto written = io::write_features({std::move(nodes)}, nodes_file); !written) return written;
  console.say(fmt::format("{}, {}: {}", options.out.string(), nodes_file.string(), counts));
  return {};
}

}  // namespace nahraum::app
