#include "scene/charts/days.hpp"

#include <array>
#include <chrono>

#include <fmt/format.h>

namespace nahraum::scene {
namespace {

using namespace std::chrono;

constexpr std::array german{"Jan",  "Feb", "März", "Apr", "Mai", "Juni",
                            "Juli", "Aug", "Sept", "Okt", "Nov", "Dez"};
constexpr std::array english{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

year_month_day date_of(int day) {
  return year_month_day(sys_days(days(day)));
}
int day_number(year_month_day date) {
  return static_cast<int>(sys_days(date).time_since_epoch().count());
}

std::string name_of(year_month_day date, int months, base::Language language) {
  if (months == 12) return fmt::format("{}", static_cast<int>(date.year()));
  const auto month = static_cast<unsigned>(date.month());
  if (months == 3) return fmt::format("Q{}", (month - 1) / 3 + 1);
  return (language == base::Language::german ? german : english)[month - 1];
}

}  // namespace

std::vector<TimeTick> time_ticks(int from, int to, int most, base::Language language) {
  int step = 1;
  const double months = (to - from) / 30.44;
  for (const int wider : {3, 12}) {
    if (months / step > most) step = wider;
  }
  const auto first = date_of(from);
  auto at = year_month_day(first.year(), January, day(1));
  std::vector<TimeTick> ticks;
  for (; day_number(at) <= to; at += std::chrono::months(step)) {
    if (day_number(at) < from) continue;
    ticks.push_back({day_number(at), name_of(at, step, language), at.month() == January});
  }
  return ticks;
}

}  // namespace nahraum::scene
