#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/both_ways.hpp"
#include "app/basket_report.hpp"
#include "app/chosen_types.hpp"
#include "app/coverage_report.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "app/survey_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "scene/open_sentence.hpp"
#include "scene/scenario_sentence.hpp"

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
  std::optional<analysis::Way> way;                              ///< none: each type's own
  std::optional<int> at;                                         ///< minute of the week
  std::shared_ptr<const analysis::District> district, cautious;  ///< the second for a span only
};

analysis::Way way_of(const Run& run, const model::ServiceType& type) {
  return run.way.value_or(analysis::default_way(type));
}

std::vector<analysis::HomeReach> reach_of(const Run& run, const analysis::District& district,
                                          const model::ServiceType& type, Console& console) {
  return analysis::reach_by(district, analysis::targets_of(district, type.id), way_of(run, type),
                            console.context());
}

CoverageRow row_of(const Run& run, const analysis::District& district,
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
void add_rows_at(const Run& run, const model::ServiceType& type, const analysis::Limit& limit,
                 std::vector<CoverageRow>& rows, Console& console) {
  const auto hours = analysis::hours_of(*run.workspace.project, type.id);
  const auto sets = analysis::offers_at(hours, *run.at);
  for (const auto counted : {Counted::open, Counted::open_or_unknown}) {
    const auto offers = counted == Counted::open ? sets.open : sets.open_or_unknown();
    const auto reach =
        analysis::reach_by(*run.district, analysis::targets_of(*run.district, offers),
                           way_of(run, type), console.context());
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
    if (run.at) {
      add_rows_at(run, *type, *limit, rows, console);
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
  own.push_back(way_line(run.way));
  if (run.limits.standard) {
    const auto& standard = *run.limits.standard;
    const bool german = base::language() == base::Language::german;
    own.push_back({"standard", tr("Standard"), german ? standard.label.de : standard.label.en,
                   scene::evidence_text(standard.evidence)});
  }
  if (run.at) {
    own.push_back({"at", tr("Open at"), week_minute_text(*run.at), ""});
    own.push_back(
        {"hours", tr("Opening hours"),
         tr("As stated, in an ordinary week without holidays; an offer counts when it is open at "
            "the minute of arrival. Offers whose hours are unknown count in “at most” only."),
         ""});
  }
  if (run.cautious) {
    own.push_back({"certainty", tr("Certainty"),
                   tr("Twice: missing tags count as good, and as bad where the rules say so."),
                   scene::evidence_text(run.workspace.catalogue.cautious.evidence)});
  }
  return own;
}

/// The types that the data name, with their limits and ways.
struct BasketTypes {
  std::vector<analysis::TypeLimit> limits;
  std::vector<analysis::Way> ways;
  Types not_in_data;
};

BasketTypes basket_types(const Run& run, const Types& types, Console& console) {
  BasketTypes basket;
  for (const auto* type : types) {
    const auto limit = run.limits.of(*type, run.district->network.profile);
    if (!limit) {
      console.warn(fmt::format(fmt::runtime(tr("the standard says nothing about: {}")),
                               scene::name_of(*type)));
    } else if (analysis::targets_of(*run.district, type->id).snaps.empty()) {
      basket.not_in_data.push_back(type);
    } else {
      basket.limits.push_back({type->id, *limit});
      basket.ways.push_back(way_of(run, *type));
    }
  }
  return basket;
}

std::string limits_text(const std::vector<analysis::TypeLimit>& limits) {
  std::string text;
  for (const auto& each : limits)
    text += (text.empty() ? "" : "; ") + each.type + " " + analysis::to_text(each.limit);
  return text;
}

base::Result<void> run_basket(const Run& run, const Types& types, Console& console) {
  auto basket = basket_types(run, types, console);
  if (basket.limits.empty()) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("the data name none of the services asked for"), "--basket",
                      tr("Ask for other ones with --service."));
  }
  const auto& workspace = run.workspace;
  const auto breaks = basket_breaks(basket.limits.size());
  const auto classes = [&](const analysis::District& district) {
    return analysis::classes_of(
        *workspace.project,
        analysis::diversity(district, basket.limits, console.context(), basket.ways), breaks);
  };
  BasketAnswer answer{&workspace.catalogue, workspace.project.get(), &run.district->network.profile,
                      basket.limits,        basket.not_in_data,      classes(*run.district),
                      std::nullopt};
  if (run.cautious) answer.cautious = classes(*run.cautious);
  auto own = own_lines(run);
  own.push_back({"types", tr("Service types and limits"), limits_text(basket.limits), ""});
  const auto card = method_of(workspace, *run.district, own);
  if (run.options.json) {
    auto json = basket_json(answer);
    json["method"] = method_json(card);
    console.result(json.dump(2));
  } else {
    console.result(basket_text(answer));
  }
  if (run.options.csv.empty()) return {};
  auto written = io::write_features({basket_table(answer)}, run.options.csv);
  if (written && !run.options.json) console.say(run.options.csv.string());
  return written;
}

void tell_at(const Run& run, const std::vector<CoverageRow>& rows, Console& console) {
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

void tell_unknown(const Run& run, const std::vector<CoverageRow>& rows, Console& console) {
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

void tell(const Run& run, const std::vector<CoverageRow>& rows, Console& console) {
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

base::Result<Run> prepare_run(const CoverageOptions& options, const Workspace& workspace,
                              Console& console) {
  auto limits = limits_of(options, workspace.catalogue);
  if (!limits) return tl::unexpected(limits.error());
  Run run{options, workspace, *limits, {}, {}, nullptr, nullptr};
  if (!options.way.empty()) {
    const auto way = analysis::parse_way(options.way);
    if (!way) return tl::unexpected(way.error());
    run.way = *way;
  }
  if (!options.at.empty()) {
    const auto minute = model::parse_week_minute(options.at);
    if (!minute) return tl::unexpected(minute.error());
    run.at = *minute;
  }
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
  if (options.basket) return run_basket(*run, *types, console);
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
