#include <algorithm>

#include <fmt/format.h>

#include "app/method_report.hpp"
#include "app/mobile_report.hpp"
#include "app/service_areas.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

io::FeatureTable table_named(const char* name, const Workspace& workspace,
                             std::vector<io::Column> columns) {
  return {name,
          workspace.project->info.epsg,
          model::attribution(*workspace.project),
          std::move(columns),
          {}};
}

io::Value count_value(long count, bool shown) {
  if (!shown) return {};
  return std::int64_t{count};
}

/// The home of a white spot that stands nearest to the middle of all of them.
geo::Point home_amid(const MobileResult& result, const analysis::WhiteSpot& spot,
                     const model::Project& project) {
  std::vector<geo::Point> places;
  geo::Point sum{};
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const auto& home = project.homes[i];
    const bool in_spot = home.in_district && result.cover.provider_count[i] == 0 &&
                         result.areas.of_home[i] == spot.area;
    if (!in_spot) continue;
    places.push_back(home.at);
    sum = {sum.x + home.at.x, sum.y + home.at.y};
  }
  const auto count = static_cast<double>(places.size());
  const geo::Point middle{sum.x / count, sum.y / count};
  return *std::min_element(places.begin(), places.end(), [&](geo::Point a, geo::Point b) {
    return geo::distance(a, middle) < geo::distance(b, middle);
  });
}

}  // namespace

io::FeatureTable mobile_table(const MobileResult& result, const Workspace& workspace) {
  auto table = table_named("mobile", workspace,
                           {{Type::text, "service"},
                            {Type::text, "group"},
                            {Type::integer, "persons"},
                            {Type::integer, "providers_0"},
                            {Type::integer, "providers_1"},
                            {Type::integer, "providers_2"},
                            {Type::integer, "providers_3"},
                            {Type::integer, "homes_unknown"}});
  const int min_count = workspace.catalogue.people.min_count;
  for (const auto& [name, group] :
       {std::pair{"all", &result.all}, {"65", &result.age_65}, {"80", &result.age_80}}) {
    const bool known = group->total >= 0;
    const std::vector<long> parts(group->by_providers.begin(), group->by_providers.end());
    const auto shown = model::may_show_parts(parts, min_count);
    io::Feature row{{result.type->id, std::string(name),
                     count_value(group->total, known && model::may_show(group->total, min_count))},
                    {}};
    for (std::size_t i = 0; i < parts.size(); ++i)
      row.values.push_back(count_value(parts[i], known && shown[i]));
    row.values.emplace_back(std::int64_t{group->homes_unknown});
    table.rows.push_back(std::move(row));
  }
  return table;
}

io::FeatureTable mobile_spots(const MobileResult& result, const Workspace& workspace) {
  auto table = table_named("white_spots", workspace,
                           {{Type::text, "area"},
                            {Type::integer, "homes"},
                            {Type::integer, "persons"},
                            {Type::integer, "persons_65"},
                            {Type::integer, "persons_80"}});
  const auto shown = disclosed_spots(result, workspace.catalogue.people.min_count);
  const auto value = [](const std::optional<long>& count) {
    return count ? io::Value(std::int64_t{*count}) : io::Value();
  };
  for (std::size_t i = 0; i < result.spots.size(); ++i) {
    const auto& spot = result.spots[i];
    table.rows.push_back({{area_name(result, spot, *workspace.project), std::int64_t{spot.homes},
                           value(shown.all[i]), value(shown.age_65[i]), value(shown.age_80[i])},
                          home_amid(result, spot, *workspace.project)});
  }
  return table;
}

io::FeatureTable mobile_homes_layer(const MobileResult& result, const Workspace& workspace) {
  auto table = table_named(
      "homes", workspace,
      {{Type::integer, "home_id"}, {Type::integer, "providers"}, {Type::integer, "areas"}});
  const auto& homes = workspace.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    table.rows.push_back({{std::int64_t{homes[i].id}, std::int64_t{result.cover.provider_count[i]},
                           static_cast<std::int64_t>(result.cover.of_home[i].size())},
                          homes[i].at});
  }
  return table;
}

io::FeatureTable mobile_areas_layer(const MobileResult& result, const Workspace& workspace) {
  auto table = table_named("service_areas", workspace,
                           {{Type::text, "type"},
                            {Type::text, "provider"},
                            {Type::text, "name"},
                            {Type::text, "area"},
                            {Type::text, "source"}});
  for (const auto index : result.cover.areas) {
    const auto& area = result.service_areas[index];
    table.rows.push_back(
        {{area.type, area.provider, area.name, area.area, area.source}, area.outline});
  }
  return table;
}

std::vector<scene::MethodLine> mobile_method(const MobileResult& result,
                                             const Workspace& workspace) {
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("For every home the service areas that its place lies in; a provider counts "
                    "once, however many offices it has. Nobody walks, and whether a provider has "
                    "free capacity is not told."),
                 ""});
  own.push_back(
      {"service_areas", tr("Service areas"),
       fmt::format(fmt::runtime(tr("{0}: {1}; of {2} offices in the data no service area is "
                                   "known.")),
                   sources_text(result.service_areas),
                   count_text(result.cover.areas.size(), result.cover.providers.size()),
                   result.offices_without_area.size()),
       ""});
  own.push_back({"service_areas_from", tr("Service areas come from"),
                 fmt::format(fmt::runtime(result.kept ? tr("the project, added as {0}")
                                                      : tr("a file beside the project, {0}")),
                             given_text(result.service_areas)),
                 ""});
  return scene::method_card({workspace.project.get(), &workspace.catalogue, nullptr, nullptr},
                            std::move(own));
}

}  // namespace nahraum::app
