#pragma once
/// What is looked at of the course's work: nothing of it is kept in the project.

#include <string>

#include "model/work.hpp"

namespace nahraum::app {

/// The running clock of a meeting or a day (app/agenda_clock.hpp). Times in seconds since 1970.
struct AgendaRun {
  std::string agenda;     ///< its name
  long began = 0;         ///< 0: it does not run
  long planned = 0;       ///< when the plan would have begun; what is behind or ahead is told by it
  model::Id item = 0;     ///< where the meeting is
  long item_began = 0;    ///< pauses moved it on
  long paused_since = 0;  ///< 0: it does not rest
  bool ended = false;     ///< the last item was closed
  bool runs() const { return began != 0; }
  friend bool operator==(const AgendaRun&, const AgendaRun&) = default;
};

/// How much of the ground is seen where people draw what they have in mind, so that it does not
/// steer them: all of it, as a pale shadow, or none.
enum class SketchGround { full, pale, empty };

struct WorkView {
  std::string table;         ///< open below the map: a record table's name; "" none
  model::Id row = 0;         ///< chosen in it
  std::string switched_off;  ///< stress test: "provider Name", "sector market", "payer care", ""
  std::string agenda;        ///< the meeting or day in sight; "" the first
  AgendaRun run;             ///< changed by RunAgenda only
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
