#include "model/catalogue.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::model {

double SlopeRule::speed_factor(double rise) const {
  double factor = tobler ? std::exp(-3.5 * (std::fabs(rise + 0.05) - 0.05)) : 1;
  if (!faster_downhill) factor = std::min(factor, 1.0);
  return steep_from > 0 && std::fabs(rise) > steep_from ? factor * steep_factor : factor;
}
namespace {

bool has_value(const TagTest& test, std::string_view value) {
  if (value.empty()) return false;
  if (test.above) {
    const auto number = base::parse_number(value, false);
    return number && *number > *test.above;
  }
  if (test.values.empty()) return true;
  const auto is_one = [&](std::string_view part) {
    return std::find(test.values.begin(), test.values.end(), part) != test.values.end();
  };
  if (!test.contains) return is_one(value);
  const auto parts = base::split(value, ';');
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return is_one(base::trim(part)); });
}

bool holds(const TagFilter::Clause& clause, const Tags& tags, const Shape& shape) {
  if (clause.geometry == "area" && !shape.is_area) return false;
  if (clause.geometry == "point" && shape.is_area) return false;
  if (clause.min_area_m2 > 0 && shape.area_m2 < clause.min_area_m2) return false;
  if (clause.max_area_m2 && shape.is_area && shape.area_m2 >= *clause.max_area_m2) return false;
  return std::all_of(clause.all_of.begin(), clause.all_of.end(), [&](const TagTest& test) {
    return has_value(test, tags.get(test.key)) != test.negated;
  });
}

template <class T>
base::Result<const T*> find_named(const std::vector<T>& items, std::string_view wanted,
                                  const std::vector<std::string>& names, const char* unknown,
                                  const char* list_command) {
  const std::string folded = base::fold_case(wanted);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (base::fold_case(names[i]) == folded) return &items[i % items.size()];
  }
  const auto near = base::nearest_name(wanted, names);
  std::string what_to_do =
      near ? fmt::format(fmt::runtime(base::tr("did you mean “{0}”?")), *near) : "";
  if (!near) what_to_do = std::string(base::tr("list them with")) + " " + list_command;
  return base::fail(base::ErrorCode::not_found,
                    std::string(unknown) + " „" + std::string(wanted) + "“", {}, what_to_do);
}

}  // namespace

bool matches(const TagFilter& filter, const Tags& tags, const Shape& shape) {
  return matching_clause(filter, tags, shape) != nullptr;
}

const TagFilter::Clause* matching_clause(const TagFilter& filter, const Tags& tags,
                                         const Shape& shape) {
  const auto at = std::find_if(filter.any_of.begin(), filter.any_of.end(),
                               [&](const auto& clause) { return holds(clause, tags, shape); });
  return at == filter.any_of.end() ? nullptr : &*at;
}

char letter_of(Group group) {
  return "WNGPMBFO"[static_cast<int>(group)];
}

base::Result<const ServiceType*> Catalogue::type(std::string_view wanted) const {
  std::vector<std::string> names;
  for (const auto& each : types)
    names.push_back(each.id);
  for (const auto& each : types)
    names.push_back(each.alias);
  for (const auto& each : types)
    names.push_back(each.label.de);
  for (const auto& each : types)
    names.push_back(each.label.en);
  return find_named(types, wanted, names, base::tr("unknown service type"), "nahraum catalogue");
}

base::Result<const Profile*> Catalogue::profile(std::string_view wanted) const {
  std::vector<std::string> names;
  for (const auto& each : profiles)
    names.push_back(each.id);
  return find_named(profiles, wanted, names, base::tr("unknown walking profile"),
                    "nahraum catalogue");
}

base::Result<const Standard*> Catalogue::standard(std::string_view wanted) const {
  std::vector<std::string> names;
  for (const auto& each : standards)
    names.push_back(each.id);
  return find_named(standards, wanted, names, base::tr("unknown standard"), "nahraum catalogue");
}

const ServiceType* Catalogue::find_type(std::string_view id) const {
  const auto at = std::find_if(types.begin(), types.end(),
                               [&](const ServiceType& type) { return type.id == id; });
  return at == types.end() ? nullptr : &*at;
}

}  // namespace nahraum::model
