#include "model/opening_hours.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/opening_words.hpp"

namespace nahraum::model {
namespace {

using Kind = OpeningWord::Kind;

/// Minutes since the day's own midnight.
struct DaySpan {
  int from = 0;
  int to = 0;
};

/// Spans of one day, minutes of that day.
std::vector<DaySpan> of_day(const std::vector<WeekSpan>& spans, int day) {
  const int start = day * minutes_of_day;
  std::vector<DaySpan> found;
  for (const auto& span : spans) {
    const int from = std::max(span.from - start, 0);
    const int to = std::min(span.to - start, minutes_of_day);
    if (from < to) found.push_back({from, to});
  }
  return found;
}

constexpr const char* day_names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string day_text(const std::vector<DaySpan>& spans, int day) {
  std::string text;
  for (const auto& span : spans) {
    text += fmt::format("{}{:02}:{:02}-{:02}:{:02}", text.empty() ? "" : ",", span.from / 60,
                        span.from % 60, span.to / 60, span.to % 60);
  }
  return text.empty() ? "" : fmt::format("{} {}", day_names[day], text);
}

}  // namespace

OpenState OpeningHours::at(int minute) const {
  const auto holds = [&](const WeekSpan& span) { return span.from <= minute && minute < span.to; };
  if (std::any_of(open.begin(), open.end(), holds)) return OpenState::open;
  return std::any_of(unknown.begin(), unknown.end(), holds) ? OpenState::unknown
                                                            : OpenState::closed;
}

int length_of(const std::vector<WeekSpan>& spans) {
  int minutes = 0;
  for (const auto& span : spans)
    minutes += span.to - span.from;
  return minutes;
}

const char* to_text(Unreadable reason) {
  constexpr const char* names[] = {"empty",     "not_understood", "season",   "not_weekly",
                                   "sun",       "open_end",       "no_times", "bad_time",
                                   "ambiguous", "only_comment"};
  return names[static_cast<std::size_t>(reason)];
}

std::string to_text(const OpeningHours& hours) {
  std::string text;
  const auto add = [&](const std::string& piece) {
    if (!piece.empty()) text += (text.empty() ? "" : ", ") + piece;
  };
  for (int day = 0; day < 7; ++day)
    add(day_text(of_day(hours.open, day), day));
  for (int day = 0; day < 7; ++day) {
    const auto piece = day_text(of_day(hours.unknown, day), day);
    add(piece.empty() ? "" : piece + " \"?\"");
  }
  if (text.empty()) text = "off";
  return hours.holidays ? text + "; PH off" : text;
}

base::Result<int> parse_week_minute(std::string_view text) {
  const auto words = opening_words(text);
  std::vector<OpeningWord> said;
  for (const auto& word : words) {
    if (word.kind != Kind::comma && word.kind != Kind::end) said.push_back(word);
  }
  const bool sound = said.size() == 2 && said[0].kind == Kind::day && said[1].kind == Kind::time &&
                     said[1].value < minutes_of_day;
  if (!sound) {
    return base::fail(base::ErrorCode::bad_input, base::tr("this is no weekday with a time of day"),
                      std::string(text), base::tr("write for example: Tue 15:00"));
  }
  return said[0].value * minutes_of_day + said[1].value;
}

}  // namespace nahraum::model
