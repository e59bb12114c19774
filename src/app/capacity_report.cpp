#include "app/capacity_report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/capacity_sentence.hpp"
#include "app/capacity_words.hpp"
#include "app/json_value.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using Type = io::Column::Type;

std::string number(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

io::Value count(long value, bool shown) {
  return shown ? io::Value(std::int64_t{value}) : io::Value();
}

io::Value real(const std::optional<double>& value, bool shown = true) {
  return value && shown ? io::Value(*value) : io::Value();
}

std::optional<double> scaled(const CapacityAnswer& answer, const std::optional<double>& value) {
  return value ? std::optional(*value * answer.scale()) : std::nullopt;
}

io::FeatureTable empty_table(const CapacityAnswer& answer, const char* name) {
  io::FeatureTable table;
  table.name = name;
  table.epsg = answer.project().info.epsg;
  table.attribution = model::attribution(answer.project());
  return table;
}

// ---- services -----------------------------------------------------------------------------------

std::optional<double> known_capacity(const analysis::ServiceLoad& load) {
  return load.place.capacity > 0 ? std::optional(load.place.capacity) : std::nullopt;
}

io::Feature service_row(const CapacityAnswer& answer, std::size_t index) {
  const auto& load = answer.result.services[index];
  const auto& service = answer.project().services[load.place.service];
  const bool shown = answer.shown.services[index] && load.on_street;
  const bool shares = load.place.capacity > 0;
  return {{std::int64_t{service.id}, name_of(service, *answer.type), model::to_text(service.osm),
           real(known_capacity(load)), std::string(analysis::to_text(load.place.basis)),
           count(load.persons, shown), real(load.demand, shown && shares),
           real(scaled(answer, load.ratio), shown), std::int64_t{load.near_edge ? 1 : 0},
           std::string(!load.on_street         ? "no_street"
                       : load.without_people() ? "no_people_in_reach"
                       : load.people_unknown() ? "people_unknown"
                                               : "ok")},
          service.at};
}

io::FeatureTable service_table(const CapacityAnswer& answer) {
  auto table = empty_table(answer, "capacity_services");
  table.columns = {{Type::integer, "service_id"},  {Type::text, "name"},
                   {Type::text, "osm_id"},         {Type::real, "capacity", 1},
                   {Type::text, "capacity_basis"}, {Type::integer, "persons"},
                   {Type::real, "demand", 2},      {Type::real, "ratio", 4},
                   {Type::integer, "near_edge"},   {Type::text, "status"}};
  for (std::size_t i = 0; i < answer.result.services.size(); ++i)
    table.rows.push_back(service_row(answer, i));
  return table;
}

// ---- homes --------------------------------------------------------------------------------------

io::FeatureTable home_table(const CapacityAnswer& answer) {
  auto table = empty_table(answer, "capacity_homes");
  table.columns = {
      {Type::integer, "home_id"}, {Type::text, "osm_id"},      {Type::real, "x", 2},
      {Type::real, "y", 2},       {Type::integer, "services"}, {Type::real, "capacity_in_reach", 1},
      {Type::real, "access", 4},  {Type::real, "level", 4},    {Type::text, "status"}};
  for (std::size_t i = 0; i < answer.project().homes.size(); ++i) {
    const auto& home = answer.project().homes[i];
    if (!home.in_district) continue;
    const auto& own = answer.result.homes[i];
    const bool shown = answer.shown.homes[i] && own.status == analysis::Status::ok;
    table.rows.push_back(
        {{std::int64_t{home.id}, model::to_text(home.osm), home.at.x, home.at.y,
          std::int64_t{own.services}, own.in_reach, real(own.access * answer.scale(), shown),
          real(own.level * answer.scale(), shown), std::string(analysis::to_text(own.status))},
         home.at});
  }
  return table;
}

// ---- areas --------------------------------------------------------------------------------------

const model::PopulationCell* cell_of(const CapacityAnswer& answer,
                                     const analysis::AreaCapacity& area) {
  if (area.area < 0) return nullptr;
  return &answer.project().population[answer.areas.cells[static_cast<std::size_t>(area.area)]];
}

std::string area_name(const CapacityAnswer& answer, const analysis::AreaCapacity& area) {
  const auto* cell = cell_of(answer, area);
  return cell ? cell->id : tr("(in no area)");
}

/// A mean over people of whom it is not shown how many have what is not shown either.
bool level_shown(const CapacityAnswer& answer, std::size_t index) {
  const auto& shown = answer.shown.areas[index];
  return shown[1] && shown[2] && shown[3];
}

io::FeatureTable area_table(const CapacityAnswer& answer) {
  auto table = empty_table(answer, "capacity_areas");
  table.columns = {{Type::text, "area"},
                   {Type::integer, "persons"},
                   {Type::integer, "in_reach"},
                   {Type::integer, "unknown_in_reach"},
                   {Type::integer, "none_in_reach"},
                   {Type::integer, "not_assessable"},
                   {Type::integer, "homes"},
                   {Type::integer, "homes_unknown"},
                   {Type::real, "level", 4}};
  for (std::size_t i = 0; i < answer.by_area.size(); ++i) {
    const auto& area = answer.by_area[i];
    const auto& shown = answer.shown.areas[i];
    io::Feature row{{area_name(answer, area), count(area.persons, shown[0]),
                     count(area.in_reach, shown[1]), count(area.unknown_in_reach, shown[2]),
                     count(area.none_in_reach, shown[3]), count(area.not_assessable, shown[4]),
                     std::int64_t{area.homes}, std::int64_t{area.homes_unknown},
                     real(scaled(answer, area.level()), level_shown(answer, i))},
                    {}};
    if (const auto* cell = cell_of(answer, area)) row.shape = cell->outline;
    table.rows.push_back(std::move(row));
  }
  return table;
}

// ---- JSON ---------------------------------------------------------------------------------------

json rows_json(const io::FeatureTable& table) {
  json rows = json::array();
  for (const auto& feature : table.rows) {
    json row;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      row[table.columns[c].name] = json_value(feature.values[c]);
    rows.push_back(std::move(row));
  }
  return rows;
}

json totals_json(const CapacityAnswer& answer) {
  const auto& totals = answer.result.totals;
  const auto& shown = answer.shown;
  const auto level = scaled(answer, answer.mean_level());
  return {{"persons", json_value(count(totals.persons, shown.persons))},
          {"in_reach", json_value(count(totals.in_reach, shown.in_reach))},
          {"unknown_in_reach", json_value(count(totals.unknown_in_reach, shown.unknown_in_reach))},
          {"none_in_reach", json_value(count(totals.none_in_reach, shown.none_in_reach))},
          {"not_assessable", json_value(count(totals.not_assessable, shown.not_assessable))},
          {"homes", totals.homes},
          {"homes_unknown", totals.homes_unknown},
          {"homes_not_assessable", totals.homes_not_assessable},
          {"rim_homes_unknown", totals.rim_homes_unknown},
          {"services_reached", totals.reached_services},
          {"services_of_unknown_capacity", totals.unknown_services},
          {"capacity_reached", totals.reached_supply},
          {"capacity_with_people_in_reach", totals.supply},
          {"level", json_value(real(level, shown.in_reach))}};
}

/// Whole curves tell homes: tenths do not.
json lorenz_json(const CapacityAnswer& answer) {
  json points = json::array();
  if (answer.lorenz.empty() || !answer.shown.in_reach) return points;
  for (int tenth = 0; tenth <= 10; ++tenth) {
    const double amount = analysis::amount_of_first(answer.lorenz, tenth / 10.0);
    points.push_back({tenth / 10.0, std::round(amount * 1000) / 1000});
  }
  return points;
}

json share_json(const CapacityAnswer& answer, const analysis::GroupCoverage& group) {
  const auto shown = model::may_show_parts({group.covered, group.gap, group.not_assessable},
                                           answer.catalogue->people.min_count);
  return json_value(real(group.share, shown[0] && shown[1]));
}

json equity_json(const CapacityAnswer& answer) {
  const auto gini = analysis::gini(answer.lorenz);
  const json old = share_json(answer, answer.coverage.age_80);
  const json all = share_json(answer, answer.coverage.all);
  const auto gap = analysis::group_gap(answer.coverage.age_80, answer.coverage.all);
  return {{"gini", json_value(real(gini, answer.shown.in_reach))},
          {"lorenz", lorenz_json(answer)},
          {"share_in_reach_80", old},
          {"share_in_reach_all", all},
          {"group_gap", json_value(real(gap, !old.is_null() && !all.is_null()))}};
}

// ---- text ---------------------------------------------------------------------------------------

std::string shown_text(long value, bool shown, int min_count) {
  if (shown) return number(static_cast<double>(value), 0);
  return value > 0 && value < min_count ? "< " + std::to_string(min_count) : "–";
}

std::string level_text(const std::optional<double>& value, bool shown = true) {
  return value && shown ? number(*value, 1) : "–";
}

std::string persons_per_unit(const analysis::ServiceLoad& load, bool shown) {
  if (!shown || load.place.capacity <= 0) return "–";
  return number(static_cast<double>(load.persons) / load.place.capacity, 1);
}

std::string rate_head(const CapacityAnswer& answer) {
  return answer.per_person() ? tr("per 1,000") : tr("mean");
}

/// The service's ratio counts people by the weight of their way.
std::string ratio_head(const CapacityAnswer& answer) {
  const bool equal = answer.result.question.decay.kind == model::Decay::Kind::equal;
  return equal ? tr("per 1,000") : tr("per 1,000 weighted");
}

std::string service_text(const CapacityAnswer& answer) {
  std::string text =
      fmt::format("{:<44} {:>9} {:>17} {:>13} {:>19}\n", tr("service"), tr("capacity"),
                  tr("people in reach"), tr("people per 1"), ratio_head(answer));
  for (std::size_t i = 0; i < answer.result.services.size(); ++i) {
    const auto& load = answer.result.services[i];
    const bool shown = answer.shown.services[i] && load.on_street;
    const auto name = name_of(answer.project().services[load.place.service], *answer.type);
    text += fmt::format(
        "{:<44.44} {:>9} {:>17} {:>13} {:>19}\n", name,
        load.place.capacity > 0 ? number(load.place.capacity, 0) : "–",
        load.on_street ? shown_text(load.persons, shown, answer.catalogue->people.min_count) : "–",
        persons_per_unit(load, shown), level_text(scaled(answer, load.ratio), shown));
  }
  return text;
}

std::string area_text(const CapacityAnswer& answer) {
  const int min_count = answer.catalogue->people.min_count;
  std::string text = fmt::format("{:<34} {:>9} {:>10} {:>10} {:>8} {:>16} {:>10}\n", tr("area"),
                                 tr("people"), tr("in reach"), tr("unknown"), tr("none"),
                                 tr("not assessable"), rate_head(answer));
  for (std::size_t i = 0; i < answer.by_area.size(); ++i) {
    const auto& area = answer.by_area[i];
    const auto& shown = answer.shown.areas[i];
    text += fmt::format("{:<34.34} {:>9} {:>10} {:>10} {:>8} {:>16} {:>10}\n",
                        area_name(answer, area), shown_text(area.persons, shown[0], min_count),
                        shown_text(area.in_reach, shown[1], min_count),
                        shown_text(area.unknown_in_reach, shown[2], min_count),
                        shown_text(area.none_in_reach, shown[3], min_count),
                        shown_text(area.not_assessable, shown[4], min_count),
                        level_text(scaled(answer, area.level()), level_shown(answer, i)));
  }
  return text;
}

std::string home_text(const CapacityAnswer& answer) {
  if (!answer.shown.in_reach) return "";
  std::string text = fmt::format("{:<44} {:>10}\n", tr("of ten people"), rate_head(answer));
  const auto row = [&](const char* who, double share) {
    const auto level = analysis::weighted_quantile(answer.holdings, share);
    text += fmt::format("{:<44} {:>10}\n", who, level_text(scaled(answer, level)));
  };
  row(tr("the one with least has at most"), 0.1);
  row(tr("half have at most"), 0.5);
  row(tr("nine have at most"), 0.9);
  return text + tr("Every home is listed by --csv and -o.") + "\n";
}

}  // namespace

