#pragma once
/// Reach with rests by enumeration: every way from one rest to the next is walked out.

#include <algorithm>
#include <limits>
#include <vector>

#include "analysis/edge_cost.hpp"
#include "analysis/rest_network.hpp"

namespace nahraum::districts {

/// A network in which every door and every seat is a node. Costs in ms, each piece rounded.
class RestTwin {
 public:
  RestTwin(const analysis::District& district, const std::vector<analysis::Spot>& seats,
           double max_gap_m)
      : district_(district), max_gap_m_(max_gap_m) {
    const auto& graph = *district.network.graph;
    places_ = graph.node_count();
    for (const auto& home : district.homes)
      home_.push_back(add_door(home));
    for (const auto& gates : district.gates) {
      auto& doors = service_.emplace_back();
      for (const auto& gate : gates)
        doors.push_back(add_door(gate.snap));
    }
    for (const auto& seat : seats) {
      const float length_m = graph.length_m[seat.edge];
      if (seat.along_m <= 0) rests_.push_back(graph.tail[seat.edge]);
      if (seat.along_m >= length_m) rests_.push_back(graph.head[seat.edge]);
      if (seat.along_m <= 0 || seat.along_m >= length_m) continue;
      rests_.push_back(places_);
      on_edge_.push_back({seat.edge, {seat.along_m, places_++}});
    }
    for (analysis::EdgeIndex e = 0; e < graph.edge_count(); ++e)
      cut(e);
    steps_of_.resize(places_);
    for (const auto& step : steps_)
      steps_of_[step.from].push_back(step);
  }

  static constexpr double never = std::numeric_limits<double>::max();

  /// Cheapest way of every home to a service of the type, in ms.
  std::vector<double> costs(const std::string& type) {
    is_rest_.assign(places_, false);
    std::vector<std::size_t> stops;
    const auto stop_at = [&](std::size_t place) {
      if (place == none || is_rest_[place]) return;
      is_rest_[place] = true;
      stops.push_back(place);
    };
    for (const auto rest : rests_)
      stop_at(rest);
    std::vector<double> best(places_, never);
    for (std::size_t i = 0; i < service_.size(); ++i) {
      for (const auto door : service_[i]) {
        if (district_.project->services[i].type != type) continue;
        stop_at(door);
        best[door] = 0;
      }
    }
    std::vector<std::vector<std::pair<std::size_t, double>>> legs(places_);
    for (const auto stop : stops)
      legs[stop] = legs_from(stop);
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto stop : stops) {
        for (const auto& [to, ms] : legs[stop]) {
          if (best[to] == never || best[to] + ms >= best[stop]) continue;
          best[stop] = best[to] + ms;
          changed = true;
        }
      }
    }
    std::vector<double> of_homes;
    for (const auto door : home_) {
      double least = never;  // nobody rests in another's home
      if (door != none) {
        for (const auto& [to, ms] : legs_from(door))
          if (best[to] < never) least = std::min(least, best[to] + ms);
      }
      of_homes.push_back(least);
    }
    return of_homes;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  struct Step {
    std::size_t from, to;
    double ms, metres;
  };

  std::size_t add_door(const analysis::Snap& snap) {
    if (!snap.found()) return none;
    const std::size_t door = places_++;
    const std::size_t foot = places_++;
    const double ms = snap.walk_m / district_.network.profile.speed_m_s * 1000;
    steps_.push_back({door, foot, ms, snap.walk_m});
    steps_.push_back({foot, door, ms, snap.walk_m});
    on_edge_.push_back({snap.edge, {snap.along_m, foot}});
    return door;
  }
  void cut(analysis::EdgeIndex e) {
    const auto& graph = *district_.network.graph;
    std::vector<std::pair<double, std::size_t>> stops{{0.0, graph.tail[e]}};
    for (const auto& [edge, stop] : on_edge_) {
      if (edge == e) stops.push_back(stop);
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    stops.push_back({graph.length_m[e], graph.head[e]});
    for (std::size_t i = 1; i < stops.size(); ++i) {
      join(e, stops[i - 1], stops[i]);
      join(e, stops[i], stops[i - 1]);
    }
  }
  void join(analysis::EdgeIndex e, std::pair<double, std::size_t> a,
            std::pair<double, std::size_t> b) {
    const auto cost = analysis::partial_cost(district_.network, e, a.first, b.first);
    if (cost == base::unreachable) return;
    steps_.push_back({a.second, b.second, double(cost.value), std::abs(a.first - b.first)});
  }

  /// Every simple way from a rest to the next ones, no longer than the limit.
  std::vector<std::pair<std::size_t, double>> legs_from(std::size_t start) {
    std::vector<double> least(places_, never);
    std::vector<bool> on_way(places_, false);
    wander(start, start, 0, 0, on_way, least);
    std::vector<std::pair<std::size_t, double>> legs;
    for (std::size_t place = 0; place < places_; ++place) {
      if (place != start && is_rest_[place] && least[place] < never)
        legs.emplace_back(place, least[place]);
    }
    return legs;
  }
  void wander(std::size_t start, std::size_t at, double ms, double metres,
              std::vector<bool>& on_way, std::vector<double>& least) {
    if (at != start && is_rest_[at]) {
      least[at] = std::min(least[at], ms);
      return;
    }
    on_way[at] = true;
    for (const auto& step : steps_of_[at]) {
      if (on_way[step.to] || metres + step.metres > max_gap_m_) continue;
      wander(start, step.to, ms + step.ms, metres + step.metres, on_way, least);
    }
    on_way[at] = false;
  }

  const analysis::District& district_;
  double max_gap_m_;
  std::size_t places_ = 0;
  std::vector<Step> steps_;
  std::vector<std::vector<Step>> steps_of_;
  std::vector<std::pair<analysis::EdgeIndex, std::pair<double, std::size_t>>> on_edge_;
  std::vector<std::size_t> home_;
  std::vector<std::vector<std::size_t>> service_;
  std::vector<std::size_t> rests_;
  std::vector<bool> is_rest_;
};

}  // namespace nahraum::districts
