#include "analysis/street_graph.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "analysis/elements.hpp"
#include "analysis/foot_access.hpp"
#include "analysis/hilbert.hpp"
#include "analysis/walkable_area.hpp"
#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using model::Streets;

/// An edge before the nodes are numbered: a path of street nodes of one way or area.
struct Piece {
  std::vector<std::uint32_t> path;
  std::uint32_t way = 0;
  NodeIndex tail = 0, head = 0;  ///< into `Ends`, later renumbered
};

/// What a street node is to the network.
struct Role {
  std::uint8_t uses = 0;  ///< by ways, 2 and more: a graph node
  bool stops = false;     ///< a barrier: ways end there
  bool element = false;
  std::uint8_t crossing_ways = 0;  ///< footway=crossing … that end (1) or pass (2) here
  bool on_foot_way = false;
  float crossed_km_h = 0;
};

class Builder {
 public:
  Builder(const Streets& streets, jobs::Context& context, const std::vector<model::Road>& roads)
      : streets_(streets), context_(context), roads_(roads), roles_(streets.nodes.size()) {}

  StreetGraph build() {
    context_.update(0, base::tr("streets"));
    read_nodes();
    for (const auto& way : streets_.ways)
      read_way(way);
    read_roads();
    note_crossed_speeds();
    for (std::uint32_t w = 0; w < streets_.ways.size(); ++w)
      cut_way(w);
    context_.update(0.4, base::tr("squares"));
    cross_areas();
    context_.update(0.7, base::tr("network"));
    number_nodes();
    for (const auto& piece : pieces_)
      add_edge(piece);
    graph_.shape_begin.push_back(static_cast<std::uint32_t>(graph_.shape.size()));
    graph_.element_begin.push_back(static_cast<std::uint32_t>(graph_.elements.size()));
    return std::move(graph_);
  }

 private:
  void use(std::uint32_t node, int times) {
    roles_[node].uses = static_cast<std::uint8_t>(std::min(2, roles_[node].uses + times));
  }

