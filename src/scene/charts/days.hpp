#pragma once
/// Calendar days on an axis of time.

#include <string>
#include <vector>

#include "base/days.hpp"
#include "base/text.hpp"

namespace nahraum::scene {

using base::day_of;
using base::iso_of;

struct TimeTick {
  int day = 0;
  std::string name;   ///< "März", "Q2", "2027"; "" where only the line is drawn
  bool year = false;  ///< begins a year
};
/// Months, quarters or years from `from` to `to`, whichever gives at most `most` ticks.
std::vector<TimeTick> time_ticks(int from, int to, int most, base::Language language);

}  // namespace nahraum::scene
