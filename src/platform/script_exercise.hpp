#pragma once
/// The script's commands for exercises: every one goes through the widgets that a person uses.

#include <sstream>

#include "platform/script_press.hpp"

namespace nahraum::platform {

/// exercise begin|continue ID, exercise own FILE (dropped on the window), exercise
/// next|back|hint|solution|leave. Errors: not_found (no such
/// exercise or widget), bad_input.
base::Result<void> play_exercise(Window& window, const ScriptHand& hand, std::istringstream& line);
/// answer choice ID | number 4,5 | text … | pins|line|area E N E N …: of the step that is open.
base::Result<void> play_answer(Window& window, const ScriptHand& hand, std::istringstream& line);
/// study barriers: an analysis of module 2 by its button; as exercise files call them.
base::Result<void> play_study(Window& window, const ScriptHand& hand, std::istringstream& line);

}  // namespace nahraum::platform
