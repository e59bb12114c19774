#include "app/verb_add.hpp"

#include <cmath>

#include <fmt/format.h>

#include "app/elevation.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

using base::tr;

base::Result<void> run_add(const AddOptions& options, Console& console) {
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  if (auto added = add_elevation(*project, options.elevation, console.context()); !added) {
    return added;
  }
  if (auto written = io::write_project(*project, options.project, console.context()); !written) {
    return written;
  }
  console.say(fmt::format(fmt::runtime(tr("{0}: heights from {1}, {2} m")),
                          options.project.string(), project->terrain->file,
                          std::lround(project->terrain->resolution_m)));
  return {};
}

void add_add(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "add", tr("more data for a project"), run_add);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  verb->add_option("--dem", o->elevation,
                   tr("elevation model: .tif, .xyz, .xyz.gz, .asc, .hgt or a folder of tiles; may "
                      "be repeated"))
      ->allow_extra_args(false)
      ->required();
}

}  // namespace nahraum::app
