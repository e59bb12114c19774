#pragma once
/// `nahraum exercise`: the course's exercises, and one of them by a file of answers.

#include <filesystem>
#include <string>
#include <vector>

#include "app/verb_options.hpp"

namespace nahraum::app {

struct ExerciseOptions {
  std::string action;                        ///< list, show, check, run
  std::string exercise;                      ///< id of a shipped one, or a file
  std::vector<std::filesystem::path> files;  ///< of check
  std::filesystem::path project;             ///< of run; of show: figures from it, "" none
  std::filesystem::path script;
  bool solutions = false;  ///< of show
  bool keep = false;       ///< of run: what was made and answered stays in the project
  bool json = false;
};
/// Errors: not_found with the nearest name; bad_input for a file with problems, which are listed
/// before; a run that does not come to its end.
base::Result<void> run_exercise_verb(const ExerciseOptions& options, Console& console);
void add_exercise(CLI::App& app, CommandLine& line);

/// Where the shipped exercises lie.
std::filesystem::path exercise_folder();

}  // namespace nahraum::app
