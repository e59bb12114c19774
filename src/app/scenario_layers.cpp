#include "app/scenario_report.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using Type = io::Column::Type;

io::Value seconds(const analysis::HomeReach& reach) {
  return reach.cost == base::unreachable ? io::Value() : io::Value(reach.cost.value / 1000.0);
}

io::Value service(const analysis::HomeReach& reach) {
  return reach.service > 0 ? io::Value(std::int64_t{reach.service}) : io::Value();
}

io::Value more_seconds(const analysis::HomeReach& before, const analysis::HomeReach& after) {
  if (before.cost == base::unreachable || after.cost == base::unreachable) return {};
  return after.cost.value / 1000.0 - before.cost.value / 1000.0;
}

}  // namespace

io::FeatureTable difference_layer(const ScenarioComparison& comparison, const ComparisonRow& row) {
  const auto& project = *comparison.before.project;
  io::FeatureTable table{"difference_" + row.type->alias,
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "home_id"},
                          {Type::text, "shift"},
                          {Type::real, "before_s", 3},
                          {Type::real, "after_s", 3},
                          {Type::real, "difference_s", 3},
                          {Type::integer, "before_service"},
                          {Type::integer, "after_service"}},
                         {}};
  for (const auto& home : row.shift.homes) {
    table.rows.push_back(
        {{std::int64_t{home.home}, std::string(analysis::to_text(home.shift)), seconds(home.before),
          seconds(home.after), more_seconds(home.before, home.after), service(home.before),
          service(home.after)},
         home.at});
  }
  return table;
}

io::FeatureTable changes_layer(const model::Scenario& scenario, const Workspace& workspace) {
  io::FeatureTable table{"changes",
                         workspace.project->info.epsg,
                         model::attribution(*workspace.project),
                         {{Type::integer, "number"}, {Type::text, "kind"}, {Type::text, "what"}},
                         {}};
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const auto& change = scenario.changes[i];
    const auto place = model::place_of(change);
    if (!place) continue;
    table.rows.push_back({{static_cast<std::int64_t>(i + 1), model::kind_of(change),
                           scene::change_text(change, workspace.catalogue)},
                          *place});
  }
  return table;
}

}  // namespace nahraum::app
