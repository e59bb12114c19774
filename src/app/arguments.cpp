#include "app/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

base::Result<std::vector<double>> parse_numbers(std::string_view text, std::size_t count,
                                                const char* what, const char* example) {
  std::vector<double> numbers;
  for (const auto& part : base::split(text, ',')) {
    const auto number = base::parse_number(part, false);
    if (number) numbers.push_back(*number);
  }
  const bool complete = numbers.size() == count && base::split(text, ',').size() == count;
  if (complete) return numbers;
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("cannot read “{0}”")), text), what,
                    fmt::format(fmt::runtime(tr("write it like {0}")), example));
}

base::Result<geo::LonLat> parse_lonlat(std::string_view text, const char* option) {
  const auto numbers = parse_numbers(text, 2, option, "8.4213,51.8561");
  if (!numbers) return tl::unexpected(numbers.error());
  const geo::LonLat at{(*numbers)[0], (*numbers)[1]};
  if (std::fabs(at.lon) <= 180 && std::fabs(at.lat) <= 90) return at;
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("“{0}” is no longitude and latitude")), text),
                    option, tr("longitude first, in degrees"));
}

base::Result<std::vector<analysis::Limit>> parse_limits(std::string_view text) {
  std::vector<analysis::Limit> limits;
  for (const auto& part : base::split(text, ',')) {
    const auto limit = analysis::parse_limit(part);
    if (!limit) return tl::unexpected(limit.error());
    if (!limits.empty() && limits.front().kind != limit->kind) {
      return base::fail(base::ErrorCode::bad_input, tr("minutes and metres cannot be mixed"),
                        "--bands", tr("write it like 5min,10min,15min"));
    }
    limits.push_back(*limit);
  }
  std::sort(limits.begin(), limits.end(),
            [](const auto& a, const auto& b) { return a.value < b.value; });
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits;
}

base::Result<int> parse_epsg(std::string_view text) {
  std::string digits = base::fold_case(text);
  if (digits.starts_with("epsg:")) digits.erase(0, 5);
  const auto number = base::parse_number(digits, false);
  if (number && *number >= 1024 && *number <= 99999 && *number == std::floor(*number)) {
    return static_cast<int>(*number);
  }
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("cannot read “{0}”")), text), "--crs",
                    tr("write it like EPSG:25832"));
}

std::string extension_of(const std::string& file_name) {
  return base::fold_case(std::filesystem::path(file_name).extension().string());
}

}  // namespace nahraum::app
