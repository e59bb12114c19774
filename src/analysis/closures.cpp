#include "analysis/closures.hpp"

#include <algorithm>
#include <map>

#include "analysis/closure_search.hpp"
#include "base/translate.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::tr;

bool is_set(const model::Tags& tags, const char* key) {
  return tags.has(key) && !tags.is(key, "no");
}

ClosureKind kind_of(const model::Tags& tags) {
  if (is_lift(tags)) return ClosureKind::lift;
  if (is_set(tags, "bridge")) return ClosureKind::bridge;
  if (is_set(tags, "tunnel")) return ClosureKind::underpass;
  if (tags.is("highway", "steps")) return ClosureKind::steps;
  return is_crossing_way(tags) ? ClosureKind::crossing : ClosureKind::street;
}

class Closures {
 public:
  explicit Closures(const District& district)
      : graph_(*district.network.graph), streets_(district.project->streets) {}

  Closure of_edge(EdgeIndex edge, float at_m) const {
    const auto& tags = tags_of(graph_, streets_, edge);
    return {kind_of(tags),
            osm_of(edge),
            std::string(tags.get("name")),
            geo::point_along(line_of(graph_, edge), at_m),
            {{edge, at_m, at_m}}};
  }

  /// Mapped as ways (a shaft, or a ring with doors) or as nodes.
  std::vector<Closure> lifts() const {
    std::vector<Closure> found;
    std::map<std::uint32_t, std::size_t> of_way, at_node;
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) {
      if (is_lift(tags_of(graph_, streets_, e))) {
        const auto [known, is_new] = of_way.try_emplace(graph_.way[e], found.size());
        if (is_new) found.push_back(middle_of(e));
        if (!is_new) found[known->second].cuts.push_back(middle_of(e).cuts[0]);
        continue;
      }
      for (auto i = graph_.element_begin[e]; i < graph_.element_begin[e + 1]; ++i)
        add_lift_node(e, graph_.elements[i], at_node, found);
    }
    return found;
  }

  Closure middle_of(EdgeIndex edge) const { return of_edge(edge, graph_.length_m[edge] / 2); }

  bool is_lift_way(EdgeIndex edge) const { return is_lift(tags_of(graph_, streets_, edge)); }

 private:
  void add_lift_node(EdgeIndex edge, const OnEdge& element,
                     std::map<std::uint32_t, std::size_t>& at_node,
                     std::vector<Closure>& found) const {
    const auto& node = streets_.nodes[element.street_node];
    if (!is_lift(node.tags)) return;
    const auto [known, is_new] = at_node.try_emplace(element.street_node, found.size());
    if (is_new)
      found.push_back(
          {ClosureKind::lift, {'n', node.osm_id}, std::string(node.tags.get("name")), node.at, {}});
    auto& cuts = found[known->second].cuts;
    // A ring ends where it begins.
    if (cuts.empty() || cuts.back().edge != edge) {
      cuts.push_back({edge, element.along_m, element.along_m});
    } else {
      cuts.back().high_m = element.along_m;
    }
  }

  model::OsmId osm_of(EdgeIndex edge) const {
    const auto way = graph_.way[edge];
    if (way < streets_.ways.size()) return {'w', streets_.ways[way].osm_way_id};
    return streets_.areas[way - streets_.ways.size()].osm;
  }

  const StreetGraph& graph_;
  const model::Streets& streets_;
};

/// Marks the edges on the ways of those who reach the service within its limit.
void mark_ways(const District& district, const TypeField& field, const WayForest& forest,
               std::vector<bool>& used) {
  const StreetGraph& graph = *district.network.graph;
  std::vector<bool> walked(graph.node_count(), false);
  for (std::size_t i = 0; i < district.homes.size(); ++i) {
    if (field.answers[i] != Within::yes || !district.project->homes[i].in_district) continue;
    const Access& access = district.home_access[i];
    used[access.edge] = true;
    for (NodeIndex node : {access.tail, access.head}) {
      while (!walked[node]) {
        walked[node] = true;
        const EdgeIndex edge = forest.over[node];
        if (edge == none) break;
        used[edge] = true;
        node = other_end(graph, edge, node);
      }
    }
  }
  for (const Snap& door : field.targets.snaps)
    used[door.edge] = true;
}

}  // namespace

