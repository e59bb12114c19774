#pragma once
/// What a user chooses for good: language, size of the text, coordinates, least count.

#include <array>

#include "ui/kit.hpp"

namespace nahraum::ui {

/// Text sizes that can be chosen by one click; the keys go in smaller steps.
inline constexpr std::array<double, 7> text_scales{0.8, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5};
/// Least counts that can be chosen: the catalogue's own and larger ones, never smaller.
std::vector<int> offered_counts(int of_catalogue);

/// Everything acts at once; nothing has to be confirmed. `of_catalogue`: its least count.
void settings_panel(const Kit& kit, const app::Settings& settings, int of_catalogue);

}  // namespace nahraum::ui
