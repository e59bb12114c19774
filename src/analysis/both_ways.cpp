#include "analysis/both_ways.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/asked.hpp"
#include "base/translate.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Cheapest way from an edge of the data to each home; unreachable: none.
struct FrontierBack {
  std::vector<Millis> cost;
  std::vector<float> metres;
};

FrontierBack frontier_back(const District& district, const jobs::Context& context) {
  const auto& network = district.network;
  std::vector<Seed> seeds;
  for (NodeIndex n = 0; n < network.graph->node_count(); ++n) {
    if (network.graph->frontier[n]) seeds.push_back({n, {Millis(0), 0, 0, none}});
  }
  Search search;
  search.run(network, seeds, false, {}, context);
  const std::vector<Snap> no_snaps;
  const EdgeTargets no_targets(network, no_snaps, false);
  const EdgeLabels labels(network, search, no_targets, no_snaps, false);
  FrontierBack back;
  for (const Snap& home : district.homes) {
    Label label;
    if (home.found()) label = labels.at(home.edge, home.along_m);
    const bool found = label.cost != base::unreachable;
    back.cost.push_back(found ? add(label.cost, snap_cost(network, home.walk_m)) : label.cost);
    back.metres.push_back(found ? label.metres + home.walk_m : -1);
  }
  return back;
}

/// Services by ascending id, with their gates.
struct Places {
  std::vector<std::int32_t> id;
  std::vector<std::vector<Snap>> gates;
  std::vector<Snap> all;
  std::vector<std::uint32_t> place_of;  ///< per gate in `all`
};

Places grouped(const Targets& targets) {
  std::map<std::int32_t, std::vector<Snap>> by_id;
  for (std::size_t i = 0; i < targets.ids.size(); ++i)
    by_id[targets.ids[i]].push_back(targets.snaps[i]);
  Places places;
  for (auto& [id, gates] : by_id) {
    for (const Snap& gate : gates) {
      places.all.push_back(gate);
      places.place_of.push_back(static_cast<std::uint32_t>(places.id.size()));
    }
    places.id.push_back(id);
    places.gates.push_back(std::move(gates));
  }
  return places;
}

/// A pair of ways, and the service at their far end.
struct RoundTrip {
  Label there, back;
  std::uint32_t place = none;
  const Label& longer() const { return back.cost > there.cost ? back : there; }
};

/// Looks from one home at all services at once, in both directions.
class FromHome {
 public:
  FromHome(const WalkNetwork& network, const Places& places) : network_(network), places_(places) {}

  /// The best round trip; it costs at least `least`.
  RoundTrip best(const Snap& home, Millis least, const jobs::Context& context) {
    std::uint64_t bound = std::uint64_t{least.value} * 3 / 2 + 60'000;
    for (;;) {
      Bounds bounds;
      const bool all = bound >= bounds.cost.value;
      if (!all) bounds.cost = Millis(static_cast<std::uint32_t>(bound));
      const RoundTrip found = within(home, bounds, context);
      if (all || (found.place != none && found.longer().cost <= bounds.cost)) return found;
      bound *= 3;
    }
  }

 private:
  RoundTrip within(const Snap& home, const Bounds& bounds, const jobs::Context& context) {
    const std::span<const Snap> origin(&home, 1);
    Asked there(network_, origin, false);
    Asked back(network_, origin, true);
    there.run(there_, bounds, context);
    back.run(back_, bounds, context);
    RoundTrip best;
    for (std::uint32_t p = 0; p < places_.id.size(); ++p) {
      const RoundTrip trip{nearest(there, p), nearest(back, p), p};
      if (trip.longer().cost < (best.place == none ? base::unreachable : best.longer().cost))
        best = trip;
    }
    return best;
  }
  Label nearest(const Asked& asked, std::uint32_t place) const {
    Label best;
    for (const Snap& gate : places_.gates[place]) {
      const Label label = asked.at(gate);
      if (label.cost != base::unreachable && better(label, best)) best = label;
    }
    return best;
  }

