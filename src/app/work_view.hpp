#pragma once
/// What is looked at of the course's work: nothing of it is kept in the project.

#include <string>

#include "model/work.hpp"

namespace nahraum::app {

/// How much of the ground is seen where people draw what they have in mind, so that it does not
/// steer them: all of it, as a pale shadow, or none.
enum class SketchGround { full, pale, empty };

struct WorkView {
  std::string table;         ///< open below the map: a record table's name; "" none
  model::Id row = 0;         ///< chosen in it
  std::string switched_off;  ///< stress test: "provider Name", "sector market", "payer care", ""
  std::string agenda;        ///< the meeting or day in sight; "" the first
  long running_since = 0;    ///< of its clock, seconds since 1970; 0 not running
  model::Id question = 0;    ///< the card that pins answer
  std::string people;        ///< the group of residents who set pins now
  std::string value;         ///< of pins that are set now: "good", "far" …
  std::string scenario;      ///< of money: "renewed", "cut", "taken_over"; "" as entered
  bool rings = false;        ///< actors as rings around the neighbourhood office, else as a network
  bool agreement = false;    ///< places that groups agree on stand on the map, else single pins
  SketchGround ground = SketchGround::full;  ///< of module 3's map alone
  friend bool operator==(const WorkView&, const WorkView&) = default;
};

}  // namespace nahraum::app
