#include "base/days.hpp"

#include <charconv>
#include <chrono>
#include <cstdlib>

#include <fmt/chrono.h>

#include "base/text.hpp"

namespace nahraum::base {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::chrono::year_month_day date_of(int day) {
  return std::chrono::sys_days(std::chrono::days(day));
}

int day_number(std::chrono::year_month_day date) {
  return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace

std::string today() {
  std::time_t now = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"))
    now = static_cast<std::time_t>(parse_number(fixed, false).value_or(0));
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
}

std::optional<int> day_of(std::string_view iso_date) {
  if (iso_date.size() != 10 || iso_date[4] != '-' || iso_date[7] != '-') return std::nullopt;
  const auto year = number(iso_date.substr(0, 4)), month = number(iso_date.substr(5, 2)),
             day = number(iso_date.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_of(*year, *month, *day);
}

std::optional<int> day_of(int year, int month, int day) {
  if (year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return day_number(date);
}

std::string iso_of(int day) {
  const auto date = date_of(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

int year_of(int day) {
  return static_cast<int>(date_of(day).year());
}

int month_of(int day) {
  return static_cast<int>(static_cast<unsigned>(date_of(day).month()));
}

int months_later(int day, int months) {
  auto date = date_of(day) + std::chrono::months(months);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return day_number(date);
}

}  // namespace nahraum::base
