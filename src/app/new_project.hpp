#pragma once
/// From data files to a finished project: streets and services, listed services, people.

#include <filesystem>
#include <vector>

#include "app/new_options.hpp"
#include "io/osm_import.hpp"
#include "io/service_area_file.hpp"

namespace nahraum::app {

struct NewProject {
  std::filesystem::path osm;
  io::DistrictSpec district;
  io::ImportOptions options;
  std::vector<std::filesystem::path> population;  ///< several files complete each other
  std::vector<std::filesystem::path> services;
  std::vector<std::filesystem::path> elevation;  ///< tiles or folders of tiles
  io::ServiceAreaFiles service_areas;            ///< of those who come to people; "" none
};

/// What the options say, checked. Errors: bad_input.
base::Result<NewProject> new_project_of(const NewOptions& options);

/// Errors: those of the readers; nothing is left out without an entry in the project's report.
base::Result<model::Project> make_project(const NewProject& input,
                                          const model::Catalogue& catalogue,
                                          jobs::Context& context);

/// The demo district "Lindenhof" as the program ships it.
NewProject demo_district();

/// The report's warnings and losses, a line each, for the terminal and the messages strip.
std::vector<std::string> warnings_of(const model::Project& project);

}  // namespace nahraum::app
