#include "analysis/seat_siting.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/edge_cost.hpp"
#include "analysis/homes_on_edges.hpp"
#include "analysis/places_on_edges.hpp"
#include "base/translate.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Pieces of edges are rounded to whole milliseconds each, lengths to floats.
constexpr std::uint32_t rounding_ms = 4;
constexpr float rounding_m = 0.5F;

auto rank(const Walkers& w) {
  return std::tuple(w.age_65, w.age_80, w.all, w.homes);
}
bool nobody(const Walkers& w) {
  return w.all == 0 && w.homes == 0;
}

/// How one comes to or from a place: least cost, and metres of the way of that cost.
struct Leg {
  Millis cost = base::unreachable;
  float metres = any_gap;
  void take(const RestLabel& way) {
    cost = std::min(cost, way.cost);
    if (way.cost != base::unreachable) metres = std::min(metres, way.metres);
  }
};

RestBounds bounds_of(const Limit& limit) {
  RestBounds bounds;
  if (limit.kind == Limit::Kind::seconds) {
    bounds.cost = Millis(static_cast<std::uint32_t>(limit.value * 1000));
  }
  return bounds;
}

bool may_be_within(Millis cost, float metres, const Limit& limit) {
  if (cost == base::unreachable) return false;
  return limit.kind == Limit::Kind::seconds ? cost.value <= limit.value * 1000 + rounding_ms
                                            : metres <= limit.value + rounding_m;
}

/// Least still to walk from every node to a service, whatever the rests: bounds the ways to places.
struct Ahead {
  std::vector<Millis> cost;
  std::vector<float> metres;
};

class Siting {
 public:
  Siting(const District& district, RestNetwork& network, const std::vector<SeatPlace>& places,
         const SeatQuestion& question, jobs::Context& context)
      : district_(district),
        network_(network),
        places_(places),
        question_(question),
        context_(context),
        gap_m_(question.max_gap_m + gap_rounding_m),
        ways_(district, network, by_id(question.targets), gap_m_),
        homes_on_(district),
        places_on_(places, district.network.graph->edge_count()),
        reached_(district.homes.size(), false),
        rested_(district.homes.size(), Rested::out_of_reach) {
    note_plain_reach();
  }

  std::vector<SeatGain> greedy(int count) {
    std::vector<SeatGain> gains;
    std::vector<ToPlaces> kept(district_.homes.size());
    search_base();
    while (static_cast<int>(gains.size()) < count) {
      context_.update(static_cast<double>(gains.size()) / count, base::tr("seats"));
      auto best = best_place(bounds(kept));
      if (!best) break;
      network_.add(places_[best->place].spots);
      forget_those_near(best->place, kept);
      search_base();
      best->left = unrested();
      gains.push_back(*best);
    }
    return gains;
  }

  std::vector<SeatGain> all() {
    search_base();
    std::vector<SeatGain> gains;
    for (std::size_t place = 0; place < places_.size(); ++place)
      gains.push_back(gain_of(place));
    return gains;
  }

 private:
  /// Ways of one home to the places that it can get to; kept between rounds.
  struct ToPlaces {
    bool known = false;
    std::vector<std::pair<std::uint32_t, Leg>> legs;
  };

  /// A new seat changes the ways of those only who get to it.
  static void forget_those_near(std::size_t place, std::vector<ToPlaces>& kept) {
    for (ToPlaces& to : kept) {
      const bool meets = std::any_of(to.legs.begin(), to.legs.end(),
                                     [&](const auto& leg) { return leg.first == place; });
      if (meets) to = {};
    }
  }

  void note_plain_reach() {
    const RestedWays plain(district_, network_, by_id(question_.targets), any_gap);
    RestSearch search;
    search.run(network_, plain.seeds(), true, any_gap, {}, context_);
    const auto& homes = district_.project->homes;
    for (std::size_t i = 0; i < homes.size(); ++i) {
      if (!homes[i].in_district) continue;
      const HomeReach reach = plain.reach_of(i, plain.way_of(i, search));
      reached_[i] = within(reach, question_.limit) == Within::yes;
    }
    note_ahead(search);
  }

