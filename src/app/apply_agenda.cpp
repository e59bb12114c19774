/// What happens to the clock of a meeting.

#include "app/agenda_clock.hpp"
#include "app/agenda_run.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

void begin(State& state, const RunAgenda& action) {
  const auto items = agenda_items(state.project->work->agenda, state.work.agenda);
  state.work.run = begun_run(items, action.now, action.day_second);
  if (state.work.run.runs()) return;
  state.messages.push_back({Message::Severity::warning,
                            base::tr("There is no plan of a meeting yet: module 4 has an example "
                                     "that can be changed.")});
}

}  // namespace

RunAgenda run_agenda(RunAgenda::Do what, const base::WallTime& now) {
  return {what, now.seconds, now.day_second};
}

std::vector<Effect> apply_agenda(State& state, const RunAgenda& action) {
  if (!state.project) return {};
  auto& run = state.work.run;
  const auto items = running_items(state.project->work->agenda, run);
  using Do = RunAgenda::Do;
  switch (action.what) {
    case Do::begin:
      if (items.empty() || run.ended) begin(state, action);
      break;
    case Do::pause:
      run = rested_run(run, action.now);
      break;
    case Do::go_on:
      run = resumed_run(run, action.now);
      break;
    case Do::next:
      run = turned_run(items, run, 1, action.now);
      break;
    case Do::back:
      run = turned_run(items, run, -1, action.now);
      break;
    case Do::end:
      run = {};
      break;
  }
  return {};
}

}  // namespace nahraum::app
