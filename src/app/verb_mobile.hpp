#pragma once
/// `nahraum mobile`: which providers come to people's homes, and to whom nobody comes.

#include <filesystem>
#include <string>

#include "app/mobile_report.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct MobileOptions {
  std::filesystem::path project;
  std::string service;
  std::filesystem::path areas;      ///< "": those that the project keeps
  std::filesystem::path postcodes;  ///< "": none
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;
  std::string scenario = {};  ///< "": the project as it is
};
/// Errors: an unknown service, or one that people walk to; a file without areas of that service;
/// those of reading it; not_found where no file is given and the project keeps none.
base::Result<MobileResult> ask_mobile(const MobileOptions& options, const Workspace& workspace);
base::Result<void> run_mobile(const MobileOptions& options, Console& console);

void add_mobile(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
