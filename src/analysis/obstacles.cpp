#include "analysis/obstacles.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/obstacle_groups.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Which edges belong to a way, and which elements to a street node, with the edges they lie on.
struct Places {
  std::vector<std::vector<EdgeIndex>> edges_of_way;
  std::map<std::uint32_t, std::vector<std::uint32_t>> elements_at;  ///< by street node
  std::vector<EdgeIndex> edge_of_element;

  Places(const StreetGraph& graph, std::size_t ways)
      : edges_of_way(ways), edge_of_element(graph.elements.size()) {
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      edges_of_way[graph.way[e]].push_back(e);
      for (auto i = graph.element_begin[e]; i < graph.element_begin[e + 1]; ++i) {
        edge_of_element[i] = e;
        elements_at[graph.elements[i].street_node].push_back(i);
      }
    }
  }
};

class Collector {
 public:
  explicit Collector(const District& district)
      : district_(district),
        network_(district.network),
        graph_(*network_.graph),
        streets_(district.project->streets),
        reader_(graph_, streets_, network_.surfaces, network_.profile,
                network_.cautious ? &*network_.cautious : nullptr),
        places_(graph_, streets_.ways.size() + streets_.areas.size()) {}

  Obstacles run() {
    for (const auto kind : all_obstacle_kinds) {
      find(kind);
      for (const auto& group : groups_of(district_, kind, faults_))
        add(kind, group);
    }
    std::stable_sort(result_.list.begin(), result_.list.end(),
                     [](const Obstacle& a, const Obstacle& b) {
                       return std::tie(a.kind, a.osm) < std::tie(b.kind, b.osm);
                     });
    return std::move(result_);
  }

 private:
  void find(ObstacleKind kind) {
    faults_.clear();
    for (std::uint32_t way = 0; way < places_.edges_of_way.size(); ++way) {
      if (places_.edges_of_way[way].empty()) continue;
      const auto mended = mended_way(reader_.tags_of_way(way), kind, network_.profile);
      if (!mended || (kind == ObstacleKind::crossing && !pays_as_fast_crossing(way)) ||
          (kind == ObstacleKind::surface && !is_bad_surface(way))) {
        continue;
      }
      faults_.push_back({way, none, *mended});
    }
    for (const auto& [node, elements] : places_.elements_at) {
      const auto mended = mended_node(streets_.nodes[node].tags, kind, network_.profile);
      const bool fast = std::any_of(elements.begin(), elements.end(), [&](std::uint32_t i) {
        return graph_.elements[i].crossed_km_h >= fast_km_h;
      });
      if (!mended || (kind == ObstacleKind::crossing && !fast)) continue;
      faults_.push_back({none, node, *mended});
    }
  }

  bool pays_as_fast_crossing(std::uint32_t way) const {
    const bool is_way = way < streets_.ways.size();
    return is_way && graph_.way_crossed_km_h[way] >= fast_km_h && !reader_.has_crossing_node(way);
  }

  /// For this profile; asphalt is a surface, too.
  bool is_bad_surface(std::uint32_t way) const {
    const auto& tags = reader_.tags_of_way(way);
    model::Tags surface;
    for (const char* key : {"surface", "smoothness"})
      if (tags.has(key)) surface.set(key, std::string(tags.get(key)));
    const auto effect = reader_.way_effect(way, surface);
    return effect.blocked || !effect.causes.empty();
  }

  void add(ObstacleKind kind, const FaultGroup& group) {
    Obstacle obstacle;
    obstacle.kind = kind;
    obstacle.name = group.name;
    double x = 0, y = 0;
    for (const auto i : group.faults) {
      const geo::Point at = middle_of(faults_[i]);
      x += at.x;
      y += at.y;
      obstacle.osm.push_back(osm_of(faults_[i]));
    }
    const auto parts = static_cast<double>(group.faults.size());
    obstacle.at = {x / parts, y / parts};
    std::sort(obstacle.osm.begin(), obstacle.osm.end());
    obstacle.without = change_of(group);
    if (helps(obstacle.without)) {
      result_.list.push_back(std::move(obstacle));
    } else if (stays_closed(obstacle.without)) {
      ++result_.closed_otherwise;
    }
  }

