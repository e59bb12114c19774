// The same question under other assumptions: missing tags, other limits, a scenario.

#include <algorithm>

#include <fmt/format.h>

#include "analysis/both_ways.hpp"
#include "app/study_parts.hpp"
#include "app/survey_report.hpp"
#include "app/verb_coverage.hpp"
#include "app/verb_scenario.hpp"
#include "base/translate.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

StudyTable coverage_groups(const io::FeatureTable& from, const std::vector<std::string>& names,
                           std::string title) {
  auto table = table_of(from,
                        {{"label", ""},
                         {"covered_all", tr("within")},
                         {"gap_all", tr("gap")},
                         {"gap_65", tr("gap 65+")},
                         {"gap_80", tr("gap 80+")}},
                        std::move(title));
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].cells[0] = names.at(i);
  return table;
}

StudyTable facts_of(const CoverageAnswer& found, const Workspace& workspace) {
  const int min_count = workspace.catalogue.people.min_count;
  auto table = table_of(survey_table(found.facts, *workspace.project, min_count),
                        {{"street", tr("Missing tag")},
                         {"residents", tr("people")},
                         {"residents_80", "80+"},
                         {"homes", tr("buildings")}},
                        tr("What to look at on the next walk: its answer hangs on it"));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& name = table.rows[i].cells[0];
    name = key_name(found.facts[i].key) + ", " + (name == "–" ? tr("unnamed way") : name);
  }
  return table;
}

}  // namespace

base::Result<void> study_certainty(const StudyQuestion& asked, const Workspace& workspace,
                                   StudyResult& result, jobs::Context& context) {
  auto options = options_of<CoverageOptions>(asked.question);
  options.certainty = "span";
  const auto found = ask_coverage(options, workspace, context);
  if (!found) return tl::unexpected(found.error());
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  result.sentence = scene::sentence(found->rows.at(0).coverage, workspace.catalogue, project);
  result.tables.push_back(
      coverage_groups(coverage_table(found->rows, project, min_count),
                      {tr("missing tags taken as good"), tr("missing tags taken as bad")},
                      tr("At best and with caution")));
  if (!found->facts.empty()) {
    result.tables.push_back(facts_of(*found, workspace));
  } else {
    result.remarks.emplace_back(tr("No missing tag decides for anybody here."));
  }
  result.method = found->method;
  return {};
}

namespace {

/// Each standard's limit for the type, the question's own first; ordered by nothing but the file.
struct Asked {
  std::string name;
  analysis::Limit limit;
};

std::vector<Asked> limits_of(const model::ServiceType& type, const model::Catalogue& catalogue,
                             const analysis::Limit& own) {
  std::vector<Asked> limits{{tr("This question"), own}};
  for (const auto& standard : catalogue.standards) {
    const auto limit = analysis::limit_of(standard, type);
    if (limit)
      limits.push_back(
          {base::language() == base::Language::german ? standard.label.de : standard.label.en,
           *limit});
  }
  return limits;
}

/// What two rows differ in may be a few people: the later one is kept back then.
std::vector<CoverageRow> rows_within(const analysis::District& district,
                                     const model::ServiceType& type,
                                     const std::vector<Asked>& limits, int min_count,
                                     jobs::Context& context) {
  const auto way = analysis::default_way(type);
  const auto reach =
      analysis::reach_by(district, analysis::targets_of(district, type.id), way, context);
  std::vector<CoverageRow> rows;
  for (const auto& asked : limits) {
    CoverageRow row;
    row.type = &type;
    row.coverage = analysis::coverage(district, type.id, reach, asked.limit, way);
    for (const auto& earlier : rows)
      keep_back_small_differences(earlier, row, min_count);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

base::Result<void> study_standards(const StudyQuestion& asked, const Workspace& workspace,
                                   StudyResult& result, jobs::Context& context) {
  const auto found = ask_coverage(options_of<CoverageOptions>(asked.question), workspace, context);
  if (!found) return tl::unexpected(found.error());
  const auto& project = *workspace.project;
  const int min_count = workspace.catalogue.people.min_count;
  const auto& own = found->rows.at(0);
  result.sentence = scene::sentence(own.coverage, workspace.catalogue, project);
  result.remarks = coverage_remarks(own, min_count);
  const auto limits = limits_of(*own.type, workspace.catalogue, asked.question.limit);
  const auto rows = rows_within(*found->district, *own.type, limits, min_count, context);
  std::vector<std::string> names;
  names.reserve(limits.size());
  for (const auto& each : limits)
    names.push_back(each.name + ": " + scene::limit_name(each.limit));
  result.tables.push_back(
      coverage_groups(coverage_table(rows, project, min_count), names, tr("By other standards")));
  result.method = found->method;
  for (const auto& standard : workspace.catalogue.standards) {
    if (!analysis::limit_of(standard, *own.type)) continue;
    const bool german = base::language() == base::Language::german;
    result.method.push_back({"standard", german ? standard.label.de : standard.label.en, "",
                             scene::evidence_text(standard.evidence)});
  }
  return {};
}

namespace {

StudyTable shifts_of(const ScenarioComparison& found) {
  auto table = table_of(comparison_table(found),
                        {{"group", ""},
                         {"within_before", tr("before")},
                         {"within_after", tr("after")},
                         {"gained", tr("gain")},
                         {"lost", tr("lose")}},
                        tr("People within the limit"));
  const auto names = age_groups();
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].cells[0] = names.at(i);
  return table;
}

/// All changes, those with a place numbered as on the map.
StudyTable changes_of(const model::Scenario& scenario, const model::Catalogue& catalogue) {
  StudyTable table{tr("What the scenario changes"), {tr("Change")}, {}, ""};
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const auto place = model::place_of(scenario.changes[i]);
    table.rows.push_back({{scene::change_text(scenario.changes[i], catalogue)},
                          place,
                          place ? std::to_string(i + 1) : "",
                          {},
                          false});
  }
  return table;
}

}  // namespace

base::Result<void> study_scenario(const StudyQuestion& asked, const Workspace& workspace,
                                  StudyResult& result, jobs::Context& context) {
  auto options = options_of<ScenarioOptions>(asked.question);
  options.before = "base";
  options.after = asked.question.scenario;
  const auto scenario = scenario_of(*workspace.project, asked.question.scenario);
  if (!scenario) return tl::unexpected(scenario.error());
  const auto found = ask_comparison(options, workspace, context);
  if (!found) return tl::unexpected(found.error());
  result.sentence = comparison_sentence(*found, found->rows.at(0));
  if (!(*scenario)->note.empty()) result.remarks.push_back((*scenario)->note);
  if (model::population_assumed(*workspace.project)) {
    result.remarks.emplace_back(
        tr("Residents are an assumption from floor area: no population data were given."));
  }
  result.tables.push_back(shifts_of(*found));
  result.tables.push_back(changes_of(**scenario, workspace.catalogue));
  result.method = comparison_method(*found);
  return {};
}

}  // namespace nahraum::app
