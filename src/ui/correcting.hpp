#pragma once
/// Which correction of the map data a shape on the map means.

#include <string>
#include <vector>

#include "app/state.hpp"

namespace nahraum::ui {

/// `points` as the tool's shape gives them, in a project with its corrections made; ways, steps and
/// kerbs are looked for within `near_m`. Errors: not_found, with what to do.
base::Result<model::Change> correction_by(app::Tool tool, const std::vector<geo::Point>& points,
                                          const model::Project& project, double near_m);

/// One of a few things that a correction may be instead.
struct CorrectionChoice {
  std::string label;
  model::Change change;
};
/// "Zebra crossing", "Traffic lights" …: what the inspector offers for this one, itself among them
/// where it is one of the usual; empty where there is nothing to choose.
std::vector<CorrectionChoice> choices_for(const model::Change& change);

}  // namespace nahraum::ui
