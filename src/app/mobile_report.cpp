#include "app/mobile_report.hpp"

#include <algorithm>

#include <fmt/args.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/method_report.hpp"
#include "app/report_text.hpp"
#include "app/service_areas.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/mobile_sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::MobileGroup;
using base::tr;
using nlohmann::json;
using Counts = std::vector<std::optional<long>>;

struct NamedGroup {
  const char* name;
  scene::AgeGroup age;
  const MobileGroup& figures;
};

std::vector<NamedGroup> groups_of(const MobileResult& r) {
  return {{"all", scene::AgeGroup::all, r.all},
          {"65", scene::AgeGroup::age_65, r.age_65},
          {"80", scene::AgeGroup::age_80, r.age_80}};
}

NamedGroup headline(const MobileResult& result) {
  const auto groups = groups_of(result);
  if (groups[2].figures.total > 0) return groups[2];
  return groups[1].figures.total > 0 ? groups[1] : groups[0];
}

std::vector<long> parts_of(const MobileGroup& g) {
  std::vector<long> parts(g.by_providers.begin(), g.by_providers.end());
  if (g.total < 0) std::fill(parts.begin(), parts.end(), -1);
  return parts;
}

Counts disclosed_parts(const std::vector<long>& parts, int min_count) {
  const auto shown = model::may_show_parts(parts, min_count);
  Counts counts;
  for (std::size_t i = 0; i < parts.size(); ++i)
    counts.push_back(shown[i] ? std::optional(parts[i]) : std::nullopt);
  return counts;
}

json json_of(const std::optional<long>& count) {
  return count ? json(*count) : json();
}

std::optional<long> total_of(const MobileGroup& g, int min_count) {
  return g.total >= 0 && model::may_show(g.total, min_count) ? std::optional(g.total)
                                                             : std::nullopt;
}

std::string count_text(const std::optional<long>& count, long real, int min_count) {
  if (count) return base::format_number(static_cast<double>(*count), 0, base::language());
  return real > 0 && !model::may_show(real, min_count) ? fmt::format("< {}", min_count) : "–";
}

std::string line_text(const std::string& name, const std::vector<std::string>& cells) {
  std::string text = fmt::format("{:<28.28}", name);
  for (const auto& cell : cells)
    text += fmt::format(" {:>12}", cell);
  return text + "\n";
}

std::string table_text(const MobileResult& result, int min_count) {
  std::string text = std::string(tr("People by the number of providers that come to them")) + "\n" +
                     line_text("", {"0", "1", "2", tr("3 and more")});
  for (const auto& group : groups_of(result)) {
    text += line_text(scene::short_name(group.age),
                      model::parts_text(parts_of(group.figures), min_count, base::language()));
  }
  return text;
}

std::string spots_text(const MobileResult& result, const model::Project& project, int min_count) {
  if (result.spots.empty()) return {};
  constexpr std::size_t most_lines = 20;
  const auto shown = disclosed_spots(result, min_count);
  std::string text = std::string("\n") + tr("In no known service area") + "\n" +
                     line_text("", {tr("homes"), tr("all ages"), "65+", "80+"});
  for (std::size_t i = 0; i < result.spots.size() && i < most_lines; ++i) {
    const auto& spot = result.spots[i];
    text += line_text(area_name(result, spot, project),
                      {base::format_number(static_cast<double>(spot.homes), 0, base::language()),
                       count_text(shown.all[i], spot.persons.all, min_count),
                       count_text(shown.age_65[i], spot.persons.age_65, min_count),
                       count_text(shown.age_80[i], spot.persons.age_80, min_count)});
  }
  if (result.spots.size() > most_lines) {
    text += fmt::format(fmt::runtime(tr("and {0} more (all of them with --json)")),
                        result.spots.size() - most_lines) +
            "\n";
  }
  return text;
}

std::size_t office_providers(const MobileResult& result, const model::Project& project) {
  std::vector<std::string> names;
  for (const auto office : result.offices) {
    const auto& service = project.services[office];
    names.push_back(base::fold_case(service.provider.empty() ? service.name : service.provider));
  }
  std::sort(names.begin(), names.end());
  return static_cast<std::size_t>(std::unique(names.begin(), names.end()) - names.begin());
}

std::string offices_text(const MobileResult& result, const model::Project& project) {
  const char* form = result.kept
                         ? tr("Service areas in the project: {areas}, of {providers} providers. "
                              "Offices in the data: {offices}, of {office_providers}.")
                         : tr("Service areas in the file: {areas}, of {providers} providers. "
                              "Offices in the data: {offices}, of {office_providers}.");
  return fmt::format(fmt::runtime(form), fmt::arg("areas", result.cover.areas.size()),
                     fmt::arg("providers", result.cover.providers.size()),
                     fmt::arg("offices", result.offices.size()),
                     fmt::arg("office_providers", office_providers(result, project)));
}

std::string unknown_offices_text(const MobileResult& result, const model::Project& project) {
  if (result.offices_without_area.empty()) return "";
  std::string text = tr("Where these come to is not known, so that fewer may be without:");
  for (const auto office : result.offices_without_area)
    text += "\n  " + project.services[office].name;
  return text;
}

std::string entry_text(const model::ReportEntry& entry) {
  const auto text = fmt::format("{}: {} × {}", severity_text(entry.severity), entry.count,
                                report_text(entry.code));
  return entry.examples.empty() ? text : text + " (" + entry.examples + ")";
}

