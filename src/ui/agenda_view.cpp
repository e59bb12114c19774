#include "ui/agenda_view.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "app/agenda_clock.hpp"
#include "app/page_agenda.hpp"
#include "base/days.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

/// "12:34", "1:02:03"
std::string span_text(long seconds) {
  const long s = std::labs(seconds);
  if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
  return fmt::format("{}:{:02}", s / 60, s % 60);
}

/// The time of day of another moment.
std::string wall_text(const base::WallTime& now, long at) {
  constexpr long minute_s = 60;
  return app::clock_text((now.day_second + (at - now.seconds) + minute_s / 2) / minute_s);
}

std::string behind_text(long seconds) {
  const long minutes = std::labs(seconds) / 60;
  if (minutes == 0) return tr("on time");
  return said(seconds > 0 ? tr("{0} min behind the plan") : tr("{0} min ahead of the plan"),
              minutes);
}

void tell_time(AgendaView& view, const app::AgendaMoment& moment, const model::AgendaItem& item) {
  view.over = moment.seconds_left < 0 && !moment.ended;
  view.time = (view.over ? "+" : "") + span_text(moment.seconds_left);
  view.of_time = view.over ? tr("over its time") : tr("left of it");
  if (view.rests) view.of_time = tr("the clock rests");
  const double whole = 60.0 * item.minutes.value_or(0);
  const double gone = whole - static_cast<double>(moment.seconds_left);
  view.share = static_cast<float>(whole > 0 ? std::clamp(gone / whole, 0.0, 1.0) : 1.0);
}

void tell_next(AgendaView& view, const app::AgendaItems& items, const app::AgendaMoment& moment,
               const base::WallTime& now) {
  if (view.last) {
    view.next = tr("It is the last item.");
    return;
  }
  const auto& item = items[moment.item + 1];
  view.next =
      said(tr("Then at {0}: {1}"), wall_text(now, moment.next_at), app::title_alone(item.title));
  if (item.minutes) view.next += said(tr(" ({0} min)"), *item.minutes);
}

}  // namespace

std::optional<AgendaView> make_agenda_view(const app::State& state, const base::WallTime& now) {
  if (!state.project) return std::nullopt;
  const auto& run = state.work.run;
  const auto items = app::running_items(state.project->work->agenda, run);
  const auto moment = app::agenda_moment(items, run, now.seconds);
  if (!moment) return std::nullopt;
  const auto& item = items[moment->item];
  AgendaView view;
  view.meeting = run.agenda;
  view.wall = app::clock_text(now.day_second / 60);
  view.title = app::title_alone(item.title);
  view.rests = moment->rests;
  view.ended = moment->ended;
  view.first = moment->item == 0;
  view.last = moment->item + 1 == items.size();
  view.behind = moment->behind >= 60;
  view.plan = behind_text(moment->behind);
  tell_time(view, *moment, item);
  tell_next(view, items, *moment, now);
  const auto plan = app::agenda_plan(items);
  const auto end = wall_text(now, moment->ends);
  const auto planned = wall_text(now, run.planned + (plan.end - plan.begin()) * 60);
  view.end = view.ended       ? said(tr("Ended at {0}, planned for {1}"), end, planned)
             : end == planned ? said(tr("Ends at {0}, as planned"), end)
                              : said(tr("Ends at about {0}, planned for {1}"), end, planned);
  if (view.ended)
    view.title = tr("The meeting has ended"), view.next = view.time = view.of_time = "";
  if (const auto* exercise = app::find_exercise(state.exercise.all.get(), item.exercise);
      exercise && !view.ended) {
    view.exercise = app::actions_to_exercise(*state.project, *exercise, base::today());
    view.exercise_title = exercise->title.in(base::language());
  }
  return view;
}

std::string agenda_in_short(const app::State& state, const base::WallTime& now) {
  const auto view = make_agenda_view(state, now);
  if (!view) return "";
  return view->ended ? view->title : view->time + "   " + view->title;
}

}  // namespace nahraum::ui
