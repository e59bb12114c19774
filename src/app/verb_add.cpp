#include "app/verb_add.hpp"

#include <cmath>

#include <fmt/args.h>
#include <fmt/format.h>

#include "analysis/mobile.hpp"
#include "app/elevation.hpp"
#include "app/report_text.hpp"
#include "app/service_areas.hpp"
#include "app/workspace.hpp"
#include "io/dwelling_list.hpp"
#include "io/population_ages.hpp"
#include "io/project_gpkg.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;

/// What is said once the project is written.
struct Said {
  std::vector<std::string> lines, warnings;
};

base::Result<void> add_heights(const AddOptions& options, model::Project& project, Said& said,
                               jobs::Context& context) {
  if (auto added = add_elevation(project, options.elevation, context); !added) return added;
  said.lines.push_back(fmt::format(fmt::runtime(tr("{0}: heights from {1}, {2} m")),
                                   options.project.string(), project.terrain->file,
                                   std::lround(project.terrain->resolution_m)));
  return {};
}

base::Result<io::ServiceAreaFiles> files_of(const AddOptions& options) {
  io::ServiceAreaFiles files{options.service_areas, options.postcodes, ""};
  if (options.date.empty()) return files;
  files.date = io::iso_date_of(options.date);
  if (!files.date.empty()) return files;
  return base::fail(ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("„{0}“ is no date")), options.date), "--date",
                    tr("write it like 2026-01-31, 31.01.2026 or 2026"));
}

base::Result<std::vector<TypeAreas>> read_areas(const AddOptions& options,
                                                const model::Project& project,
                                                const model::Catalogue& catalogue) {
  const auto files = files_of(options);
  if (!files) return tl::unexpected(files.error());
  if (options.service.empty()) return read_all_areas(*files, project, catalogue);
  const auto type = mobile_type(options.service, catalogue);
  if (!type) return tl::unexpected(type.error());
  auto found = read_type_areas(*files, **type, project, catalogue);
  if (!found) return tl::unexpected(found.error());
  return std::vector<TypeAreas>{std::move(*found)};
}

std::string counted(const TypeAreas& of) {
  return count_text(of.areas.size(), analysis::providers_of(of.areas, of.type->id).size());
}

std::string kept_line(const AddOptions& options, const TypeAreas& before, const TypeAreas& now) {
  const char* form =
      before.areas.empty()
          ? tr("{project}: service areas of {service}: {count}, from {source}")
          : tr("{project}: service areas of {service}: {count}, from {source}; they replace "
               "{old_count}, from {old_source}");
  return fmt::format(fmt::runtime(form), fmt::arg("project", options.project.string()),
                     fmt::arg("service", scene::name_of(*now.type)),
                     fmt::arg("count", counted(now)), fmt::arg("source", sources_text(now.areas)),
                     fmt::arg("old_count", counted(before)),
                     fmt::arg("old_source", sources_text(before.areas)));
}

void note_report(const TypeAreas& read, Said& said) {
  for (const auto& entry : read.report) {
    if (entry.severity == "info") continue;
    const auto what =
        fmt::format("{}: {}: {} × {}", scene::name_of(*read.type), severity_text(entry.severity),
                    entry.count, report_text(entry.code));
    said.warnings.push_back(entry.examples.empty() ? what : what + " (" + entry.examples + ")");
  }
}

base::Result<void> add_service_areas(const AddOptions& options, model::Project& project,
                                     Said& said) {
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  auto read = read_areas(options, project, *catalogue);
  if (!read) return tl::unexpected(read.error());
  for (auto& each : *read) {
    note_report(each, said);
    if (!each.areas.empty())
      said.lines.push_back(kept_line(options, kept_areas(project, *each.type), each));
    keep_areas(project, std::move(each));
  }
  return {};
}

void note_entries(const std::vector<model::ReportEntry>& report, Said& said) {
  for (const auto& entry : report) {
    const auto what = fmt::format("{}: {} × {}", severity_text(entry.severity), entry.count,
                                  report_text(entry.code));
    said.warnings.push_back(entry.examples.empty() ? what : what + " (" + entry.examples + ")");
  }
}

/// What a housing company knows of its houses.
base::Result<void> add_dwellings(const AddOptions& options, model::Project& project, Said& said) {
  std::vector<model::ReportEntry> report;
  const auto rows = io::read_dwelling_list(options.dwellings, report);
  if (!rows) return tl::unexpected(rows.error());
  const auto source = options.dwellings.filename().string();
  const auto homes = io::take_dwellings(project, *rows, source, report);
  note_entries(report, said);
  if (homes == 0) {
    return base::fail(ErrorCode::bad_input,
                      tr("no address of the list is that of a residential building here"), source,
                      tr("write addresses as the map does: street and house number"));
  }
  said.lines.push_back(fmt::format(
      fmt::runtime(tr("{project}: dwellings from {source}, residential buildings: {homes}")),
      fmt::arg("project", options.project.string()), fmt::arg("homes", homes),
      fmt::arg("source", source)));
  return {};
}

base::Result<void> add_all(const AddOptions& options, model::Project& project, Said& said,
                           jobs::Context& context) {
  if (options.elevation.empty() && options.service_areas.empty() && options.dwellings.empty()) {
    return base::fail(ErrorCode::bad_input, tr("there is nothing to add"),
                      options.project.filename().string(),
                      tr("give --dem, --service-areas or --dwellings"));
  }
  if (!options.elevation.empty()) {
    if (auto added = add_heights(options, project, said, context); !added) return added;
  }
  if (!options.dwellings.empty()) {
    if (auto added = add_dwellings(options, project, said); !added) return added;
  }
  return options.service_areas.empty() ? base::Result<void>()
                                       : add_service_areas(options, project, said);
}

}  // namespace

base::Result<void> run_add(const AddOptions& options, Console& console) {
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  Said said;
  if (auto added = add_all(options, *project, said, console.context()); !added) return added;
  if (auto written = io::write_project(*project, options.project, console.context()); !written) {
    return written;
  }
  for (const auto& warning : said.warnings)
    console.warn(warning);
  for (const auto& line : said.lines)
    console.say(line);
  return {};
}

void add_add(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "add", tr("more data for a project"), run_add);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  auto* data = verb->add_option_group(tr("data"), tr("what is added"));
  data->add_option("--dem", o->elevation,
                   tr("elevation model: .tif, .xyz, .xyz.gz, .asc, .hgt or a folder of tiles; may "
                      "be repeated"))
      ->allow_extra_args(false);
  auto* areas = data->add_option(
      "--service-areas", o->service_areas,
      tr("service areas: polygons, or a CSV of providers with postcodes or areas; they replace "
         "those kept of the same service type"));
  data->add_option("--dwellings", o->dwellings,
                   tr("a housing company's list (CSV): Adresse, Wohnungen, Geschosse, Aufzug, "
                      "stufenlos, barrierearm"));
  data->require_option(1, 0);
  verb->add_option("--service", o->service,
                   tr("service type of the areas, id or alias; without: every one that the file "
                      "holds"))
      ->needs(areas);
  verb->add_option("--postcodes", o->postcodes, tr("polygons of the postcodes that it names"))
      ->needs(areas);
  verb->add_option("--date", o->date,
                   tr("from when the areas are, where the file has no column Stand: 2026-01-31"))
      ->needs(areas);
}

}  // namespace nahraum::app
