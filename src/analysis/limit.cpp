#include <cmath>

#include "analysis/coverage.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

base::Result<Limit> not_a_limit(std::string_view text) {
  return base::fail(base::ErrorCode::bad_input,
                    std::string(base::tr("This is not a walking limit")), std::string(text),
                    base::tr("Write for example 10min, 90s, 500m or 1.5km."));
}

constexpr double least = 10;     ///< s or m
constexpr double most = 100000;  ///< more than a day's walk

base::Result<Limit> too_short(std::string_view text) {
  return base::fail(base::ErrorCode::bad_input,
                    std::string(base::tr("This limit is too short to walk")), std::string(text),
                    base::tr("At least 10s or 10m; thousands are written without a separator: "
                             "1500m."));
}

std::string plain(double value) {
  std::string text = std::to_string(value);
  while (text.back() == '0')
    text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

base::Result<Limit> parse_limit(std::string_view text) {
  const std::string trimmed = base::trim(text);
  const auto digits = trimmed.find_first_not_of("0123456789.,");
  if (digits == std::string::npos || digits == 0) return not_a_limit(text);
  const std::string unit = base::fold_case(base::trim(std::string_view(trimmed).substr(digits)));
  const bool comma = trimmed.find(',') != std::string::npos;
  const auto number = base::parse_number(std::string_view(trimmed).substr(0, digits), comma);
  if (!number || !std::isfinite(*number) || *number <= 0) return not_a_limit(text);
  using Kind = Limit::Kind;
  const bool in_time = unit == "min" || unit == "s";
  if (!in_time && unit != "m" && unit != "km") return not_a_limit(text);
  const double unit_size = unit == "min" ? 60 : unit == "km" ? 1000 : 1;
  const Limit limit{in_time ? Kind::seconds : Kind::metres, *number * unit_size};
  if (limit.value > most) return not_a_limit(text);
  // "1.500m" is one and a half metres: more likely a thousands separator.
  return limit.value < least ? too_short(text) : limit;
}

std::string to_text(const Limit& limit) {
  if (limit.kind == Limit::Kind::metres) return plain(limit.value) + "m";
  const double minutes = limit.value / 60;
  if (std::fabs(minutes - std::round(minutes)) < 1e-9) return plain(std::round(minutes)) + "min";
  return plain(limit.value) + "s";
}

}  // namespace nahraum::analysis
