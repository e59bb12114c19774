#include <fmt/format.h>

#include "app/hours_report.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

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

io::Value count_value(const std::optional<long>& count) {
  return count ? io::Value(std::int64_t{*count}) : io::Value();
}

double hours(const std::vector<model::WeekSpan>& spans) {
  return model::length_of(spans) / 60.0;
}

io::Value text_or_nothing(std::string_view text) {
  return text.empty() ? io::Value() : io::Value(std::string(text));
}

std::string breaks_text(const std::vector<double>& breaks_h) {
  std::string text;
  for (const double h : breaks_h)
    text += (text.empty() ? "" : ", ") + base::format_number(h, 0, base::language());
  return text;
}

}  // namespace

io::FeatureTable hours_table(const HoursResult& result, const Workspace& workspace) {
  auto table = table_named("hours", workspace,
                           {{Type::text, "service"},
                            {Type::text, "profile"},
                            {Type::text, "limit"},
                            {Type::integer, "weekday"},
                            {Type::integer, "hour"}});
  std::vector<HourGrid> grids;
  const int min_count = workspace.catalogue.people.min_count;
  for (const auto& [name, member] : {std::pair{"all", &model::Residents::all},
                                     {"65", &model::Residents::age_65},
                                     {"80", &model::Residents::age_80}}) {
    table.columns.push_back({Type::integer, fmt::format("at_least_{}", name)});
    table.columns.push_back({Type::integer, fmt::format("at_most_{}", name)});
    grids.push_back(hour_grid(result, member, min_count));
  }
  for (std::size_t h = 0; h < hours_of_week; ++h) {
    io::Feature row{
        {result.type->id, result.district->network.profile.id, analysis::to_text(result.limit),
         static_cast<std::int64_t>(h / 24 + 1), static_cast<std::int64_t>(h % 24)},
        {}};
    for (const auto& grid : grids) {
      row.values.push_back(count_value(grid.at_least[h]));
      row.values.push_back(count_value(grid.at_most[h]));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

io::FeatureTable hours_homes_layer(const HoursResult& result, const Workspace& workspace) {
  auto table = table_named("homes", workspace,
                           {{Type::integer, "home_id"},
                            {Type::real, "hours_per_week", 2},
                            {Type::real, "hours_possible", 2},
                            {Type::integer, "places"},
                            {Type::text, "assessable"}});
  const auto& homes = workspace.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const auto& pattern = result.week.patterns[result.week.of_home[i]];
    const bool known = !result.week.not_assessable[i];
    table.rows.push_back(
        {{std::int64_t{homes[i].id}, known ? io::Value(hours(pattern.open)) : io::Value(),
          known ? io::Value(hours(pattern.possible)) : io::Value(),
          static_cast<std::int64_t>(pattern.offers.size()), std::string(known ? "yes" : "no")},
         homes[i].at});
  }
  return table;
}

io::FeatureTable hours_offers_layer(const HoursResult& result, const Workspace& workspace) {
  auto table = table_named("places", workspace,
                           {{Type::integer, "service_id"},
                            {Type::text, "name"},
                            {Type::text, "opening_hours"},
                            {Type::text, "read_as"},
                            {Type::real, "hours_per_week", 2},
                            {Type::text, "unreadable"}});
  for (const auto& offer : result.week.offers) {
    const auto& service = workspace.project->services[offer.service];
    table.rows.push_back(
        {{std::int64_t{service.id}, text_or_nothing(service.name),
          text_or_nothing(service.tags.get("opening_hours")),
          offer.hours ? io::Value(model::to_text(*offer.hours)) : io::Value(),
          offer.hours ? io::Value(hours(offer.hours->open)) : io::Value(),
          offer.unread ? io::Value(std::string(model::to_text(offer.unread->reason)))
                       : io::Value()},
         service.at});
  }
  return table;
}

std::vector<scene::MethodLine> hours_method(const HoursResult& result, const Workspace& workspace) {
  const auto& rules = result.rules;
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("For every home the union of the opening hours of all places within the limit "
                    "on foot, in an ordinary week without holidays. The week table counts who has "
                    "an open place within the limit at the full hour, which is the time of "
                    "arrival."),
                 ""});
  own.push_back(
      {"limit", tr("Limit"), scene::limit_name(result.limit),
       result.own_limit ? tr("given by the user") : scene::evidence_text(result.type->thresholds)});
  const auto unknown = unknown_offers(*workspace.project, result.week.offers, std::nullopt);
  own.push_back({"hours", tr("Opening hours"),
                 fmt::format(fmt::runtime(tr("As stated for {0} places; of {1} they are unknown in "
                                             "whole or in part, which is not closed.")),
                             result.week.offers.size(), unknown.size()),
                 ""});
  own.push_back({"classes", tr("Classes of hours per week"), breaks_text(rules.breaks_h),
                 scene::evidence_text(rules.evidence)});
  return method_of(workspace, *result.district, std::move(own));
}

}  // namespace nahraum::app
