#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "model/opening_hours.hpp"
#include "model/opening_words.hpp"

namespace nahraum::model {
namespace {

using Kind = OpeningWord::Kind;

/// OSM allows 255 characters.
constexpr std::size_t most_bytes = 2000;

constexpr std::uint8_t all_days = 0x7F;

/// Minutes since the day's own midnight; up to two days.
struct DaySpan {
  int from = 0;
  int to = 0;
};

struct Rule {
  std::uint8_t days = 0;
  bool named = false;      ///< days were named, holidays included
  bool elsewhere = false;  ///< only for holidays
  std::vector<DaySpan> times;
  OpenState state = OpenState::open;
  bool adds = false;
  bool fallback = false;
};

/// The days of a week as they stand after the rules so far.
class Week {
 public:
  void apply(const Rule& rule) {
    if (rule.elsewhere) return;
    for (std::size_t day = 0; day < 7; ++day) {
      if (rule.days & (1U << day)) apply(rule, open_[day], unknown_[day]);
    }
  }

  OpeningHours finish() const {
    std::vector<OpenState> minutes(minutes_of_week, OpenState::closed);
    mark(minutes, unknown_, OpenState::unknown);
    mark(minutes, open_, OpenState::open);
    return {spans(minutes, OpenState::open), spans(minutes, OpenState::unknown)};
  }

 private:
  using Day = std::vector<DaySpan>;

  static void apply(const Rule& rule, Day& open, Day& unknown) {
    if (rule.state == OpenState::closed && !rule.times.empty()) {
      for (const auto& span : rule.times) {
        subtract(open, span);
        subtract(unknown, span);
      }
      return;
    }
    if (!rule.adds && !rule.fallback) {
      open.clear();
      unknown.clear();
    }
    if (rule.state == OpenState::closed) {
      open.clear();
      unknown.clear();
      return;
    }
    auto& into = rule.state == OpenState::open ? open : unknown;
    into.insert(into.end(), rule.times.begin(), rule.times.end());
  }

  static void subtract(Day& day, const DaySpan& away) {
    Day rest;
    for (const auto& span : day) {
      if (span.from < std::min(span.to, away.from))
        rest.push_back({span.from, std::min(span.to, away.from)});
      if (std::max(span.from, away.to) < span.to)
        rest.push_back({std::max(span.from, away.to), span.to});
    }
    day = std::move(rest);
  }

  static void mark(std::vector<OpenState>& minutes, const std::array<Day, 7>& days,
                   OpenState state) {
    for (std::size_t day = 0; day < 7; ++day) {
      for (const auto& span : days[day]) {
        for (int m = span.from; m < span.to; ++m) {
          const int minute = static_cast<int>(day) * minutes_of_day + m;
          minutes[static_cast<std::size_t>(minute % minutes_of_week)] = state;
        }
      }
    }
  }

  static std::vector<WeekSpan> spans(const std::vector<OpenState>& minutes, OpenState state) {
    std::vector<WeekSpan> found;
    for (int m = 0; m < minutes_of_week; ++m) {
      if (minutes[static_cast<std::size_t>(m)] != state) continue;
      if (!found.empty() && found.back().to == m)
        found.back().to = m + 1;
      else
        found.push_back({m, m + 1});
    }
    return found;
  }

  std::array<Day, 7> open_, unknown_;
};

/// Reads rule by rule; the first thing that cannot be read ends it.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), words_(opening_words(text)) {}

  tl::expected<OpeningHours, Unread> run() {
    while (!is(Kind::end)) {
      const bool adds = is(Kind::comma);
      if (is(Kind::semicolon) || adds) {
        ++next_;
        adds_ = adds && rules_ > 0;
        continue;
      }
      if (!read_rule()) return unread();
      adds_ = true;  // "Mo-Fr 8-18 Sa 9-13": nothing between them that replaces
    }
    if (!told_hours_) return fail_at(0, why_no_hours()), unread();
    auto hours = week_.finish();
    hours.holidays = holidays_;
    return hours;
  }

