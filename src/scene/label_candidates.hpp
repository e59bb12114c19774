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
  enum class Kind { place, water, green } kind = Kind::place;
  std::string name;
  std::string place;  ///< place=*
  geo::Point at;
  double width_m = 0;  ///< of the area's box
  double area_m2 = 0;
};

class LabelCandidates {
 public:
  std::vector<NamedLine> lines;
  std::vector<NamedPlace> places;
  geo::MultiPolygon district;  ///< names outside step back
};

}  // namespace nahraum::scene
