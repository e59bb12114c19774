/// What the session does for modules' own papers: a walk's sheet and what is brought home, and the
/// map of agreement.

#include <fmt/format.h>

#include "app/page_sheet.hpp"
#include "app/print_sheet.hpp"
#include "app/session.hpp"
#include "app/walk_sheet.hpp"
#include "base/days.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

void Session::run_effect(const StoreWalkSheet& effect) {
  const auto walk = *model::find_row(state_.project->work->walks, effect.walk);
  if (walk.route.size() < 2)
    return say(Message::Severity::warning, tr("Draw the walk's route first."));
  queue_.submit(
      tr("Printing the sheet"),
      [this, effect, walk, catalogue = catalogue_,
       project = state_.project](jobs::Context&) -> jobs::Queue::OnMainThread {
        scene::SheetSpec spec;
        spec.denominator = 0;
        spec.title = walk.title;
        spec.print_date = base::today();
        const auto answer = walk_answer(*project, *catalogue, walk, spec.theme);
        const auto printed = print_sheet(Printed{project, *catalogue, answer}, spec, effect.path);
        return [this, printed, path = effect.path] {
          if (!printed) return say(printed.error());
          for (const auto& warning : *printed)
            say(Message::Severity::warning, warning);
          say(Message::Severity::info,
              fmt::format(fmt::runtime(tr("Printed: {0}")), path.string()));
        };
      });
}

void Session::run_effect(const ReadFinds& effect) {
  queue_.submit(tr("Reading what the walk brought"),
                [this, effect,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto finds =
                      std::make_shared<WalkFinds>(walk_finds(*project, effect.files, context));
                  return [this, effect, finds, project] {
                    // Ids were given for the project as it was.
                    if (state_.project == project) return take_finds(std::move(*finds));
                    if (state_.project) run(effect);
                  };
                });
}

void Session::take_finds(WalkFinds finds) {
  for (auto& edit : finds.edits)
    dispatch(PerformEdit{std::move(edit)});
  for (const auto& trouble : finds.troubles)
    say(Message::Severity::warning, trouble);
  say(Message::Severity::info,
      fmt::format(fmt::runtime(tr("Brought home: {0} tracks, {1} photos with their findings")),
                  finds.tracks, finds.photos));
}

/// What module 3 shows.
void Session::print_agreement(const StoreSheet& effect) {
  PageInput input;
  input.project = state_.project;
  input.answered = answered_project(state_);
  input.catalogue = catalogue_;
  input.question = state_.question;
  input.view = state_.work;
  input.today = base::today();
  input.min_count = catalogue_->people.min_count;
  queue_.submit(tr("Printing the sheet"),
                [this, effect, input](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  context.update(0.1, effect.path.filename().string());
                  const auto page = module_page(input, 3, context);
                  const auto answer = page_answer(page, "places", effect.spec.theme);
                  return print(Printed{input.project, *input.catalogue, answer}, effect);
                });
}

}  // namespace nahraum::app