io::FeatureTable capacity_table(const CapacityAnswer& answer, CapacityBy by) {
  switch (by) {
    case CapacityBy::home:
      return home_table(answer);
    case CapacityBy::area:
      return area_table(answer);
    case CapacityBy::service:
      break;
  }
  return service_table(answer);
}

nlohmann::json capacity_json(const CapacityAnswer& answer, CapacityBy by,
                             const nlohmann::json& method) {
  const auto& project = answer.project();
  const auto& question = answer.result.question;
  static constexpr const char* groups[] = {"all", "65", "80"};
  json result = {{"project", project.info.title},
                 {"data_date", project.info.data_date},
                 {"service", answer.type->id},
                 {"alias", answer.type->alias},
                 {"profile", answer.district->network.profile.id},
                 {"access_method", answer.method->id},
                 {"decay", question.decay.id},
                 {"limit", analysis::to_text(question.limit)},
                 {"group", groups[static_cast<std::size_t>(answer.group)]},
                 {"per_1000_persons", answer.per_person()},
                 {"sentence", capacity_sentence(answer)},
                 {"remarks", capacity_remarks(answer)},
                 {"totals", totals_json(answer)},
                 {"equity", equity_json(answer)},
                 {"services", rows_json(service_table(answer))},
                 {"min_count", answer.catalogue->people.min_count},
                 {"attribution", model::attribution(project)},
                 {"method", method}};
  if (by == CapacityBy::home) result["homes"] = rows_json(home_table(answer));
  if (by == CapacityBy::area) result["areas"] = rows_json(area_table(answer));
  return result;
}

std::string capacity_text(const CapacityAnswer& answer, CapacityBy by) {
  switch (by) {
    case CapacityBy::home:
      return home_text(answer);
    case CapacityBy::area:
      return area_text(answer);
    case CapacityBy::service:
      break;
  }
  return service_text(answer);
}

}  // namespace nahraum::app
