#pragma once
/// `nahraum capacity`: how much capacity of a service there is for whom, and how evenly.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/capacity_answer.hpp"
#include "app/console.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct CapacityOptions {
  std::filesystem::path project;
  std::vector<std::string> services;  ///< one; for diversity any number, none: the core set
  std::string profile;
  std::string method = "2sfca";
  std::string decay;                       ///< "": the method's own
  std::string half;                        ///< half distance, "300m" or "5min"
  std::string limit;                       ///< "": the type's own
  std::string group;                       ///< all, 65, 80; "": the type's own
  std::optional<double> default_capacity;  ///< for services that state none
  std::string by = "service";              ///< home, area, service
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;
  std::string scenario = {};  ///< "": the project as it is
};
/// The same for a workspace that is open, for one service. The answer points into its catalogue.
base::Result<CapacityAnswer> ask_capacity(const CapacityOptions& options,
                                          const Workspace& workspace, jobs::Context& context);
/// Errors: those of opening the project; bad_input for options that contradict each other, for
/// services that come to people's homes, and for a group that nobody has counted.
base::Result<void> run_capacity(const CapacityOptions& options, Console& console);
void add_capacity(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
