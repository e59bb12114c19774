#include "app/barriers_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/barriers_words.hpp"
#include "app/coverage_report.hpp"
#include "app/json_value.hpp"
#include "app/method_report.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "model/disclosure.hpp"
#include "model/disclosure_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::People;
using base::tr;
using nlohmann::json;
using Counts = std::vector<std::optional<long>>;
using Type = io::Column::Type;

/// One group's column: rows share homes, so that two of them may tell a small number.
Counts column(const BarriersResult& result, std::optional<int> model::Residents::*group,
              long People::*figure) {
  const auto& homes = result.district->project->homes;
  std::vector<int> persons;
  persons.reserve(homes.size());
  for (const auto& home : homes)
    persons.push_back(std::max(0, (home.residents.*group).value_or(0)));
  std::vector<std::vector<std::uint32_t>> sets;
  for (const auto& row : result.rows)
    sets.push_back(row.any);
  const auto shown = model::may_show_sets(sets, result.told, persons, result.min_count);
  Counts counts;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const long count = result.rows[i].people.*figure;
    counts.push_back(count >= 0 && shown[i] ? std::optional(count) : std::nullopt);
  }
  return counts;
}

io::Value value_of(const std::optional<long>& count) {
  return count ? io::Value(std::int64_t{*count}) : io::Value();
}

std::string osm_text(const BarrierRow& row) {
  std::string text;
  for (const auto& osm : row.osm)
    text += (text.empty() ? "" : " ") + model::to_text(osm);
  return text;
}

io::Value text_or_nothing(const std::string& text) {
  return text.empty() ? io::Value() : io::Value(text);
}

std::string header(const BarriersResult& result) {
  const char* people = result.losses() ? tr("lose") : tr("gain");
  return fmt::format("{:>3}  {:<18} {:<32} {:<18} {:>8} {:>6} {:>6} {:>9}{}\n", "", tr("kind"),
                     tr("place"), tr("longitude,latitude"), people, "65+", "80+", tr("buildings"),
                     result.basket ? fmt::format(" {:>11}", tr("× services")) : "");
}

std::string table_text(const BarriersResult& result, const DisclosedBarriers& shown) {
  if (result.listed.empty()) return "";
  const auto projection = geo::Projection::to_epsg(result.district->project->info.epsg);
  std::string text = header(result);
  const auto count = [&](const std::optional<long>& known, long real) {
    return shown_count(known, real, result.min_count);
  };
  std::size_t rank = 0;
  for (const auto i : result.listed) {
    const auto& row = result.rows[i];
    const auto at = projection->inverse(row.at);
    text += fmt::format(
        "{:>3}  {:<18.18} {:<32.32} {:<18} {:>8} {:>6} {:>6} {:>9}{}\n", ++rank,
        barrier_name(row.kind), place_of(row), fmt::format("{:.5f},{:.5f}", at.lon, at.lat),
        count(shown.all[i], row.people.all), count(shown.age_65[i], row.people.age_65),
        count(shown.age_80[i], row.people.age_80), row.people.homes,
        result.basket ? fmt::format(" {:>11}", count(shown.services[i], row.services)) : "");
  }
  return text;
}

std::string counted(const char* form, long n) {
  return fmt::format(fmt::runtime(form), fmt::arg("n", base::format_number(static_cast<double>(n),
                                                                           0, base::language())));
}

std::string rest_text(const BarriersResult& result) {
  std::string text;
  const auto left = static_cast<long>(result.with_effect - result.listed.size());
  if (left > 0) text += counted(tr("{n} more concern somebody: see --top."), left) + "\n";
  for (const auto& note : barriers_notes(result))
    text += note + "\n";
  return text;
}

long idle_obstacles(const BarriersResult& result) {
  long examined = 0;
  for (const auto& [kind, number] : result.examined)
    examined += number;
  return examined - static_cast<long>(result.with_effect);
}

long places_of(const BarriersResult& result, const model::ServiceType& type) {
  const auto found = result.district->services_of_type.find(type.id);
  return found == result.district->services_of_type.end() ? 0
                                                          : static_cast<long>(found->second.size());
}

/// Beside the persons, and beside the next row, it would tell how few are concerned twice: rounded
/// down.
std::optional<long> services_shown(const BarrierRow& row, int min_count) {
  if (row.services == row.people.all || min_count < 1) return row.services;
  return row.services / min_count * min_count;
}

json question_json(const BarriersResult& result) {
  json types = json::array();
  for (std::size_t t = 0; t < result.types.size(); ++t)
    types.push_back({{"service", result.types[t]->id},
                     {"alias", result.types[t]->alias},
                     {"places", places_of(result, *result.types[t])},
                     {"limit", analysis::to_text(result.limits[t].limit)}});
  return types;
}

const char* question_word(BarrierQuestion question) {
  switch (question) {
    case BarrierQuestion::obstacles:
      return "obstacles";
    case BarrierQuestion::closures:
      return "closures";
    case BarrierQuestion::close:
      break;
  }
  return "close";
}

