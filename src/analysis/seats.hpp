#pragma once
/// Where people may sit down, and which ways pass there.

#include "analysis/reach.hpp"
#include "model/rest_rules.hpp"

namespace nahraum::analysis {

enum class SeatKind { bench, stop, shelter, square, added };
const char* to_text(SeatKind kind);

/// A seat of the project, or one that somebody thinks of.
struct Seat {
  SeatKind kind = SeatKind::bench;
  geo::Point at;
  std::int32_t area = -1;  ///< index of Project::areas: a square, served anywhere on it
};

/// Where a way passes a seat: who walks through here has a rest.
struct Spot {
  EdgeIndex edge = none;
  float along_m = 0;  ///< from the edge's tail; 0 or the edge's length: its end
  friend bool operator==(const Spot&, const Spot&) = default;
};

/// Benches, stops with a bench, shelters, squares and what users added (services of type F03), each
/// object once; those of the rim too. In the order of the project.
std::vector<Seat> seats_of(const model::Project& project, const model::RestRules& rules);

/// Every walkable edge that passes within `serves_within` of the seat, at its nearest point; of a
/// square each edge at its point nearest to the square's middle, where that lies on the square.
/// None: the seat serves nobody. Ascending by edge.
std::vector<Spot> spots_of(const District& district, const Seat& seat,
                           const model::RestRules& rules);

}  // namespace nahraum::analysis
