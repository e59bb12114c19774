#include <cmath>
#include <filesystem>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <catch2/catch.hpp>

#include "analysis/catchment.hpp"
#include "analysis/coverage.hpp"
#include "base/paths.hpp"
#include "geo/overlay.hpp"
#include "io/catalogue_yaml.hpp"
#include "io/osm_import.hpp"
#include "tests/districts/certificate.hpp"

using namespace nahraum;
using analysis::Limit;

namespace {

const std::filesystem::path data = NAHRAUM_SOURCE_DIR "/../shared/data";

struct RealTown {
  model::Catalogue catalogue;
  model::Snapshot project;
  std::shared_ptr<const analysis::StreetGraph> graph;

  std::shared_ptr<const analysis::District> district(const char* profile, int threads = 1) const {
    jobs::Context context({}, threads);
    return analysis::prepare_district(project, graph, catalogue,
                                      *catalogue.profile(profile).value(), context);
  }
};

std::unique_ptr<RealTown> load(const char* file) {
  if (!std::filesystem::exists(data / file)) {
    WARN("skipped: no ../shared/data/" << file);
    return nullptr;
  }
  auto town = std::make_unique<RealTown>();
  jobs::Context context;
  town->catalogue = io::read_catalogue(base::share_dir() / "catalogue").value();
  town->project = std::make_shared<const model::Project>(
      io::import_osm(data / file, io::WholeFile{}, {}, town->catalogue, context).value());
  town->graph = std::make_shared<const analysis::StreetGraph>(
      analysis::street_graph_of(*town->project, context));
  return town;
}

std::vector<double> boost_costs(const analysis::District& district,
                                const std::vector<analysis::Snap>& targets) {
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                            boost::property<boost::edge_weight_t, double>>;
  const auto& network = district.network;
  const std::size_t nodes = network.graph->node_count();
  Graph graph(nodes + 1);
  for (analysis::EdgeIndex e = 0; e < network.graph->edge_count(); ++e) {
    const auto u = network.graph->tail[e];
    const auto v = network.graph->head[e];
    if (network.forward[e] != base::unreachable) {
      boost::add_edge(v, u, static_cast<double>(network.forward[e].value), graph);
    }
    if (network.backward[e] != base::unreachable) {
      boost::add_edge(u, v, static_cast<double>(network.backward[e].value), graph);
    }
  }
  for (const auto& seed : analysis::seeds_at(network, targets, true)) {
    if (seed.label.cost != base::unreachable) {
      boost::add_edge(nodes, seed.node, static_cast<double>(seed.label.cost.value), graph);
    }
  }
  std::vector<double> costs(nodes + 1);
  boost::dijkstra_shortest_paths(graph, nodes, boost::distance_map(costs.data()));
  return costs;
}

}  // namespace

TEST_CASE("reach on real networks is certified and agrees with Boost.Graph") {
  for (const char* file : {"aachen/aachen_frankenberg_1x1km.osm.pbf", "lauf/lauf-200115.osm.pbf",
                           "monaco/monaco-2020-07-19.osm.pbf"}) {
    const auto town = load(file);
    if (!town) continue;
    for (const char* profile : {"adult", "age_85", "rollator", "wheelchair"}) {
      const auto district = town->district(profile);
      jobs::Context context;
      for (const char* type : {"G04", "M01", "N01"}) {
        INFO(file << ' ' << profile << ' ' << type);
        const auto targets = analysis::targets_of(*district, type).snaps;
        const auto field =
            analysis::cost_field(district->network, targets, true, base::unreachable, context);
        CHECK(districts::refuted(district->network, targets, field) == "");
        const auto expected = boost_costs(*district, targets);
        std::size_t different = 0;
        for (std::size_t n = 0; n < field.cost.size(); ++n) {
          const bool found = field.cost[n] != base::unreachable;
          if (found ? field.cost[n].value != expected[n] : expected[n] < 1e300) ++different;
        }
        CHECK(different == 0);
      }
    }
  }
}

TEST_CASE("who is slower or on wheels gets nowhere sooner") {
  const auto town = load("lauf/lauf-200115.osm.pbf");
  if (!town) return;
  jobs::Context context;
  const auto adult = analysis::reach(*town->district("adult"), "G04", context);
  const auto old = analysis::reach(*town->district("age_85"), "G04", context);
  std::size_t sooner = 0;
  for (std::size_t i = 0; i < adult.size(); ++i)
    sooner += old[i].cost < adult[i].cost ? 1 : 0;
  CHECK(sooner == 0);
}

TEST_CASE("outlines of a real town are valid and true to the plain definition") {
  const auto town = load("aachen/aachen_ost_3x3km.osm.pbf");
  if (!town) return;
  const auto district = town->district("adult");
  jobs::Context context;
  int drawn = 0;
  int apart = 0;
  for (std::size_t i = 0; i < district->homes.size(); i += district->homes.size() / 12 + 1) {
    if (!district->homes[i].found()) continue;
    const auto catchment =
        analysis::catchments(*district, {district->homes[i]}, {{Limit::Kind::seconds, 300}},
                             analysis::Direction::towards, context)
            .value()
            .front();
    const auto outline = analysis::outline(*town->graph, catchment);
    CHECK_FALSE(geo::invalid_reason(outline));
    auto plain = geo::buffer(analysis::lines_of(*town->graph, catchment), 25, 16).value();
    for (auto& polygon : plain) {
      std::erase_if(polygon.holes,
                    [](const geo::Ring& hole) { return std::fabs(geo::signed_area(hole)) < 2500; });
    }
    ++drawn;
    if (std::fabs(geo::area(outline) / geo::area(plain) - 1) > 0.01) ++apart;
  }
  CHECK(drawn >= 10);
  CHECK(apart <= 1);  // a hole of 2 500 m² may fall on either side
}

TEST_CASE("reach of a real town is the same on one thread and on two") {
  const auto town = load("aachen/aachen_ost_3x3km.osm.pbf");
  if (!town) return;
  jobs::Context one({}, 1);
  jobs::Context two({}, 2);
  const auto a = analysis::reach(*town->district("rollator", 1), "M01", one);
  const auto b = analysis::reach(*town->district("rollator", 2), "M01", two);
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool same = a[i].cost == b[i].cost && a[i].metres == b[i].metres &&
                      a[i].service == b[i].service && a[i].frontier == b[i].frontier &&
                      a[i].status == b[i].status;
    different += same ? 0 : 1;
  }
  CHECK(a.size() == b.size());
  CHECK(different == 0);
}
