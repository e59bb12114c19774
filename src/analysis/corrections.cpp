#include "analysis/corrections.hpp"

#include <algorithm>

namespace nahraum::analysis {
namespace {

geo::Line line_of(const model::Streets& streets, std::int64_t way_id) {
  geo::Line line;
  for (const auto& way : streets.ways) {
    if (way.osm_way_id != way_id) continue;
    geo::Line part;
    for (const auto node : way.nodes)
      part.push_back(streets.nodes[node].at);
    if (geo::length(part) > geo::length(line)) line = std::move(part);
  }
  return line;
}

/// Its vertices between the places nearest to two points.
geo::Line part_of(const geo::Line& line, geo::Point from, geo::Point to) {
  if (line.size() < 2) return line;
  double begin = geo::nearest_on_line(line, from).along;
  double end = geo::nearest_on_line(line, to).along;
  if (begin > end) std::swap(begin, end);
  geo::Line part{geo::point_along(line, begin)};
  double passed = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    passed += geo::distance(line[i - 1], line[i]);
    if (passed > begin && passed < end) part.push_back(line[i]);
  }
  part.push_back(geo::point_along(line, end));
  return part;
}

struct Shape {
  const model::Project& project;

  geo::Line operator()(const model::AddPath& change) const { return change.line; }
  geo::Line operator()(const model::AddCrossing& change) const { return change.line; }
  geo::Line operator()(const model::RemovePath& change) const {
    const auto line = line_of(project.streets, change.way);
    return change.between.size() == 2 ? part_of(line, change.between[0], change.between[1]) : line;
  }
  geo::Line operator()(const model::AddRamp& change) const {
    return line_of(project.streets, change.way);
  }
  geo::Line operator()(const model::ChangePath& change) const {
    return line_of(project.streets, change.way);
  }
  geo::Line operator()(const model::LowerKerb& change) const {
    for (const auto& node : project.streets.nodes) {
      if (node.osm_id == change.node) return {node.at};
    }
    return {};
  }
  geo::Line operator()(const model::RemoveBench& change) const {
    for (const auto& element : project.elements) {
      if (element.osm == change.bench) return {element.at};
    }
    for (const auto& service : project.services) {
      if (service.osm == change.bench) return {service.at};
    }
    return {};
  }
  template <class Other>
  geo::Line operator()(const Other& change) const {
    const auto place = model::place_of(change);
    return place ? geo::Line{*place} : geo::Line{};
  }
};

}  // namespace

geo::Line shape_of(const model::Project& project, const model::Change& change) {
  return std::visit(Shape{project}, change);
}

}  // namespace nahraum::analysis
