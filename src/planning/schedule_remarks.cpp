#include "planning/schedule_remarks.hpp"

#include <algorithm>
#include <set>

#include "base/days.hpp"

namespace nahraum::planning {
namespace {

using Remarks = std::vector<ScheduleRemark>;

bool in_range(int day) {
  static const int first = base::day_of(1900, 1, 1).value();
  static const int last = base::day_of(2199, 12, 31).value();
  return day >= first && day <= last;
}
bool in_range(const std::optional<int>& day) {
  return !day || in_range(*day);
}

void remark_dates(const PlannedMeasure& measure, Remarks& remarks) {
  if (!in_range(measure.start) || !in_range(measure.end)) {
    remarks.push_back({ScheduleFault::date_out_of_range, measure.id, {}, 0, 0, 0});
  } else if (!measure.start || !measure.end) {
    remarks.push_back({ScheduleFault::dates_missing, measure.id, {}, 0, 0, 0});
  } else if (*measure.end < *measure.start) {
    remarks.push_back({ScheduleFault::end_before_start,
                       measure.id,
                       {},
                       *measure.start,
                       *measure.end,
                       *measure.start - *measure.end});
  }
}

void remark_milestones(const PlannedMeasure& measure, int months, Remarks& remarks) {
  auto days = measure.milestones;
  std::sort(days.begin(), days.end());
  int before = *measure.start;
  const auto gap_to = [&](int day) {
    if (day <= base::months_later(before, months)) return;
    remarks.push_back({ScheduleFault::milestone_gap, measure.id, {}, before, day, day - before});
  };
  for (const int day : days) {
    if (day < *measure.start || day > *measure.end) {
      remarks.push_back({ScheduleFault::milestone_outside, measure.id, {}, day, day, 0});
      continue;
    }
    gap_to(day);
    before = day;
  }
  gap_to(*measure.end);
}

void remark_predecessors(const PlannedMeasure& measure, const MeasuresById& by_id,
                         Remarks& remarks) {
  const std::set<std::string> others(measure.predecessors.begin(), measure.predecessors.end());
  for (const auto& other : others) {
    const auto found = by_id.find(other);
    if (found == by_id.end()) {
      remarks.push_back({ScheduleFault::predecessor_unknown, measure.id, other, 0, 0, 0});
    } else if (!is_dated(*found->second)) {
      remarks.push_back({ScheduleFault::predecessor_undated, measure.id, other, 0, 0, 0});
    } else if (is_dated(measure) && other != measure.id) {
      const int end = *found->second->end;
      if (end < *measure.start) continue;
      remarks.push_back({ScheduleFault::predecessor_overlaps, measure.id, other, *measure.start,
                         end, end - *measure.start + 1});
    }
  }
}

}  // namespace

MeasuresById measures_by_id(const std::vector<PlannedMeasure>& measures) {
  MeasuresById by_id;
  for (const auto& measure : measures)
    by_id.try_emplace(measure.id, &measure);
  return by_id;
}

bool is_dated(const PlannedMeasure& measure) {
  return measure.start && measure.end && in_range(*measure.start) && in_range(*measure.end) &&
         *measure.start <= *measure.end;
}

std::vector<ScheduleRemark> schedule_remarks(const std::vector<PlannedMeasure>& measures,
                                             const ScheduleRules& rules) {
  const auto by_id = measures_by_id(measures);
  Remarks remarks;
  for (const auto& measure : measures) {
    if (by_id.at(measure.id) != &measure) {
      remarks.push_back({ScheduleFault::repeated_id, measure.id, {}, 0, 0, 0});
      continue;
    }
    remark_dates(measure, remarks);
    if (is_dated(measure)) remark_milestones(measure, rules.milestone_months, remarks);
    remark_predecessors(measure, by_id, remarks);
  }
  return remarks;
}

}  // namespace nahraum::planning
