#pragma once
/// Which of the themes map and window have: the widgets, for whichever dialog shows them.

#include <string>

#include "ui/kit.hpp"

namespace nahraum::ui {

/// "light", "dark", "high contrast", "black and white": in the user's language.
std::string theme_name(scene::Theme theme);
/// A button for each theme; the chosen one is marked.
void theme_choice(const Kit& kit, const app::Settings& settings);

}  // namespace nahraum::ui
