#pragma once
/// The plan of a meeting or a day and its running clock: which item it is at, how long that still
/// has, and how far the meeting is behind its plan. All of it is pure.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/work_view.hpp"
#include "model/work.hpp"

namespace nahraum::app {

using AgendaItems = std::vector<model::AgendaItem>;

inline constexpr long usual_begin = 9 * 60;  ///< minutes after midnight, where no begin is stated

/// A title that begins with a time, "8:30 Welcome", states when its item begins: minutes after
/// midnight. Nothing for any other title.
std::optional<long> stated_begin(const std::string& title);
/// Without that time.
std::string title_alone(const std::string& title);
/// With another time, or with one at all. `minute` after midnight.
std::string with_begin(const std::string& title, long minute);
/// "9:05"; hours go on after midnight with 0:00.
std::string clock_text(long minute_of_day);

/// The planned times, minutes after midnight.
struct AgendaPlan {
  bool stated = false;       ///< the first item states its begin
  std::vector<long> starts;  ///< per item; not before the begin that its title states
  std::vector<long> late;  ///< per item: by so many minutes what is before takes too long for that
  long end = usual_begin;
  long begin() const { return starts.empty() ? end : starts.front(); }
};
AgendaPlan agenda_plan(const AgendaItems& items);

struct AgendaClock {
  std::size_t item = 0;   ///< of those given; the last one when the time is over
  long seconds_left = 0;  ///< of this item, until the next one begins; 0 when over
  bool over = false;      ///< the whole plan has run out, or there is nothing in it
  long seconds_over = 0;  ///< since then
  friend bool operator==(const AgendaClock&, const AgendaClock&) = default;
};
/// Where the meeting would be by its plan. `items` in their order; those without minutes take no
/// time. Before the start it stands at its begin. Cost: O(items).
AgendaClock agenda_at(const AgendaItems& items, long seconds_since_start);

/// Where the meeting is.
struct AgendaMoment {
  std::size_t item = 0;
  long seconds_left = 0;  ///< of this item; negative: over its time
  bool rests = false, ended = false;
  long next_at = 0;  ///< when the next item is expected to begin, seconds since 1970; 0: the last
  long ends = 0;     ///< when the whole is expected to end
  long behind = 0;   ///< the plan, seconds; negative: ahead of it
  friend bool operator==(const AgendaMoment&, const AgendaMoment&) = default;
};
/// Nothing where the clock does not run, or not over these items. `now`: seconds since 1970. An
/// item that is not there any more is taken for the one that the plan has now. Cost: O(items).
std::optional<AgendaMoment> agenda_moment(const AgendaItems& items, const AgendaRun& run, long now);

/// The clock is started at the first item. A begin that is stated counts for what is behind or
/// ahead, unless it is more than an hour away: then somebody tries the clock, and the plan is moved
/// to now.
AgendaRun begun_run(const AgendaItems& items, long now, long day_second);
AgendaRun rested_run(AgendaRun run, long now);
AgendaRun resumed_run(AgendaRun run, long now);
/// One on or back (−1), each with its whole time. Forth from the last one ends the meeting, back
/// from there goes on in it.
AgendaRun turned_run(const AgendaItems& items, AgendaRun run, int by, long now);

/// Minutes of all.
long agenda_minutes(const AgendaItems& items);
/// Longest time without a break, in minutes.
long longest_without_break(const AgendaItems& items);

/// The items of that meeting by position, then id; "": of the first that is named.
AgendaItems agenda_items(const AgendaItems& rows, const std::string& agenda);
/// The items that the clock runs over; none where it does not run, or its meeting is not there.
AgendaItems running_items(const AgendaItems& rows, const AgendaRun& run);

}  // namespace nahraum::app
