#include "analysis/scenario_compare.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace nahraum::analysis {
namespace {

using Figure = std::optional<int> model::Residents::*;

/// Joining a path cuts edges, whose costs are rounded to milliseconds: less than that is nothing.
constexpr std::int64_t noticed_ms = 1000;

/// Homes of the district by id: indices into Project::homes.
std::vector<std::size_t> by_id(const model::Project& project) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (project.homes[i].in_district) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return project.homes[a].id < project.homes[b].id;
  });
  return order;
}

bool same_home(const model::Home& a, const model::Home& b) {
  return a.id == b.id && a.at == b.at && a.residents == b.residents;
}

Shift nearer_or_farther(const HomeReach& before, const HomeReach& after) {
  const bool was = before.cost != base::unreachable, is = after.cost != base::unreachable;
  if (!was || !is) return was == is ? Shift::same : is ? Shift::nearer : Shift::farther;
  const auto more = std::int64_t{after.cost.value} - std::int64_t{before.cost.value};
  if (more <= -noticed_ms) return Shift::nearer;
  return more >= noticed_ms ? Shift::farther : Shift::same;
}

Shift shift_of(const HomeReach& before, const HomeReach& after, const Limit& limit) {
  const Within was = within(before, limit), is = within(after, limit);
  if (was == Within::unknown || is == Within::unknown) return Shift::unclear;
  if (was != is) return is == Within::yes ? Shift::gained : Shift::lost;
  return nearer_or_farther(before, after);
}

/// Whether the home's way is known for certain, or known to be none.
bool known(const HomeReach& home) {
  return home.status == Status::ok || home.status == Status::unreachable;
}

/// What persons walk, each as often as there are persons.
class Walks {
 public:
  void add(const HomeReach& reach, long persons) {
    const bool reached = reach.cost != base::unreachable;
    walks_.emplace_back(
        reached ? reach.cost.value / 1000.0 : std::numeric_limits<double>::infinity(), persons);
    total_ += persons;
  }
  /// First value by which half of them are there.
  std::optional<base::Seconds> median() {
    std::sort(walks_.begin(), walks_.end());
    long passed = 0;
    for (const auto& [seconds, persons] : walks_) {
      passed += persons;
      if (persons == 0 || 2 * passed < total_) continue;
      return std::isfinite(seconds) ? std::optional(base::Seconds(seconds)) : std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::pair<double, long>> walks_;
  long total_ = 0;
};

class Comparer {
 public:
  explicit Comparer(const Limit& limit) : limit_(limit) {}

  void both(const model::Home& home, const HomeReach& before, const HomeReach& after) {
    const Shift shift = shift_of(before, after, limit_);
    result_.nearer += shift == Shift::nearer ? 1 : 0;
    result_.farther += shift == Shift::farther ? 1 : 0;
    const bool stays_within = within(after, limit_) == Within::yes;
    result_.homes.push_back({home.id, home.at, shift, before, after});
    const bool comparable = known(before) && known(after);
    each_group(home, [&](GroupShift& group, long persons) {
      if (comparable) {
        walks_before_[&group].add(before, persons);
        walks_after_[&group].add(after, persons);
      }
      long& count = shift == Shift::gained    ? group.gained
                    : shift == Shift::lost    ? group.lost
                    : shift == Shift::unclear ? group.unclear
                    : stays_within            ? group.kept
                                              : group.missing;
      count += persons;
    });
  }
  void added(const model::Home& home, const HomeReach& after) {
    const Within answer = within(after, limit_);
    result_.homes.push_back({home.id, home.at, Shift::added, {}, after});
    each_group(home, [&](GroupShift& group, long persons) {
      group.added += persons;
      if (answer == Within::yes) group.added_within += persons;
      if (answer == Within::no) group.added_beyond += persons;
    });
  }
  void removed(const model::Home& home, const HomeReach& before) {
    const Within answer = within(before, limit_);
    result_.homes.push_back({home.id, home.at, Shift::removed, before, {}});
    each_group(home, [&](GroupShift& group, long persons) {
      group.removed += persons;
      if (answer == Within::yes) group.removed_within += persons;
      if (answer == Within::no) group.removed_beyond += persons;
    });
  }
  ScenarioShift finish() {
    for (auto& [group, walks] : walks_before_)
      group->median_before = walks.median();
    for (auto& [group, walks] : walks_after_)
      group->median_after = walks.median();
    return std::move(result_);
  }

 private:
  template <class Count>
  void each_group(const model::Home& home, const Count& count) {
    const std::array<std::pair<GroupShift*, Figure>, 3> groups{
        {{&result_.all, &model::Residents::all},
         {&result_.age_65, &model::Residents::age_65},
         {&result_.age_80, &model::Residents::age_80}}};
    for (const auto& [group, figure] : groups) {
      const auto& persons = home.residents.*figure;
      if (!persons) continue;
      group->known = true;
      count(*group, *persons);
    }
    result_.by_home.known = true;
    count(result_.by_home, 1);
  }

  Limit limit_;
  ScenarioShift result_;
  std::map<GroupShift*, Walks> walks_before_, walks_after_;
};

}  // namespace

const char* to_text(Shift shift) {
  constexpr std::array words{"gained", "lost",    "nearer", "farther",
                             "same",   "unclear", "added",  "removed"};
  return words[static_cast<std::size_t>(shift)];
}

ScenarioShift compare_states(const District& before, const std::vector<HomeReach>& reach_before,
                             const District& after, const std::vector<HomeReach>& reach_after,
                             const Limit& limit) {
  const auto& old_homes = before.project->homes;
  const auto& new_homes = after.project->homes;
  const auto old_order = by_id(*before.project), new_order = by_id(*after.project);
  Comparer comparer(limit);
  std::size_t o = 0, n = 0;
  while (o < old_order.size() || n < new_order.size()) {
    const auto* was = o < old_order.size() ? &old_homes[old_order[o]] : nullptr;
    const auto* is = n < new_order.size() ? &new_homes[new_order[n]] : nullptr;
    if (was && is && same_home(*was, *is)) {
      comparer.both(*is, reach_before[old_order[o++]], reach_after[new_order[n++]]);
    } else if (was && (!is || was->id <= is->id)) {
      comparer.removed(*was, reach_before[old_order[o++]]);
    } else {
      comparer.added(*is, reach_after[new_order[n++]]);
    }
  }
  return comparer.finish();
}

}  // namespace nahraum::analysis
