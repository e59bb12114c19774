#pragma once
/// Where a provider comes to people's homes: home care, meals, alarm. Plain values in the project's
/// CRS.

#include <string>

#include "geo/values.hpp"

namespace nahraum::model {

struct ServiceArea {
  std::string type;      ///< catalogue id "P01"
  std::string provider;  ///< "" unknown
  std::string name;      ///< of the offer, "" where none is stated
  std::string area;      ///< as stated: "52062, 52064"; "" for a drawn outline
  std::string source;    ///< file name
  geo::MultiPolygon outline;
  friend bool operator==(const ServiceArea&, const ServiceArea&) = default;
};

}  // namespace nahraum::model
