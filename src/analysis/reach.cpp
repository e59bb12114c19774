#include "analysis/reach.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/edge_cost.hpp"
#include "analysis/edge_targets.hpp"
#include "base/check.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

Label through(Millis to_end, float end_m, const Label& end) {
  return {add(to_end, end.cost), end.target, end_m + end.metres, end.arc};
}

/// Enough homes to be worth a thread's start.
constexpr std::size_t block_of_homes = 32768;

void add_gates(const District& district, std::size_t service, Targets& targets) {
  for (const Gate& gate : district.gates[service]) {
    targets.snaps.push_back(gate.snap);
    targets.ids.push_back(district.project->services[service].id);
  }
}

/// Answers home by home from a finished search.
class Answers {
 public:
  Answers(const District& district, const Targets& targets, Search& search,
          const jobs::Context& context)
      : district_(district),
        targets_(targets),
        search_(search),
        on_edge_(district.network, targets.snaps, true),
        edge_has_target_(district.network.graph->edge_count(), false) {
    for (const Snap& snap : targets.snaps) {
      if (snap.found()) edge_has_target_[snap.edge] = true;
    }
    search.run(district.network, seeds_at(district.network, targets.snaps, true), true, {},
               context);
  }

  void homes(std::size_t begin, std::size_t end, std::vector<HomeReach>& into) const {
    for (std::size_t i = begin; i < end; ++i)
      into[i] = home(i);
  }
  /// All of them; each one's memory is touched once.
  std::vector<HomeReach> homes() const {
    std::vector<HomeReach> all;
    all.reserve(district_.homes.size());
    for (std::size_t i = 0; i < district_.homes.size(); ++i)
      all.push_back(home(i));
    return all;
  }

 private:
  HomeReach home(std::size_t i) const {
    HomeReach answer;
    const Access& access = district_.home_access[i];
    answer.frontier = district_.home_frontier[i];
    answer.frontier_m = district_.home_frontier_m[i];
    if (access.tail == none) {
      answer.status = Status::no_street;
      return answer;
    }
    Label best = through(access.to_tail, access.tail_m, search_.label(access.tail));
    const Label by_head = through(access.to_head, access.head_m, search_.label(access.head));
    if (better(by_head, best)) best = by_head;
    if (edge_has_target_[access.edge]) {
      const Snap& snap = district_.homes[i];
      const Label direct = on_edge_.direct(snap.edge, snap.along_m);
      const Label here = through(snap_cost(district_.network, snap.walk_m), snap.walk_m, direct);
      if (better(here, best)) best = here;
    }
    if (best.cost != base::unreachable) {
      answer.cost = best.cost;
      answer.metres = best.metres;
      answer.service = targets_.ids[best.target];
    }
    answer.status = status_of(answer);
    return answer;
  }

  const District& district_;
  const Targets& targets_;
  const Search& search_;
  EdgeTargets on_edge_;
  std::vector<bool> edge_has_target_;
};

}  // namespace

const char* to_text(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::unreachable:
      return "unreachable";
    case Status::no_street:
      return "no_street";
    case Status::beyond_data:
      break;
  }
  return "beyond_data";
}

Status status_of(const HomeReach& home) {
  if (home.frontier < home.cost) return Status::beyond_data;
  return home.cost == base::unreachable ? Status::unreachable : Status::ok;
}

Targets by_id(const Targets& any) {
  NAHRAUM_CHECK(any.snaps.size() == any.ids.size());
  std::vector<std::size_t> order(any.ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return any.ids[a] < any.ids[b]; });
  Targets targets;
  for (const auto i : order) {
    targets.snaps.push_back(any.snaps[i]);
    targets.ids.push_back(any.ids[i]);
  }
  return targets;
}

CostField cost_field(const WalkNetwork& network, const std::vector<Snap>& targets, bool towards,
                     Millis limit, jobs::Context& context) {
  Bounds bounds;
  bounds.cost = std::min(bounds.cost, limit);
  Search search;
  search.run(network, seeds_at(network, targets, towards), towards, bounds, context);
  CostField field;
  const std::size_t nodes = network.graph->node_count();
  field.cost.reserve(nodes);
  field.metres.reserve(nodes);
  field.target.reserve(nodes);
  for (NodeIndex n = 0; n < nodes; ++n) {
    const Label& label = search.label(n);
    field.cost.push_back(label.cost);
    field.metres.push_back(label.metres);
    field.target.push_back(label.target);
  }
  return field;
}

Targets targets_of(const District& district, std::string_view type) {
  Targets targets;
  const auto found = district.services_of_type.find(type);
  if (found == district.services_of_type.end()) return targets;
  for (const auto i : found->second)
    add_gates(district, i, targets);
  return by_id(targets);
}

Targets targets_of(const District& district, std::size_t service) {
  Targets targets;
  add_gates(district, service, targets);
  return targets;
}

std::vector<HomeReach> reach(const District& district, const Targets& targets,
                             jobs::Context& context) {
  const Targets ordered = by_id(targets);
  Search search;
  const Answers answers(district, ordered, search, context);
  std::vector<HomeReach> homes(district.homes.size());
  const std::size_t blocks = (homes.size() + block_of_homes - 1) / block_of_homes;
  jobs::parallel_for(context, blocks, 1, [&](std::size_t block, int) {
    const std::size_t begin = block * block_of_homes;
    answers.homes(begin, std::min(begin + block_of_homes, homes.size()), homes);
  });
  return homes;
}

std::vector<HomeReach> reach(const District& district, std::string_view type,
                             jobs::Context& context) {
  return reach(district, targets_of(district, type), context);
}

std::vector<std::vector<HomeReach>> reach(const District& district,
                                          const std::vector<std::string>& types,
                                          jobs::Context& context) {
  std::vector<std::vector<HomeReach>> all(types.size());
  std::vector<Search> searches(static_cast<std::size_t>(context.threads()));
  jobs::parallel_for(context, types.size(), 1, [&](std::size_t t, int worker) {
    const Targets targets = targets_of(district, types[t]);
    const Answers answers(district, targets, searches[static_cast<std::size_t>(worker)], context);
    all[t] = answers.homes();
  });
  return all;
}

}  // namespace nahraum::analysis
