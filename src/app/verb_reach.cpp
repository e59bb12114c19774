#include <fmt/format.h>

#include "analysis/both_ways.hpp"
#include "analysis/offer_hours.hpp"
#include "app/offer_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "io/feature_table.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

/// Unknown and undisclosed are empty; an assumption from floor area tells nothing about persons.
io::Value persons(const model::Home& home, const std::optional<int>& count, int min_count) {
  if (!count) return {};
  const bool modelled = home.basis == model::PopulationBasis::assumed;
  if (!modelled && !model::may_show(*count, min_count)) return {};
  return std::int64_t{*count};
}

io::Feature row_of(const model::Home& home, const analysis::HomeReach& reach, int min_count) {
  const bool found = reach.cost != base::unreachable;
  return {{std::int64_t{home.id}, model::to_text(home.osm), home.at.x, home.at.y,
           persons(home, home.residents.all, min_count),
           persons(home, home.residents.age_65, min_count),
           persons(home, home.residents.age_80, min_count),
           found ? io::Value(reach.cost.value / 1000.0) : io::Value(),
           found ? io::Value(static_cast<double>(reach.metres)) : io::Value(),
           reach.service > 0 ? io::Value(std::int64_t{reach.service}) : io::Value(),
           std::string(analysis::to_text(reach.status))},
          home.at};
}

io::FeatureTable table_of(const model::Project& project,
                          const std::vector<analysis::HomeReach>& reach, int min_count) {
  io::FeatureTable table{"reach",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "home_id"},
                          {Type::text, "osm_id"},
                          {Type::real, "x", 2},
                          {Type::real, "y", 2},
                          {Type::integer, "residents"},
                          {Type::integer, "residents_65"},
                          {Type::integer, "residents_80"},
                          {Type::real, "seconds", 3},
                          {Type::real, "metres", 3},
                          {Type::integer, "service_id"},
                          {Type::text, "status"}},
                         {}};
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    table.rows.push_back(row_of(project.homes[i], reach[i], min_count));
  }
  return table;
}

/// The way to the nearest that is open or may be, beside the way to the nearest that is.
void add_possible(io::FeatureTable& table, const model::Project& project,
                  const std::vector<analysis::HomeReach>& reach) {
  table.columns.push_back({Type::real, "possible_seconds", 3});
  table.columns.push_back({Type::real, "possible_metres", 3});
  table.columns.push_back({Type::integer, "possible_service_id"});
  table.columns.push_back({Type::text, "possible_status"});
  std::size_t row = 0;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    auto values = row_of(project.homes[i], reach[i], 0).values;
    auto& into = table.rows[row++].values;
    into.insert(into.end(), values.end() - 4, values.end());
  }
}

io::FeatureTable table_at(const Workspace& workspace, const analysis::District& district,
                          const model::ServiceType& type, int minute, analysis::Way way,
                          int min_count, jobs::Context& context) {
  const auto& project = *workspace.project;
  const auto sets = analysis::offers_at(analysis::hours_of(project, type.id), minute);
  const auto reach = [&](const std::vector<std::size_t>& offers) {
    return analysis::reach_by(district, analysis::targets_of(district, offers), way, context);
  };
  auto table = table_of(project, reach(sets.open), min_count);
  add_possible(table, project, reach(sets.open_or_unknown()));
  return table;
}

void say_unknown(const model::Project& project, std::string_view type, int minute,
                 Console& console) {
  constexpr std::size_t most_lines = 10;
  const auto unknown = unknown_offers(project, analysis::hours_of(project, type), minute);
  if (unknown.empty()) return;
  console.say(fmt::format(fmt::runtime(tr("{0}: whether these are open is not known")),
                          week_minute_text(minute)) +
              "\n" + doubtful_text(unknown, most_lines));
}

}  // namespace

base::Result<void> run_reach(const ReachOptions& options, Console& console) {
  std::optional<int> at;
  if (!options.at.empty()) {
    const auto minute = model::parse_week_minute(options.at);
    if (!minute) return tl::unexpected(minute.error());
    at = *minute;
  }
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto type = workspace->catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  const auto way = analysis::way_for(options.way, **type);
  if (!way) return tl::unexpected(way.error());
  const auto district = prepare(*workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  const int min_count =
      options.min_count >= 0 ? options.min_count : workspace->catalogue.people.min_count;
  auto& context = console.context();
  auto table =
      at ? table_at(*workspace, **district, **type, *at, *way, min_count, context)
         : table_of(*workspace->project,
                    analysis::reach_by(**district, analysis::targets_of(**district, (*type)->id),
                                       *way, context),
                    min_count);
  const auto homes = table.rows.size();
  if (auto written = io::write_features({std::move(table)}, options.out); !written) return written;
  console.say(
      fmt::format(fmt::runtime(tr("{0}: {1} homes; fewer than {2} counted persons are left empty")),
                  options.out.string(), homes, min_count));
  if (at) say_unknown(*workspace->project, (*type)->id, *at, console);
  return {};
}

}  // namespace nahraum::app
