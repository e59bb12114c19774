// The figures of housing as tables, layers and JSON.

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/housing_report.hpp"
#include "app/method_report.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using analysis::Dwelling;
using analysis::dwelling_count;
using base::tr;
using nlohmann::json;
using Type = io::Column::Type;

constexpr std::size_t most_told = 15;

io::FeatureTable layer(const char* name, const Workspace& workspace,
                       std::vector<io::Column> columns) {
  return {name,
          workspace.project->info.epsg,
          model::attribution(*workspace.project),
          std::move(columns),
          {}};
}

io::Value value_of(const std::optional<long>& count) {
  return count ? io::Value(std::int64_t{*count}) : io::Value();
}
io::Value value_of(const std::optional<bool>& flag) {
  return flag ? io::Value(std::string(*flag ? "yes" : "no")) : io::Value();
}
json json_of(const std::optional<long>& count) {
  return count ? json(*count) : json();
}

Dwelling kind_of(std::size_t k) {
  return static_cast<Dwelling>(k);
}

std::string count_text(const std::optional<long>& count) {
  return count ? base::format_number(static_cast<double>(*count), 0, base::language()) : "–";
}

std::string line_text(const std::string& name, const std::vector<std::string>& cells) {
  std::string line = fmt::format("{:<44}", name);
  for (const auto& cell : cells)
    line += fmt::format(" {:>16}", cell);
  return line + "\n";
}

std::string table_text(const HousingResult& result) {
  const std::vector<std::string> heads{tr("all"), tr("within"), tr("gap"), tr("not assessable")};
  std::string text = line_text(tr("Dwellings"), heads);
  const auto dwellings = dwelling_rows(result);
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    std::vector<std::string> cells;
    for (const long count : dwellings[k])
      cells.push_back(count_text(count));
    text += line_text(name_of(kind_of(k)), cells);
  }
  text += "\n" + line_text(tr("People of 80 and over"), heads);
  const auto people = disclosed_people(result);
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    std::vector<std::string> cells;
    for (const auto& count : people[k])
      cells.push_back(count_text(count));
    text += line_text(name_of(kind_of(k)), cells);
  }
  return text;
}

std::string stranded_text(const HousingResult& result, const Workspace& workspace) {
  if (result.found.stranded.empty()) return "";
  std::string text = std::string("\n") + tr("High without a lift, and in the gap") + "\n";
  for (std::size_t i = 0; i < result.found.stranded.size() && i < most_told; ++i) {
    const auto& each = result.found.stranded[i];
    const auto& home = workspace.project->homes[each.home];
    text += fmt::format(
        fmt::runtime(
            tr("{n}. {address}: high dwellings {dwellings}, storeys of the house {storeys}")),
        fmt::arg("n", i + 1), fmt::arg("address", address_of(home)),
        fmt::arg("dwellings", each.dwellings),
        fmt::arg("storeys", base::format_number(home.floors, 0, base::language())));
    text += "\n";
  }
  const auto more = result.found.stranded.size();
  if (more > most_told)
    text += fmt::format(fmt::runtime(base::tr_n("… and {0} more building",
                                                "… and {0} more buildings", more - most_told)),
                        more - most_told) +
            "\n";
  return text;
}

json kinds_json(const HousingResult& result) {
  json kinds;
  const auto dwellings = dwelling_rows(result);
  const auto people = disclosed_people(result);
  const auto cells = [](const auto& row) {
    return json{{"all", row[0]}, {"within", row[1]}, {"gap", row[2]}, {"not_assessable", row[3]}};
  };
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    std::vector<json> told;
    for (const auto& count : people[k])
      told.push_back(json_of(count));
    kinds[analysis::to_text(kind_of(k))] = {{"dwellings", cells(dwellings[k])},
                                            {"persons_80", cells(told)}};
  }
  return kinds;
}

json stranded_json(const HousingResult& result, const Workspace& workspace) {
  json list = json::array();
  const auto projection = geo::Projection::to_epsg(workspace.project->info.epsg);
  for (const auto& each : result.found.stranded) {
    const auto& home = workspace.project->homes[each.home];
    const auto at = projection->inverse(home.at);
    list.push_back({{"home", home.id},
                    {"address", home.address},
                    {"dwellings", each.dwellings},
                    {"storeys", home.floors},
                    {"lon", at.lon},
                    {"lat", at.lat}});
  }
  return list;
}

const char* answer_of(analysis::Within within) {
  if (within == analysis::Within::yes) return "within";
  return within == analysis::Within::no ? "gap" : "not_assessable";
}

}  // namespace

std::string housing_text(const HousingResult& result, const Workspace& workspace) {
  std::string text = housing_sentence(result) + "\n";
  for (const auto& line : housing_remarks(result, workspace))
    text += line + "\n";
  return text + "\n" + table_text(result) + stranded_text(result, workspace) + "\n" +
         method_text(housing_method(result, workspace));
}

