#pragma once
/// Numbers and figures as need's texts write them.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/need.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

inline std::string whole(long value) {
  return base::format_number(static_cast<double>(value), 0, base::language());
}

inline std::string decimal(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

/// The ratio of that id; it is there.
inline const analysis::Ratio& ratio(const std::vector<analysis::Ratio>& all, std::string_view id) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const auto& each) { return each.kind->id == id; });
}

/// Where a ratio stands in every list of ratios.
inline std::size_t position(std::string_view id) {
  const auto& kinds = analysis::ratio_kinds();
  const auto at =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.id == id; });
  return static_cast<std::size_t>(at - kinds.begin());
}

}  // namespace nahraum::app
