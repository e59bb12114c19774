#include "model/opening_hours.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "base/translate.hpp"

using namespace nahraum;
using model::OpeningHours;
using model::OpenState;
using model::Unreadable;

namespace {

constexpr int day = model::minutes_of_day;

std::string read(std::string_view text) {
  const auto hours = model::read_opening_hours(text);
  return hours ? model::to_text(*hours) : std::string("no: ") + to_text(hours.error().reason);
}

struct Pattern {
  const char* text;
  const char* week;
};

/// As mappers and offices write them.
constexpr Pattern patterns[] = {
    {"Mo-Fr 08:00-12:00",
     "Mo 08:00-12:00, Tu 08:00-12:00, We 08:00-12:00, Th 08:00-12:00, "
     "Fr 08:00-12:00"},
    {"Mo,Tu 10:00-20:00; Su,PH off", "Mo 10:00-20:00, Tu 10:00-20:00; PH off"},
    {"Tu-We, Fr 10:00-18:30; Th 10:00-13:00",
     "Tu 10:00-18:30, We 10:00-18:30, Th 10:00-13:00, "
     "Fr 10:00-18:30"},
    {"Mo,Th 8:00-12:00,14:00-18:00", "Mo 08:00-12:00,14:00-18:00, Th 08:00-12:00,14:00-18:00"},
    {"Mo, We 08:30-13:00, 15:00-18:30", "Mo 08:30-13:00,15:00-18:30, We 08:30-13:00,15:00-18:30"},
    {"Mo-We 07:00-18:30; We 07:00-14:00", "Mo 07:00-18:30, Tu 07:00-18:30, We 07:00-14:00"},
    {"Mo-We 10:00-19:00; Tu off", "Mo 10:00-19:00, We 10:00-19:00"},
    {"Mo-We 08:00-18:00; We 12:00-14:00 off",
     "Mo 08:00-18:00, Tu 08:00-18:00, We 08:00-12:00,14:00-18:00"},
    {"Tu 09:00-18:00, Sa 09:00-16:00", "Tu 09:00-18:00, Sa 09:00-16:00"},
    {"Tu 09:00-12:00, Tu 14:00-16:00", "Tu 09:00-12:00,14:00-16:00"},
    {"Fr 09:00-18:00 Sa 09:00-14:00", "Fr 09:00-18:00, Sa 09:00-14:00"},
    {"Sa-Mo 12:00-22:00", "Mo 12:00-22:00, Sa 12:00-22:00, Su 12:00-22:00"},
    {"Mo- Tu 07:00-19:00", "Mo 07:00-19:00, Tu 07:00-19:00"},
    {"Fr 20:00-04:00; Sa 10:00-12:00", "Fr 20:00-24:00, Sa 00:00-04:00,10:00-12:00"},
    {"Su 22:00-02:00", "Mo 00:00-02:00, Su 22:00-24:00"},
    {"Fr 20:00-26:00", "Fr 20:00-24:00, Sa 00:00-02:00"},
    {"Th 16:00-00:00", "Th 16:00-24:00"},
    {"Th 16:00-24:00", "Th 16:00-24:00"},
    {"off", "off"},
    {"closed", "off"},
    {"Mo-Su off", "off"},
    {"We 07:00-13:00;", "We 07:00-13:00"},
    {"We 07:00-13:00; PH 10:00-12:00", "We 07:00-13:00; PH off"},
    {"We,PH 07:00-13:00", "We 07:00-13:00; PH off"},
    {"PH,We 07:00-13:00", "We 07:00-13:00; PH off"},
    {"Tu 13:00-18:00; SH Tu 10:00-18:00", "Tu 13:00-18:00; PH off"},
    {"Tu 13:00-18:00; PH Tu off", "Tu 13:00-18:00; PH off"},
    {"Mo,We 10:00-12:00; Tu \"nach Vereinbarung\"",
     "Mo 10:00-12:00, We 10:00-12:00, Tu 00:00-24:00 \"?\""},
    {"Mo 08:00-15:00 \"in der Regel\"", "Mo 08:00-15:00 \"?\""},
    {"Mo 08:00-15:00 open \"mit Ausweis\"", "Mo 08:00-15:00 \"?\""},
    {"Mo-Sa 00:00-24:00; Su 10:00-18:00 || \"Notdienst\"; Mo-Sa off",
     "Su 10:00-18:00, Su 00:00-10:00,18:00-24:00 \"?\""},
    {"Mo: 8-12 Uhr; Di: 14-18 Uhr", "Mo 08:00-12:00, Tu 14:00-18:00"},
    {"Mo-Di 8-18 Uhr", "Mo 08:00-18:00, Tu 08:00-18:00"},
    {"Mo - Di 8.00 - 18.30 Uhr, Sa 9 - 13 Uhr", "Mo 08:00-18:30, Tu 08:00-18:30, Sa 09:00-13:00"},
    {"Mo.–Di. 08:00–18:00 Uhr", "Mo 08:00-18:00, Tu 08:00-18:00"},
    {"montags bis dienstags von 8 bis 12 Uhr und 14 bis 18 Uhr",
     "Mo 08:00-12:00,14:00-18:00, Tu 08:00-12:00,14:00-18:00"},
    {"Mo, Mi 9-12 Uhr; Do geschlossen", "Mo 09:00-12:00, We 09:00-12:00"},
    {"Montag und Mittwoch 9-12 Uhr", "Mo 09:00-12:00, We 09:00-12:00"},
    {"Mo u. Mi 9h-12h", "Mo 09:00-12:00, We 09:00-12:00"},
    {"Mo/Mi 9-12", "Mo 09:00-12:00, We 09:00-12:00"},
    {"Di 8-12 / 14-18 Uhr", "Tu 08:00-12:00,14:00-18:00"},
    {"Samstag 9:30 bis 13 Uhr", "Sa 09:30-13:00"},
    {"Sonnabend 9-13 Uhr", "Sa 09:00-13:00"},
    {"Do 8-12, 13-18 Uhr\nFr 8-12", "Th 08:00-12:00,13:00-18:00, Fr 08:00-12:00"},
    {"Wochenende 10-12 Uhr", "Sa 10:00-12:00, Su 10:00-12:00"},
    {"Sa, So und Feiertage 10-12 Uhr", "Sa 10:00-12:00, Su 10:00-12:00; PH off"},
    {"Sa-So außer feiertags 8-18 Uhr", "Sa 08:00-18:00, Su 08:00-18:00; PH off"},
    {"Sa 9-12 Uhr, So nach Vereinbarung", "Sa 09:00-12:00, Su 00:00-24:00 \"?\""},
    {"Sunday 9:00 to 12:00", "Su 09:00-12:00"},
    {"Mi 12:00-13:30", "We 12:00-13:30"},
    // and those that are not read
    {"", "no: empty"},
    {"  ", "no: empty"},
    {"nach Vereinbarung", "no: only_comment"},
    {"\"by appointment\"", "no: only_comment"},
    {"Mo-Fr 10:00-18:00; \"Reservierung nötig\"", "no: only_comment"},
    {"18:00+", "no: open_end"},
    {"Tu-Su 17:00-22:00+", "no: open_end"},
    {"Mo ab 18 Uhr", "no: open_end"},
    {"Apr-Oct 09:00-19:00", "no: season"},
    {"Mo-Fr 10:00-18:00; Dec 24 off", "no: season"},
    {"week 1-53/2 Mo 10:00-12:00", "no: season"},
    {"2021-04-28 10:00-12:00", "no: season"},
    {"easter off", "no: season"},
    {"Sa[1] 10:00-14:00", "no: not_weekly"},
    {"2. Do im Monat 15:00-17:00", "no: not_weekly"},
    {"letzter Mi im Monat 19:00", "no: not_weekly"},
    {"jeden zweiten Freitag 10-12 Uhr", "no: not_weekly"},
    {"Mo-Fr 13:00-sunset", "no: sun"},
    {"sunrise-sunset", "no: sun"},
    {"Mo-Fr", "no: no_times"},
    {"Montag geschlossen", "no: no_times"},
    {"Mi 14:30 Uhr", "no: no_times"},
    {"bis 18 Uhr", "no: no_times"},
    {"25:70-26:00", "no: bad_time"},
    {"Mo 10:00-10:00", "no: bad_time"},
    {"Mo 12:00-61:00", "no: bad_time"},
    {"werktags 8-18 Uhr", "no: ambiguous"},
    {"Mo 9am-5pm", "no: ambiguous"},
    {"12:00-15:00; 18:00-23:00", "no: ambiguous"},
    {"Mo-Fr 8-18, sonst geschlossen", "no: not_understood"},
    {"Mo-Fr 08:00-18:00; \"ohne Ende", "no: not_understood"},
    {"Mo-Xy 08:00-18:00", "no: not_understood"},
    {"0800-1800", "no: season"},
    {"Unsinn", "no: not_understood"}};

OpeningHours random_week() {
  OpeningHours hours;
  int at = 0;
  while (at < model::minutes_of_week) {
    const int from = at + *rc::gen::inRange(60, 1500);
    const int to = from + *rc::gen::inRange(60, 1500);
    if (to > model::minutes_of_week) break;
    (*rc::gen::inRange(0, 3) == 0 ? hours.unknown : hours.open).push_back({from, to});
    at = to + 1;
  }
  hours.holidays = *rc::gen::inRange(0, 2) == 1;
  return hours;
}

}  // namespace