  const WalkNetwork& network_;
  const Places& places_;
  Search there_, back_;
};

class RoundTrips {
 public:
  RoundTrips(const District& district, const Targets& targets, const jobs::Context& context)
      : district_(district),
        places_(grouped(targets)),
        there_(district.network, places_.all, true),
        back_(district.network, places_.all, false) {
    there_.run(there_search_, {}, context);
    back_.run(back_search_, {}, context);
  }

  const Places& places() const { return places_; }

  Label home_again(std::size_t home) const { return named(back_.at(district_.homes[home])); }

  RoundTrip best(std::size_t home, FromHome& looker, const jobs::Context& context) const {
    const Label there = named(there_.at(district_.homes[home]));
    const Label back = home_again(home);
    if (there.cost == base::unreachable || back.cost == base::unreachable) return {};
    // The nearest there is the nearest back: nothing can beat it.
    if (there.target == back.target) return {there, back, there.target};
    return looker.best(district_.homes[home], std::max(there.cost, back.cost), context);
  }

 private:
  /// The target is the service's place, not the gate.
  Label named(Label label) const {
    if (label.cost != base::unreachable) label.target = places_.place_of[label.target];
    return label;
  }

  const District& district_;
  Places places_;
  Asked there_, back_;
  Search there_search_, back_search_;
};

void answer(HomeReach& home, const Label& label, std::int32_t service) {
  home.cost = label.cost;
  home.metres = label.metres;
  home.service = service;
}

void judge(HomeReach& home, bool on_street) {
  if (!on_street)
    home.status = Status::no_street;
  else if (home.frontier < home.cost)
    home.status = Status::beyond_data;
  else
    home.status = home.cost == base::unreachable ? Status::unreachable : Status::ok;
}

float nearer(float a, float b) {
  return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

}  // namespace

base::Result<Way> parse_way(std::string_view text) {
  for (const Way way : {Way::to, Way::from, Way::both}) {
    if (text == to_text(way)) return way;
  }
  return base::fail(base::ErrorCode::bad_input, base::tr("is no direction"), std::string(text),
                    base::tr("give to, from or both"));
}

const char* to_text(Way way) {
  return way == Way::to ? "to" : way == Way::from ? "from" : "both";
}

Way default_way(const model::ServiceType& type) {
  return type.group == model::Group::supply ? Way::both : Way::to;
}

base::Result<Way> way_for(std::string_view text, const model::ServiceType& type) {
  return text.empty() ? base::Result<Way>(default_way(type)) : parse_way(text);
}

std::vector<HomeReach> reach_by(const District& district, const Targets& targets, Way way,
                                jobs::Context& context) {
  if (way == Way::to) return reach(district, targets, context);
  const RoundTrips trips(district, targets, context);
  const auto frontier = frontier_back(district, context);
  std::vector<FromHome> lookers;
  lookers.reserve(static_cast<std::size_t>(context.threads()));
  for (int worker = 0; worker < context.threads(); ++worker)
    lookers.emplace_back(district.network, trips.places());
  std::vector<HomeReach> homes(district.homes.size());
  jobs::parallel_for(context, homes.size(), 256, [&](std::size_t i, int worker) {
    HomeReach& home = homes[i];
    home.frontier = frontier.cost[i];
    home.frontier_m = frontier.metres[i];
    if (way == Way::from) {
      const Label label = trips.home_again(i);
      if (label.cost != base::unreachable) answer(home, label, trips.places().id[label.target]);
    } else {
      home.frontier = std::min(home.frontier, district.home_frontier[i]);
      home.frontier_m = nearer(home.frontier_m, district.home_frontier_m[i]);
      const auto trip = trips.best(i, lookers[static_cast<std::size_t>(worker)], context);
      if (trip.place != none && trip.longer().cost != base::unreachable) {
        answer(home, trip.longer(), trips.places().id[trip.place]);
        home.metres = std::max(trip.there.metres, trip.back.metres);
      }
    }
    judge(home, district.homes[i].found());
  });
  return homes;
}

}  // namespace nahraum::analysis
