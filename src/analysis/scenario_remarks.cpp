#include "analysis/scenario_remarks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/street_editor.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::tr;

bool cross(const geo::Line& a, const geo::Line& b) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (crossing_point(a[i - 1], a[i], b[j - 1], b[j])) return true;
    }
  }
  return false;
}

bool crosses(const geo::Line& path, const geo::MultiPolygon& outline) {
  if (!geo::bounds(outline).intersects(geo::bounds(path))) return false;
  return std::any_of(outline.begin(), outline.end(), [&](const geo::Polygon& polygon) {
    return cross(path, polygon.outer) || geo::contains(polygon, path.front());
  });
}

bool is_rail(const model::LineFeature& line) {
  return line.kind == model::LineKind::rail || line.kind == model::LineKind::tram;
}
bool is_water(const model::LineFeature& line) {
  return line.kind == model::LineKind::river || line.kind == model::LineKind::stream;
}

bool over_line(const model::Project& project, const geo::Line& path,
               bool (*kind)(const model::LineFeature&)) {
  return std::any_of(project.lines.begin(), project.lines.end(), [&](const auto& line) {
    return kind(line) && !line.tunnel && !line.bridge && cross(path, line.line);
  });
}

bool through_water(const model::Project& project, const geo::Line& path) {
  return over_line(project, path, is_water) ||
         std::any_of(project.areas.begin(), project.areas.end(), [&](const model::Area& area) {
           return area.kind == model::AreaKind::water && crosses(path, area.outline);
         });
}

bool through_building(const model::Project& project, const geo::Line& path) {
  return std::any_of(project.buildings.begin(), project.buildings.end(),
                     [&](const model::Building& each) { return crosses(path, each.outline); });
}

/// The new path on the ground that a change makes; none for other changes.
geo::Line ground_path(const model::Change& change) {
  if (const auto* path = std::get_if<model::AddPath>(&change))
    return level_of(path->tags) == 0 ? path->line : geo::Line{};
  if (const auto* crossing = std::get_if<model::AddCrossing>(&change))
    return crossing->line.size() > 1 ? crossing->line : geo::Line{};
  return {};
}

}  // namespace

std::vector<std::string> remarks_on(const model::Project& project,
                                    const model::Scenario& scenario) {
  std::vector<std::string> remarks;
  const auto add = [&](const char* form, std::size_t change) {
    remarks.push_back(fmt::format(fmt::runtime(form), change + 1));
  };
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const auto path = ground_path(scenario.changes[i]);
    if (path.empty()) continue;
    if (over_line(project, path, is_rail))
      add(tr("change {0} leads over rails on their level: is a crossing possible there?"), i);
    if (through_water(project, path))
      add(tr("change {0} leads through water: does it need a bridge?"), i);
    if (through_building(project, path))
      add(tr("change {0} leads through a building: is there a passage?"), i);
  }
  return remarks;
}

}  // namespace nahraum::analysis
