#include "app/verb_coverage.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/both_ways.hpp"
#include "app/chosen_types.hpp"
#include "app/coverage_basket.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "app/survey_report.hpp"
#include "base/translate.hpp"
#include "scene/open_sentence.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Certainty;
using base::tr;
using Types = std::vector<const model::ServiceType*>;

CoverageRow row_of(const CoverageRun& run, const analysis::District& district,
                   const model::ServiceType& type, const analysis::Limit& limit,
                   const std::vector<analysis::HomeReach>& reach) {
  CoverageRow row;
  row.type = &type;
  row.coverage = analysis::coverage(district, type.id, reach, limit, way_of(run, type));
  if (&district == run.cautious.get()) row.certainty = Certainty::cautious;
  row.detour = analysis::detour(district, type.id, reach, limit);
  if (run.limits.against) row.against = analysis::limit_of(*run.limits.against, type);
  if (row.against) row.between = analysis::compare(district, reach, limit, *row.against);
  return row;
}

/// With the offers that are open, and with those that may be.
void add_rows_at(const CoverageRun& run, const model::ServiceType& type,
                 const analysis::Limit& limit, std::vector<CoverageRow>& rows,
                 jobs::Context& context) {
  const auto hours = analysis::hours_of(*run.workspace.project, type.id);
  const auto sets = analysis::offers_at(hours, *run.at);
  for (const auto counted : {Counted::open, Counted::open_or_unknown}) {
    const auto offers = counted == Counted::open ? sets.open : sets.open_or_unknown();
    const auto reach = analysis::reach_by(
        *run.district, analysis::targets_of(*run.district, offers), way_of(run, type), context);
    auto row = row_of(run, *run.district, type, limit, reach);
    row.detour = no_detour();
    row.coverage.services = static_cast<long>(offers.size());
    row.counted = counted;
    row.at = run.at;
    row.hours = hours;
    rows.push_back(std::move(row));
  }
  keep_back_small_differences(rows[rows.size() - 2], rows.back(),
                              run.workspace.catalogue.people.min_count);
}

struct Computed {
  std::vector<CoverageRow> rows;
  std::string unjudged;  ///< types of which the standard says nothing
};

Computed compute(const CoverageRun& run, const Types& types, jobs::Context& context) {
  Computed result;
  auto& rows = result.rows;
  for (const auto* type : types) {
    context.update(static_cast<double>(rows.size()) / static_cast<double>(2 * types.size()),
                   type->label.de);
    const auto limit = run.limits.of(*type, run.district->network.profile);
    if (!limit) {
      result.unjudged += (result.unjudged.empty() ? "" : ", ") + scene::name_of(*type);
      continue;
    }
    if (run.at) {
      add_rows_at(run, *type, *limit, rows, context);
      continue;
    }
    rows.push_back(
        row_of(run, *run.district, *type, *limit, reach_of(run, *run.district, *type, context)));
    if (!run.cautious) continue;
    auto cautious =
        row_of(run, *run.cautious, *type, *limit, reach_of(run, *run.cautious, *type, context));
    keep_back_small_differences(rows.back(), cautious, run.workspace.catalogue.people.min_count);
    rows.push_back(std::move(cautious));
  }
  return result;
}

/// Missing tags that decide for somebody.
std::vector<analysis::MissingFact> missing_facts(const CoverageRun& run,
                                                 const model::ServiceType& type,
                                                 jobs::Context& context) {
  const auto limit = run.limits.of(type, run.district->network.profile);
  if (!limit) return {};
  return analysis::survey_list(*run.district, *run.cautious, type.id,
                               reach_of(run, *run.district, type, context),
                               reach_of(run, *run.cautious, type, context), *limit, context);
}

/// Of the only type asked for.
base::Result<void> write_survey(const CoverageRun& run, const Types& types, Console& console) {
  if (types.size() != 1) {
    return base::fail(base::ErrorCode::bad_input, tr("the list of missing tags is for one service"),
                      "--survey", tr("give one --service"));
  }
  const auto& type = *types.front();
  if (!run.limits.of(type, run.district->network.profile)) return {};
  const auto facts = missing_facts(run, type, console.context());
  const int min_count = run.workspace.catalogue.people.min_count;
  if (!run.options.json) {
    for (const auto& line : survey_lines(facts, min_count, 5))
      console.result(line);
  }
  return io::write_features({survey_table(facts, *run.workspace.project, min_count)},
                            run.options.survey);
}

void tell_at(const CoverageRun& run, const std::vector<CoverageRow>& rows, Console& console) {
  const auto& project = *run.workspace.project;
  const auto& catalogue = run.workspace.catalogue;
  auto named = rows[0].coverage;  // closed offers are named as well
  named.services = static_cast<long>(rows[0].hours.size());
  named.all.without_way = named.age_65.without_way = named.age_80.without_way = 0;  // closed
  auto text =
      scene::sentence({rows[0].coverage, rows[1].coverage}, week_minute_text(*run.at),
                      *rows[0].type, run.district->network.profile, catalogue.people.min_count);
  for (const auto& remark : scene::remarks(named, catalogue, project))
    text += " " + remark;
  console.result(text);
}

