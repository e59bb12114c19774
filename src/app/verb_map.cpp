#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/certainty_sheet.hpp"
#include "app/graded_report.hpp"
#include "app/graded_sheet.hpp"
#include "app/scenario_answer.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Certainty;
using base::tr;

/// The project as it is, and as the sheet is asked to show it.
struct States {
  Workspace base, shown;
};

base::Result<States> open_states(const MapOptions& options, jobs::Context& context) {
  auto base = open_workspace(options.project, context);
  if (!base) return tl::unexpected(base.error());
  auto shown = in_scenario(*base, options.scenario, context);
  if (!shown) return tl::unexpected(shown.error());
  return States{std::move(*base), std::move(*shown)};
}

/// Standards that say something about the type, by id.
std::string judging(const model::ServiceType& type, const model::Catalogue& catalogue) {
  std::string ids;
  for (const auto* each : standards_for(type, catalogue))
    ids += (ids.empty() ? "" : ", ") + each->id;
  return ids;
}

/// The one asked for, the standard's, else the type's own.
base::Result<analysis::Limit> limit_for(const MapOptions& options, const model::ServiceType& type,
                                        const model::Catalogue& catalogue,
                                        const model::Profile& profile) {
  if (!options.limit.empty()) return analysis::parse_limit(options.limit);
  if (options.standard.empty()) return analysis::default_limit(type, profile);
  std::optional<analysis::Limit> limit;
  for (const auto& name : {options.against, options.standard}) {
    if (name.empty()) continue;
    const auto standard = catalogue.standard(name);
    if (!standard) return tl::unexpected(standard.error());
    limit = analysis::limit_of(**standard, type);
    if (limit) continue;
    return base::fail(base::ErrorCode::bad_input,
                      fmt::format(fmt::runtime(tr("the standard “{0}” says nothing about: {1}")),
                                  standard_name((*standard)->id, catalogue), scene::name_of(type)),
                      name == options.standard ? "--standard" : "--against",
                      fmt::format(fmt::runtime(tr("these do: {}")), judging(type, catalogue)));
  }
  return *limit;
}

base::Result<Answer> answer_for(const MapOptions& options, const States& states,
                                Certainty certainty, Console& console) {
  const auto& workspace = states.shown;
  const auto type = workspace.catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  const auto district = prepare(workspace, options.profile, console.context(), certainty);
  if (!district) return tl::unexpected(district.error());
  const auto& profile = (*district)->network.profile;
  const auto limit = limit_for(options, **type, workspace.catalogue, profile);
  if (!limit) return tl::unexpected(limit.error());
  const Question question{(*type)->id, profile.id, *limit, analysis::default_way(**type)};
  auto result = answer(*district, question, console.context());
  if (workspace.project->info.scenario.empty()) return result;
  const auto before = prepare(states.base, options.profile, console.context(), certainty);
  if (!before) return tl::unexpected(before.error());
  keep_back_small_shifts(**before, result, workspace.catalogue.people.min_count, console.context());
  return result;
}

/// None where no service is asked for: the bare map.
base::Result<std::optional<scene::SheetAnswer>> shown_for(const MapOptions& options,
                                                          const States& states, Console& console) {
  const auto& workspace = states.shown;
  if (options.service.empty()) return std::nullopt;
  const auto optimistic = answer_for(options, states, Certainty::optimistic, console);
  if (!optimistic) return tl::unexpected(optimistic.error());
  if (!options.standard.empty()) {
    const Grading by{options.standard, {}, options.against};
    const auto graded =
        grade(std::make_shared<const Answer>(*optimistic), by, workspace.catalogue, nullptr);
    return grades_answer(*graded, workspace.catalogue, theme_of(options.sheet));
  }
  if (options.certainty != "span")
    return scene::coverage_answer(*workspace.project, workspace.catalogue,
                                  sheet_result(*optimistic, workspace.catalogue),
                                  theme_of(options.sheet));
  const auto cautious = answer_for(options, states, Certainty::cautious, console);
  if (!cautious) return tl::unexpected(cautious.error());
  return certainty_answer(workspace, *optimistic, *cautious, theme_of(options.sheet));
}

base::Result<void> check(const MapOptions& options) {
  if (!options.service.empty()) return {};
  if (!options.standard.empty()) {
    return base::fail(base::ErrorCode::bad_input, tr("a bare map has nothing to be graded"),
                      "--standard", tr("give one --service"));
  }
  if (options.certainty != "span") return {};
  return base::fail(base::ErrorCode::bad_input, tr("a bare map has nothing to be certain about"),
                    "--certainty", tr("give one --service"));
}

}  // namespace

base::Result<void> run_map(const MapOptions& options, Console& console) {
  if (const auto spec = spec_of(options.sheet); !spec) return tl::unexpected(spec.error());
  if (auto checked = check(options); !checked) return checked;
  const auto states = open_states(options, console.context());
  if (!states) return tl::unexpected(states.error());
  auto shown = shown_for(options, *states, console);
  if (!shown) return tl::unexpected(shown.error());
  const Printed printed{states->shown.project, states->shown.catalogue, std::move(*shown)};
  if (auto done = print_for(printed, options.sheet, options.out, console); !done) return done;
  console.say(options.out.string());
  return {};
}

}  // namespace nahraum::app
