#pragma once
/// Exercises for people and for programs.

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/exercise_run.hpp"

namespace nahraum::app {

/// A line each: module, minutes, id, title.
std::string exercises_text(const std::vector<course::Exercise>& exercises);
nlohmann::json exercises_json(const std::vector<course::Exercise>& exercises);

/// For reading and printing. Without `figures` their places are left blank.
std::string exercise_markdown(const course::Exercise& exercise, ExerciseFigures* figures,
                              bool solutions);

/// Per step what was answered and what came of it; solutions with their figures.
std::string run_text(const course::Exercise& exercise, const ExerciseRun& run);
nlohmann::json run_json(const course::Exercise& exercise, const ExerciseRun& run);

/// "done", "right", "not right", "open", in the user's language.
std::string verdict_name(Verdict verdict);

}  // namespace nahraum::app
