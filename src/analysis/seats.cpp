#include "analysis/seats.hpp"

#include <algorithm>
#include <set>

namespace nahraum::analysis {
namespace {

using model::PointKind;

constexpr const char* seat_service = "F03";

bool is_stop(const model::Tags& tags) {
  return tags.is("highway", "bus_stop") || tags.is("railway", "tram_stop") ||
         tags.is("public_transport", "platform") || tags.is("highway", "platform") ||
         tags.is("railway", "platform");
}

std::optional<SeatKind> seat_kind(const model::Element& element, const model::RestRules& rules) {
  if (element.kind == PointKind::bench) {
    const bool stop = is_stop(element.tags) && element.tags.is("bench", "yes");
    if (stop) return rules.stop.counts ? std::optional(SeatKind::stop) : std::nullopt;
    return rules.bench.counts ? std::optional(SeatKind::bench) : std::nullopt;
  }
  const bool shelter = element.kind == PointKind::shelter && !element.tags.is("bench", "no");
  return shelter && rules.shelter.counts ? std::optional(SeatKind::shelter) : std::nullopt;
}

/// A square's middle, and how far its corners lie from it.
double farthest_corner(const model::Area& square, geo::Point middle) {
  double most_m = 0;
  for (const auto& polygon : square.outline) {
    for (const geo::Point corner : polygon.outer)
      most_m = std::max(most_m, geo::distance(corner, middle));
  }
  return most_m;
}

std::vector<Spot> as_spots(const std::vector<Snap>& snaps) {
  std::vector<Spot> spots;
  spots.reserve(snaps.size());
  for (const Snap& snap : snaps)
    spots.push_back({snap.edge, snap.along_m});
  return spots;
}

}  // namespace

const char* to_text(SeatKind kind) {
  switch (kind) {
    case SeatKind::bench:
      return "bench";
    case SeatKind::stop:
      return "stop";
    case SeatKind::shelter:
      return "shelter";
    case SeatKind::square:
      return "square";
    case SeatKind::added:
      break;
  }
  return "added";
}

std::vector<Seat> seats_of(const model::Project& project, const model::RestRules& rules) {
  std::vector<Seat> seats;
  std::set<model::OsmId> seen;
  for (const auto& element : project.elements) {
    const auto kind = seat_kind(element, rules);
    if (!kind) continue;
    seats.push_back({*kind, element.at, -1});
    if (element.osm.kind != '-') seen.insert(element.osm);
  }
  for (const auto& service : project.services) {
    if (service.type != seat_service || !rules.bench.counts || seen.contains(service.osm)) continue;
    seats.push_back({service.origin == "osm" ? SeatKind::bench : SeatKind::added, service.at, -1});
  }
  for (std::size_t i = 0; rules.square.counts && i < project.areas.size(); ++i) {
    const model::Area& area = project.areas[i];
    if (area.kind != model::AreaKind::square || area.outline.empty()) continue;
    seats.push_back(
        {SeatKind::square, geo::bounds(area.outline).centre(), static_cast<std::int32_t>(i)});
  }
  return seats;
}

std::vector<Spot> spots_of(const District& district, const Seat& seat,
                           const model::RestRules& rules) {
  const double radius_m = rules.serves_within.value;
  if (seat.area < 0) return as_spots(district.snapper.all_within(seat.at, radius_m));
  const auto& square = district.project->areas[static_cast<std::size_t>(seat.area)];
  const double most_m = std::max(radius_m, farthest_corner(square, seat.at));
  auto near = district.snapper.all_within(seat.at, most_m);
  std::erase_if(near, [&](const Snap& snap) {
    return snap.walk_m > radius_m && !geo::contains(square.outline, snap.at);
  });
  return as_spots(near);
}

}  // namespace nahraum::analysis
