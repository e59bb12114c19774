/// The session's sheets: the map's, and the one of module 1's figures.

#include <fmt/format.h>

#include "app/area_figures.hpp"
#include "app/figures_sheet.hpp"
#include "app/graded_sheet.hpp"
#include "app/print_sheet.hpp"
#include "app/session.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

namespace {

/// What the answer is of, with the notes as they are now.
model::Snapshot printed_project(const State& state) {
  auto answered = answered_project(state);
  if (answered == state.project) return answered;
  auto copy = std::make_shared<model::Project>(*answered);
  copy->notes = state.project->notes;
  return copy;
}

/// What the map shows: grades where they are looked at, else the answer; none: the bare map.
std::optional<scene::SheetAnswer> shown_answer(const model::Project& project, const Answer* answer,
                                               const Graded* graded,
                                               const model::Catalogue& catalogue,
                                               scene::Theme theme) {
  if (graded) return grades_answer(*graded, catalogue, theme);
  if (!answer) return std::nullopt;
  return scene::coverage_answer(project, catalogue, sheet_result(*answer, catalogue), theme);
}

}  // namespace

void Session::run_effect(const StoreSheet& effect) {
  if (const auto figures = figures_in_sight(state_)) return print_figures(effect, *figures);
  if (state_.module == 3 && state_.work.agreement) return print_agreement(effect);
  const auto* graded = grades_in_sight(state_);
  queue_.submit(tr("Printing the sheet"),
                [this, effect, catalogue = catalogue_, project = printed_project(state_),
                 answer = state_.answer, graded = graded ? state_.graded : nullptr](
                    jobs::Context& context) -> jobs::Queue::OnMainThread {
                  context.update(0.1, effect.path.filename().string());
                  const Printed sheet{project, *catalogue,
                                      shown_answer(*project, answer.get(), graded.get(), *catalogue,
                                                   effect.spec.theme)};
                  return print(sheet, effect);
                });
}

/// What module 1 shows.
void Session::print_figures(const StoreSheet& effect, const AreaFigures& figures) {
  const auto answer = figures_answer(figures, *figures.find(state_.indicator),
                                     *study_in_sight(state_), effect.spec.theme);
  queue_.submit(tr("Printing the sheet"),
                [this, effect, answer, catalogue = catalogue_, project = printed_project(state_)](
                    jobs::Context& context) -> jobs::Queue::OnMainThread {
                  context.update(0.1, effect.path.filename().string());
                  return print(Printed{project, *catalogue, answer}, effect);
                });
}

/// In a job; what it hands back tells the user.
jobs::Queue::OnMainThread Session::print(const Printed& sheet, const StoreSheet& effect) {
  const auto printed = print_sheet(sheet, effect.spec, effect.path);
  return [this, printed, path = effect.path] {
    if (!printed) return say(printed.error());
    for (const auto& warning : *printed)
      say(Message::Severity::warning, warning);
    say(Message::Severity::info, fmt::format(fmt::runtime(tr("Printed: {0}")), path.string()));
  };
}

}  // namespace nahraum::app
