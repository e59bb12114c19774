#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/new_project.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {
namespace {

using base::tr;
namespace fs = std::filesystem;

/// "FILE:LAYER", but a colon inside an existing file's name is part of the name.
io::PolygonFile polygon_file(const std::string& text) {
  std::error_code ignored;
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || fs::exists(text, ignored)) return {text, ""};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

base::Result<io::DistrictSpec> box_of(const std::string& text) {
  const auto n = parse_numbers(text, 4, "--bbox", "8.39,51.84,8.44,51.87");
  if (!n) return tl::unexpected(n.error());
  const io::LonLatBox box{(*n)[0], (*n)[1], (*n)[2], (*n)[3]};
  const bool sound = box.west < box.east && box.south < box.north && box.west >= -180 &&
                     box.east <= 180 && box.south >= -90 && box.north <= 90;
  if (sound) return io::DistrictSpec(box);
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("“{0}” is no box")), text), "--bbox",
                    tr("west, south, east, north in degrees, west smaller than east"));
}

base::Result<io::DistrictSpec> circle_of(const std::string& text) {
  const auto n = parse_numbers(text, 3, "--around", "8.4213,51.8561,800");
  if (!n) return tl::unexpected(n.error());
  const auto at = parse_lonlat(fmt::format("{},{}", (*n)[0], (*n)[1]), "--around");
  if (!at) return tl::unexpected(at.error());
  if ((*n)[2] > 0 && (*n)[2] <= 50000) {
    return io::DistrictSpec(io::Around{*at, base::Metres((*n)[2])});
  }
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("a radius of {0} m makes no district")), (*n)[2]),
                    "--around", tr("give 1 to 50 000 metres"));
}

base::Result<io::DistrictSpec> district_of(const NewOptions& options) {
  if (!options.district.empty()) return io::DistrictSpec(polygon_file(options.district));
  if (!options.district_name.empty()) {
    return io::DistrictSpec(io::BoundaryName{options.district_name});
  }
  if (!options.bbox.empty()) return box_of(options.bbox);
  if (!options.around.empty()) return circle_of(options.around);
  return io::DistrictSpec(io::WholeFile{});
}

}  // namespace

base::Result<NewProject> new_project_of(const NewOptions& options) {
  NewProject input;
  const auto district = district_of(options);
  if (!district) return tl::unexpected(district.error());
  input.osm = options.osm;
  input.district = *district;
  input.population = options.population;
  input.services = options.services;
  input.elevation = options.elevation;
  input.service_areas = {options.service_areas, options.postcodes, ""};
  input.options.rim_m = options.rim_m;
  input.options.accept_partial = options.accept_partial;
  input.options.title = options.title;
  if (!options.crs.empty()) {
    const auto epsg = parse_epsg(options.crs);
    if (!epsg) return tl::unexpected(epsg.error());
    input.options.epsg = *epsg;
  }
  return input;
}

namespace {

/// A project that is made anew must not take the user's notes and moved services with it: the old
/// file stays beside it. Anything that is not a project is never overwritten.
base::Result<fs::path> keep_old_project(const fs::path& path, Console& console) {
  std::error_code error;
  if (!fs::exists(path, error)) return fs::path();
  if (const auto old = io::read_project(path, console.context()); !old) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("a file of this name exists and is no Nahraum project"), path.string(),
                      tr("choose another name or move that file away"));
  }
  fs::path backup = path;
  backup.replace_filename(path.stem().string() + ".bak" + path.extension().string());
  fs::copy_file(path, backup, fs::copy_options::overwrite_existing, error);
  if (!error) return backup;
  return base::fail(base::ErrorCode::io, error.message(), backup.string(),
                    tr("the old project could not be kept: choose another name"));
}

void tell(const NewOptions& options, const model::Project& project, const fs::path& backup,
          Console& console) {
  for (const auto& warning : warnings_of(project))
    console.warn(warning);
  long homes = 0;
  long residents = 0;
  for (const auto& home : project.homes) {
    if (!home.in_district) continue;
    ++homes;
    residents += home.residents.all.value_or(0);
  }
  const auto number = [](long n) {
    return base::format_number(static_cast<double>(n), 0, base::language());
  };
  console.say(
      fmt::format(fmt::runtime(tr("{0}: “{1}”, {2} homes, {3} residents{4}, {5} services")),
                  options.project.string(), project.info.title, number(homes), number(residents),
                  model::population_assumed(project) ? tr(" (assumption from floor area)") : "",
                  number(static_cast<long>(project.services.size()))));
  if (!backup.empty()) {
    console.say(fmt::format(fmt::runtime(tr("the older project is kept as {0}")), backup.string()));
  }
}

}  // namespace

base::Result<void> run_new(const NewOptions& options, Console& console) {
  if (extension_of(options.project.string()) != ".gpkg") {
    return base::fail(base::ErrorCode::bad_input, tr("a project's name ends in .gpkg"),
                      options.project.string(), tr("write it like quartier.gpkg"));
  }
  const auto input = new_project_of(options);
  if (!input) return tl::unexpected(input.error());
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  const auto project = make_project(*input, *catalogue, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto backup = keep_old_project(options.project, console);
  if (!backup) return tl::unexpected(backup.error());
  if (auto written = io::write_project(*project, options.project, console.context()); !written) {
    return written;
  }
  tell(options, *project, *backup, console);
  return {};
}

}  // namespace nahraum::app
