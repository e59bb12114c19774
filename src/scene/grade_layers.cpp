#include "scene/grade_layers.hpp"

#include <algorithm>

namespace nahraum::scene {
namespace {

using analysis::Grade;
using analysis::GradeGroup;

/// Drawn in this order: what needs attention lies on top.
constexpr std::array<Grade, analysis::grade_count> drawing_order{Grade::good, Grade::sufficient,
                                                                 Grade::unknown, Grade::gap};

bool can_get(const GradeGroup& group, Grade grade, std::uint32_t steps) {
  switch (grade) {
    case Grade::good:
      return group.yes < steps;
    case Grade::sufficient:
      return group.yes > 0 && group.yes < steps;
    case Grade::gap:
      return group.open > 0;
    case Grade::unknown:
      break;
  }
  return group.open < group.yes;
}

void append(std::vector<LayerPtr>& to, const std::vector<LayerPtr>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// Markers lie below the grade's own, as its dark ring; rims of buildings on top.
void append_between(std::vector<LayerPtr>& to, const GradedHomes& homes, std::uint32_t limit,
                    bool markers) {
  for (std::size_t i = 0; i < homes.between.size(); ++i) {
    if (!analysis::falls_between(homes.groups.groups[i], limit)) continue;
    for (const auto& each : homes.between[i]) {
      if ((each->name == "gap_markers") == markers) to.push_back(each);
    }
  }
}

}  // namespace

HomeLook grade_look(Grade grade, const Style& style) {
  if (grade == Grade::good) return good_homes(style);
  if (grade == Grade::sufficient) return sufficient_homes(style);
  return grade == Grade::gap ? gap_homes(style) : unknown_homes(style);
}

GradedHomes graded_homes(const model::Project& project, const analysis::GradeGroups& groups,
                         const Style& style) {
  GradedHomes result{groups, {}, {}};
  const auto shapes = home_shapes(project, groups.of_home, groups.groups.size());
  const auto steps = static_cast<std::uint32_t>(groups.steps.size());
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const auto& group = groups.groups[i];
    auto& by_grade = result.by_grade.emplace_back();
    for (const auto grade : drawing_order) {
      if (can_get(group, grade, steps))
        by_grade[static_cast<std::size_t>(grade)] = layers_of(shapes[i], grade_look(grade, style));
    }
    const bool compared = group.second != analysis::Within::unknown;
    result.between.push_back(compared ? layers_of(shapes[i], between_homes(style))
                                      : std::vector<LayerPtr>{});
  }
  return result;
}

std::vector<LayerPtr> grade_layers(const GradedHomes& homes,
                                   const analysis::Thresholds& thresholds) {
  const auto target = homes.groups.step(thresholds.target);
  const auto limit = homes.groups.step(thresholds.limit);
  std::vector<LayerPtr> layers;
  if (!target || !limit) return layers;
  const auto& groups = homes.groups.groups;
  append_between(layers, homes, *limit, true);
  for (const auto grade : drawing_order) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (analysis::grade_of(groups[i], *target, *limit) == grade)
        append(layers, homes.by_grade[i][static_cast<std::size_t>(grade)]);
    }
  }
  append_between(layers, homes, *limit, false);
  return layers;
}

}  // namespace nahraum::scene
