#pragma once
/// Calendar days on an axis of time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace nahraum::scene {

/// Days since 1970-01-01; nothing for what is no date of the calendar ("2027-02-30", "soon").
std::optional<int> day_of(std::string_view iso_date);
std::string iso_of(int day);

struct TimeTick {
  int day = 0;
  std::string name;   ///< "März", "Q2", "2027"; "" where only the line is drawn
  bool year = false;  ///< begins a year
};
/// Months, quarters or years from `from` to `to`, whichever gives at most `most` ticks.
std::vector<TimeTick> time_ticks(int from, int to, int most, base::Language language);

}  // namespace nahraum::scene