json rows_json(const BarriersResult& result, const Workspace& workspace) {
  const auto table = barriers_table(result, workspace);
  json rows = json::array();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    json row;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      row[table.columns[c].name] = json_value(table.rows[i].values[c]);
    json osm = json::array();
    for (const auto& id : result.rows[result.listed[i]].osm)
      osm.push_back(model::to_text(id));
    row["osm"] = osm;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void BarriersResult::list(std::size_t top) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool asked =
        kinds.empty() || std::find(kinds.begin(), kinds.end(), rows[i].kind) != kinds.end();
    if (!asked) continue;
    ++with_effect;
    if (listed.size() < top) listed.push_back(i);
  }
}

DisclosedBarriers disclosed(const BarriersResult& result) {
  DisclosedBarriers shown{column(result, &model::Residents::all, &People::all),
                          column(result, &model::Residents::age_65, &People::age_65),
                          column(result, &model::Residents::age_80, &People::age_80),
                          {}};
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    const auto& row = result.rows[i];
    shown.services.push_back(shown.all[i] ? services_shown(row, result.min_count) : std::nullopt);
  }
  return shown;
}

std::string barriers_remarks(const BarriersResult& result, const Workspace& workspace) {
  std::vector<std::string> remarks;
  if (places_of(result, *result.types.front()) == 0) {
    remarks.emplace_back(
        tr("0 places: the data name none here or around; check whether that is true."));
  }
  if (model::population_assumed(*workspace.project)) {
    remarks.emplace_back(
        tr("Residents are an assumption from floor area: no population data were given."));
  }
  return scene::joined(remarks);
}

std::string barriers_headline(const BarriersResult& result, const Workspace& workspace) {
  const auto remarks = barriers_remarks(result, workspace);
  return barriers_sentence(result, disclosed(result)) + (remarks.empty() ? "" : " " + remarks);
}

std::vector<std::string> barriers_notes(const BarriersResult& result) {
  std::vector<std::string> notes;
  const long idle = idle_obstacles(result);
  if (result.question == BarrierQuestion::obstacles && idle > 0)
    notes.push_back(counted(
        tr("{n} obstacles alone keep nobody from it; several on one way may do so together."),
        idle));
  if (result.closed_otherwise > 0)
    notes.push_back(counted(tr("{n} obstacles lie on ways that would stay closed without them."),
                            result.closed_otherwise));
  const auto open = std::count_if(result.listed.begin(), result.listed.end(),
                                  [&](std::size_t i) { return !result.rows[i].open.empty(); });
  if (open > 0)
    notes.push_back(counted(tr("{n} closures leave buildings whose answer the edge of the data "
                               "decides: not counted as losses."),
                            open));
  return notes;
}

std::string barriers_text(const BarriersResult& result, const Workspace& workspace) {
  const auto shown = disclosed(result);
  std::string text = barriers_headline(result, workspace) + "\n";
  for (const auto& part : {table_text(result, shown), rest_text(result)})
    if (!part.empty()) text += "\n" + part;
  return text + "\n" + method_text(barriers_method(result, workspace));
}

nlohmann::json barriers_json(const BarriersResult& result, const Workspace& workspace) {
  const auto& project = *workspace.project;
  return result_json(project, result.min_count,
                     {{"question", question_word(result.question)},
                      {"profile", result.district->network.profile.id},
                      {"basket", result.basket},
                      {"services", question_json(result)},
                      {"sentence", barriers_sentence(result, disclosed(result))},
                      {"examined", result.examined},
                      {"with_effect", result.with_effect},
                      {"closed_otherwise", result.closed_otherwise},
                      {"barriers", rows_json(result, workspace)},
                      {"method", method_json(barriers_method(result, workspace))}});
}

io::FeatureTable barriers_table(const BarriersResult& result, const Workspace& workspace) {
  io::FeatureTable table{result.losses() ? "closures" : "barriers",
                         workspace.project->info.epsg,
                         model::attribution(*workspace.project),
                         {{Type::integer, "rank"},
                          {Type::text, "kind"},
                          {Type::text, "osm"},
                          {Type::text, "name"},
                          {Type::text, "street"},
                          {Type::real, "lon", 6},
                          {Type::real, "lat", 6},
                          {Type::integer, "persons"},
                          {Type::integer, "persons_65"},
                          {Type::integer, "persons_80"},
                          {Type::integer, "persons_services"},
                          {Type::integer, "buildings"},
                          {Type::integer, "dwellings"},
                          {Type::integer, "buildings_open"}},
                         {}};
  const auto shown = disclosed(result);
  const auto projection = geo::Projection::to_epsg(workspace.project->info.epsg);
  for (const auto i : result.listed) {
    const auto& row = result.rows[i];
    const auto at = projection->inverse(row.at);
    table.rows.push_back(
        {{static_cast<std::int64_t>(table.rows.size() + 1), row.kind,
          text_or_nothing(osm_text(row)), text_or_nothing(row.name), text_or_nothing(row.street),
          at.lon, at.lat, value_of(shown.all[i]), value_of(shown.age_65[i]),
          value_of(shown.age_80[i]), value_of(shown.services[i]), std::int64_t{row.people.homes},
          std::int64_t{row.people.dwellings}, static_cast<std::int64_t>(row.open.size())},
         row.at});
  }
  return table;
}

}  // namespace nahraum::app
