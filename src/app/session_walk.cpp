/// What the session does for walks: the sheet that goes along, and what is brought home.

#include <fmt/format.h>

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

}  // namespace nahraum::app
