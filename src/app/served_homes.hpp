#pragma once
/// Which homes each service serves within the question's limit: what ties, mixes and stress tests
/// are computed from.

#include <cstdint>
#include <optional>
#include <vector>

#include "app/module_page.hpp"

namespace nahraum::app {

struct ServedHomes {
  /// Per Project::services of the answered project: homes of the district (indices of
  /// Project::homes, ascending) that the service is within the limit of, on the ways that count for
  /// its type; empty for services without a street.
  std::vector<std::vector<std::uint32_t>> homes;
  std::vector<std::optional<int>> persons;  ///< per home: residents of 65 and over; 0 in the rim
};

/// Nothing without an answer's network. Cost: one bounded search per service. Throws Cancelled.
std::optional<ServedHomes> served_homes(const PageInput& input, jobs::Context& context);

}  // namespace nahraum::app
