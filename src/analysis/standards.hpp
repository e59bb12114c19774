#pragma once
/// Standards side by side: grades, who falls between two limits, and what a circle on the map
/// hides.

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// The standard's limit for a type; nothing where it does not judge it.
std::optional<Limit> limit_of(const model::Standard& standard, const model::ServiceType& type);

/// gut, ausreichend, Lücke (domain notes §1.1), or not assessable.
enum class Grade { good, sufficient, gap, unknown };
/// `target` ≤ `limit`, in whatever units: good within the target, sufficient within the limit.
Grade grade_of(const HomeReach& home, const Limit& target, const Limit& limit);

/// Persons by group; −1 where the group is unknown for every home of the district.
struct Counts {
  long all = 0, age_65 = 0, age_80 = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Who is near enough by which of two standards.
struct Comparison {
  Counts both, first_only, second_only, neither, unknown;
  long homes_first_only = 0, homes_second_only = 0;
};
/// Homes in the district. Cost: O(homes).
Comparison compare(const District& district, const std::vector<HomeReach>& reach,
                   const Limit& first, const Limit& second);

/// The way on foot against the straight line.
struct Detour {
  /// Per home (index of Project::homes): metres of the way to the nearest service over the straight
  /// line to that service's nearest gate; nothing where there is no way or both are under 1 m.
  std::vector<std::optional<float>> factor;
  std::optional<double> median;  ///< weighted by persons; by homes where persons are unknown
  double radius_m = 0;           ///< of the circle that a map would draw for the limit
  Counts in_circle;              ///< within the radius of a service by the straight line
  Counts wrongly_served;         ///< of them: in the gap on foot
  long homes_wrongly_served = 0;
};
/// `reach`: to the type's services on this district. The radius is the limit in metres, or the
/// profile's speed times its seconds. Cost: O(homes · gates).
Detour detour(const District& district, std::string_view type, const std::vector<HomeReach>& reach,
              const Limit& limit);

}  // namespace nahraum::analysis
