#include "analysis/barriers.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/access.hpp"
#include "analysis/edge_cost.hpp"
#include "analysis/repair.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// One thread's memory: asks one type's question without one obstacle after the other.
class Mender {
 public:
  Mender(const District& district, const HomesAtNodes& at_nodes, const HomesOnEdges& on_edges)
      : district_(district),
        at_nodes_(at_nodes),
        on_edges_(on_edges),
        network_(district.network),
        seen_(district.homes.size(), false) {}

  void start(const TypeField& field) {
    field_ = &field;
    repair_.start(field.labels, field.bound);
    direct_.emplace(network_.network(), field.targets.snaps, true);
  }

  std::vector<std::uint32_t> gained(const NetworkChange& without) {
    network_.apply(without);
    seed(without);
    repair_.search(network_.network());
    auto homes = homes_that_gain(without);
    repair_.undo();
    network_.undo();
    return homes;
  }

 private:
  /// Over the mended edges from both ends, and from the doors on them.
  void seed(const NetworkChange& without) {
    const WalkNetwork& network = network_.network();
    const StreetGraph& graph = *network.graph;
    for (const auto& edge : without.edges) {
      const NodeIndex tail = graph.tail[edge.edge];
      const NodeIndex head = graph.head[edge.edge];
      cross(head, tail, edge.forward, graph.length_m[edge.edge]);
      cross(tail, head, edge.backward, graph.length_m[edge.edge]);
      if (!field_->target_on_edge[edge.edge]) continue;
      for (const auto i : direct_->on(edge.edge))
        seed_door(i);
    }
  }
  /// Walking from `node` to `end`.
  void cross(NodeIndex end, NodeIndex node, Millis cost, float length_m) {
    const Label& from = repair_.labels()[end];
    if (from.cost == base::unreachable || cost == base::unreachable) return;
    repair_.improve(node, {from.cost + cost, from.target, from.metres + length_m, none});
  }
  void seed_door(std::uint32_t target) {
    const Snap& door = field_->targets.snaps[target];
    for (Seed seed : seeds_at(network_.network(), std::span(&door, 1), true)) {
      seed.label.target = target;
      if (seed.label.cost != base::unreachable) repair_.improve(seed.node, seed.label);
    }
  }

  std::vector<std::uint32_t> homes_that_gain(const NetworkChange& without) {
    std::vector<std::uint32_t> asked, homes;
    const auto ask = [&](std::uint32_t home) {
      if (field_->answers[home] != Within::no || seen_[home]) return;
      seen_[home] = true;
      asked.push_back(home);
    };
    for (const auto& edge : without.edges)
      for (const auto home : on_edges_.on(edge.edge))
        if (district_.project->homes[home].in_district) ask(home);
    on_changed_ = asked.size();
    for (const NodeIndex node : repair_.changed())
      at_nodes_.visit(node, ask);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      seen_[asked[i]] = false;
      if (reaches(asked[i], i < on_changed_)) homes.push_back(asked[i]);
    }
    std::sort(homes.begin(), homes.end());
    return homes;
  }

  bool reaches(std::uint32_t home, bool on_changed) const {
    const Snap& snap = district_.homes[home];
    const auto& labels = repair_.labels();
    Label way = on_changed ? way_of(access_of(network_.network(), snap), labels)
                           : way_of(district_.home_access[home], labels);
    if (field_->target_on_edge[snap.edge]) {
      const Label direct = direct_way(network_.network(), *direct_, snap);
      if (better(direct, way)) way = direct;
    }
    return within(district_, home, way, field_->limit) == Within::yes;
  }

  const District& district_;
  const HomesAtNodes& at_nodes_;
  const HomesOnEdges& on_edges_;
  ChangedNetwork network_;
  const TypeField* field_ = nullptr;
  std::optional<EdgeTargets> direct_;  ///< on the changed network
  Repair repair_;
  std::vector<bool> seen_;      ///< per home
  std::size_t on_changed_ = 0;  ///< how many of those asked live on a mended edge
};

}  // namespace

People people_in(const model::Project& project, std::span<const std::uint32_t> homes) {
  People people;
  bool known[3] = {homes.empty(), homes.empty(), homes.empty()};
  for (const auto i : homes) {
    const auto& home = project.homes[i];
    ++people.homes;
    people.dwellings += home.dwellings;
    const auto count = [&](const std::optional<int>& persons, long& sum, bool& any) {
      any |= persons.has_value();
      sum += persons.value_or(0);
    };
    count(home.residents.all, people.all, known[0]);
    count(home.residents.age_65, people.age_65, known[1]);
    count(home.residents.age_80, people.age_80, known[2]);
  }
  if (!known[0]) people.all = -1;
  if (!known[1]) people.age_65 = -1;
  if (!known[2]) people.age_80 = -1;
  return people;
}

std::vector<std::uint32_t> any_of_types(const HomesByType& by_type) {
  std::vector<std::uint32_t> any;
  for (const auto& homes : by_type)
    any.insert(any.end(), homes.begin(), homes.end());
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
  return any;
}

std::vector<HomesByType> gained_homes(const District& district,
                                      const std::vector<Obstacle>& obstacles,
                                      const std::vector<TypeLimit>& types, jobs::Context& context) {
  std::vector<HomesByType> gained(obstacles.size(), HomesByType(types.size()));
  const HomesAtNodes at_nodes(district);
  const HomesOnEdges on_edges(district);
  std::vector<std::unique_ptr<Mender>> menders(static_cast<std::size_t>(context.threads()));
  for (std::size_t t = 0; t < types.size(); ++t) {
    context.update(static_cast<double>(t) / static_cast<double>(types.size()), types[t].type);
    const TypeField field(district, types[t], context);
    // No vector<bool>: threads would share its words.
    std::vector<char> ready(menders.size(), 0);
    jobs::parallel_for(context, obstacles.size(), 16, [&](std::size_t i, int worker) {
      const auto w = static_cast<std::size_t>(worker);
      if (!menders[w]) menders[w] = std::make_unique<Mender>(district, at_nodes, on_edges);
      if (!ready[w]) menders[w]->start(field);
      ready[w] = 1;
      gained[i][t] = menders[w]->gained(obstacles[i].without);
    });
  }
  return gained;
}

long services_for(const model::Project& project, const HomesByType& row) {
  long services = 0;
  for (const auto& homes : row) {
    const People people = people_in(project, homes);
    services += people.all < 0 ? people.homes : people.all;
  }
  return services;
}

std::vector<std::size_t> ranking(const model::Project& project,
                                 const std::vector<HomesByType>& rows) {
  std::vector<std::pair<long, std::size_t>> key;  // services, homes
  key.reserve(rows.size());
  for (const auto& row : rows)
    key.emplace_back(services_for(project, row), any_of_types(row).size());
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::erase_if(order, [&](std::size_t i) { return key[i].second == 0; });
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return key[a] > key[b]; });
  return order;
}

}  // namespace nahraum::analysis
