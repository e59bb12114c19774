#include "planning/schedule.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "planning/cycles.hpp"
#include "planning/schedule_remarks.hpp"

namespace nahraum::planning {
namespace {

using Graph = std::vector<std::vector<std::size_t>>;

/// The measures by id, each with those that it waits for.
struct Plan {
  std::vector<const PlannedMeasure*> measures;
  Graph waits_for;
};

Plan plan_of(const MeasuresById& by_id) {
  Plan plan;
  std::map<std::string, std::size_t> rank;
  for (const auto& [id, measure] : by_id) {
    rank[id] = plan.measures.size();
    plan.measures.push_back(measure);
  }
  for (const auto* measure : plan.measures) {
    std::set<std::size_t> others;
    for (const auto& id : measure->predecessors) {
      const auto found = rank.find(id);
      if (found != rank.end()) others.insert(found->second);
    }
    plan.waits_for.emplace_back(others.begin(), others.end());
  }
  return plan;
}

/// Undated measures hold nobody up.
Plan dated_only(const Plan& plan) {
  Plan dated;
  std::vector<std::size_t> rank(plan.measures.size());
  for (std::size_t v = 0; v < plan.measures.size(); ++v) {
    if (!is_dated(*plan.measures[v])) continue;
    rank[v] = dated.measures.size();
    dated.measures.push_back(plan.measures[v]);
  }
  for (std::size_t v = 0; v < plan.measures.size(); ++v) {
    if (!is_dated(*plan.measures[v])) continue;
    auto& others = dated.waits_for.emplace_back();
    for (const auto w : plan.waits_for[v]) {
      if (is_dated(*plan.measures[w])) others.push_back(rank[w]);
    }
  }
  return dated;
}

/// Predecessors first; the graph has no circles.
std::vector<std::size_t> in_order(const Graph& waits_for) {
  Graph followers(waits_for.size());
  std::vector<std::size_t> open(waits_for.size()), order;
  for (std::size_t v = 0; v < waits_for.size(); ++v) {
    open[v] = waits_for[v].size();
    if (open[v] == 0) order.push_back(v);
    for (const auto w : waits_for[v])
      followers[w].push_back(v);
  }
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (const auto v : followers[order[k]]) {
      if (--open[v] == 0) order.push_back(v);
    }
  }
  return order;
}

std::vector<MeasureTimes> times_of(const Plan& plan, bool hold_starts) {
  const auto order = in_order(plan.waits_for);
  std::vector<MeasureTimes> times(plan.measures.size());
  int begin = std::numeric_limits<int>::max(), end = std::numeric_limits<int>::min();
  for (const auto* measure : plan.measures)
    begin = std::min(begin, *measure->start);
  for (const auto v : order) {
    auto& at = times[v];
    at.earliest_start = hold_starts ? *plan.measures[v]->start : begin;
    for (const auto w : plan.waits_for[v])
      at.earliest_start = std::max(at.earliest_start, times[w].earliest_finish + 1);
    at.earliest_finish = at.earliest_start + *plan.measures[v]->end - *plan.measures[v]->start;
    end = std::max(end, at.earliest_finish);
  }
  for (auto& at : times)
    at.latest_finish = end;
  for (std::size_t k = order.size(); k-- > 0;) {
    auto& at = times[order[k]];
    at.latest_start = at.latest_finish - (at.earliest_finish - at.earliest_start);
    for (const auto w : plan.waits_for[order[k]])
      times[w].latest_finish = std::min(times[w].latest_finish, at.latest_start - 1);
  }
  return times;
}

/// Backwards from the first id that ends with the whole.
std::vector<std::string> critical_path(const Plan& plan, const std::vector<MeasureTimes>& times,
                                       int end) {
  std::vector<std::string> path;
  std::size_t at = 0;
  while (times[at].earliest_finish != end)
    ++at;
  for (bool more = true; more;) {
    path.push_back(plan.measures[at]->id);
    const auto& before = plan.waits_for[at];
    const auto last = std::find_if(before.begin(), before.end(), [&](std::size_t w) {
      return times[w].earliest_finish + 1 == times[at].earliest_start;
    });
    more = last != before.end();
    if (more) at = *last;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

void fill_times(Schedule& result, const std::vector<PlannedMeasure>& measures, const Plan& plan,
                bool hold_starts) {
  if (plan.measures.empty()) return;
  const auto times = times_of(plan, hold_starts);
  for (std::size_t v = 0; v < times.size(); ++v) {
    result.times[static_cast<std::size_t>(plan.measures[v] - measures.data())] = times[v];
    const auto& at = times[v];
    result.begin = std::min(result.begin.value_or(at.earliest_start), at.earliest_start);
    result.end = std::max(result.end.value_or(at.earliest_finish), at.earliest_finish);
  }
  result.critical_path = critical_path(plan, times, *result.end);
}

}  // namespace

Schedule schedule(const std::vector<PlannedMeasure>& measures, const ScheduleRules& rules) {
  Schedule result;
  result.times.resize(measures.size());
  const auto plan = plan_of(measures_by_id(measures));
  for (const auto& circle : cycles(plan.waits_for)) {
    auto& ids = result.cycles.emplace_back();
    for (const auto v : circle)
      ids.push_back(plan.measures[v]->id);
  }
  if (result.cycles.empty()) fill_times(result, measures, dated_only(plan), rules.hold_starts);
  result.remarks = schedule_remarks(measures, rules);
  return result;
}

}  // namespace nahraum::planning
