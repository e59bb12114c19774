#pragma once
/// Grades of supply by two thresholds, and what changes while the thresholds move: the ways stay
/// as they were found, only their answers change.

#include <array>
#include <cstdint>

#include "analysis/standards.hpp"

namespace nahraum::analysis {

/// Soll and Max: good within `target`, sufficient within `limit`. Same unit, target ≤ limit; where
/// they are equal nothing is merely sufficient.
struct Thresholds {
  Limit target, limit;
  bool single() const { return target == limit; }
  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// The limit is limit_of's. The target is the catalogue's Soll where the standard takes its Max,
/// else the standard's own `good` where it states one in the same unit; else the limit itself.
std::optional<Thresholds> thresholds_of(const model::Standard& standard,
                                        const model::ServiceType& type);

inline constexpr std::size_t grade_count = 4;  ///< good, sufficient, gap, unknown

/// Persons and homes of the district by grade (index: Grade). Their sum is everybody.
struct GradeCounts {
  std::array<Counts, grade_count> persons;  ///< −1 where unknown for every home of the district
  std::array<long, grade_count> homes{};
  friend bool operator==(const GradeCounts&, const GradeCounts&) = default;
};
/// `reach` per Project::homes. Cost: O(homes), no search.
GradeCounts count_grades(const model::Project& project, const std::vector<HomeReach>& reach,
                         const Thresholds& thresholds);

/// Homes that keep a common grade wherever both thresholds are among `steps`.
struct GradeGroup {
  std::uint32_t open = 0;           ///< first step that is not a clear no (its size: none)
  std::uint32_t yes = 0;            ///< first step that reaches (its size: none)
  Within second = Within::unknown;  ///< by the second standard; unknown without one
  friend auto operator<=>(const GradeGroup&, const GradeGroup&) = default;
};
struct GradeGroups {
  std::vector<Limit> steps;           ///< ascending, of one unit
  std::vector<GradeGroup> groups;     ///< ascending; only those that occur
  std::vector<std::int32_t> of_home;  ///< per Project::homes: index of its group, −1 not graded
  /// Index of a step; nothing for a limit that is none.
  std::optional<std::uint32_t> step(const Limit& limit) const;
};
/// The district's homes by what they answer to each step. Cost: O(homes · log steps).
GradeGroups grade_groups(const model::Project& project, const std::vector<HomeReach>& reach,
                         std::vector<Limit> steps, const std::optional<Limit>& second);

/// As grade_of says of each of its homes; the thresholds as indices of steps.
Grade grade_of(const GradeGroup& group, std::uint32_t target, std::uint32_t limit);
/// Served by one of the two standards and clearly not by the other.
bool falls_between(const GradeGroup& group, std::uint32_t limit);

}  // namespace nahraum::analysis
