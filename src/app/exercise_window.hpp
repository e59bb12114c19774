#pragma once
/// How an exercise meets the window: what a step's stage makes of its state, and what its checks
/// see of it.

#include <vector>

#include "app/exercise_check.hpp"
#include "app/state.hpp"

namespace nahraum::app {

/// The question, module and analysis that the window has open.
AskedNow asked_now(const State& state);

/// The actions that set a step's stage; only what differs is asked again. Scenarios and indicators
/// that the project does not have are left as they are. The map's place is the caller's.
std::vector<Action> stage_actions(const State& state, const course::Stage& stage);

}  // namespace nahraum::app
