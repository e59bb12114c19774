#include "analysis/home_reach.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/asked.hpp"

namespace nahraum::analysis {
namespace {

/// The best way to or from one service.
struct OneWay {
  Label label;
  std::int32_t service = 0;
  bool found() const { return label.cost != base::unreachable; }
};

/// Cost first, then the order of the services, then the length: as everywhere.
void take(OneWay& best, const Label& label, std::int32_t service) {
  if (label.cost == base::unreachable) return;
  const bool same = best.found() && best.service == service;
  const bool wins = label.cost < best.label.cost ||
                    (same && label.cost == best.label.cost && label.metres < best.label.metres);
  if (wins) best = {label, service};
}

/// Cheapest way into the home from an edge of the data.
Label from_frontier(const WalkNetwork& network, const Search& into_home) {
  Label best;
  for (const NodeIndex n : into_home.touched()) {
    if (!network.graph->frontier[n]) continue;
    const Label& label = into_home.label(n);
    if (std::pair(label.cost, label.metres) < std::pair(best.cost, best.metres)) best = label;
  }
  return best;
}

float nearer(float a, float b) {
  return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

class Home {
 public:
  Home(const District& district, std::size_t home, bool back, const jobs::Context& context)
      : district_(district),
        home_(home),
        origin_(&district.homes[home], 1),
        there_(district.network, origin_, false),
        back_(district.network, origin_, true) {
    if (!origin_[0].found()) return;
    there_.run(there_search_, {}, context);
    if (!back) return;
    back_.run(back_search_, {}, context);
    frontier_ = from_frontier(district.network, back_search_);
  }

  HomeReach answer(const TypeAndWay& asked) const {
    HomeReach reach;
    reach.frontier = district_.home_frontier[home_];
    reach.frontier_m = district_.home_frontier_m[home_];
    if (!origin_[0].found()) {
      reach.status = Status::no_street;
      if (asked.way == Way::from) reach.frontier = base::unreachable, reach.frontier_m = -1;
      return reach;
    }
    const float frontier_m = frontier_.cost == base::unreachable ? -1 : frontier_.metres;
    if (asked.way == Way::from) {
      reach.frontier = frontier_.cost;
      reach.frontier_m = frontier_m;
    } else if (asked.way == Way::both) {
      reach.frontier = std::min(reach.frontier, frontier_.cost);
      reach.frontier_m = nearer(reach.frontier_m, frontier_m);
    }
    const Targets targets = targets_of(district_, asked.type);
    if (asked.way == Way::both) {
      round_trip(targets, reach);
    } else {
      one_way(asked.way == Way::to ? there_ : back_, targets, reach);
    }
    reach.status = status_of(reach);
    return reach;
  }

 private:
  static void one_way(const Asked& asked, const Targets& targets, HomeReach& reach) {
    OneWay best;
    for (std::size_t i = 0; i < targets.snaps.size(); ++i)
      take(best, asked.at(targets.snaps[i]), targets.ids[i]);
    if (!best.found()) return;
    reach.cost = best.label.cost;
    reach.metres = best.label.metres;
    reach.service = best.service;
  }
  /// The service whose longer way is shortest; its gates stand side by side in `targets`.
  void round_trip(const Targets& targets, HomeReach& reach) const {
    for (std::size_t i = 0; i < targets.ids.size();) {
      const auto service = targets.ids[i];
      OneWay there, back;
      for (; i < targets.ids.size() && targets.ids[i] == service; ++i) {
        take(there, there_.at(targets.snaps[i]), service);
        take(back, back_.at(targets.snaps[i]), service);
      }
      const auto longer = std::max(there.label.cost, back.label.cost);
      if (longer >= reach.cost) continue;
      reach.cost = longer;
      reach.metres = std::max(there.label.metres, back.label.metres);
      reach.service = service;
    }
  }

  const District& district_;
  std::size_t home_;
  std::span<const Snap> origin_;
  Asked there_, back_;
  Search there_search_, back_search_;
  Label frontier_;
};

}  // namespace

std::vector<HomeReach> reach_of_home(const District& district, std::size_t home,
                                     const std::vector<TypeAndWay>& types,
                                     const jobs::Context& context) {
  const bool back = std::any_of(types.begin(), types.end(),
                                [](const TypeAndWay& type) { return type.way != Way::to; });
  const Home asked(district, home, back, context);
  std::vector<HomeReach> answers;
  answers.reserve(types.size());
  for (const auto& type : types)
    answers.push_back(asked.answer(type));
  return answers;
}

}  // namespace nahraum::analysis
