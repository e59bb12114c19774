#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/both_ways.hpp"
#include "app/chosen_types.hpp"
#include "app/coverage_report.hpp"
#include "app/method_report.hpp"
#include "app/survey_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Certainty;
using base::tr;
using Types = std::vector<const model::ServiceType*>;

/// Whose limits count: the user's, a standard's, or each type's own.
struct Limits {
  std::optional<analysis::Limit> given;
  const model::Standard* standard = nullptr;
  const model::Standard* against = nullptr;

  std::optional<analysis::Limit> of(const model::ServiceType& type,
                                    const model::Profile& profile) const {
    if (given) return given;
    if (standard) return analysis::limit_of(*standard, type);
    return analysis::default_limit(type, profile);
  }
};

base::Result<Limits> limits_of(const CoverageOptions& options, const model::Catalogue& catalogue) {
  Limits limits;
  if (!options.limit.empty()) {
    const auto parsed = analysis::parse_limit(options.limit);
    if (!parsed) return tl::unexpected(parsed.error());
    limits.given = *parsed;
  }
  for (const auto& [name, into] :
       {std::pair{&options.standard, &limits.standard}, {&options.against, &limits.against}}) {
    if (name->empty()) continue;
    const auto found = catalogue.standard(*name);
    if (!found) return tl::unexpected(found.error());
    *into = *found;
  }
  return limits;
}

/// Everything that one run of the verb works on.
struct Run {
  const CoverageOptions& options;
  const Workspace& workspace;
  Limits limits;
  analysis::Way way = analysis::Way::to;
  std::shared_ptr<const analysis::District> district, cautious;  ///< the second for a span only
};

std::vector<analysis::HomeReach> reach_of(const Run& run, const analysis::District& district,
                                          const model::ServiceType& type, Console& console) {
  return analysis::reach_by(district, analysis::targets_of(district, type.id), run.way,
                            console.context());
}

CoverageRow row_of(const Run& run, const analysis::District& district,
                   const model::ServiceType& type, const analysis::Limit& limit,
                   const std::vector<analysis::HomeReach>& reach) {
  CoverageRow row;
  row.type = &type;
  row.coverage = analysis::coverage(district, type.id, reach, limit);
  if (&district == run.cautious.get()) row.certainty = Certainty::cautious;
  row.detour = analysis::detour(district, type.id, reach, limit);
  if (run.limits.against) row.against = analysis::limit_of(*run.limits.against, type);
  if (row.against) row.between = analysis::compare(district, reach, limit, *row.against);
  return row;
}

std::vector<CoverageRow> compute(const Run& run, const Types& types, Console& console) {
  std::vector<CoverageRow> rows;
  std::string unjudged;
  for (const auto* type : types) {
    console.context().update(
        static_cast<double>(rows.size()) / static_cast<double>(2 * types.size()), type->label.de);
    const auto limit = run.limits.of(*type, run.district->network.profile);
    if (!limit) {
      unjudged += (unjudged.empty() ? "" : ", ") + scene::name_of(*type);
      continue;
    }
    rows.push_back(
        row_of(run, *run.district, *type, *limit, reach_of(run, *run.district, *type, console)));
    if (!run.cautious) continue;
    auto cautious =
        row_of(run, *run.cautious, *type, *limit, reach_of(run, *run.cautious, *type, console));
    keep_back_small_differences(rows.back(), cautious, run.workspace.catalogue.people.min_count);
    rows.push_back(std::move(cautious));
  }
  if (!unjudged.empty()) {
    console.warn(fmt::format(fmt::runtime(tr("the standard says nothing about: {}")), unjudged));
  }
  return rows;
}

/// Of the only type asked for.
base::Result<void> write_survey(const Run& run, const Types& types, Console& console) {
  if (types.size() != 1) {
    return base::fail(base::ErrorCode::bad_input, tr("the list of missing tags is for one service"),
                      "--survey", tr("give one --service"));
  }
  const auto& type = *types.front();
  const auto limit = run.limits.of(type, run.district->network.profile);
  if (!limit) return {};
  const auto facts = analysis::survey_list(
      *run.district, *run.cautious, type.id, reach_of(run, *run.district, type, console),
      reach_of(run, *run.cautious, type, console), *limit, console.context());
  const int min_count = run.workspace.catalogue.people.min_count;
  if (!run.options.json) {
    for (const auto& line : survey_lines(facts, min_count, 5))
      console.result(line);
  }
  return io::write_features({survey_table(facts, *run.workspace.project, min_count)},
                            run.options.survey);
}

std::vector<scene::MethodLine> own_lines(const Run& run) {
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("Every home by its own way along the streets to the nearest place."), ""});
  own.push_back({"way", tr("Direction"), scene::name_of(run.way), ""});
  if (run.limits.standard) {
    const auto& standard = *run.limits.standard;
    const bool german = base::language() == base::Language::german;
    own.push_back({"standard", tr("Standard"), german ? standard.label.de : standard.label.en,
                   scene::evidence_text(standard.evidence)});
  }
  if (run.cautious) {
    own.push_back({"certainty", tr("Certainty"),
                   tr("Twice: missing tags count as good, and as bad where the rules say so."),
                   scene::evidence_text(run.workspace.catalogue.cautious.evidence)});
  }
  return own;
}

void tell(const Run& run, const std::vector<CoverageRow>& rows, Console& console) {
  const auto& project = *run.workspace.project;
  const int min_count = run.workspace.catalogue.people.min_count;
  const bool single = rows.size() == 1 || (rows.size() == 2 && run.cautious);
  if (single) {
    console.result(scene::sentence(rows[0].coverage, run.workspace.catalogue, project));
    if (run.way != analysis::Way::to) {
      console.result(std::string(tr("Direction")) + ": " + scene::name_of(run.way) + ".");
    }
    for (const auto& line : coverage_remarks(rows[0], min_count))
      console.result(line);
  }
  console.result(coverage_text(rows, project, min_count));
}

base::Result<Run> prepare_run(const CoverageOptions& options, const Workspace& workspace,
                              Console& console) {
  auto limits = limits_of(options, workspace.catalogue);
  if (!limits) return tl::unexpected(limits.error());
  const auto way = analysis::parse_way(options.way);
  if (!way) return tl::unexpected(way.error());
  Run run{options, workspace, *limits, *way, nullptr, nullptr};
  const auto district = prepare(workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  run.district = *district;
  if (options.certainty != "span" && options.survey.empty()) return run;
  const auto cautious = prepare(workspace, options.profile, console.context(), Certainty::cautious);
  if (!cautious) return tl::unexpected(cautious.error());
  run.cautious = *cautious;
  return run;
}

}  // namespace

base::Result<void> run_coverage(const CoverageOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto types = chosen_types(options.services, workspace->catalogue);
  if (!types) return tl::unexpected(types.error());
  const auto run = prepare_run(options, *workspace, console);
  if (!run) return tl::unexpected(run.error());
  const auto rows = compute(*run, *types, console);
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