std::string report_lines(const MobileResult& result) {
  std::string text;
  for (const auto& entry : result.report) {
    text += entry_text(entry) + "\n";
  }
  return text.empty() ? text : "\n" + text;
}

std::string assumed_text() {
  return tr("Residents are estimated from floor area (assumption).");
}

std::string homes_sentence(const MobileResult& result, const model::Project& project) {
  long homes = 0, without = 0;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    ++homes;
    without += result.cover.provider_count[i] == 0 ? 1 : 0;
  }
  return fmt::format(
      fmt::runtime(tr("{service}: of {homes} residential buildings, {none} stand in no known "
                      "service area; how many people live in them is not known.")),
      fmt::arg("service", scene::name_of(*result.type)), fmt::arg("homes", homes),
      fmt::arg("none", without));
}

json spots_json(const MobileResult& result, const model::Project& project, int min_count) {
  json list = json::array();
  const auto shown = disclosed_spots(result, min_count);
  for (std::size_t i = 0; i < result.spots.size(); ++i) {
    const auto& spot = result.spots[i];
    json row{{"homes", spot.homes},
             {"all", json_of(shown.all[i])},
             {"65", json_of(shown.age_65[i])},
             {"80", json_of(shown.age_80[i])}};
    if (spot.area >= 0) {
      const auto& cell =
          project.population[result.areas.cells[static_cast<std::size_t>(spot.area)]];
      row["area"] = cell.id;
      row["name"] = cell.statistics.name;
    }
    list.push_back(std::move(row));
  }
  return list;
}

json report_json(const MobileResult& result) {
  json list = json::array();
  for (const auto& entry : result.report) {
    list.push_back({{"severity", entry.severity},
                    {"code", entry.code},
                    {"count", entry.count},
                    {"examples", entry.examples}});
  }
  return list;
}

}  // namespace

DisclosedSpots disclosed_spots(const MobileResult& result, int min_count) {
  const auto column = [&](long analysis::Counts::*figure, const MobileGroup& group) {
    std::vector<long> parts;
    for (const auto& spot : result.spots)
      parts.push_back(spot.persons.*figure);
    // Where the sum is kept back, so is what would tell it.
    auto counts = disclosed_parts(parts, min_count);
    if (!disclosed_parts(parts_of(group), min_count)[0]) counts.assign(parts.size(), std::nullopt);
    return counts;
  };
  return {column(&analysis::Counts::all, result.all),
          column(&analysis::Counts::age_65, result.age_65),
          column(&analysis::Counts::age_80, result.age_80)};
}

std::string area_name(const MobileResult& result, const analysis::WhiteSpot& spot,
                      const model::Project& project) {
  if (spot.area < 0) return tr("in no statistical area");
  const auto& cell = project.population[result.areas.cells[static_cast<std::size_t>(spot.area)]];
  return cell.statistics.name.empty() ? cell.id : cell.id + " " + cell.statistics.name;
}

std::string mobile_headline(const MobileResult& result, const Workspace& workspace) {
  const auto group = headline(result);
  const int min_count = workspace.catalogue.people.min_count;
  const auto text = scene::sentence(group.figures, group.age, *result.type, min_count);
  return text.empty() ? homes_sentence(result, *workspace.project) : text;
}

std::vector<std::string> mobile_remarks(const MobileResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  std::vector<std::string> remarks;
  if (model::population_assumed(project)) remarks.push_back(assumed_text());
  remarks.push_back(offices_text(result, project));
  if (auto unknown = unknown_offices_text(result, project); !unknown.empty())
    remarks.push_back(std::move(unknown));
  for (const auto& entry : result.report)
    remarks.push_back(entry_text(entry));
  return remarks;
}

std::string mobile_text(const MobileResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  std::string text = mobile_headline(result, workspace);
  if (model::population_assumed(project)) text += std::string(" ") + assumed_text();
  text += "\n\n" + table_text(result, min_count) + spots_text(result, project, min_count);
  text += "\n" + offices_text(result, project);
  const auto unknown = unknown_offices_text(result, project);
  text += (unknown.empty() ? "" : " " + unknown) + "\n" + report_lines(result);
  return text + "\n" + method_text(mobile_method(result, workspace));
}

nlohmann::json mobile_json(const MobileResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  json groups;
  for (const auto& group : groups_of(result)) {
    const auto parts = disclosed_parts(parts_of(group.figures), min_count);
    groups[group.name] = {{"persons", json_of(total_of(group.figures, min_count))},
                          {"providers",
                           {{"0", json_of(parts[0])},
                            {"1", json_of(parts[1])},
                            {"2", json_of(parts[2])},
                            {"3+", json_of(parts[3])}}},
                          {"homes_unknown", group.figures.homes_unknown}};
  }
  json unknown = json::array();
  for (const auto office : result.offices_without_area)
    unknown.push_back(
        {{"service_id", project.services[office].id}, {"name", project.services[office].name}});
  return result_json(project, min_count,
                     {{"service", result.type->id},
                      {"alias", result.type->alias},
                      {"service_areas", result.cover.areas.size()},
                      {"kept", result.kept},
                      {"service_area_sources", area_sources(result.service_areas)},
                      {"providers", result.cover.providers},
                      {"offices", result.offices.size()},
                      {"office_providers", office_providers(result, project)},
                      {"offices_without_area", unknown},
                      {"groups", groups},
                      {"white_spots", spots_json(result, project, min_count)},
                      {"report", report_json(result)},
                      {"method", method_json(mobile_method(result, workspace))}});
}

}  // namespace nahraum::app
