#include "app/agenda_clock.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

#include "base/text.hpp"

namespace nahraum::app {
namespace {

constexpr long minute_s = 60;
constexpr long tried_from_s = 60 * minute_s;  ///< further from the stated begin nobody is late

long minutes_of(const model::AgendaItem& item) {
  return std::max<long>(0, item.minutes.value_or(0));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Where the item is, and since when it has been its turn.
struct Place {
  std::size_t item = 0;
  long began = 0;
};

Place place_of(const AgendaItems& items, const AgendaPlan& plan, const AgendaRun& run, long now) {
  const auto at = std::find_if(items.begin(), items.end(),
                               [&](const model::AgendaItem& each) { return each.id == run.item; });
  if (at != items.end()) return {static_cast<std::size_t>(at - items.begin()), run.item_began};
  const auto item = agenda_at(items, now - run.planned).item;
  return {item, run.planned + (plan.starts[item] - plan.begin()) * minute_s};
}

/// Digits before the colon of a stated time; 0: there is none.
std::size_t hour_digits(const std::string& title) {
  const std::size_t hours = title.size() > 1 && title[1] == ':' ? 1 : 2;
  if (title.size() < hours + 3 || title[hours] != ':') return 0;
  for (std::size_t i = 0; i < hours + 3; ++i) {
    if (i != hours && !is_digit(title[i])) return 0;
  }
  const bool ends = title.size() == hours + 3 || title[hours + 3] == ' ';
  return ends ? hours : 0;
}

}  // namespace

std::optional<long> stated_begin(const std::string& title) {
  const auto hours = hour_digits(title);
  if (hours == 0) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    return std::strtol(title.substr(from, count).c_str(), nullptr, 10);
  };
  const long hour = number(0, hours), minute = number(hours + 1, 2);
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::string title_alone(const std::string& title) {
  return stated_begin(title) ? base::trim(title.substr(hour_digits(title) + 3)) : title;
}

std::string with_begin(const std::string& title, long minute) {
  return clock_text(minute) + " " + title_alone(title);
}

std::string clock_text(long minute_of_day) {
  constexpr long day = 24 * 60;
  const long minute = ((minute_of_day % day) + day) % day;
  return fmt::format("{}:{:02}", minute / 60, minute % 60);
}

AgendaPlan agenda_plan(const AgendaItems& items) {
  AgendaPlan plan;
  for (const auto& item : items) {
    const auto stated = stated_begin(item.title);
    const bool first = plan.starts.empty();
    if (first && stated) plan.stated = true, plan.end = *stated;
    plan.late.push_back(stated ? std::max(0L, plan.end - *stated) : 0);
    plan.starts.push_back(stated ? std::max(plan.end, *stated) : plan.end);
    plan.end = plan.starts.back() + minutes_of(item);
  }
  return plan;
}

AgendaClock agenda_at(const AgendaItems& items, long seconds_since_start) {
  AgendaClock clock;
  const long now = std::max(0L, seconds_since_start);
  const auto plan = agenda_plan(items);
  long end = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const long until = i + 1 < items.size() ? plan.starts[i + 1] : plan.end;
    end = (until - plan.begin()) * minute_s;
    clock.item = i;
    if (now < end) {
      clock.seconds_left = end - now;
      return clock;
    }
  }
  clock.over = true;
  clock.seconds_over = now - end;
  return clock;
}

std::optional<AgendaMoment> agenda_moment(const AgendaItems& items, const AgendaRun& run,
                                          long now) {
  if (!run.runs() || items.empty()) return std::nullopt;
  const auto plan = agenda_plan(items);
  const auto place = place_of(items, plan, run, now);
  const long time = minutes_of(items[place.item]) * minute_s;
  AgendaMoment moment;
  moment.item = place.item;
  moment.ended = run.ended;
  moment.rests = run.paused_since != 0;
  const long at = moment.rests ? run.paused_since : now;
  moment.seconds_left = time - std::max(0L, at - place.began);
  long end = moment.ended ? at : now + std::max(0L, moment.seconds_left);
  const auto planned = [&](long minute) {
    return run.planned + (minute - plan.begin()) * minute_s;
  };
  moment.behind = end - (planned(plan.starts[place.item]) + time);
  for (std::size_t i = place.item + 1; i < items.size(); ++i) {
    if (const auto stated = stated_begin(items[i].title)) end = std::max(end, planned(*stated));
    if (i == place.item + 1) moment.next_at = end;
    end += minutes_of(items[i]) * minute_s;
  }
  moment.ends = end;
  return moment;
}

AgendaRun begun_run(const AgendaItems& items, long now, long day_second) {
  AgendaRun run;
  if (items.empty()) return run;
  const auto plan = agenda_plan(items);
  const long late = day_second - plan.begin() * minute_s;
  run.agenda = items.front().agenda;
  run.began = run.planned = run.item_began = now;
  run.item = items.front().id;
  if (plan.stated && std::labs(late) <= tried_from_s) run.planned = now - late;
  return run;
}

AgendaRun rested_run(AgendaRun run, long now) {
  if (run.runs() && run.paused_since == 0) run.paused_since = now;
  return run;
}

AgendaRun resumed_run(AgendaRun run, long now) {
  if (run.paused_since == 0) return run;
  run.item_began += std::max(0L, now - run.paused_since);
  run.paused_since = 0;
  run.ended = false;
  return run;
}

AgendaRun turned_run(const AgendaItems& items, AgendaRun run, int by, long now) {
  const auto moment = agenda_moment(items, run, now);
  if (!moment) return run;
  if (run.ended) return by < 0 ? resumed_run(run, now) : run;
  if (by > 0 && moment->item + 1 == items.size()) {
    run = rested_run(run, now);
    run.ended = true;
    return run;
  }
  const std::size_t to = by > 0 ? moment->item + 1 : moment->item - (moment->item > 0 ? 1 : 0);
  run.item = items[to].id;
  run.item_began = now;
  if (run.paused_since != 0) run.paused_since = now;
  return run;
}

long agenda_minutes(const AgendaItems& items) {
  long sum = 0;
  for (const auto& item : items)
    sum += minutes_of(item);
  return sum;
}

long longest_without_break(const AgendaItems& items) {
  long longest = 0, since = 0;
  for (const auto& item : items) {
    since = item.kind == "break" && minutes_of(item) > 0 ? 0 : since + minutes_of(item);
    longest = std::max(longest, since);
  }
  return longest;
}

AgendaItems agenda_items(const AgendaItems& rows, const std::string& agenda) {
  const bool there = std::any_of(
      rows.begin(), rows.end(), [&](const model::AgendaItem& row) { return row.agenda == agenda; });
  AgendaItems items;
  for (const auto& row : rows) {
    if (row.agenda == (there || rows.empty() ? agenda : rows.front().agenda)) items.push_back(row);
  }
  const auto place = [](const model::AgendaItem& item) {
    return item.position.value_or(std::numeric_limits<std::int32_t>::max());
  };
  std::stable_sort(
      items.begin(), items.end(),
      [&](const model::AgendaItem& a, const model::AgendaItem& b) { return place(a) < place(b); });
  return items;
}

AgendaItems running_items(const AgendaItems& rows, const AgendaRun& run) {
  if (!run.runs()) return {};
  const bool there = std::any_of(rows.begin(), rows.end(), [&](const model::AgendaItem& row) {
    return row.agenda == run.agenda;
  });
  return there ? agenda_items(rows, run.agenda) : AgendaItems{};
}

}  // namespace nahraum::app
