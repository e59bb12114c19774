#include <cmath>
#include <limits>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "base/text.hpp"

using namespace nahraum::base;

TEST_CASE("numbers are written as each language writes them") {
  CHECK(format_number(1234567.891, 2, Language::german) == "1.234.567,89");
  CHECK(format_number(1234567.891, 2, Language::english) == "1,234,567.89");
  CHECK(format_number(999, 0, Language::german) == "999");
  CHECK(format_number(1000, 0, Language::german) == "1.000");
  CHECK(format_number(-12.5, 1, Language::german) == "−12,5");
  CHECK(format_number(-0.04, 1, Language::german) == "0,0");
  CHECK(format_number(std::nan(""), 1, Language::german) == "–");
  CHECK(format_number(std::numeric_limits<double>::infinity(), 0, Language::english) == "–");
}

TEST_CASE("minutes are rounded half up and hours appear from 60") {
  CHECK(format_minutes(0, Language::german) == "0 min");
  CHECK(format_minutes(449.9, Language::german) == "7 min");
  CHECK(format_minutes(450, Language::german) == "8 min");
  CHECK(format_minutes(59 * 60 + 29, Language::german) == "59 min");
  CHECK(format_minutes(59 * 60 + 30, Language::german) == "1 h 0 min");
  CHECK(format_minutes(std::ldexp(3600, 70), Language::english) ==  // more than a long holds
        "1,180,591,620,717,411,303,424 h 0 min");
  CHECK(format_minutes(3900, Language::english) == "1 h 5 min");
  CHECK(format_minutes(std::numeric_limits<double>::infinity(), Language::german) == "–");
}

TEST_CASE("distances change to kilometres where metres would read 1000") {
  CHECK(format_distance(349.6, Language::german) == "350 m");
  CHECK(format_distance(999.4, Language::german) == "999 m");
  CHECK(format_distance(999.6, Language::german) == "1,0 km");
  CHECK(format_distance(12345, Language::english) == "12.3 km");
  CHECK(format_distance(std::nan(""), Language::english) == "–");
}

TEST_CASE("dates are turned for German readers, other text is left alone") {
  CHECK(format_date("2026-11-22", Language::german) == "22.11.2026");
  CHECK(format_date("2026-11-22T18:05:00Z", Language::german) == "22.11.2026");
  CHECK(format_date("2026-11-22T18:05:00Z", Language::english) == "2026-11-22");
  CHECK(format_date("Spring 2026", Language::german) == "Spring 2026");
  CHECK(format_date("abcd-ef-gh", Language::german) == "abcd-ef-gh");
  CHECK(format_date("", Language::german) == "");
}

TEST_CASE("numbers are read as German exports write them") {
  CHECK(parse_number("1.234,5", true) == 1234.5);
  CHECK(parse_number("1.234", true) == 1234.0);
  CHECK(parse_number("1,234", true) == 1.234);
  CHECK(parse_number("1.234.567", true) == 1234567.0);
  CHECK(parse_number("12,50", true) == 12.5);
  CHECK(parse_number(" 1 234 ", true) == 1234.0);
  CHECK(parse_number("1\xC2\xA0"
                     "234,5",
                     true) == 1234.5);
  CHECK(parse_number("−3,5", true) == -3.5);
  CHECK(parse_number("-9", true) == -9.0);
}

TEST_CASE("numbers are read in the C locale too") {
  CHECK(parse_number("1234.5", false) == 1234.5);
  CHECK(parse_number("1.234", false) == 1.234);
  CHECK(parse_number("1,234", false) == 1234.0);
  CHECK(parse_number("1,234,567.25", false) == 1234567.25);
  CHECK(parse_number("1'234.5", false) == 1234.5);
  CHECK(parse_number("+6.0e-2", false) == 0.06);
  CHECK(parse_number(".5", false) == 0.5);
}

TEST_CASE("the digits outvote the file's habit where only one reading is possible") {
  CHECK(parse_number("12.5", true) == 12.5);
  CHECK(parse_number("1234.567", true) == 1234.567);
  CHECK(parse_number("0.234", true) == 0.234);
  CHECK(parse_number("3,5", false) == 3.5);
  CHECK(parse_number("1,234.5", true) == 1234.5);
  CHECK(parse_number("1.234,5", false) == 1234.5);
}

TEST_CASE("what is not a number is nothing") {
  for (const char* text :
       {"",   " ",   "–",   "x",    "12 34", "1.2.3", "1,2,3", "+-3",  "--3",      "1e",
        "e5", "inf", "nan", "0x10", "5 m",   ".",     "-",     "1..2", "1234 567", "1e999"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text, true));
    CHECK_FALSE(parse_number(text, false));
  }
}

TEST_CASE("what is written in a language is read back") {
  CHECK(rc::check("format then parse", [](int thousandths) {
    const double value = thousandths / 1000.0;
    RC_ASSERT(parse_number(format_number(value, 2, Language::german), true) ==
              parse_number(format_number(value, 2, Language::english), false));
    const auto back = parse_number(format_number(value, 2, Language::german), true);
    RC_ASSERT(back.has_value());
    RC_ASSERT(std::fabs(*back - value) <= 0.005001);
  }));
}