  void note_ahead(const RestSearch& plain) {
    const StreetGraph& graph = *district_.network.graph;
    ahead_.cost.reserve(graph.node_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
      const auto first = plain.first(node);
      ahead_.cost.push_back(first == none ? base::unreachable : plain.label(first).cost);
    }
    if (question_.limit.kind == Limit::Kind::seconds) return;
    auto seeds = seeds_at(district_.network, ways_.targets().snaps, true);
    for (Seed& seed : seeds) {
      if (seed.label.cost != base::unreachable) seed.label.cost = millimetres(seed.label.metres);
    }
    Search shortest;
    shortest.run(measured_in_length(district_.network), seeds, true, {}, context_);
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
      ahead_.metres.push_back(static_cast<float>(shortest.label(node).cost.value / 1000.0));
  }

  Rested answer(std::size_t home, const RestLabel& way) const {
    const Within with = within(ways_.reach_of(home, way), question_.limit);
    if (with == Within::unknown) return Rested::unknown;
    return with == Within::yes ? Rested::yes : Rested::no;
  }

  void search_base() {
    base_.run(network_, ways_.seeds(), true, gap_m_, bounds_of(question_.limit), context_);
    for (std::size_t i = 0; i < reached_.size(); ++i) {
      if (reached_[i]) rested_[i] = answer(i, ways_.way_of(i, base_));
    }
  }

  /// From the places on to a service, as the seats are now.
  std::vector<Leg> onward() const {
    std::vector<Leg> legs(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      for (const Spot& spot : places_[i].spots)
        legs[i].take(ways_.way_of(spot.edge, spot.along_m, base_));
    }
    return legs;
  }

  /// The most that each place can gain.
  std::vector<Walkers> bounds(std::vector<ToPlaces>& kept) {
    std::vector<RestSearch> searches(static_cast<std::size_t>(context_.threads()));
    jobs::parallel_for(context_, kept.size(), 16, [&](std::size_t home, int worker) {
      if (rested_[home] != Rested::no || kept[home].known) return;
      kept[home] = to_places(home, searches[static_cast<std::size_t>(worker)]);
    });
    const auto onward_legs = onward();
    std::vector<Walkers> most(places_.size());
    for (std::size_t home = 0; home < kept.size(); ++home) {
      if (rested_[home] != Rested::no) continue;
      for (const auto& [place, leg] : kept[home].legs) {
        const Leg& on = onward_legs[place];
        if (may_be_within(add(leg.cost, on.cost), leg.metres + on.metres, question_.limit))
          most[place].add(district_.project->homes[home].residents);
      }
    }
    return most;
  }

  ToPlaces to_places(std::size_t home, RestSearch& search) const {
    RestBounds bounds = bounds_of(question_.limit);
    if (question_.limit.kind == Limit::Kind::seconds) {
      bounds.ahead = &ahead_.cost;
      bounds.cost = bounds.cost + Millis(rounding_ms);
    } else {
      bounds.ahead_m = &ahead_.metres;
      bounds.metres = static_cast<float>(question_.limit.value) + rounding_m;
    }
    const RestedWays ways(district_, network_, {{district_.homes[home]}, {0}}, gap_m_, false);
    search.run(network_, ways.seeds(), false, gap_m_, bounds, context_);
    std::vector<EdgeIndex> edges{district_.homes[home].edge};
    const auto& network = district_.network;
    for (const NodeIndex node : search.touched()) {
      for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc)
        edges.push_back(network.edge[arc]);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::map<std::uint32_t, Leg> legs;
    for (const EdgeIndex edge : edges) {
      for (const auto& entry : places_on_.on(edge)) {
        const RestLabel way = ways.way_of(edge, entry.along_m, search);
        if (way.cost != base::unreachable) legs[entry.place].take(way);
      }
    }
    return {true, {legs.begin(), legs.end()}};
  }

