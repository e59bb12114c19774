#pragma once
/// When an offer is open in an ordinary week, read from what people write: OSM's `opening_hours`
/// (wiki.openstreetmap.org/wiki/Key:opening_hours/specification) and the forms of German lists
/// ("Mo-Fr 8-18 Uhr"). What cannot be read is told with its reason; nothing is guessed.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nahraum::model {

inline constexpr int minutes_of_day = 24 * 60;
inline constexpr int minutes_of_week = 7 * minutes_of_day;

/// Minutes since Monday 0:00, from ≤ m < to.
struct WeekSpan {
  int from = 0;
  int to = 0;
  friend bool operator==(const WeekSpan&, const WeekSpan&) = default;
};

/// Unknown: by appointment, or under a condition that only a comment tells. It is not closed.
enum class OpenState { closed, open, unknown };

/// One ordinary week. Spans ascending, disjoint, within the week; no minute is in both lists.
struct OpeningHours {
  std::vector<WeekSpan> open, unknown;
  bool holidays = false;  ///< there are rules for public or school holidays, which are left out
  OpenState at(int minute) const;  ///< 0 ≤ minute < minutes_of_week
  friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};
/// Minutes of all spans together.
int length_of(const std::vector<WeekSpan>& spans);

/// Why a text is not read.
enum class Unreadable {
  empty,           ///< nothing there
  not_understood,  ///< a word or sign that is no part of opening hours
  season,          ///< depends on month, week or date
  not_weekly,      ///< "every second Thursday of the month"
  sun,             ///< sunrise, dusk
  open_end,        ///< "18:00+", "ab 18 Uhr"
  no_times,        ///< days without times, or a beginning without an end
  bad_time,        ///< "25:70"
  ambiguous,       ///< "werktags": with Saturday or without?
  only_comment,    ///< no hours at all, such as "by appointment"
};
const char* to_text(Unreadable reason);  ///< "season": stable, for programs

struct Unread {
  Unreadable reason = Unreadable::empty;
  std::size_t at = 0;  ///< byte of the text where reading ended
  std::string piece;   ///< the rule it stands in
  friend bool operator==(const Unread&, const Unread&) = default;
};

/// Days, ranges of days, times, over midnight (the night belongs to the day on which it begins),
/// 24/7, off, further rules after ";" (which replace the days that they name) and "," (which add to
/// them), comments and "by appointment" (unknown at these times), "|| comment" (unknown where it
/// is not open otherwise), rules for public and school holidays (noted, left out). English and
/// German names of days, "Uhr", "bis", "geschlossen", "täglich", "nach Vereinbarung". Pure.
tl::expected<OpeningHours, Unread> read_opening_hours(std::string_view text);

/// The same week as OSM writes it, day by day; reads back to the same hours. "off" for a week
/// without any.
std::string to_text(const OpeningHours& hours);

/// "Tue 15:00", "Dienstag 15 Uhr" as minutes since Monday 0:00. Errors: bad_input with an example.
base::Result<int> parse_week_minute(std::string_view text);

}  // namespace nahraum::model
