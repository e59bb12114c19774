#include "app/exercise_places.hpp"

#include <algorithm>
#include <cmath>

#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

/// Of all candidates so many that lie far from each other: each time the one farthest from those
/// chosen; ties: the first.
std::vector<geo::Point> far_apart(const std::vector<geo::Point>& all, int count) {
  std::vector<geo::Point> chosen;
  while (!all.empty() && static_cast<int>(chosen.size()) < count) {
    double best = -1;
    geo::Point next = all.front();
    for (const auto& p : all) {
      double away = chosen.empty() ? 0 : 1e18;
      for (const auto& other : chosen)
        away = std::min(away, geo::distance(p, other));
      if (away > best) best = away, next = p;
    }
    if (best <= 0 && !chosen.empty()) break;
    chosen.push_back(next);
  }
  return chosen;
}

/// From the middle of the district each time to the nearest service that is a walk away.
std::vector<geo::Point> tour_of(int count, const model::Project& project) {
  std::vector<geo::Point> open;
  for (const auto& service : project.services) {
    if (service.in_district) open.push_back(service.at);
  }
  geo::Point at = geo::bounds(project.district).centre();
  constexpr double apart_m = 80;
  std::vector<geo::Point> tour;
  while (!open.empty() && static_cast<int>(tour.size()) < count) {
    std::erase_if(open, [&](geo::Point p) { return geo::distance(p, at) < apart_m; });
    if (open.empty()) break;
    at = *std::min_element(open.begin(), open.end(), [&](auto a, auto b) {
      return geo::distance(a, at) < geo::distance(b, at);
    });
    tour.push_back(at);
  }
  return tour;
}

struct PlaceFinder {
  ExerciseFigures& figures;
  using Points = base::Result<std::vector<geo::Point>>;

  const model::Project& project() const { return *figures.ground().project; }

  Points operator()(const course::GapPlaces& gap) const {
    const auto homes = figures.homes_in_gap(gap.who);
    if (!homes) return tl::unexpected(homes.error());
    std::vector<geo::Point> all;
    for (const auto home : *homes)
      all.push_back(project().homes[home].at);
    return far_apart(all, gap.count);
  }
  Points operator()(const course::ServiceTour& tour) const {
    return tour_of(tour.count, project());
  }
  Points operator()(const std::vector<course::WrittenPlace>& places) const {
    const auto projection = geo::Projection::to_epsg(project().info.epsg);
    if (!projection) return tl::unexpected(projection.error());
    std::vector<geo::Point> points;
    for (const auto& place : places) {
      const bool degrees = std::fabs(place.x) <= 180 && std::fabs(place.y) <= 90;
      const geo::Point at = degrees ? projection->forward(geo::LonLat{place.x, place.y})
                                    : geo::Point{place.x, place.y};
      if (!std::isfinite(at.x) || !std::isfinite(at.y))
        return base::fail(base::ErrorCode::bad_input,
                          base::tr("this longitude and latitude lie nowhere on the project's map"));
      points.push_back(at);
    }
    return points;
  }
};

}  // namespace

base::Result<std::vector<geo::Point>> places_of(const course::Places& places,
                                                ExerciseFigures& figures) {
  return std::visit(PlaceFinder{figures}, places);
}

base::Result<model::ChangeRecords> edit_of(const course::AddRows& deed, ExerciseFigures& figures) {
  std::vector<geo::Point> places;
  if (deed.at) {
    auto found = places_of(*deed.at, figures);
    if (!found) return tl::unexpected(found.error());
    places = std::move(*found);
  }
  model::ChangeRecords edit;
  auto id = model::record_table(deed.table)->next_id(*figures.ground().project->work);
  for (std::size_t i = 0; i < deed.rows.size(); ++i) {
    auto row = deed.rows[i];
    row.id = id++;
    if (i < places.size()) row.points = {places[i]};
    edit.changes.push_back({deed.table, row.id, row});
  }
  return edit;
}

}  // namespace nahraum::app
