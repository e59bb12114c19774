#pragma once
/// `nahraum add`: more data for a project that is there.

#include <filesystem>
#include <string>
#include <vector>

#include "app/verb_options.hpp"

namespace nahraum::app {

struct AddOptions {
  std::filesystem::path project;
  std::vector<std::filesystem::path> elevation;
  std::filesystem::path service_areas;  ///< "": none
  std::filesystem::path dwellings;      ///< "": none
  std::string service;                  ///< of which type; "": of all that the file holds
  std::filesystem::path postcodes;      ///< "": none
  std::string date;                     ///< from when they are, where the file does not state it
};
/// Heights replace those there were, service areas those of the same service type. Nothing is
/// written where anything fails. Errors: those of reading and writing; bad_input where nothing is
/// given.
base::Result<void> run_add(const AddOptions& options, Console& console);
void add_add(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
