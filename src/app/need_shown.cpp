#include "app/need_shown.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "model/disclosure.hpp"

namespace nahraum::app {

std::optional<long> shown_persons(const NeedRow& row, int age) {
  const auto& persons = age == 0 ? row.need.all : age == 65 ? row.need.age_65 : row.need.age_80;
  const bool may = age == 0 ? row.total_shown : row.shows({0, age});
  return may && persons ? std::optional(std::lround(*persons)) : std::nullopt;
}

std::optional<long> shown_institutional(const NeedRow& row, int age) {
  if (!row.shows({0, age})) return {};
  return std::lround(age == 80 ? row.need.institutional_80 : row.need.institutional);
}

std::optional<double> shown_value(const NeedRow& row, const analysis::Ratio& ratio) {
  return row.shows(*ratio.kind) ? ratio.value : std::nullopt;
}

std::optional<double> shown_without(const NeedRow& row, std::size_t i, int min_count) {
  const auto& ratio = row.need.without_institutions[i];
  const long numerator = std::lround(std::abs(ratio.numerator));
  const long denominator = std::lround(ratio.denominator);
  const bool may = model::may_show(numerator, min_count) && model::may_show(denominator, min_count);
  return may ? shown_value(row, ratio) : std::nullopt;
}

std::optional<std::pair<long, long>> shown_estimate(const NeedRow& row,
                                                    const analysis::Estimate& estimate,
                                                    int min_count) {
  const bool of_dwellings = std::string_view(estimate.id) == "no_step_free_access";
  const bool may = of_dwellings || (row.shown && (!estimate.counted || row.living_alone_shown));
  if (!may || !estimate.low) return {};
  const long low = std::lround(*estimate.low);
  const long high = std::lround(*estimate.high);
  if (!of_dwellings && (!model::may_show(low, min_count) || !model::may_show(high, min_count))) {
    return {};
  }
  return std::pair(low, high);
}

std::optional<ShownYear> shown_year(const NeedRow& row, const NeedYear& year, int age,
                                    int min_count) {
  if (!row.shows({0, age}) || !year.from_age(age)) return {};
  const auto& persons = *year.from_age(age);
  const long expected = std::lround(persons.expected);
  if (!model::may_show(expected, min_count)) return {};
  const long low = std::lround(persons.low);
  // Fewer than the minimum is all that may be said of the range's lower end.
  return ShownYear{expected, model::may_show(low, min_count) ? low : 0,
                   std::max<long>(expected, std::lround(persons.high))};
}

bool at_least(const NeedRow& row, int age) {
  if (age == 0) return row.unit.homes_unknown > 0;
  return age == 80 ? row.unit.homes_unknown_80 > 0 : row.unit.homes_unknown_65 > 0;
}

bool at_least(const NeedRow& row, const analysis::RatioKind& kind) {
  return std::any_of(kind.plus.begin(), kind.plus.end(),
                     [&](const auto& span) { return span.from >= 60 && at_least(row, span.from); });
}

}  // namespace nahraum::app