void tell_unknown(const CoverageRun& run, const std::vector<CoverageRow>& rows, Console& console) {
  constexpr std::size_t most_lines = 10;
  for (const auto& row : rows) {
    if (row.counted != Counted::open) continue;
    const auto unknown = unknown_offers(*run.workspace.project, row.hours, run.at);
    if (unknown.empty()) continue;
    console.result(
        fmt::format(fmt::runtime(tr("{0}: of {1} places, {2} are open then; of {3} it is not "
                                    "known:")),
                    scene::name_of(*row.type), row.hours.size(), row.coverage.services,
                    unknown.size()) +
        "\n" + unknown_text(unknown, most_lines));
  }
}

void tell(const CoverageRun& run, const std::vector<CoverageRow>& rows, Console& console) {
  const auto& project = *run.workspace.project;
  const int min_count = run.workspace.catalogue.people.min_count;
  const bool single = rows.size() == 1 || (rows.size() == 2 && run.cautious);
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    console.result(std::string(tr("Scenario")) + ": " + scene::scenario_text(*scenario));
  }
  if (run.at && rows.size() == 2) tell_at(run, rows, console);
  if (single) {
    console.result(scene::sentence(rows[0].coverage, run.workspace.catalogue, project));
    for (const auto& line : coverage_remarks(rows[0], min_count))
      console.result(line);
  }
  console.result(coverage_text(rows, project, min_count));
  if (run.at) tell_unknown(run, rows, console);
}

/// The project's own figures are told elsewhere: what a scenario's differ in may be a few people.
void keep_back_beside_base(const CoverageRun& base, const Types& types,
                           std::vector<CoverageRow>& rows, jobs::Context& context) {
  const auto before = compute(base, types, context).rows;
  for (std::size_t i = 0; i < rows.size(); ++i)
    keep_back_small_differences(before[i], rows[i], base.workspace.catalogue.people.min_count);
}

}  // namespace

base::Result<CoverageAnswer> ask_coverage(const CoverageOptions& options,
                                          const Workspace& workspace, jobs::Context& context) {
  const auto types = chosen_types(options.services, workspace.catalogue);
  if (!types) return tl::unexpected(types.error());
  const auto run = prepare_run(options, workspace, context);
  if (!run) return tl::unexpected(run.error());
  CoverageAnswer answer;
  answer.rows = compute(*run, *types, context).rows;
  if (run->cautious && types->size() == 1)
    answer.facts = missing_facts(*run, *types->front(), context);
  answer.method = method_of(workspace, *run->district, own_lines(*run));
  answer.district = run->district;
  return answer;
}

base::Result<void> run_coverage(const CoverageOptions& options, Console& console) {
  const auto base = open_workspace(options.project, console.context());
  if (!base) return tl::unexpected(base.error());
  const auto workspace = in_scenario(*base, options.scenario, console.context());
  if (!workspace) return tl::unexpected(workspace.error());
  const auto types = chosen_types(options.services, workspace->catalogue);
  if (!types) return tl::unexpected(types.error());
  const auto run = prepare_run(options, *workspace, console.context());
  if (!run) return tl::unexpected(run.error());
  std::optional<CoverageRun> base_run;  // of a scenario
  if (!workspace->project->info.scenario.empty()) {
    auto prepared = prepare_run(options, *base, console.context());
    if (!prepared) return tl::unexpected(prepared.error());
    base_run.emplace(std::move(*prepared));
  }
  if (options.basket) return run_basket(*run, base_run, *types, console);
  auto [rows, unjudged] = compute(*run, *types, console.context());
  if (base_run) keep_back_beside_base(*base_run, *types, rows, console.context());
  if (!unjudged.empty()) {
    console.warn(fmt::format(fmt::runtime(tr("the standard says nothing about: {}")), unjudged));
  }
  const auto& project = *workspace->project;
  const int min_count = workspace->catalogue.people.min_count;
  if (options.json) {
    auto json = coverage_json(rows, project, min_count);
    json["method"] = method_json(method_of(*workspace, *run->district, own_lines(*run)));
    console.result(json.dump(2));
  } else {
    tell(*run, rows, console);
  }
  if (!options.survey.empty()) {
    if (auto written = write_survey(*run, *types, console); !written) return written;
  }
  if (options.csv.empty()) return {};
  auto written = io::write_features({coverage_table(rows, project, min_count)}, options.csv);
  if (written && !options.json) console.say(options.csv.string());
  return written;
}

}  // namespace nahraum::app