  std::optional<SeatGain> best_place(const std::vector<Walkers>& most) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      if (!nobody(most[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return rank(most[a]) > rank(most[b]); });
    std::optional<SeatGain> best;
    for (const std::uint32_t place : order) {
      if (best && rank(most[place]) < rank(best->gained)) break;
      const SeatGain gain = gain_of(place);
      if (rank(gain.gained) <= rank(Walkers{})) continue;
      if (!best || rank(gain.gained) > rank(best->gained) ||
          (rank(gain.gained) == rank(best->gained) &&
           std::tuple(gain.longest_m, gain.place) < std::tuple(best->longest_m, best->place))) {
        best = gain;
      }
    }
    return best;
  }

  /// Counted anew where the seat changes anything.
  SeatGain gain_of(std::size_t place) {
    SeatGain gain;
    gain.place = place;
    const auto change = network_.add(places_[place].spots);
    std::vector<RestLabel> seeds;
    for (const auto& [edge, before] : change.edges)
      ways_.append_seeds_on(edge, seeds);
    base_.go_on(network_, change, seeds, context_);
    for (const std::uint32_t home : homes_near(change)) {
      const RestLabel way = ways_.way_of(home, base_);
      const Rested now = answer(home, way);
      const bool before = rested_[home] == Rested::yes;
      if (rested_[home] == Rested::unknown || before == (now == Rested::yes)) continue;
      gain.gained.add(district_.project->homes[home].residents, before ? -1 : 1);
      if (!before) gain.longest_m = std::max(gain.longest_m, way.stretch.longest_m);
    }
    base_.go_back();
    network_.undo(change);
    return gain;
  }

  /// Homes within plain reach whose answer may have changed.
  std::vector<std::uint32_t> homes_near(const RestNetwork::Change& change) const {
    const auto& network = district_.network;
    std::vector<EdgeIndex> edges;
    for (const auto& [edge, before] : change.edges)
      edges.push_back(edge);
    const auto add_around = [&](NodeIndex node) {
      for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc)
        edges.push_back(network.edge[arc]);
    };
    for (const NodeIndex node : change.nodes)
      add_around(node);
    for (auto i = base_.touched_before(); i < base_.touched().size(); ++i)
      add_around(base_.touched()[i]);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<std::uint32_t> homes;
    for (const EdgeIndex edge : edges) {
      for (const std::uint32_t home : homes_on_.on(edge)) {
        if (reached_[home]) homes.push_back(home);
      }
    }
    return homes;
  }

  Walkers unrested() const {
    Walkers left;
    for (std::size_t i = 0; i < rested_.size(); ++i) {
      if (rested_[i] == Rested::no) left.add(district_.project->homes[i].residents);
    }
    return left;
  }

  const District& district_;
  RestNetwork& network_;
  const std::vector<SeatPlace>& places_;
  const SeatQuestion& question_;
  jobs::Context& context_;
  float gap_m_;
  RestedWays ways_;
  HomesOnEdges homes_on_;
  PlacesOnEdges places_on_;
  std::vector<bool> reached_;   ///< per home: in the district and within the limit
  std::vector<Rested> rested_;  ///< per home, with the seats so far
  Ahead ahead_;
  RestSearch base_;
};

}  // namespace

std::vector<SeatGain> suggest_seats(const District& district, RestNetwork network,
                                    const std::vector<SeatPlace>& places,
                                    const SeatQuestion& question, int count,
                                    jobs::Context& context) {
  return Siting(district, network, places, question, context).greedy(count);
}

std::vector<SeatGain> all_seat_gains(const District& district, RestNetwork network,
                                     const std::vector<SeatPlace>& places,
                                     const SeatQuestion& question, jobs::Context& context) {
  return Siting(district, network, places, question, context).all();
}

}  // namespace nahraum::analysis