 private:
  const OpeningWord& word(std::size_t ahead = 0) const {
    return words_[std::min(next_ + ahead, words_.size() - 1)];
  }
  bool is(Kind kind, std::size_t ahead = 0) const { return word(ahead).kind == kind; }
  bool take(Kind kind) {
    if (!is(kind)) return false;
    ++next_;
    return true;
  }
  bool names_days(std::size_t ahead = 0) const {
    return is(Kind::day, ahead) || is(Kind::daily, ahead) || is(Kind::weekend, ahead) ||
           is(Kind::holiday, ahead);
  }

  bool fail_at(std::size_t at, Unreadable reason) {
    if (!failure_) failure_ = Unread{reason, at, ""};
    return false;
  }
  bool fail(Unreadable otherwise) {
    const auto& here = word();
    const bool told = here.kind == Kind::unreadable;
    return fail_at(here.at, told ? static_cast<Unreadable>(here.value) : otherwise);
  }

  tl::unexpected<Unread> unread() {
    Unread failure = *failure_;
    const auto here = std::min(failure.at, text_.size());
    const auto before = text_.substr(0, here).rfind(';');
    const auto from = before == std::string_view::npos ? 0 : before + 1;
    failure.piece = base::trim(text_.substr(from, text_.find(';', here) - from));
    return tl::unexpected(failure);
  }

  Unreadable why_no_hours() const {
    if (words_.size() == 1) return Unreadable::empty;
    return only_comment_ ? Unreadable::only_comment : Unreadable::no_times;
  }

  bool read_rule() {
    const auto begin = word().at;
    Rule rule;
    rule.adds = adds_;
    rule.fallback = take(Kind::fallback);
    if (!read_days(rule)) return false;
    take(Kind::colon);
    if (!read_times(rule) || !read_state(rule)) return false;
    if (wipes_out(rule)) return fail_at(begin, Unreadable::ambiguous);
    const bool ends = is(Kind::end) || is(Kind::semicolon) || is(Kind::comma) ||
                      is(Kind::fallback) || names_days();
    if (!ends) return fail(Unreadable::not_understood);
    ++rules_;
    week_.apply(rule);
    return true;
  }

  /// "12:00-15:00; 18:00-23:00": by the letter, the second rule replaces all that was said before.
  bool wipes_out(const Rule& rule) const {
    return told_hours_ && rules_ > 0 && !rule.named && !rule.adds && !rule.fallback &&
           rule.state == OpenState::open;
  }

  bool read_days(Rule& rule) {
    bool except = false;
    bool separated = true;
    bool holiday = false;
    for (;;) {
      if (take(Kind::except)) {
        except = true;
        if (!rule.named) rule.days = all_days;
        rule.named = true;
      }
      if (!names_days()) break;
      // "SH Tu": only the Tuesdays of the holidays; "SH,Tu": both.
      const bool limits = !separated && !except && (holiday || is(Kind::holiday));
      rule.elsewhere = rule.elsewhere || limits;
      holiday = is(Kind::holiday);
      const auto days = read_day();
      if (!days) return false;
      rule.named = true;
      if (except)
        rule.days = static_cast<std::uint8_t>(rule.days & ~*days);
      else
        rule.days |= *days;
      separated = is(Kind::comma) && (names_days(1) || is(Kind::except, 1));
      if (separated) ++next_;
    }
    if (!rule.named) rule.days = all_days;
    if (rule.days == 0) rule.elsewhere = true;
    return true;
  }

  /// A day or a range of days as bits; none for holidays.
  std::optional<std::uint8_t> read_day() {
    if (take(Kind::daily)) return all_days;
    if (take(Kind::weekend)) return std::uint8_t{0x60};
    if (take(Kind::holiday)) {
      holidays_ = true;
      return std::uint8_t{0};
    }
    const int first = word().value;
    ++next_;
    int last = first;
    if (is(Kind::dash)) {
      ++next_;
      if (!is(Kind::day)) return fail(Unreadable::not_understood), std::nullopt;
      last = word().value;
      ++next_;
    }
    std::uint8_t days = 0;
    for (int day = first;; day = (day + 1) % 7) {
      days |= static_cast<std::uint8_t>(1U << day);
      if (day == last) return days;
    }
  }