TEST_CASE("opening hours as people write them are read, or refused with the reason") {
  for (const auto& pattern : patterns) {
    INFO(pattern.text);
    CHECK(read(pattern.text) == pattern.week);
  }
}

TEST_CASE("every day of the week is open where no day is named") {
  const auto hours = model::read_opening_hours("11:00-13:00");
  REQUIRE(hours);
  CHECK(hours->open.size() == 7);
  CHECK(hours->at(3 * day + 11 * 60) == OpenState::open);
  CHECK(hours->at(3 * day + 13 * 60) == OpenState::closed);  // half-open
  CHECK(model::read_opening_hours("täglich 11-13 Uhr") == hours);
  CHECK(model::length_of(hours->open) == 7 * 120);
  const auto always = model::read_opening_hours("24/7");
  REQUIRE(always);
  CHECK(always->open == std::vector<model::WeekSpan>{{0, model::minutes_of_week}});
  CHECK(model::read_opening_hours("täglich rund um die Uhr") == always);
}

TEST_CASE("a fallback leaves unknown whatever is not open otherwise") {
  const auto hours = model::read_opening_hours("Mo 10:00-18:00 || \"nach Vereinbarung\"; Su off");
  REQUIRE(hours);
  CHECK(hours->at(12 * 60) == OpenState::open);
  CHECK(hours->at(20 * 60) == OpenState::unknown);
  CHECK(hours->at(2 * day) == OpenState::unknown);
  CHECK(hours->at(6 * day + 600) == OpenState::closed);
  CHECK(model::read_opening_hours("Mo 10-18 Uhr und nach Vereinbarung; So geschlossen") == hours);
}

