#pragma once
/// `nahraum barriers`: which obstacle keeps how many people from a service, and what a closed
/// street would cost.

#include <filesystem>
#include <string>
#include <vector>

#include "app/barriers_report.hpp"
#include "app/sheet_options.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct BarriersOptions {
  std::filesystem::path project;
  std::string profile;
  std::string service;
  bool basket = false;
  std::string limit;               ///< "": each type's own
  std::vector<std::string> kinds;  ///< empty: all
  bool closures = false;           ///< which closed street costs most, instead
  std::vector<std::string> close;  ///< LON,LAT of streets that are closed together, instead
  int top = 20;
  int min_count = -1;  ///< −1: the catalogue's disclosure minimum
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;  ///< map layers, or a sheet
  SheetOptions sheet = {};
  std::string scenario = {};  ///< "": the project as it is
};
/// Errors: unknown service, profile or kind; a limit that is none; a place away from every street.
base::Result<BarriersResult> ask_barriers(const BarriersOptions& options,
                                          const Workspace& workspace, jobs::Context& context);
base::Result<void> run_barriers(const BarriersOptions& options, Console& console);

void add_barriers(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
