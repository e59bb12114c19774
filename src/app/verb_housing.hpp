#pragma once
/// `nahraum housing`: how dwellings can be lived in with weak legs, and who reaches a service from
/// them.

#include <filesystem>
#include <string>

#include "app/housing_report.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct HousingOptions {
  std::filesystem::path project;
  std::string service;
  std::string profile;
  std::string limit;  ///< "": the type's own
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;  ///< map layers
  std::string scenario = {};  ///< "": the project as it is
};
/// Errors: unknown service or profile, or a service that comes to people; a limit that is none.
/// Cost: one search on the network.
base::Result<HousingResult> ask_housing(const HousingOptions& options, const Workspace& workspace,
                                        jobs::Context& context);
base::Result<void> run_housing(const HousingOptions& options, Console& console);

void add_housing(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
