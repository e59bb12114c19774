#include "app/diversity_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/capacity_answer.hpp"
#include "app/capacity_words.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using Type = io::Column::Type;

struct Mean {
  long persons = 0;  ///< of the group, in homes for which no type is open
  long open = 0;     ///< the others
  double types = 0;  ///< mean of `persons`
};

Mean mean_of(const DiversityAnswer& answer) {
  Mean mean;
  const auto group = figure_of(answer.group);
  const auto& homes = answer.project().homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    const int persons = std::max(0, (homes[i].residents.*group).value_or(0));
    const auto& home = answer.result.homes[i];
    if (!homes[i].in_district) continue;
    (home.unknown > 0 ? mean.open : mean.persons) += persons;
    if (home.unknown == 0) mean.types += static_cast<double>(persons) * home.reached;
  }
  if (mean.persons > 0) mean.types /= static_cast<double>(mean.persons);
  return mean;
}

std::string types_text(const DiversityAnswer& answer) {
  std::string text;
  for (const auto& type : answer.result.types) {
    text += (text.empty() ? "" : "; ") + type.type + " " + analysis::to_text(type.limit);
  }
  return text;
}

}  // namespace

std::string diversity_text(const DiversityAnswer& answer) {
  const auto mean = mean_of(answer);
  const int min_count = answer.catalogue->people.min_count;
  const auto shown = model::may_show_parts({mean.persons, mean.open}, min_count);
  if (mean.persons == 0 || !shown[0]) {
    return fmt::format(fmt::runtime(tr("How many kinds of services {people} reach cannot be "
                                       "assessed or must not be shown ({profile}).")),
                       fmt::arg("people", people_text(answer.group)),
                       fmt::arg("profile", scene::name_of(answer.district->network.profile)));
  }
  auto text = fmt::format(
      fmt::runtime(tr("{n} {people} reach on average {mean} of {k} kinds of services, each within "
                      "its limit ({profile}).")),
      fmt::arg("n", scene::persons_text(mean.persons, min_count)),
      fmt::arg("people", people_text(answer.group)),
      fmt::arg("mean", base::format_number(mean.types, 1, base::language())),
      fmt::arg("k", answer.result.types.size()),
      fmt::arg("profile", scene::name_of(answer.district->network.profile)));
  if (mean.open > 0) {
    text += std::string("\n") +
            tr("For homes near the edge of the data or without a street it cannot be assessed.");
  }
  return text;
}

io::FeatureTable diversity_table(const DiversityAnswer& answer) {
  io::FeatureTable table{"diversity",
                         answer.project().info.epsg,
                         model::attribution(answer.project()),
                         {{Type::integer, "home_id"},
                          {Type::text, "osm_id"},
                          {Type::real, "x", 2},
                          {Type::real, "y", 2},
                          {Type::integer, "types_reached"},
                          {Type::integer, "types_open"},
                          {Type::integer, "types"}},
                         {}};
  const auto& homes = answer.project().homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const auto& own = answer.result.homes[i];
    table.rows.push_back({{std::int64_t{homes[i].id}, model::to_text(homes[i].osm), homes[i].at.x,
                           homes[i].at.y, std::int64_t{own.reached}, std::int64_t{own.unknown},
                           static_cast<std::int64_t>(answer.result.types.size())},
                          homes[i].at});
  }
  return table;
}

nlohmann::json diversity_json(const DiversityAnswer& answer, const nlohmann::json& method,
                              bool homes) {
  const auto mean = mean_of(answer);
  const auto shown =
      model::may_show_parts({mean.persons, mean.open}, answer.catalogue->people.min_count);
  static constexpr const char* groups[] = {"all", "65", "80"};
  json types = json::array();
  for (const auto& type : answer.result.types)
    types.push_back({{"service", type.type}, {"limit", analysis::to_text(type.limit)}});
  json result = {{"project", answer.project().info.title},
                 {"data_date", answer.project().info.data_date},
                 {"access_method", "diversity"},
                 {"profile", answer.district->network.profile.id},
                 {"group", groups[static_cast<std::size_t>(answer.group)]},
                 {"sentence", diversity_text(answer)},
                 {"types", types},
                 {"persons", shown[0] ? json(mean.persons) : json(nullptr)},
                 {"not_assessable", shown[1] ? json(mean.open) : json(nullptr)},
                 {"mean_types", shown[0] && mean.persons > 0 ? json(mean.types) : json(nullptr)},
                 {"attribution", model::attribution(answer.project())},
                 {"method", method}};
  if (!homes) return result;
  result["homes"] = json::array();
  const auto table = diversity_table(answer);
  for (const auto& row : table.rows) {
    result["homes"].push_back({{"home_id", std::get<std::int64_t>(row.values[0])},
                               {"types_reached", std::get<std::int64_t>(row.values[4])},
                               {"types_open", std::get<std::int64_t>(row.values[5])}});
  }
  return result;
}

std::vector<scene::MethodLine> diversity_method(const DiversityAnswer& answer) {
  return {{"method", tr("Method"), tr("number of service types with at least one in reach"), ""},
          {"types", tr("Service types and limits"), types_text(answer), ""},
          {"group", tr("Demand"), scene::short_name(answer.group), ""}};
}

}  // namespace nahraum::app
