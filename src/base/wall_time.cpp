#include "base/wall_time.hpp"

#include <cstdlib>
#include <ctime>

#include <fmt/chrono.h>

#include "base/text.hpp"

namespace nahraum::base {

WallTime wall_time() {
  std::time_t now = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"))
    now = static_cast<std::time_t>(parse_number(fixed, false).value_or(0));
  const std::tm local = fmt::localtime(now);
  return {static_cast<long>(now), local.tm_hour * 3600L + local.tm_min * 60L + local.tm_sec};
}

}  // namespace nahraum::base
