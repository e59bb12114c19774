#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/need_report.hpp"
#include "app/need_shown.hpp"

namespace nahraum::app {
namespace {

using nlohmann::json;
using Type = io::Column::Type;

template <class Number>
json or_null(const std::optional<Number>& value) {
  return value ? json(*value) : json(nullptr);
}

json ratios_json(const NeedRow& row, int min_count) {
  json ratios = json::object();
  for (std::size_t i = 0; i < row.need.ratios.size(); ++i) {
    const auto& ratio = row.need.ratios[i];
    const auto value = shown_value(row, ratio);
    ratios[ratio.kind->id] = {
        {"value", or_null(value)},
        {"numerator", value ? json(std::lround(ratio.numerator)) : json(nullptr)},
        {"denominator", value ? json(std::lround(ratio.denominator)) : json(nullptr)},
        {"interpolated", value && ratio.interpolated},
        {"at_least", value && at_least(row, *ratio.kind)},
        {"without_institutions", or_null(shown_without(row, i, min_count))}};
  }
  return ratios;
}

json estimates_json(const NeedRow& row, int min_count) {
  json estimates = json::object();
  for (const auto& each : row.need.estimates) {
    const auto range = shown_estimate(row, each, min_count);
    estimates[each.id] = {{"low", range ? json(range->first) : json(nullptr)},
                          {"high", range ? json(range->second) : json(nullptr)},
                          {"counted", each.counted},
                          {"ages_split", each.split_ages},
                          {"sexes_split", each.split_sexes}};
  }
  return estimates;
}

json year_json(const std::optional<ShownYear>& year) {
  if (!year) return nullptr;
  return {{"expected", year->expected}, {"low", year->low}, {"high", year->high}};
}

json years_json(const NeedRow& row, int min_count) {
  json years = json::array();
  for (const auto& year : row.years) {
    years.push_back({{"year", year.year},
                     {"65", year_json(shown_year(row, year, 65, min_count))},
                     {"80", year_json(shown_year(row, year, 80, min_count))}});
  }
  return years;
}

json basket_json(const NeedRow& row) {
  if (!row.basket) return nullptr;
  return {{"index", or_null(row.basket->index)},
          {"priority", row.rank > 0 ? or_null(row.basket->priority) : json(nullptr)},
          {"rank", row.rank > 0 ? json(row.rank) : json(nullptr)},
          {"homes", row.basket->homes},
          {"not_assessable", row.basket->not_assessable}};
}

json row_json(const NeedRow& row, int min_count) {
  return {{"id", row.unit.id},
          {"name", row.unit.name},
          {"homes", row.unit.homes.size()},
          {"homes_unknown", row.unit.homes_unknown},
          {"homes_unknown_65", row.unit.homes_unknown_65},
          {"homes_unknown_80", row.unit.homes_unknown_80},
          {"ages_shown", row.shown},
          {"persons",
           {{"all", or_null(shown_persons(row, 0))},
            {"65", or_null(shown_persons(row, 65))},
            {"80", or_null(shown_persons(row, 80))}}},
          {"institutional",
           {{"all", or_null(shown_institutional(row, 0))},
            {"80", or_null(shown_institutional(row, 80))}}},
          {"ratios", ratios_json(row, min_count)},
          {"estimates", estimates_json(row, min_count)},
          {"projection", years_json(row, min_count)},
          {"basket", basket_json(row)}};
}

json reference_json(const NeedReference& reference) {
  json ratios = json::object();
  for (const auto& ratio : reference.ratios)
    ratios[ratio.kind->id] = or_null(ratio.value);
  return {{"name", reference.name},
          {"date", reference.date},
          {"evidence", reference.evidence},
          {"ratios", ratios}};
}

template <class Number>
io::Value value_of(const std::optional<Number>& number) {
  if (!number) return {};
  if constexpr (std::is_same_v<Number, long>)
    return std::int64_t{*number};
  else
    return *number;
}

/// Columns and values side by side, so that neither is forgotten.
class TableRow {
 public:
  TableRow(std::vector<io::Column>& columns, bool first) : columns_(columns), first_(first) {}

  void put(Type type, std::string name, io::Value value, int decimals = 2) {
    if (first_) columns_.push_back({type, std::move(name), decimals});
    values_.push_back(std::move(value));
  }
  std::vector<io::Value> take() { return std::move(values_); }