  model::OsmId osm_of(const Fault& fault) const {
    if (fault.way == none) return {'n', streets_.nodes[fault.node].osm_id};
    if (fault.way < streets_.ways.size()) return {'w', streets_.ways[fault.way].osm_way_id};
    return streets_.areas[fault.way - streets_.ways.size()].osm;
  }

  geo::Point middle_of(const Fault& fault) const {
    if (fault.way == none) return streets_.nodes[fault.node].at;
    const auto& edges = places_.edges_of_way[fault.way];
    const auto line = line_of(graph_, edges[edges.size() / 2]);
    return geo::point_along(line, geo::length(line) / 2);
  }

  NetworkChange change_of(const FaultGroup& group) {
    NetworkChange change;
    for (const auto i : group.faults) {
      const Fault& fault = faults_[i];
      if (fault.way == none) continue;
      for (const auto edge : places_.edges_of_way[fault.way])
        mend_edge(edge, reader_.way_effect(fault.way, fault.mended), change);
    }
    mend_nodes(group, change);
    std::sort(change.edges.begin(), change.edges.end(),
              [](const auto& a, const auto& b) { return a.edge < b.edge; });
    return change;
  }

  void mend_edge(EdgeIndex edge, const EffectReader::WayEffect& way, NetworkChange& change) const {
    const EdgeEffect effect = reader_.edge_effect(edge, way);
    change.edges.push_back(
        {edge, total(effect.forward, edge, change), total(effect.backward, edge, change)});
    std::vector<RunTime> times;
    reader_.append_runs(edge, way, times);
    for (std::uint32_t k = 0; k < times.size(); ++k)
      change.runs.emplace_back(graph_.slopes.begin[edge] + k, times[k]);
  }

  void mend_nodes(const FaultGroup& group, NetworkChange& change) const {
    std::vector<EdgeIndex> edges;
    for (const auto i : group.faults) {
      const Fault& fault = faults_[i];
      if (fault.way != none) continue;
      for (const auto element : places_.elements_at.at(fault.node)) {
        change.elements.emplace_back(element,
                                     reader_.element_cost(graph_.elements[element], fault.mended));
        edges.push_back(places_.edge_of_element[element]);
      }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::sort(change.elements.begin(), change.elements.end());
    for (const auto edge : edges) {
      const EdgeEffect effect = reader_.edge_effect(edge, reader_.way_effect(graph_.way[edge]));
      change.edges.push_back(
          {edge, total(effect.forward, edge, change), total(effect.backward, edge, change)});
    }
  }

  /// With the elements on the edge, mended or as they are.
  Millis total(Millis cost, EdgeIndex edge, const NetworkChange& change) const {
    if (cost == base::unreachable) return cost;
    for (auto i = graph_.element_begin[edge]; i < graph_.element_begin[edge + 1]; ++i) {
      const auto mended = std::find_if(change.elements.begin(), change.elements.end(),
                                       [&](const auto& element) { return element.first == i; });
      const Millis own =
          mended == change.elements.end() ? network_.element_cost[i] : mended->second;
      if (own == base::unreachable) return own;
      cost = cost + own;
    }
    return cost;
  }

  /// Something gets cheaper and nothing dearer: a profile may walk worse on what is mended.
  bool helps(const NetworkChange& change) const {
    bool cheaper = false;
    for (const auto& edge : change.edges) {
      const Millis forward = network_.forward[edge.edge];
      const Millis backward = network_.backward[edge.edge];
      if (edge.forward > forward || edge.backward > backward) return false;
      cheaper |= edge.forward < forward || edge.backward < backward;
    }
    return cheaper;
  }

  static bool stays_closed(const NetworkChange& change) {
    return std::all_of(change.edges.begin(), change.edges.end(), [](const auto& edge) {
      return edge.forward == base::unreachable && edge.backward == base::unreachable;
    });
  }

  const District& district_;
  const WalkNetwork& network_;
  const StreetGraph& graph_;
  const model::Streets& streets_;
  EffectReader reader_;
  Places places_;
  std::vector<Fault> faults_;
  Obstacles result_;
};

}  // namespace

Obstacles obstacles_of(const District& district) {
  return Collector(district).run();
}

}  // namespace nahraum::analysis
