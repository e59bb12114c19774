#pragma once
/// `nahraum add`: more data for a project that is there.

#include <filesystem>
#include <vector>

#include "app/verb_options.hpp"

namespace nahraum::app {

struct AddOptions {
  std::filesystem::path project;
  std::vector<std::filesystem::path> elevation;
};
/// Nothing is written where anything fails.
base::Result<void> run_add(const AddOptions& options, Console& console);
void add_add(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