nlohmann::json housing_json(const HousingResult& result, const Workspace& workspace) {
  const auto& found = result.found;
  const auto range = [](const analysis::DwellingRange& of) {
    return json{{"least", of.least}, {"most", of.most}};
  };
  return result_json(*workspace.project, result.min_count,
                     {{"service", result.type->id},
                      {"alias", result.type->alias},
                      {"profile", result.district->network.profile.id},
                      {"limit", analysis::to_text(result.limit)},
                      {"way", analysis::to_text(result.way)},
                      {"homes", found.homes},
                      {"dwellings", found.all},
                      {"known",
                       {{"counted", found.known.counted},
                        {"storeys", found.known.storeys},
                        {"lift", found.known.lift},
                        {"entrance", found.known.entrance},
                        {"few_barriers", found.known.low_barrier}}},
                      {"few_barriers_within", range(found.low_within)},
                      {"high_without_lift_in_gap", range(found.high_gap)},
                      {"to_ask", found.to_ask},
                      {"dwellings_with_unknown_80", found.age_80_unknown},
                      {"kinds", kinds_json(result)},
                      {"high_homes_in_gap", stranded_json(result, workspace)},
                      {"method", method_json(housing_method(result, workspace))}});
}

io::FeatureTable housing_table(const HousingResult& result, const Workspace& workspace) {
  auto table = layer("housing", workspace,
                     {{Type::text, "service"},
                      {Type::text, "profile"},
                      {Type::text, "limit"},
                      {Type::text, "kind"},
                      {Type::text, "label"},
                      {Type::integer, "dwellings"},
                      {Type::integer, "within"},
                      {Type::integer, "gap"},
                      {Type::integer, "not_assessable"},
                      {Type::integer, "persons_80"},
                      {Type::integer, "within_80"},
                      {Type::integer, "gap_80"},
                      {Type::integer, "not_assessable_80"}});
  const auto dwellings = dwelling_rows(result);
  const auto people = disclosed_people(result);
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    io::Feature row{
        {result.type->id, result.district->network.profile.id, analysis::to_text(result.limit),
         std::string(analysis::to_text(kind_of(k))), name_of(kind_of(k))},
        {}};
    for (const long count : dwellings[k])
      row.values.emplace_back(std::int64_t{count});
    for (const auto& count : people[k])
      row.values.push_back(value_of(count));
    table.rows.push_back(std::move(row));
  }
  return table;
}

io::FeatureTable known_table(const HousingResult& result, const Workspace& workspace) {
  auto table = layer("known", workspace,
                     {{Type::text, "fact"}, {Type::integer, "dwellings"}, {Type::integer, "all"}});
  const auto& known = result.found.known;
  for (const auto& [name, count] :
       {std::pair{tr("Dwellings counted, not estimated"), known.counted},
        {tr("Storeys of the house"), known.storeys},
        {tr("Lift or none"), known.lift},
        {tr("Entrance with or without steps"), known.entrance},
        {tr("Few barriers or not"), known.low_barrier}}) {
    table.rows.push_back(
        {{std::string(name), std::int64_t{count}, std::int64_t{result.found.all}}, {}});
  }
  return table;
}

io::FeatureTable stranded_layer(const HousingResult& result, const Workspace& workspace) {
  auto table = layer("high_homes_in_gap", workspace,
                     {{Type::integer, "home_id"},
                      {Type::text, "address"},
                      {Type::integer, "dwellings"},
                      {Type::real, "storeys", 0}});
  for (const auto& each : result.found.stranded) {
    const auto& home = workspace.project->homes[each.home];
    table.rows.push_back(
        {{std::int64_t{home.id}, address_of(home), std::int64_t{each.dwellings}, home.floors},
         home.at});
  }
  return table;
}

io::FeatureTable housing_homes_layer(const HousingResult& result, const Workspace& workspace) {
  auto table = layer("homes", workspace,
                     {{Type::integer, "home_id"},
                      {Type::text, "address"},
                      {Type::integer, "dwellings"},
                      {Type::text, "dwellings_estimated"},
                      {Type::real, "storeys", 1},
                      {Type::text, "lift"},
                      {Type::text, "entrance_without_steps"},
                      {Type::integer, "few_barriers"},
                      {Type::text, "source"},
                      {Type::integer, "high_without_lift"},
                      {Type::text, "answer"}});
  for (std::size_t i = 0; i < workspace.project->homes.size(); ++i) {
    const auto& home = workspace.project->homes[i];
    if (!home.in_district) continue;
    const auto of = analysis::dwellings_of(home);
    const auto& housing = home.housing;
    const bool kinds_known = of.of[static_cast<std::size_t>(Dwelling::unknown)] == 0;
    const std::int64_t high = of.of[static_cast<std::size_t>(Dwelling::high_storeys)];
    table.rows.push_back(
        {{std::int64_t{home.id}, home.address, std::int64_t{of.all},
          std::string(home.dwellings_assumed ? "yes" : "no"),
          home.floors_assumed ? io::Value() : io::Value(home.floors), value_of(housing.lift),
          value_of(housing.step_free),
          housing.low_barrier ? io::Value(std::int64_t{*housing.low_barrier}) : io::Value(),
          housing.source, kinds_known ? io::Value(high) : io::Value(),
          std::string(answer_of(analysis::within(result.reach[i], result.limit)))},
         home.at});
  }
  return table;
}

}  // namespace nahraum::app
