#pragma once
/// `nahraum scenario`: named sets of changes, and what they change for whom.

#include <filesystem>

#include "app/scenario_report.hpp"
#include "app/sheet_options.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct ScenarioOptions {
  std::filesystem::path project;
  std::string action;  ///< list, apply, show, compare, discard
  std::filesystem::path file;
  bool replace = false;
  std::string name;           ///< of show and discard
  std::string before, after;  ///< of compare; "base" is the project as it is
  std::vector<std::string> services;
  std::string profile = "rollator";
  std::string limit;
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;  ///< map layers, or a sheet
  SheetOptions sheet = {};
};

/// Opens the project and compares two of its states. Errors: those of reading, not_found,
/// bad_input.
base::Result<ScenarioComparison> ask_comparison(const ScenarioOptions& options,
                                                const Workspace& base, jobs::Context& context);
/// Nothing is written where anything fails; the project's other tables never change.
base::Result<void> run_scenario(const ScenarioOptions& options, Console& console);
void add_scenario(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
