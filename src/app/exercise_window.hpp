#pragma once
/// How an exercise meets the window: what a step's stage makes of its state, and what its checks
/// see of it.

#include <vector>

#include "app/exercise_check.hpp"
#include "app/state.hpp"

namespace nahraum::app {

/// The question, module and analysis that the window has open.
AskedNow asked_now(const State& state);

/// Of a project that was just opened: no card, and the exercises of the installation, read once.
void begin_course(State& state, const model::Catalogue& catalogue);

/// What the card is open for; nullptr: for none, or the project or the exercise is not there any
/// more.
const model::ExerciseProgress* open_progress(const State& state);
const course::Exercise* open_exercise(const State& state);
/// Where the group is; nullptr where it has finished, too.
const course::Step* open_step(const State& state);
/// Its answer in the step that is open; nullptr: none yet.
const model::ExerciseAnswer* open_answer(const State& state);
/// The tool that draws the step's answer; Tool::select where none is drawn.
Tool answer_tool(const course::Step& step);
/// What the card's telling would depend on now; nothing where none is open.
std::optional<ExerciseKey> exercise_key(const State& state, int min_count);
/// The step with its figures; nullptr while they are computed for the first time.
const ToldStep* told_step(const State& state);

/// Part of app::apply.
std::vector<Effect> apply_exercise(State& state, const ExerciseAction& action);

/// The actions that set a step's stage; only what differs is asked again. Scenarios and indicators
/// that the project does not have are left as they are. The map's place is the caller's.
std::vector<Action> stage_actions(const State& state, const course::Stage& stage);

}  // namespace nahraum::app
