#include "app/new_project.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/population.hpp"
#include "app/elevation.hpp"
#include "app/report_text.hpp"
#include "app/service_areas.hpp"
#include "base/paths.hpp"
#include "base/translate.hpp"
#include "io/checksum.hpp"
#include "io/population_files.hpp"
#include "io/service_list.hpp"

namespace nahraum::app {
namespace {

using base::tr;
namespace fs = std::filesystem;

model::Source source_of(const char* role, const fs::path& file) {
  model::Source source;
  source.role = role;
  source.file = file.filename().string();
  source.sha256 = io::sha256_of(file);
  return source;
}

/// The grids' ids tell where they come from; of other tables only the user knows the licence.
bool is_census_grid(const model::Project& project, const std::string& file) {
  return std::any_of(project.population.begin(), project.population.end(), [&](const auto& cell) {
    return cell.source == file && cell.id.find("mN") != std::string::npos &&
           cell.id.find('E') != std::string::npos;
  });
}

base::Result<void> add_services(model::Project& project, const fs::path& file,
                                const model::Catalogue& catalogue) {
  auto listed = io::read_service_list(file, catalogue, project.info.epsg, project.report);
  if (!listed) return tl::unexpected(listed.error());
  std::int64_t beyond = 0;
  std::string examples;
  std::int32_t last_id = 0;
  for (const auto& service : project.services)
    last_id = std::max(last_id, service.id);
  for (auto& service : *listed) {
    if (!geo::contains(project.data_extent, service.at)) {
      if (++beyond <= 5) examples += (examples.empty() ? "" : ", ") + service.name;
      continue;
    }
    service.id = ++last_id;
    service.in_district = geo::contains(project.district, service.at);
    project.services.push_back(std::move(service));
  }
  if (beyond > 0) {
    project.report.push_back({"warning", "listed_service_outside_data", beyond, examples});
  }
  project.sources.push_back(source_of("services", file));
  return {};
}

/// The census that the file's name tells: the licence asks for its year. Dates: the census days.
void name_census(model::Source& source) {
  source.attribution = "Statistische Ämter des Bundes und der Länder, Zensus";
  source.licence = "dl-de/by-2-0";
  for (const auto& [year, day] : {std::pair{"2011", "2011-05-09"}, {"2022", "2022-05-15"}}) {
    if (source.file.find(year) == std::string::npos) continue;
    source.attribution += std::string(" ") + year;
    source.date = day;
    return;
  }
}

/// The date that the file's own figures name.
std::string date_of_cells(const model::Project& project, const std::string& file) {
  for (const auto& cell : project.population) {
    if (cell.source == file && !cell.statistics.date.empty()) return cell.statistics.date;
  }
  return "";
}

base::Result<void> add_people(model::Project& project, const std::vector<fs::path>& files,
                              const model::Catalogue& catalogue, jobs::Context& context) {
  if (!files.empty()) {
    auto cells = io::read_population(files, project.info.epsg, geo::bounds(project.data_extent),
                                     project.report, context);
    if (!cells) return tl::unexpected(cells.error());
    if (cells->empty()) {
      return base::fail(base::ErrorCode::bad_input,
                        tr("the population files hold no count within the data"),
                        files.front().filename().string(),
                        tr("give the files of this town, or none for an assumption"));
    }
    project.population = std::move(*cells);
    for (const auto& file : files) {
      auto source = source_of("population", file);
      if (is_census_grid(project, source.file)) name_census(source);
      if (source.date.empty()) source.date = date_of_cells(project, source.file);
      project.sources.push_back(std::move(source));
    }
  }
  analysis::distribute_population(project, catalogue.people, context);
  return {};
}

base::Result<void> add_service_areas(model::Project& project, const io::ServiceAreaFiles& files,
                                     const model::Catalogue& catalogue) {
  auto all = read_all_areas(files, project, catalogue);
  if (!all) return tl::unexpected(all.error());
  for (auto& each : *all)
    keep_areas(project, std::move(each));
  return {};
}

}  // namespace

base::Result<model::Project> make_project(const NewProject& input,
                                          const model::Catalogue& catalogue,
                                          jobs::Context& context) {
  auto project = io::import_osm(input.osm, input.district, input.options, catalogue, context);
  if (!project) return project;
  context.update(0.85, tr("Reading services"));
  for (const auto& file : input.services) {
    if (auto added = add_services(*project, file, catalogue); !added) {
      return tl::unexpected(added.error());
    }
  }
  context.update(0.9, tr("Spreading residents over homes"));
  if (auto added = add_people(*project, input.population, catalogue, context); !added) {
    return tl::unexpected(added.error());
  }
  if (!input.elevation.empty()) {
    if (auto added = add_elevation(*project, input.elevation, context); !added) {
      return tl::unexpected(added.error());
    }
  }
  if (!input.service_areas.areas.empty()) {  // they may name areas of the residents' data
    if (auto added = add_service_areas(*project, input.service_areas, catalogue); !added) {
      return tl::unexpected(added.error());
    }
  }
  return project;
}

NewProject demo_district() {
  const auto folder = base::share_dir() / "geodata" / "lindenhof";
  NewProject demo;
  demo.osm = folder / "lindenhof.osm";
  demo.district = io::PolygonFile{folder / "quartier.geojson", ""};
  demo.options.title = "Lindenhof";
  demo.population = {folder / "bloecke.geojson", folder / "bevoelkerung.csv"};
  demo.services = {folder / "angebote.csv"};
  demo.elevation = {folder / "hoehen.tif"};
  demo.service_areas.areas = folder / "einzugsgebiete.csv";
  return demo;
}

std::vector<std::string> warnings_of(const model::Project& project) {
  std::vector<std::string> lines;
  for (const auto& entry : project.report) {
    if (entry.severity == "info") continue;
    lines.push_back(fmt::format("{}: {} × {}{}", severity_text(entry.severity), entry.count,
                                report_text(entry.code),
                                entry.examples.empty() ? "" : " (" + entry.examples + ")"));
  }
  return lines;
}

}  // namespace nahraum::app
