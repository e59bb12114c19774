#pragma once
/// What the buttons of a meeting's clock do to the window's state.

#include "app/state.hpp"
#include "base/wall_time.hpp"

namespace nahraum::app {

/// At that moment.
RunAgenda run_agenda(RunAgenda::Do what, const base::WallTime& now);

/// Part of app::apply. A clock that runs is not begun anew. Where there is no plan of a meeting it
/// says so.
std::vector<Effect> apply_agenda(State& state, const RunAgenda& action);

}  // namespace nahraum::app
