#pragma once
/// Exercises that a trainer wrote: files anywhere on this machine, remembered in the settings and
/// read at every start. A faulty or missing one stays in the list with what is wrong, and the rest
/// goes on.

#include "app/exercise_state.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

/// The installation's own. Files with faults are left out. Cost: reads about 20 files.
Exercises shipped_exercises(const model::Catalogue& catalogue);

struct ReadOwn {
  std::vector<OwnExercise> files;  ///< one for each, in order
  Exercises all;                   ///< the shipped ones and those that are sound
  Exercises shipped;
};
/// An id that another exercise has already is a fault. `shipped`: null: they are read, too. Cost:
/// reads the files.
ReadOwn read_own_exercises(const std::vector<std::string>& files, const Exercises& shipped,
                           const model::Catalogue& catalogue);

/// "line 12: there is no figure “x” – did you mean “y”?"
std::string fault_text(const ExerciseFault& fault);
/// What became of a file, for the messages: "mine.yaml: 3 mistakes …".
std::string told_own(const OwnExercise& own);

/// Whether a file can be one by its name.
bool is_exercise_file(const std::filesystem::path& file);

/// With the file at the list's end, once; whole and without "..".
std::string remember_exercise(std::vector<std::string>& files, const std::filesystem::path& file);

}  // namespace nahraum::app
