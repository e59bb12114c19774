#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/mobile.hpp"
#include "app/report_text.hpp"
#include "app/service_areas.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/project_gpkg.hpp"
#include "scene/method_card.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;

/// What a project holds, counted once for both outputs.
struct Contents {
  long homes = 0;
  long homes_rim = 0;
  long dwellings = 0;
  model::Residents residents;
  std::map<std::string, long> services;  ///< in the district and its rim, by type
};

void add(std::optional<int>& sum, const std::optional<int>& count) {
  if (count) sum = sum.value_or(0) + *count;
}

Contents contents_of(const model::Project& project) {
  Contents contents;
  for (const auto& home : project.homes) {
    if (!home.in_district) {
      ++contents.homes_rim;
      continue;
    }
    ++contents.homes;
    contents.dwellings += home.dwellings;
    add(contents.residents.all, home.residents.all);
    add(contents.residents.age_65, home.residents.age_65);
    add(contents.residents.age_80, home.residents.age_80);
  }
  for (const auto& service : project.services)
    ++contents.services[service.type];
  return contents;
}

json number_or_null(const std::optional<int>& count) {
  return count ? json(*count) : json();
}

/// The kept areas of one type; `type` is null where the catalogue does not know it.
struct KeptOf {
  std::string id;
  const model::ServiceType* type = nullptr;
  std::vector<model::ServiceArea> areas;
  std::size_t providers = 0;
};

std::vector<KeptOf> kept_of(const model::Project& project, const model::Catalogue& catalogue) {
  std::vector<KeptOf> all;
  for (const auto& id : kept_types(project)) {
    KeptOf kept{id, catalogue.find_type(id), {}, 0};
    std::copy_if(project.service_areas.begin(), project.service_areas.end(),
                 std::back_inserter(kept.areas), [&](const auto& area) { return area.type == id; });
    kept.providers = analysis::providers_of(kept.areas, id).size();
    all.push_back(std::move(kept));
  }
  return all;
}

json service_areas_json(const model::Project& project, const model::Catalogue& catalogue) {
  json list = json::array();
  for (const auto& kept : kept_of(project, catalogue)) {
    json row{{"service", kept.id},
             {"known", kept.type != nullptr},
             {"areas", kept.areas.size()},
             {"providers", kept.providers},
             {"sources", area_sources(kept.areas)}};
    list.push_back(std::move(row));
  }
  return list;
}

json scenarios_json(const model::Project& project) {
  json list = json::array();
  for (const auto& s : project.scenarios) {
    list.push_back({{"name", s.name},
                    {"note", s.note},
                    {"created", s.created},
                    {"changes", s.changes.size()}});
  }
  return list;
}

json exercises_json(const model::Project& project) {
  json list = json::array();
  for (const auto& e : project.exercises) {
    list.push_back({{"exercise", e.exercise},
                    {"step", e.step},
                    {"began", e.began},
                    {"finished", e.finished},
                    {"answers", e.answers.size()}});
  }
  return list;
}

std::string exercise_line(const model::ExerciseProgress& exercise) {
  const auto date = base::format_date(
      exercise.finished.empty() ? exercise.began : exercise.finished, base::language());
  return fmt::format(
      fmt::runtime(exercise.finished.empty() ? tr("  exercise {0}, begun on {1}, at the step {2}\n")
                                             : tr("  exercise {0}, finished on {1}\n")),
      exercise.exercise, date, exercise.step);
}

std::string kept_lines(const model::Project& project, const model::Catalogue& catalogue) {
  std::string text;
  for (const auto& kept : kept_of(project, catalogue)) {
    const auto name = kept.type ? scene::name_of(*kept.type)
                                : std::string(tr("no service type of the catalogue"));
    text += fmt::format("  {} {} {}: {}, {}\n", tr("service areas"), kept.id, name,
                        count_text(kept.areas.size(), kept.providers), sources_text(kept.areas));
  }
  if (!project.corrections.empty())
    text += fmt::format("  {} {}\n", tr("corrections"), project.corrections.size());
  for (const auto& scenario : project.scenarios)
    text += fmt::format("  {} {}\n", tr("scenario"), scene::scenario_text(scenario));
  for (const auto& exercise : project.exercises)
    text += exercise_line(exercise);
  return text;
}