 private:
  std::vector<io::Column>& columns_;
  bool first_;
  std::vector<io::Value> values_;
};

void put_persons(TableRow& table, const NeedRow& row) {
  table.put(Type::text, "unit", row.unit.id);
  table.put(Type::text, "name", row.unit.name);
  table.put(Type::integer, "homes", static_cast<std::int64_t>(row.unit.homes.size()));
  table.put(Type::integer, "persons", value_of(shown_persons(row, 0)));
  table.put(Type::integer, "persons_65", value_of(shown_persons(row, 65)));
  table.put(Type::integer, "persons_80", value_of(shown_persons(row, 80)));
  table.put(Type::integer, "institutional", value_of(shown_institutional(row, 0)));
}

void put_ratios(TableRow& table, const NeedRow& row, int min_count) {
  for (std::size_t i = 0; i < row.need.ratios.size(); ++i) {
    const auto& ratio = row.need.ratios[i];
    table.put(Type::real, ratio.kind->id, value_of(shown_value(row, ratio)), ratio.kind->decimals);
  }
  table.put(Type::real, "share_65_without_institutions", value_of(shown_without(row, 0, min_count)),
            1);
  table.put(Type::real, "share_80_without_institutions", value_of(shown_without(row, 1, min_count)),
            1);
}

void put_ranges(TableRow& table, const NeedRow& row, const NeedAnswer& answer, int min_count) {
  for (const auto& each : row.need.estimates) {
    const auto range = shown_estimate(row, each, min_count);
    const auto part = [&](long value) {
      return range ? io::Value(std::int64_t{value}) : io::Value();
    };
    table.put(Type::integer, std::string(each.id) + "_low", part(range ? range->first : 0));
    table.put(Type::integer, std::string(each.id) + "_high", part(range ? range->second : 0));
  }
  for (std::size_t i = 0; i < answer.district.years.size(); ++i) {
    for (const int age : {65, 80}) {
      std::optional<ShownYear> shown;
      if (i < row.years.size()) {
        shown = shown_year(row, row.years[i], age, min_count);
      }
      const auto name = fmt::format("persons_{}_{}", age, answer.district.years[i].year);
      const auto part = [&](long value) {
        return shown ? io::Value(std::int64_t{value}) : io::Value();
      };
      table.put(Type::integer, name, part(shown ? shown->expected : 0));
      table.put(Type::integer, name + "_low", part(shown ? shown->low : 0));
      table.put(Type::integer, name + "_high", part(shown ? shown->high : 0));
    }
  }
}

void put_basket(TableRow& table, const NeedRow& row) {
  const auto& basket = *row.basket;
  table.put(Type::real, "basket_index", value_of(basket.index), 3);
  table.put(Type::real, "priority", row.rank > 0 ? value_of(basket.priority) : io::Value(), 1);
  table.put(Type::integer, "rank", row.rank > 0 ? io::Value(std::int64_t{row.rank}) : io::Value());
  table.put(Type::integer, "homes_not_assessable", std::int64_t{basket.not_assessable});
}

}  // namespace

nlohmann::json need_json(const NeedAnswer& answer, const model::Project& project, int min_count) {
  json units = json::array();
  for (const auto& row : answer.units)
    units.push_back(row_json(row, min_count));
  return {{"project", project.info.title},
          {"data_date", project.info.data_date},
          {"base_year", answer.base_year > 0 ? json(answer.base_year) : json(nullptr)},
          {"method_of_projection", answer.method},
          {"population_assumed", model::population_assumed(project)},
          {"min_count", min_count},
          {"attribution", model::attribution(project)},
          {"by", answer.by},
          {"reference", reference_json(answer.reference)},
          {"district", row_json(answer.district, min_count)},
          {"units", units}};
}

io::FeatureTable need_table(const NeedAnswer& answer, const model::Project& project,
                            int min_count) {
  io::FeatureTable table{"need", project.info.epsg, model::attribution(project), {}, {}};
  const auto add = [&](const NeedRow& row) {
    TableRow values(table.columns, table.rows.empty());
    put_persons(values, row);
    put_ratios(values, row, min_count);
    put_ranges(values, row, answer, min_count);
    if (row.basket) put_basket(values, row);
    io::Feature feature{values.take(), {}};
    if (!row.unit.outline.empty()) feature.shape = row.unit.outline;
    table.rows.push_back(std::move(feature));
  };
  if (answer.units.empty()) add(answer.district);
  for (const auto& row : answer.units)
    add(row);
  return table;
}

io::FeatureTable basket_homes(const NeedAnswer& answer, const model::Project& project) {
  io::FeatureTable table{"basket_homes",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "home_id"},
                          {Type::text, "osm_id"},
                          {Type::real, "basket_index", 3},
                          {Type::real, "doubt", 3},
                          {Type::integer, "assessable"}},
                         {}};
  for (const auto h : answer.district.unit.homes) {
    const auto& home = project.homes[h];
    const auto& basket = answer.home_baskets[h];
    const auto index = basket.assessable ? io::Value(basket.index) : io::Value();
    table.rows.push_back({{std::int64_t{home.id}, model::to_text(home.osm), index, basket.doubt,
                           std::int64_t{basket.assessable ? 1 : 0}},
                          home.at});
  }
  return table;
}

}  // namespace nahraum::app
