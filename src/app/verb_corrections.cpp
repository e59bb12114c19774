#include "app/verb_corrections.hpp"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/corrections.hpp"
#include "app/arguments.hpp"
#include "app/workspace.hpp"
#include "base/replace_file.hpp"
#include "base/text.hpp"
#include "io/change_json.hpp"
#include "io/project_gpkg.hpp"
#include "scene/correction_words.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using Type = io::Column::Type;

bool is_unfit(const model::Project& project, std::int32_t id) {
  const auto& unfit = project.info.unfit;
  return std::find(unfit.begin(), unfit.end(), id) != unfit.end();
}

json correction_json(const model::Project& project, const model::Correction& each,
                     const model::Catalogue& catalogue) {
  return {{"id", each.id},
          {"kind", model::kind_of(each.change)},
          {"what", scene::change_text(each.change, catalogue)},
          {"change", json::parse(io::to_json(each.change))},
          {"note", each.note},
          {"date", each.date},
          {"fits", !is_unfit(project, each.id)}};
}

std::string line_of(const model::Project& project, const model::Correction& each,
                    const model::Catalogue& catalogue) {
  auto text = fmt::format("{}  {}", each.id, scene::change_text(each.change, catalogue));
  if (!each.date.empty()) text += ", " + base::format_date(each.date, base::language());
  if (!each.note.empty()) text += ": " + each.note;
  if (is_unfit(project, each.id)) text += std::string(" – ") + tr("does not fit the data");
  return text;
}

struct Opened {
  model::Project project;  ///< with its corrections made
  model::Catalogue catalogue;
};

base::Result<Opened> open(const CorrectionsOptions& options, Console& console) {
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  return Opened{analysis::with_corrections(*project), std::move(*catalogue)};
}

base::Result<void> list(const Opened& opened, bool as_json, Console& console) {
  const auto& all = opened.project.corrections;
  if (as_json) {
    json out = json::array();
    for (const auto& each : all)
      out.push_back(correction_json(opened.project, each, opened.catalogue));
    console.result(out.dump(2));
    return {};
  }
  for (const auto& each : all)
    console.result(line_of(opened.project, each, opened.catalogue));
  console.result(all.empty() ? std::string(tr("The project has no corrections."))
                             : scene::corrections_text(opened.project));
  return {};
}

/// Shapes of one kind for what keeps them in layers of one kind.
std::vector<io::FeatureTable> by_kind(const io::FeatureTable& all) {
  io::FeatureTable points = all, lines = all;
  points.rows.clear();
  lines.rows.clear();
  lines.name = "corrected_ways";
  for (const auto& row : all.rows)
    (std::holds_alternative<geo::Line>(row.shape) ? lines : points).rows.push_back(row);
  std::vector<io::FeatureTable> tables;
  if (!points.rows.empty() || lines.rows.empty()) tables.push_back(std::move(points));
  if (!lines.rows.empty()) tables.push_back(std::move(lines));
  return tables;
}

base::Result<void> export_file(const CorrectionsOptions& options, const Opened& opened,
                               Console& console) {
  const auto table = corrections_table(opened.project, opened.catalogue);
  if (options.out.empty()) {
    const auto text = io::to_geojson(table);
    if (!text) return tl::unexpected(text.error());
    console.result(*text);
    return {};
  }
  const bool layers = extension_of(options.out.string()) == ".gpkg";
  auto written = io::write_features(layers ? by_kind(table) : std::vector{table}, options.out);
  if (written) console.say(options.out.string());
  return written;
}

}  // namespace

io::FeatureTable corrections_table(const model::Project& project,
                                   const model::Catalogue& catalogue) {
  io::FeatureTable table{"corrections",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "number"},
                          {Type::text, "kind"},
                          {Type::text, "what"},
                          {Type::text, "change"},
                          {Type::text, "note"},
                          {Type::text, "date"}},
                         {}};
  for (const auto& each : project.corrections) {
    auto line = analysis::shape_of(project, each.change);
    io::Shape shape;
    if (line.size() == 1) shape = line[0];
    if (line.size() > 1) shape = std::move(line);
    table.rows.push_back({{std::int64_t{each.id}, model::kind_of(each.change),
                           scene::change_text(each.change, catalogue), io::to_json(each.change),
                           each.note, each.date},
                          std::move(shape)});
  }
  return table;
}

base::Result<void> run_corrections(const CorrectionsOptions& options, Console& console) {
  const auto opened = open(options, console);
  if (!opened) return tl::unexpected(opened.error());
  return options.action == "export" ? export_file(options, *opened, console)
                                    : list(*opened, options.json, console);
}

void add_corrections(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "corrections",
               tr("what the project's users corrected in the map data, for those who keep them"),
               run_corrections);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  const auto options = o;
  const auto action = [&, verb_app = verb](const char* name, const char* what) {
    CLI::App* sub = verb_app->add_subcommand(name, what);
    sub->fallthrough();
    sub->callback([options, name] { options->action = name; });
    return sub;
  };
  auto* all = action("list", tr("the corrections, one a line"));
  all->add_flag("--json", o->json, tr("as JSON"));
  auto* file = action("export", tr("the corrections with their places"));
  file->add_option("-o,--output", o->out,
                   tr("file to write: .geojson, .gpkg or .csv; without: GeoJSON to the terminal"));
  verb->require_subcommand(1);
}

}  // namespace nahraum::app
