#pragma once
/// An exercise from a file that people write: assets/exercises/README.md tells how.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "course/exercise.hpp"
#include "course/yaml_source.hpp"
#include "model/catalogue.hpp"

namespace nahraum::course {

struct ReadExercise {
  std::optional<Exercise> exercise;  ///< nothing where there are problems
  std::vector<Problem> problems;     ///< all of them, by line
};

/// Reads and checks: keys, kinds, ids in the catalogue, names of figures and steps, the same
/// placeholders in both languages, and that every question can be answered. Pure.
ReadExercise read_exercise(const std::string& text, const model::Catalogue& catalogue);
/// Problems of the file itself (missing, too large) are listed as well.
ReadExercise read_exercise_file(const std::filesystem::path& file,
                                const model::Catalogue& catalogue);

/// A shipped or an own file.
struct ExerciseFile {
  std::filesystem::path file;
  ReadExercise read;
};
/// All *.yaml of a folder, by module and name.
std::vector<ExerciseFile> exercises_in(const std::filesystem::path& folder,
                                       const model::Catalogue& catalogue);

}  // namespace nahraum::course
