#include "app/verb_coverage.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/both_ways.hpp"
#include "app/chosen_types.hpp"
#include "app/coverage_basket.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "app/survey_report.hpp"
#include "base/translate.hpp"
#include "scene/correction_words.hpp"
#include "scene/open_sentence.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Certainty;
using base::tr;
using Types = std::vector<const model::ServiceType*>;

CoverageRow row_of(const CoverageRun& run, const Variant& variant, const model::ServiceType& type,
                   const analysis::Limit& limit, jobs::Context& context) {
  const auto& district = district_of(run, variant);
  const auto reach = reach_of(run, variant, type, context);
  CoverageRow row;
  row.type = &type;
  row.variant = variant;
  row.coverage = analysis::coverage(district, type.id, reach, limit, way_of(run, type));
  row.detour = analysis::detour(district, type.id, reach, limit);
  if (run.limits.against) row.against = analysis::limit_of(*run.limits.against, type);
  if (row.against) row.between = analysis::compare(district, reach, limit, *row.against);
  if (!run.at) return row;
  row.at = run.at;
  row.hours = analysis::hours_of(*run.workspace.project, type.id);
  row.detour = no_detour();
  row.coverage.services = static_cast<long>(offers_at(run, variant.counted, type).size());
  return row;
}

const CoverageRow& found_row(const std::vector<CoverageRow>& rows, const Variant& variant) {
  return *std::find_if(rows.begin(), rows.end(),
                       [&](const CoverageRow& row) { return row.variant == variant; });
}

/// What two rows of a type differ in may be a few people. With a time the sentence tells the least
/// and the most, so those two come first; without one it tells the most.
void keep_back(const CoverageRun& run, std::vector<CoverageRow*> rows) {
  const auto sought = [&](const CoverageRow* row) {
    if (row->variant == (run.at ? least_of(run) : most_of(run))) return 0;
    return row->variant == most_of(run) ? 1 : 2;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const auto* a, const auto* b) { return sought(a) < sought(b); });
  for (std::size_t later = 1; later < rows.size(); ++later)
    for (std::size_t i = 0; i < later; ++i)
      keep_back_small_differences(*rows[i], *rows[later], run.workspace.catalogue.people.min_count);
}

/// One row of each variant.
void add_rows(const CoverageRun& run, const model::ServiceType& type, const analysis::Limit& limit,
              std::vector<CoverageRow>& rows, jobs::Context& context) {
  const std::size_t first = rows.size();
  for (const auto& variant : variants_of(run))
    rows.push_back(row_of(run, variant, type, limit, context));
  std::vector<CoverageRow*> own;
  for (std::size_t i = first; i < rows.size(); ++i)
    own.push_back(&rows[i]);
  keep_back(run, std::move(own));
}

struct Computed {
  std::vector<CoverageRow> rows;
  std::string unjudged;  ///< types of which the standard says nothing
};

Computed compute(const CoverageRun& run, const Types& types, jobs::Context& context) {
  Computed result;
  std::size_t done = 0;
  for (const auto* type : types) {
    context.update(static_cast<double>(done++) / static_cast<double>(types.size()), type->label.de);
    const auto limit = run.limits.of(*type, run.district->network.profile);
    if (!limit) {
      result.unjudged += (result.unjudged.empty() ? "" : ", ") + scene::name_of(*type);
      continue;
    }
    add_rows(run, *type, *limit, result.rows, context);
  }
  return result;
}

/// Missing tags that decide for somebody; with a time, on the ways to what is open for sure.
std::vector<analysis::MissingFact> missing_facts(const CoverageRun& run,
                                                 const model::ServiceType& type,
                                                 jobs::Context& context) {
  const auto limit = run.limits.of(type, run.district->network.profile);
  if (!limit) return {};
  const auto counted = least_of(run).counted;
  const auto optimistic = reach_of(run, {counted, Certainty::optimistic}, type, context);
  const auto cautious = reach_of(run, {counted, Certainty::cautious}, type, context);
  return analysis::survey_list(*run.district, *run.cautious, type.id, optimistic, cautious, *limit,
                               context);
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
  const auto& least = found_row(rows, least_of(run));
  auto named = least.coverage;  // closed offers are named as well
  named.services = static_cast<long>(least.hours.size());
  named.all.without_way = named.age_65.without_way = named.age_80.without_way = 0;  // closed
  auto text = scene::sentence({least.coverage, found_row(rows, most_of(run)).coverage},
                              week_minute_text(*run.at), *least.type, run.district->network.profile,
                              catalogue.people.min_count);
  for (const auto& remark : scene::remarks(named, catalogue, project))
    text += " " + remark;
  if (run.cautious) {
    text += " ";
    text += tr("“At least” takes missing tags of ways as bad, “at most” as good.");
  }
  console.result(text);
}

void tell_unknown(const CoverageRun& run, const std::vector<CoverageRow>& rows, Console& console) {
  constexpr std::size_t most_lines = 10;
  for (const auto& row : rows) {
    if (row.variant != Variant{Counted::open, Certainty::optimistic}) continue;
    const auto unknown = unknown_offers(*run.workspace.project, row.hours, run.at);
    if (unknown.empty()) continue;
    console.result(
        fmt::format(fmt::runtime(tr("{0}: of {1} places, {2} are open then; of {3} it is not "
                                    "known:")),
                    scene::name_of(*row.type), row.hours.size(), row.coverage.services,
                    unknown.size()) +
        "\n" + doubtful_text(unknown, most_lines));
  }
}

void tell(const CoverageRun& run, const std::vector<CoverageRow>& rows, Console& console) {
  const auto& project = *run.workspace.project;
  const int min_count = run.workspace.catalogue.people.min_count;
  const bool single = rows.size() == variants_of(run).size();
  if (const auto corrections = scene::corrections_text(project); !corrections.empty())
    console.result(corrections);
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    console.result(std::string(tr("Scenario")) + ": " + scene::scenario_text(*scenario));
  }
  if (single && run.at) tell_at(run, rows, console);
  if (single && !run.at) {
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