const char* to_text(ClosureKind kind) {
  switch (kind) {
    case ClosureKind::lift:
      return "lift";
    case ClosureKind::bridge:
      return "bridge";
    case ClosureKind::underpass:
      return "underpass";
    case ClosureKind::steps:
      return "steps";
    case ClosureKind::crossing:
      return "crossing";
    case ClosureKind::street:
      break;
  }
  return "street";
}

base::Result<Closure> closure_at(const District& district, geo::Point place) {
  const Snap snap = district.snapper.snap(place);
  if (!snap.found()) {
    return base::fail(base::ErrorCode::not_found, tr("no street within 150 m of this place"), "",
                      tr("Give a place on a street of the project."));
  }
  return Closures(district).of_edge(snap.edge, snap.along_m);
}

Closure together(const std::vector<Closure>& closures) {
  Closure all = closures.front();
  std::map<EdgeIndex, Cut> cuts;
  for (const auto& closure : closures) {
    for (const Cut& cut : closure.cuts) {
      const auto [known, is_new] = cuts.try_emplace(cut.edge, cut);
      if (is_new) continue;
      known->second.low_m = std::min(known->second.low_m, cut.low_m);
      known->second.high_m = std::max(known->second.high_m, cut.high_m);
    }
  }
  all.cuts.clear();
  for (const auto& [edge, cut] : cuts)
    all.cuts.push_back(cut);
  return all;
}

std::vector<Closure> closures_of(const District& district, const std::vector<TypeLimit>& types,
                                 jobs::Context& context) {
  const Closures closures(district);
  auto list = closures.lifts();
  const std::size_t edges = district.network.graph->edge_count();
  std::vector<bool> used(edges, false);
  for (const auto& type : types) {
    const TypeField field(district, type, context);
    mark_ways(district, field, WayForest(district.network, field), used);
  }
  for (EdgeIndex e = 0; e < edges; ++e)
    if (used[e] && !closures.is_lift_way(e)) list.push_back(closures.middle_of(e));
  std::stable_sort(list.begin(), list.end(),
                   [](const Closure& a, const Closure& b) { return a.kind < b.kind; });
  return list;
}

std::vector<Loss> lost_homes(const District& district, const std::vector<Closure>& closures,
                             const std::vector<TypeLimit>& types, jobs::Context& context) {
  const Loss nobody{HomesByType(types.size()), HomesByType(types.size())};
  std::vector<Loss> losses(closures.size(), nobody);
  const HomesAtNodes at_nodes(district);
  const HomesOnEdges on_edges(district);
  std::vector<std::unique_ptr<Closer>> closers(static_cast<std::size_t>(context.threads()));
  for (std::size_t t = 0; t < types.size(); ++t) {
    context.update(static_cast<double>(t) / static_cast<double>(types.size()), types[t].type);
    const TypeField field(district, types[t], context);
    const WayForest forest(district.network, field);
    std::vector<char> ready(closers.size(), 0);  // no vector<bool>: threads share its words
    jobs::parallel_for(context, closures.size(), 16, [&](std::size_t i, int worker) {
      const auto w = static_cast<std::size_t>(worker);
      if (!closers[w]) closers[w] = std::make_unique<Closer>(district, at_nodes, on_edges);
      if (!ready[w]) closers[w]->start(field, forest);
      ready[w] = 1;
      closers[w]->close(closures[i].cuts, losses[i].lost[t], losses[i].open[t]);
    });
  }
  return losses;
}

}  // namespace nahraum::analysis
