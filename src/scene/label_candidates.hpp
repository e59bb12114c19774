#pragma once
/// What may be labelled. Internal to scene/labels.

#include <string>
#include <vector>

#include "scene/labels.hpp"

namespace nahraum::scene {

struct NamedLine {
  enum class Kind { street, water } kind = Kind::street;
  std::string name;
  StreetClass street = StreetClass::residential;
  geo::Line line;
  double length_m = 0;
};

struct NamedPlace {
  enum class Kind { place, water, green, house } kind = Kind::place;
  std::string name;
  std::string place;  ///< place=*
  geo::Point at;
  double width_m = 0;  ///< of the area's box
  double area_m2 = 0;
};

/// Of "Hauptstraße 5, 7, 9": "5–9"; "" where there is none.
std::string house_number(const std::string& address);

class LabelCandidates {
 public:
  std::vector<NamedLine> lines;
  std::vector<NamedPlace> places;
  geo::MultiPolygon district;  ///< names outside step back
};

}  // namespace nahraum::scene
