#pragma once
/// `nahraum rests`: who cannot get to a service for want of seats, and where seats would help.

#include <filesystem>
#include <string>

#include "app/rests_report.hpp"
#include "app/sheet_options.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct RestsOptions {
  std::filesystem::path project;
  std::string service;
  std::string profile;
  double max_gap_m = 0;  ///< 0: the profile's own
  std::string limit;     ///< "": the type's own
  int suggest = 0;       ///< how many new seats
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;  ///< map layers, or a sheet
  SheetOptions sheet = {};
  std::string scenario = {};  ///< "": the project as it is
};
/// Errors: unknown service or profile; a profile that states no distance, where none is given; a
/// limit that is none.
base::Result<RestsResult> ask_rests(const RestsOptions& options, const Workspace& workspace,
                                    jobs::Context& context);
base::Result<void> run_rests(const RestsOptions& options, Console& console);

void add_rests(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