  void read_nodes() {
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const auto& node = streets_.nodes[i];
      if (node.frontier) roles_[i].uses = 2;
      if (node.tags.empty()) continue;
      roles_[i].stops = stops_feet(node.tags);
      roles_[i].element = is_element(node.tags);
    }
  }

  void read_way(const model::Street& way) {
    const bool for_feet = foot_only(way.tags);
    if (!for_feet) {
      const auto km_h = static_cast<float>(speed_limit_of(way.tags));
      for (const auto node : way.nodes) {
        roles_[node].crossed_km_h = std::max(roles_[node].crossed_km_h, km_h);
      }
    }
    if (!walkable(way.tags) || way.nodes.size() < 2) return;
    const bool crossing = is_crossing_way(way.tags);
    for (std::size_t i = 0; i < way.nodes.size(); ++i) {
      const std::uint32_t node = way.nodes[i];
      NAHRAUM_CHECK(node < roles_.size());
      roles_[node].on_foot_way |= for_feet;
      if (i > 0 && node == way.nodes[i - 1]) continue;
      const bool end = i == 0 || i + 1 == way.nodes.size();
      use(node, end || roles_[node].stops ? 2 : 1);
      if (crossing) roles_[node].crossing_ways += end ? 1 : 2;
    }
  }

  /// A road's points are those of its OSM nodes: where a street has a node at the very same place,
  /// the two share it.
  void read_roads() {
    if (roads_.empty()) return;
    std::map<std::pair<double, double>, float> fastest;
    for (const auto& road : roads_) {
      const auto km_h = static_cast<float>(speed_limit_of(road.tags));
      if (km_h <= 0) continue;
      for (const auto at : road.line) {
        float& known = fastest[{at.x, at.y}];
        known = std::max(known, km_h);
      }
    }
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const auto at = streets_.nodes[i].at;
      const auto found = fastest.find({at.x, at.y});
      if (found == fastest.end()) continue;
      roles_[i].crossed_km_h = std::max(roles_[i].crossed_km_h, found->second);
    }
  }

  void note_crossed_speeds() {
    graph_.way_crossed_km_h.assign(streets_.ways.size(), 0);
    for (std::size_t w = 0; w < streets_.ways.size(); ++w) {
      if (!is_crossing_way(streets_.ways[w].tags)) continue;
      for (const auto node : streets_.ways[w].nodes) {
        graph_.way_crossed_km_h[w] =
            std::max(graph_.way_crossed_km_h[w], roles_[node].crossed_km_h);
      }
    }
  }

  void cut_way(std::uint32_t w) {
    const auto& way = streets_.ways[w];
    if (!walkable(way.tags)) return;
    Piece piece{{}, w, 0, 0};
    for (const auto node : way.nodes) {
      if (!piece.path.empty() && node == piece.path.back()) continue;
      piece.path.push_back(node);
      if (roles_[node].uses < 2 || piece.path.size() < 2) continue;
      pieces_.push_back(piece);
      piece.path = {node};
    }
  }

  void cross_areas() {
    std::vector<std::uint8_t> rims(roles_.size(), 0);
    for (const auto& area : streets_.areas) {
      for (const auto node : ring_nodes(area))
        rims[node] = std::min(2, rims[node] + 1);
    }
    std::vector<bool> entrance(roles_.size(), false);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const bool shared = rims[i] > 0 && (roles_[i].uses > 0 || rims[i] > 1);
      entrance[i] = shared && !roles_[i].stops;
    }
    cut_at_entrances(entrance);
    for (std::size_t a = 0; a < streets_.areas.size(); ++a) {
      if (a % 16 == 0) context_.check();
      if (!walkable(streets_.areas[a].tags)) continue;
      for (auto& path : area_paths(streets_, streets_.areas[a], entrance)) {
        pieces_.push_back(
            {std::move(path), static_cast<std::uint32_t>(streets_.ways.size() + a), 0, 0});
      }
    }
  }

  static std::vector<std::uint32_t> ring_nodes(const model::WalkableArea& area) {
    std::vector<std::uint32_t> nodes;
    if (!walkable(area.tags)) return nodes;
    for (const auto& ring : area.rings)
      nodes.insert(nodes.end(), ring.begin(), ring.end());
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  /// A way that only passes along a square's rim meets it there.
  void cut_at_entrances(const std::vector<bool>& entrance) {
    bool changed = false;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (!entrance[i] || roles_[i].uses >= 2) continue;
      roles_[i].uses = 2;
      changed = true;
    }
    if (!changed) return;
    pieces_.clear();
    for (std::uint32_t w = 0; w < streets_.ways.size(); ++w)
      cut_way(w);
  }

  /// Behind a barrier every way has an end of its own.
  NodeIndex end_at(std::uint32_t street_node, std::unordered_map<std::uint32_t, NodeIndex>& known) {
    const auto fresh = static_cast<NodeIndex>(ends_.size());
    if (!roles_[street_node].stops) {
      const auto [at, added] = known.emplace(street_node, fresh);
      if (!added) return at->second;
    }
    ends_.push_back(street_node);
    return fresh;
  }

  void number_nodes() {
    std::unordered_map<std::uint32_t, NodeIndex> known;
    known.reserve(pieces_.size());
    for (auto& piece : pieces_) {
      piece.tail = end_at(piece.path.front(), known);
      piece.head = end_at(piece.path.back(), known);
    }
    const auto rank = ranks_along_curve();
    for (auto& piece : pieces_) {
      piece.tail = rank[piece.tail];
      piece.head = rank[piece.head];
    }
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.tail < b.tail; });
  }

  /// New number of each end; fills the graph's nodes in that order.
  std::vector<NodeIndex> ranks_along_curve() {
    geo::Box box;
    for (const auto end : ends_)
      box.add(streets_.nodes[end].at);
    std::vector<std::uint64_t> keys;
    keys.reserve(ends_.size());
    for (const auto end : ends_)
      keys.push_back(hilbert_key(box, streets_.nodes[end].at));
    std::vector<NodeIndex> order(ends_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](NodeIndex a, NodeIndex b) {
      return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
    });
    std::vector<NodeIndex> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = static_cast<NodeIndex>(i);
      const auto& node = streets_.nodes[ends_[order[i]]];
      graph_.at.push_back(node.at);
      graph_.osm_node_id.push_back(node.osm_id);
      graph_.street_node.push_back(ends_[order[i]]);
      graph_.frontier.push_back(node.frontier);
    }
    return rank;
  }

  void add_edge(const Piece& piece) {
    graph_.tail.push_back(piece.tail);
    graph_.head.push_back(piece.head);
    graph_.way.push_back(piece.way);
    graph_.shape_begin.push_back(static_cast<std::uint32_t>(graph_.shape.size()));
    graph_.element_begin.push_back(static_cast<std::uint32_t>(graph_.elements.size()));
    double along_m = 0;
    for (std::size_t i = 0; i < piece.path.size(); ++i) {
      const auto& at = streets_.nodes[piece.path[i]].at;
      if (i > 0) along_m += geo::distance(graph_.shape.back(), at);
      graph_.shape.push_back(at);
      const bool end = i == 0 || i + 1 == piece.path.size();
      add_element(piece, piece.path[i], along_m, end);
    }
    graph_.length_m.push_back(static_cast<float>(along_m));
  }

  /// Crossings and kerbs concern those who walk over the street, not those who walk along it: they
  /// are put on crossing ways where there is one, else on ways for feet, else on every way.
  void add_element(const Piece& piece, std::uint32_t node, double along_m, bool end) {
    const Role& role = roles_[node];
    if (!role.element) return;
    const auto& tags = streets_.nodes[node].tags;
    const bool crossing = crossing_of(tags) != Crossing::absent;
    float share = end ? 0.5f : 1.0f;
    if (crossing || kerb_of(tags) != Kerb::absent) {
      const auto& way = way_tags(piece.way);
      const bool on_crossing_way = is_crossing_way(way);
      if (role.crossing_ways > 0 && !on_crossing_way) return;
      if (role.crossing_ways == 0 && role.on_foot_way && !foot_only(way)) return;
      if (crossing && role.crossing_ways == 0 && !role.on_foot_way) return;
      if (role.crossing_ways == 1) share = 1.0f;  // nobody else pays here
    }
    graph_.elements.push_back({node, static_cast<float>(along_m), share, role.crossed_km_h});
  }

  const model::Tags& way_tags(std::uint32_t way) const {
    return way < streets_.ways.size() ? streets_.ways[way].tags
                                      : streets_.areas[way - streets_.ways.size()].tags;
  }

  const Streets& streets_;
  jobs::Context& context_;
  const std::vector<model::Road>& roads_;
  std::vector<Role> roles_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> ends_;  ///< street node of each graph node, before ordering
  StreetGraph graph_;
};

}  // namespace

StreetGraph build_street_graph(const Streets& streets, jobs::Context& context,
                               const std::vector<model::Road>& roads) {
  return Builder(streets, context, roads).build();
}

StreetGraph street_graph_of(const model::Project& project, jobs::Context& context) {
  StreetGraph graph = build_street_graph(project.streets, context, project.roads);
  graph.slopes = slopes_along(graph, project.streets, project.terrain);
  return graph;
}

geo::Line line_of(const StreetGraph& graph, EdgeIndex edge) {
  return {graph.shape.begin() + graph.shape_begin[edge],
          graph.shape.begin() + graph.shape_begin[edge + 1]};
}

const model::Tags& tags_of(const StreetGraph& graph, const Streets& streets, EdgeIndex edge) {
  const std::uint32_t way = graph.way[edge];
  return way < streets.ways.size() ? streets.ways[way].tags
                                   : streets.areas[way - streets.ways.size()].tags;
}

}  // namespace nahraum::analysis