json json_of(const model::Project& p, const Contents& c, const model::Catalogue& catalogue) {
  json sources = json::array();
  for (const auto& s : p.sources) {
    sources.push_back({{"role", s.role},
                       {"file", s.file},
                       {"date", s.date},
                       {"licence", s.licence},
                       {"attribution", s.attribution}});
  }
  json report = json::array();
  for (const auto& r : p.report) {
    report.push_back(
        {{"severity", r.severity}, {"code", r.code}, {"count", r.count}, {"examples", r.examples}});
  }
  return {{"title", p.info.title},
          {"epsg", p.info.epsg},
          {"created", p.info.created},
          {"data_date", p.info.data_date},
          {"rim_m", p.info.rim_m},
          {"partial", p.info.partial},
          {"district_m2", geo::area(p.district)},
          {"homes", c.homes},
          {"homes_in_rim", c.homes_rim},
          {"dwellings", c.dwellings},
          {"residents", number_or_null(c.residents.all)},
          {"residents_65", number_or_null(c.residents.age_65)},
          {"residents_80", number_or_null(c.residents.age_80)},
          {"population_assumed", model::population_assumed(p)},
          {"buildings", p.buildings.size()},
          {"street_ways", p.streets.ways.size()},
          {"street_nodes", p.streets.nodes.size()},
          {"walkable_areas", p.streets.areas.size()},
          {"elements", p.elements.size()},
          {"areas", p.areas.size()},
          {"lines", p.lines.size()},
          {"services", c.services},
          {"notes", p.notes.size()},
          {"service_areas", service_areas_json(p, catalogue)},
          {"scenarios", scenarios_json(p)},
          {"exercises", exercises_json(p)},
          {"corrections", p.corrections.size()},
          {"sources", sources},
          {"import_report", report}};
}

std::string residents_text(const Contents& c) {
  const auto shown = [](const std::optional<int>& count) {
    return count ? base::format_number(*count, 0, base::language()) : std::string(tr("unknown"));
  };
  return fmt::format(fmt::runtime(tr("{0} residents, 65+: {1}, 80+: {2}")), shown(c.residents.all),
                     shown(c.residents.age_65), shown(c.residents.age_80));
}

std::string text_of(const model::Project& p, const Contents& c, const model::Catalogue& catalogue) {
  const auto language = base::language();
  const auto count = [&](std::size_t n) {
    return base::format_number(static_cast<double>(n), 0, language);
  };
  std::string text = p.info.title + "\n";
  text += fmt::format("  {}: {}\n", tr("CRS"), geo::crs_name(p.info.epsg));
  text += fmt::format(
      "  {}: {}\n", tr("data date"),
      p.info.data_date.empty() ? tr("unknown") : base::format_date(p.info.data_date, language));
  text += fmt::format(fmt::runtime(tr("  {0} homes, {1} dwellings; {2}{3}\n")),
                      count(static_cast<std::size_t>(c.homes)),
                      count(static_cast<std::size_t>(c.dwellings)), residents_text(c),
                      model::population_assumed(p) ? tr(" (assumption from floor area)") : "");
  text += fmt::format(
      fmt::runtime(tr("  {0} ways on foot, {1} buildings, {2} services of {3} types\n")),
      count(p.streets.ways.size()), count(p.buildings.size()), count(p.services.size()),
      c.services.size());
  for (const auto& [id, n] : c.services) {
    const auto* type = catalogue.find_type(id);
    const bool german = language == base::Language::german;
    text += fmt::format("    {} {:<44} {:>5}\n", id,
                        type ? (german ? type->label.de : type->label.en) : id, n);
  }
  text += kept_lines(p, catalogue);
  if (p.info.partial)
    text += std::string("  ") + tr("made from a damaged file: parts are missing") + "\n";
  for (const auto& r : p.report) {
    text += fmt::format("  {}: {} × {}{}\n", severity_text(r.severity), r.count,
                        report_text(r.code), r.examples.empty() ? "" : " (" + r.examples + ")");
  }
  for (const auto& s : p.sources) {
    text +=
        fmt::format("  {}: {} {} {}\n", scene::role_name(s.role), s.file, s.date, s.attribution);
  }
  return text;
}

}  // namespace

base::Result<void> run_info(const InfoOptions& options, Console& console) {
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  const auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto contents = contents_of(*project);
  console.result(options.json ? json_of(*project, contents, *catalogue).dump(2)
                              : text_of(*project, contents, *catalogue));
  return {};
}

}  // namespace nahraum::app
