#include "analysis/obstacle_groups.hpp"

#include <map>
#include <numeric>

namespace nahraum::analysis {
namespace {

class Groups {
 public:
  Groups(const District& district, const std::vector<Fault>& faults)
      : network_(district.network),
        graph_(*network_.graph),
        streets_(district.project->streets),
        faults_(faults),
        leader_(faults.size()),
        names_(faults.size()),
        lived_on_(graph_.edge_count(), false) {
    std::iota(leader_.begin(), leader_.end(), std::size_t{0});
    for (const Snap& home : district.homes)
      if (home.found()) lived_on_[home.edge] = true;
    for (const auto& gates : district.gates)
      for (const Gate& gate : gates)
        lived_on_[gate.snap.edge] = true;
  }

  void join_kerbs() {
    std::map<std::uint32_t, std::size_t> fault_at;
    for (std::size_t i = 0; i < faults_.size(); ++i)
      fault_at[faults_[i].node] = i;
    for (const auto& way : streets_.ways) {
      if (!is_crossing_way(way.tags)) continue;
      std::size_t first = faults_.size();
      for (const auto node : way.nodes) {
        const auto found = fault_at.find(node);
        if (found == fault_at.end()) continue;
        if (first == faults_.size()) first = found->second;
        join(first, found->second);
      }
    }
  }

  void join_flights() {
    std::map<std::uint32_t, std::size_t> fault_of_way;
    for (std::size_t i = 0; i < faults_.size(); ++i)
      fault_of_way[faults_[i].way] = i;
    for (EdgeIndex e = 0; e < graph_.edge_count(); ++e) {
      const auto flight = fault_of_way.find(graph_.way[e]);
      if (flight == fault_of_way.end()) continue;
      for (const NodeIndex end : {graph_.tail[e], graph_.head[e]})
        walk_on(e, end, flight->second, fault_of_way);
    }
  }

  std::vector<FaultGroup> finish() {
    std::map<std::size_t, FaultGroup> groups;
    for (std::size_t i = 0; i < faults_.size(); ++i) {
      auto& group = groups[find(i)];
      group.faults.push_back(i);
      if (group.name.empty()) group.name = names_[i];
      if (group.name.empty()) group.name = own_name(faults_[i]);
    }
    std::vector<FaultGroup> list;
    list.reserve(groups.size());
    for (auto& [leader, group] : groups)
      list.push_back(std::move(group));
    return list;
  }

 private:
  std::size_t find(std::size_t i) const {
    while (leader_[i] != i)
      i = leader_[i];
    return i;
  }
  /// The first fault leads.
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    leader_[std::max(a, b)] = std::min(a, b);
  }

  std::string own_name(const Fault& fault) const {
    if (fault.way == none) return std::string(streets_.nodes[fault.node].tags.get("name"));
    return std::string(fault.mended.get("name"));
  }

  std::uint32_t degree(NodeIndex node) const {
    return network_.first_arc[node + 1] - network_.first_arc[node];
  }
  NodeIndex other_end(EdgeIndex edge, NodeIndex node) const {
    return graph_.tail[edge] == node ? graph_.head[edge] : graph_.tail[edge];
  }
  EdgeIndex other_edge(EdgeIndex edge, NodeIndex node) const {
    const auto first = network_.first_arc[node];
    return network_.edge[first] == edge ? network_.edge[first + 1] : network_.edge[first];
  }

  /// From the end of a flight to the next one, as long as there is only one way to go and nobody to
  /// meet.
  void walk_on(EdgeIndex edge, NodeIndex node, std::size_t from,
               const std::map<std::uint32_t, std::size_t>& fault_of_way) {
    std::string name;
    const NodeIndex start = node;
    while (degree(node) == 2 && !graph_.frontier[node]) {
      edge = other_edge(edge, node);
      const auto next = fault_of_way.find(graph_.way[edge]);
      if (next != fault_of_way.end()) {
        join(from, next->second);
        for (const auto i : {from, next->second})
          if (names_[i].empty()) names_[i] = name;
        return;
      }
      if (lived_on_[edge]) return;
      if (name.empty()) name = tags_of(graph_, streets_, edge).get("name");
      node = other_end(edge, node);
      if (node == start) return;
    }
  }

  const WalkNetwork& network_;
  const StreetGraph& graph_;
  const model::Streets& streets_;
  const std::vector<Fault>& faults_;
  std::vector<std::size_t> leader_;
  std::vector<std::string> names_;  ///< of what lies between flights
  std::vector<bool> lived_on_;      ///< per edge: a home or a service meets it
};

}  // namespace

std::vector<FaultGroup> groups_of(const District& district, ObstacleKind kind,
                                  const std::vector<Fault>& faults) {
  Groups groups(district, faults);
  if (kind == ObstacleKind::kerb) groups.join_kerbs();
  if (kind == ObstacleKind::steps) groups.join_flights();
  return groups.finish();
}

}  // namespace nahraum::analysis