TEST_CASE("what is refused says where it stands") {
  const auto hours = model::read_opening_hours("Mo-Fr 08:00-18:00; Apr-Oct Sa 09:00-13:00; Su off");
  REQUIRE_FALSE(hours);
  CHECK(hours.error().reason == Unreadable::season);
  CHECK(hours.error().at == 19);
  CHECK(hours.error().piece == "Apr-Oct Sa 09:00-13:00");
}

TEST_CASE("a week written down reads back the same, minute by minute") {
  CHECK(rc::check("random weeks", [] {
    const auto hours = random_week();
    const auto again = model::read_opening_hours(model::to_text(hours));
    RC_ASSERT(again.has_value());
    for (int minute = 0; minute < model::minutes_of_week; ++minute)
      RC_ASSERT(again->at(minute) == hours.at(minute));
    RC_ASSERT(model::length_of(again->open) == model::length_of(hours.open));
    RC_ASSERT(again->holidays == hours.holidays);
  }));
}

TEST_CASE("later rules replace the days that they name, night included") {
  CHECK(rc::check("random rules", [] {
    struct Said {
      int first, last, from, to;
    };
    const auto said = *rc::gen::container<std::vector<Said>>(
        rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 7), rc::gen::inRange(0, 7),
                                    rc::gen::inRange(0, day), rc::gen::inRange(0, day)),
                     [](const auto& t) {
                       return Said{std::get<0>(t), std::get<1>(t), std::get<2>(t), std::get<3>(t)};
                     }));
    constexpr const char* names[] = {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"};
    std::string text;
    std::vector<const Said*> of_day(7, nullptr);
    for (const auto& rule : said) {
      if (rule.from == rule.to) continue;
      text += fmt::format("{}-{} {:02}:{:02}-{:02}:{:02}; ", names[rule.first], names[rule.last],
                          rule.from / 60, rule.from % 60, rule.to / 60, rule.to % 60);
      for (int d = rule.first;; d = (d + 1) % 7) {
        of_day[static_cast<std::size_t>(d)] = &rule;
        if (d == rule.last) break;
      }
    }
    RC_PRE(!text.empty() && text.size() < 2000);
    const auto hours = model::read_opening_hours(text);
    RC_ASSERT(hours.has_value());
    for (int minute = 0; minute < model::minutes_of_week; ++minute) {
      bool open = false;
      for (int d = 0; d < 7; ++d) {
        const auto* rule = of_day[static_cast<std::size_t>(d)];
        if (!rule) continue;
        const int length = (rule->to - rule->from + day) % day;
        const int since =
            (minute - d * day - rule->from + 2 * model::minutes_of_week) % model::minutes_of_week;
        open = open || since < length;
      }
      RC_ASSERT((hours->at(minute) == OpenState::open) == open);
    }
  }));
}