  bool read_times(Rule& rule) {
    if (take(Kind::always)) {
      rule.times.push_back({0, minutes_of_day});
      return true;
    }
    if (is(Kind::onwards)) return fail(Unreadable::open_end);
    while (is(Kind::time)) {
      if (!read_span(rule)) return false;
      if (!is(Kind::comma) || !is(Kind::time, 1)) break;
      ++next_;
    }
    return true;
  }

  bool read_span(Rule& rule) {
    const auto from = word();
    ++next_;
    if (is(Kind::plus)) return fail(Unreadable::open_end);
    if (is(Kind::unreadable)) return fail(Unreadable::not_understood);
    if (!take(Kind::dash)) return fail_at(from.at, Unreadable::no_times);
    if (!is(Kind::time)) return fail(Unreadable::not_understood);
    int to = word().value;
    ++next_;
    if (is(Kind::plus)) return fail(Unreadable::open_end);
    if (from.value >= minutes_of_day || to == from.value)
      return fail_at(from.at, Unreadable::bad_time);
    if (to < from.value) to += minutes_of_day;
    if (to - from.value > minutes_of_day) return fail_at(from.at, Unreadable::bad_time);
    rule.times.push_back({from.value, to});
    return true;
  }

  /// What is said of these days and times: open, closed, or under a condition.
  bool read_state(Rule& rule) {
    const auto here = word();
    if (take(Kind::off)) {
      if (rule.fallback) return fail_at(here.at, Unreadable::not_understood);
      rule.state = OpenState::closed;
      take(Kind::comment);
      // "Mondays closed" alone tells nothing of the other days.
      told_hours_ = told_hours_ || (rule.days == all_days && !rule.elsewhere);
      return true;
    }
    const bool open = take(Kind::open);
    if (is(Kind::comment)) return read_condition(rule);
    if (open || rule.times.empty()) {
      if (rule.elsewhere && is_end_of_rule()) return true;
      const bool ends = is_end_of_rule() || here.kind == Kind::dash;
      return fail_at(here.at,
                     told_reason(here, ends ? Unreadable::no_times : Unreadable::not_understood));
    }
    if (rule.fallback) return fail_at(here.at, Unreadable::not_understood);
    told_hours_ = told_hours_ || !rule.elsewhere;
    return true;
  }

  bool is_end_of_rule() const {
    return is(Kind::end) || is(Kind::semicolon) || is(Kind::comma) || names_days();
  }
  static Unreadable told_reason(const OpeningWord& here, Unreadable otherwise) {
    return here.kind == Kind::unreadable ? static_cast<Unreadable>(here.value) : otherwise;
  }

  bool read_condition(Rule& rule) {
    const auto here = word();
    ++next_;
    only_comment_ = true;
    rule.state = OpenState::unknown;
    if (!rule.times.empty()) {
      told_hours_ = told_hours_ || !rule.elsewhere;
      return true;
    }
    rule.times.push_back({0, minutes_of_day});
    if (rule.named || rule.fallback) return true;
    // "Mo-Fr 9-12, nach Vereinbarung": where it is not open otherwise. A remark in quotation marks
    // after ";" may limit all that stands before it.
    if (here.quoted && !adds_ && rules_ > 0) return fail_at(here.at, Unreadable::only_comment);
    rule.fallback = true;
    return true;
  }

  std::string_view text_;
  std::vector<OpeningWord> words_;
  std::size_t next_ = 0;
  int rules_ = 0;
  bool adds_ = false;
  bool holidays_ = false;
  bool told_hours_ = false;
  bool only_comment_ = false;
  std::optional<Unread> failure_;
  Week week_;
};

}  // namespace

tl::expected<OpeningHours, Unread> read_opening_hours(std::string_view text) {
  if (text.size() > most_bytes) return tl::unexpected(Unread{Unreadable::not_understood, 0, ""});
  return Reader(text).run();
}

}  // namespace nahraum::model
