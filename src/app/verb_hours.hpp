#pragma once
/// `nahraum hours`: how many hours of the week a service is open within reach, and when.

#include <filesystem>
#include <string>

#include "app/hours_report.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct HoursOptions {
  std::filesystem::path project;
  std::string service;
  std::string profile;
  std::string limit;  ///< "": the type's own
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;
  std::string scenario = {};  ///< "": the project as it is
};
/// Errors: unknown service or profile; a limit that is none.
base::Result<HoursResult> ask_hours(const HoursOptions& options, const Workspace& workspace,
                                    jobs::Context& context);
base::Result<void> run_hours(const HoursOptions& options, Console& console);

void add_hours(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
