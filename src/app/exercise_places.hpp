#pragma once
/// Places that a file of answers names by what they are, so that it fits any district.

#include "app/exercise_figures.hpp"
#include "course/answer_script.hpp"
#include "model/edit.hpp"

namespace nahraum::app {

/// In the project's CRS; fewer than are asked for where there are fewer. Errors: those of the
/// analyses; bad_input for a place outside the map.
base::Result<std::vector<geo::Point>> places_of(const course::Places& places,
                                                ExerciseFigures& figures);

/// Rows with the next free ids, and the places in turn for as many as there are. Errors: as above.
base::Result<model::ChangeRecords> edit_of(const course::AddRows& deed, ExerciseFigures& figures);

}  // namespace nahraum::app
