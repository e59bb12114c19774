#pragma once
/// The exercise that an item of a moderation plan names.

#include "app/state.hpp"

namespace nahraum::app {

/// Null: none of that id, or none are known.
const course::Exercise* find_exercise(const std::vector<course::Exercise>* all,
                                      const std::string& id);
/// Opens its module, and it: where it was left, or at its first step. `today`: ISO date.
std::vector<Action> actions_to_exercise(const model::Project& project,
                                        const course::Exercise& exercise, const std::string& today);

/// Puts it at the end of the plan in sight, or begins a course day with it; and says so.
std::vector<Action> actions_into_plan(const State& state, const course::Exercise& exercise);

}  // namespace nahraum::app