TEST_CASE("whatever stands there, reading ends with an answer that reads back") {
  CHECK(rc::check("soup of words", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Mo", "Fr", "So", "8", "18:30", "-", ",", ";", "||", "off", "PH", "außer", "\"x\"", "open",
        "täglich", "24/7", "ab", "+", ":", "und", "nach Vereinbarung", "26:00", " ", ".", "ä"));
    std::string text;
    for (const auto& word : words)
      text += word + (word.size() > 1 ? " " : "");
    const auto hours = model::read_opening_hours(text);
    if (!hours) return RC_ASSERT(hours.error().at <= text.size());
    const auto again = model::read_opening_hours(model::to_text(*hours));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == *hours);
  }));
}

TEST_CASE("a weekday with a time of day is a minute of the week") {
  constexpr int tuesday_three = day + 15 * 60;
  for (const auto* text : {"Tue 15:00", "Di 15:00", "Dienstag 15 Uhr", "tuesday 15:00",
                           "Dienstag, 15:00 Uhr", "dienstags um 15.00 Uhr", " TU  15 "}) {
    INFO(text);
    CHECK(model::parse_week_minute(text) == tuesday_three);
  }
  CHECK(model::parse_week_minute("Mo 0:00") == 0);
  CHECK(model::parse_week_minute("So 23:59") == model::minutes_of_week - 1);
  base::set_language(base::Language::english);
  for (const auto* text : {"", "Tue", "15:00", "Tue 24:00", "Tue 15:00-16:00", "Tue 25:00",
                           "Tue 3pm", "täglich 15:00", "yesterday", "Tue Wed 15:00"}) {
    INFO(text);
    const auto minute = model::parse_week_minute(text);
    REQUIRE_FALSE(minute);
    CHECK(minute.error().what_to_do == "write for example: Tue 15:00");
  }
  base::set_language(base::Language::german);
}
