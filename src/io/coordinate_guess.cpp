#include "io/coordinate_guess.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/vector_reader.hpp"

namespace nahraum::io {
namespace {

using base::tr;

/// The CRS that a place's numbers speak of. Some lists write the northing or the latitude first.
struct Guess {
  int epsg = 0;
  bool swapped = false;
  friend auto operator<=>(const Guess&, const Guess&) = default;
};

bool plain_degrees(geo::Point p) {
  return std::abs(p.x) <= 180 && std::abs(p.y) <= 90;
}

Guess guess_of(geo::Point p) {
  const auto epsg = epsg_by_range({p.x, p.y, p.x, p.y});
  const bool german_degrees = p.x >= 5 && p.x <= 16 && p.y >= 47 && p.y <= 56;
  if (epsg != 0 && (epsg != 4326 || german_degrees)) return {epsg, false};
  const geo::Point other{p.y, p.x};
  const auto swapped = epsg_by_range({other.x, other.y, other.x, other.y});
  const bool german_swapped = other.x >= 5 && other.x <= 16 && other.y >= 47 && other.y <= 56;
  if (swapped != 0 && (!plain_degrees(p) || german_swapped)) return {swapped, true};
  return {epsg, false};
}

Guess guess_of(const std::vector<geo::Point>& places) {
  std::map<Guess, int> votes;
  for (const auto& place : places)
    ++votes[guess_of(place)];
  votes.erase(Guess{0, false});
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? Guess{} : most->first;
}

base::Result<geo::Projection> projection_from(const Guess& guess, int epsg) {
  // 25832 and 25833 have the same range: the project's own zone is meant.
  const bool utm = guess.epsg == 25832;
  if (guess.epsg == 4326) return geo::Projection::to_epsg(epsg);
  return geo::Projection::between(fmt::format("EPSG:{}", utm && epsg == 25833 ? epsg : guess.epsg),
                                  epsg);
}

}  // namespace

const std::vector<std::string>& easting_names() {
  static const std::vector<std::string> names = {
      "Rechtswert", "Ostwert", "Easting", "East",      "E",     "X",
      "lon",        "long",    "lng",     "longitude", "Länge", "Längengrad"};
  return names;
}

const std::vector<std::string>& northing_names() {
  static const std::vector<std::string> names = {"Hochwert", "Nordwert",   "Northing", "North",
                                                 "N",        "Y",          "lat",      "latitude",
                                                 "Breite",   "Breitengrad"};
  return names;
}

std::optional<geo::Point> MeantCoordinates::forward(geo::Point numbers) const {
  if (guess_of(numbers) != Guess{epsg, swapped}) return std::nullopt;
  return projection.forward(swapped ? geo::Point{numbers.y, numbers.x} : numbers);
}

base::Result<MeantCoordinates> judge_coordinates(const std::vector<geo::Point>& places,
                                                 int target_epsg, const std::string& source) {
  const auto guess = guess_of(places);
  if (guess.epsg == 0) {
    return base::fail(base::ErrorCode::unsupported, tr("the coordinates fit no known system"),
                      source, tr("give them as UTM (EPSG:25832) or longitude and latitude"));
  }
  auto projection = projection_from(guess, target_epsg);
  if (!projection) return tl::unexpected(projection.error());
  return MeantCoordinates{guess.epsg, guess.swapped, std::move(*projection)};
}

}  // namespace nahraum::io
