#pragma once
/// A light on one part of the window, for the tour and for exercises.

#include <utility>
#include <vector>

#include "ui/kit.hpp"

namespace nahraum::ui {

using Corners = std::pair<ImVec2, ImVec2>;  ///< upper left, lower right

/// Darkens the window around `lit`, which gets a rim, and around `spared`; over everything that was
/// drawn before in this frame, and open to every click. `name`: of the ImGui window.
void dim_around(const Kit& kit, const char* name, const Corners& lit,
                const std::vector<Corners>& spared, int dark_of_255);

/// What is left of `of` where `hole` is cut out: at most four rectangles. Pure.
std::vector<Corners> without(const Corners& of, const Corners& hole);

}  // namespace nahraum::ui
