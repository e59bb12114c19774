#include "analysis/grading.hpp"

#include <algorithm>
#include <map>

namespace nahraum::analysis {
namespace {

std::optional<Limit> target_of(const model::Standard& standard, const model::ServiceType& type) {
  const auto own = standard.types.find(type.id);
  const bool of_catalogue = own == standard.types.end() &&
                            standard.from_catalogue == model::Standard::Catalogue::limit &&
                            type.limit_m.has_value();
  if (of_catalogue && type.target_m) return Limit{Limit::Kind::metres, *type.target_m};
  if (of_catalogue || !standard.good) return std::nullopt;
  if (standard.good->metres) return Limit{Limit::Kind::metres, *standard.good->metres};
  return Limit{Limit::Kind::seconds, standard.good->minutes.value_or(0) * 60};
}

/// −1 until somebody of the group is known.
void add(long& sum, const std::optional<int>& persons) {
  if (persons) sum = std::max(sum, 0L) + *persons;
}

void add(Counts& sum, const model::Residents& residents) {
  add(sum.all, residents.all);
  add(sum.age_65, residents.age_65);
  add(sum.age_80, residents.age_80);
}

using Figure = long Counts::*;

/// Nobody of a known group has a grade that no home has.
void fill_known(GradeCounts& counts, Figure figure) {
  const auto known = [&](const Counts& each) { return each.*figure >= 0; };
  if (std::none_of(counts.persons.begin(), counts.persons.end(), known)) return;
  for (auto& each : counts.persons)
    each.*figure = std::max(each.*figure, 0L);
}

/// The first step from which on `answer` holds; more steps never take it back.
template <class Answer>
std::uint32_t first_step(const std::vector<Limit>& steps, const Answer& answer) {
  const auto found = std::partition_point(steps.begin(), steps.end(),
                                          [&](const Limit& limit) { return !answer(limit); });
  return static_cast<std::uint32_t>(found - steps.begin());
}

GradeGroup group_of(const HomeReach& home, const std::vector<Limit>& steps,
                    const std::optional<Limit>& second) {
  return {first_step(steps, [&](const Limit& l) { return within(home, l) != Within::no; }),
          first_step(steps, [&](const Limit& l) { return within(home, l) == Within::yes; }),
          second ? within(home, *second) : Within::unknown};
}

void sort_steps(std::vector<Limit>& steps) {
  std::sort(steps.begin(), steps.end(),
            [](const Limit& a, const Limit& b) { return a.value < b.value; });
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
}

}  // namespace

std::optional<Thresholds> thresholds_of(const model::Standard& standard,
                                        const model::ServiceType& type) {
  const auto limit = limit_of(standard, type);
  if (!limit) return std::nullopt;
  const auto target = target_of(standard, type);
  const bool fits = target && target->kind == limit->kind && target->value <= limit->value;
  return Thresholds{fits ? *target : *limit, *limit};
}

GradeCounts count_grades(const model::Project& project, const std::vector<HomeReach>& reach,
                         const Thresholds& thresholds) {
  GradeCounts counts;
  counts.persons.fill({-1, -1, -1});
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const auto& home = project.homes[i];
    if (!home.in_district) continue;
    const auto grade =
        static_cast<std::size_t>(grade_of(reach[i], thresholds.target, thresholds.limit));
    ++counts.homes[grade];
    add(counts.persons[grade], home.residents);
  }
  for (const auto figure : {&Counts::all, &Counts::age_65, &Counts::age_80})
    fill_known(counts, figure);
  return counts;
}

std::optional<std::uint32_t> GradeGroups::step(const Limit& limit) const {
  const auto found = std::find(steps.begin(), steps.end(), limit);
  if (found == steps.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - steps.begin());
}

GradeGroups grade_groups(const model::Project& project, const std::vector<HomeReach>& reach,
                         std::vector<Limit> steps, const std::optional<Limit>& second) {
  GradeGroups result;
  result.steps = std::move(steps);
  sort_steps(result.steps);
  std::map<GradeGroup, std::vector<std::size_t>> homes_of;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (project.homes[i].in_district)
      homes_of[group_of(reach[i], result.steps, second)].push_back(i);
  }
  result.of_home.assign(project.homes.size(), -1);
  for (const auto& [group, homes] : homes_of) {
    for (const auto home : homes)
      result.of_home[home] = static_cast<std::int32_t>(result.groups.size());
    result.groups.push_back(group);
  }
  return result;
}

Grade grade_of(const GradeGroup& group, std::uint32_t target, std::uint32_t limit) {
  if (group.yes <= target) return Grade::good;
  if (group.yes <= limit) return Grade::sufficient;
  return group.open <= limit ? Grade::unknown : Grade::gap;
}

bool falls_between(const GradeGroup& group, std::uint32_t limit) {
  const bool served = group.yes <= limit;
  if (!served && group.open <= limit) return false;
  return group.second != Within::unknown && served != (group.second == Within::yes);
}

}  // namespace nahraum::analysis
