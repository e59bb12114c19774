#pragma once
/// What the clock of a meeting shows. No ImGui: plain values, in the user's language.

#include <optional>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "base/wall_time.hpp"

namespace nahraum::ui {

struct AgendaView {
  std::string meeting, title;
  std::string time;     ///< "12:34", or "+3:20" over the item's time
  std::string of_time;  ///< what that is: "left", "over its time", "the clock rests"
  std::string wall;     ///< "10:42"
  std::string next;     ///< "Then at 10:55: Break (15 min)"
  std::string plan;     ///< "5 min behind the plan"
  std::string end;      ///< "Ends at about 16:05 (planned 16:00)"
  float share = 0;      ///< of the item's time that has gone
  bool over = false, rests = false, ended = false, last = false, first = false;
  bool behind = false;  ///< the plan, by a minute and more
  /// Opens the item's exercise; empty: it has none.
  std::vector<app::Action> exercise;
  std::string exercise_title;
};
/// Nothing where no clock runs. Cost: O(items); nothing of it rests on a job.
std::optional<AgendaView> make_agenda_view(const app::State& state, const base::WallTime& now);

/// For the strip, the time first, since the rest may be cut: "12:34   Break"; "" where no clock
/// runs.
std::string agenda_in_short(const app::State& state, const base::WallTime& now);

}  // namespace nahraum::ui
