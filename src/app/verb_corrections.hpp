#pragma once
/// `nahraum corrections`: what the project's users found wrong in the map data, for those who keep
/// them.

#include <filesystem>

#include "app/verb_options.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::app {

struct CorrectionsOptions {
  std::filesystem::path project;
  std::string action;  ///< list, export
  bool json = false;
  std::filesystem::path out;
};

/// One feature a correction: a point or a line where it lies, what it says, for people and in
/// OpenStreetMap's words.
io::FeatureTable corrections_table(const model::Project& project,
                                   const model::Catalogue& catalogue);
base::Result<void> run_corrections(const CorrectionsOptions& options, Console& console);
void add_corrections(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
