#pragma once
/// Where a provider comes to people's homes: home care, meals, alarm. Plain values in the project's
/// CRS.

#include <string>

#include "geo/values.hpp"

namespace nahraum::model {

/// How a service area was stated: drawn, or as a list of postcodes, of statistical areas, of both.
enum class AreaGiven { polygon, postcodes, areas, mixed };

struct ServiceArea {
  std::string type;      ///< catalogue id "P01"
  std::string provider;  ///< "" unknown
  std::string name;      ///< of the offer, "" where none is stated
  std::string area;      ///< as stated: "52062, 52064"; "" for a drawn outline
  std::string source;    ///< file name; behind a comma that of the postcodes' polygons
  geo::MultiPolygon outline;
  AreaGiven given = AreaGiven::polygon;
  std::string date;    ///< ISO date or year from when it is, "" unknown
  std::string sha256;  ///< of the file that states the area, "" unknown
  friend bool operator==(const ServiceArea&, const ServiceArea&) = default;
};

}  // namespace nahraum::model
