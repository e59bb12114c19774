#pragma once
/// Which shape of the project the chosen thing has, and the edit that gives it another.

#include "app/state.hpp"
#include "ui/vertices.hpp"

namespace nahraum::ui {

/// Of a chosen note or correction, of the district and of statistical areas while their tools are
/// on; without lines where there is nothing to edit.
EditedShape edited_shape(const app::State& state);

/// Errors: bad_input where the shape cannot be (an outline that crosses itself, or leaves the
/// data). Not for statistical areas, whose residents are spread anew: `action_with`.
base::Result<model::Edit> edit_with(const app::State& state, const EditedShape& shape);
/// What the window does then: an edit, or ChangeArea.
base::Result<app::Action> action_with(const app::State& state, const EditedShape& shape);

}  // namespace nahraum::ui
