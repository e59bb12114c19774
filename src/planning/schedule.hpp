#pragma once
/// Measures over time: what waits for what, what can slip, what is wrong with the dates.
/// Days are whole numbers as in base/days.hpp; the first and the last day of a measure both count.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

struct PlannedMeasure {
  std::string id;                         ///< unique
  std::optional<int> start, end;          ///< days; one that is missing: undated
  std::vector<int> milestones;            ///< days, any order
  std::vector<std::string> predecessors;  ///< ids; it begins on the day after their end or later
};

struct ScheduleRules {
  /// A measure does not begin before its planned start. Otherwise dates give durations only, and
  /// everything begins as soon as its predecessors allow.
  bool hold_starts = true;
  int milestone_months = 6;  ///< no more between start, milestones and end
};

struct MeasureTimes {
  int earliest_start = 0, earliest_finish = 0;
  int latest_start = 0, latest_finish = 0;  ///< without moving the end of the whole
  int slack() const { return latest_finish - earliest_finish; }
  bool critical() const { return slack() == 0; }
};

enum class ScheduleFault : unsigned char {
  dates_missing,
  date_out_of_range,     ///< outside the years 1900 … 2199: as if it were missing
  end_before_start,      ///< by `days`; no duration, as if undated
  milestone_gap,         ///< from `from` to `to`, longer than the rule allows
  milestone_outside,     ///< on `from`, before the start or after the end
  predecessor_overlaps,  ///< `other` ends on or after the day this starts: `days` in common
  predecessor_undated,   ///< `other` has no dates: it holds nobody up in the computation
  predecessor_unknown,   ///< there is no measure `other`
  repeated_id,           ///< stands before: left out of everything
};
struct ScheduleRemark {
  ScheduleFault fault = ScheduleFault::dates_missing;
  std::string id, other;
  int from = 0, to = 0, days = 0;
  friend bool operator==(const ScheduleRemark&, const ScheduleRemark&) = default;
};

struct Schedule {
  /// Per measure; nothing for undated ones, and for all where dependencies run in circles.
  std::vector<std::optional<MeasureTimes>> times;
  std::optional<int> begin, end;  ///< of the whole, where there are times
  /// One chain of ids from the first to the last: each begins the day after the one before ends,
  /// and the last ends with the whole. Ties by id. Other measures may be critical, too.
  std::vector<std::string> critical_path;
  /// A shortest circle per group of measures that wait for each other, from its lowest id, each
  /// waiting for the next: {"a", "c"}: a waits for c, c for a. {"a"}: for itself.
  std::vector<std::vector<std::string>> cycles;
  std::vector<ScheduleRemark> remarks;  ///< in the order of the measures
};

/// Critical path method with finish-to-start dependencies. Cost: O((n + m) log n); a circle costs a
/// search of its group. Pure, deterministic.
/// Source: [K: Kelley & Walker 1959]; rules domain.md §5: end ≥ start, milestones ≤ 6 months apart.
Schedule schedule(const std::vector<PlannedMeasure>& measures, const ScheduleRules& rules = {});

}  // namespace nahraum::planning
