#include "ui/chosen_layer.hpp"

#include "scene/layers.hpp"
#include "scene/result_layers.hpp"

namespace nahraum::ui {
namespace {

using Kind = app::Selection::Kind;

constexpr double one_street_m = 1500;  ///< pieces of the same name within are the same street
constexpr double width_mm = 1.4;

geo::Line line_of(const model::Streets& streets, const model::Street& way) {
  geo::Line line;
  for (const auto n : way.nodes)
    line.push_back(streets.nodes[n].at);
  return line;
}

scene::Color veil(const scene::Style& style) {
  scene::Color color = style.accent;
  color.a = 150;
  return color;
}

void add_street(const model::Streets& streets, std::size_t index, const scene::Style& style,
                std::vector<scene::Item>& items) {
  const auto& chosen = streets.ways[index];
  const auto name = chosen.tags.get("name");
  const geo::Box near = geo::bounds(line_of(streets, chosen)).grown(one_street_m);
  for (const auto& way : streets.ways) {
    const bool same = &way == &chosen || (!name.empty() && way.tags.get("name") == name &&
                                          near.contains(streets.nodes[way.nodes.front()].at));
    if (same) scene::add_line(items, line_of(streets, way), scene::mm_wide(veil(style), width_mm));
  }
}

void add_outline(const geo::MultiPolygon& shape, const scene::Style& style,
                 std::vector<scene::Item>& items) {
  for (const auto& polygon : shape) {
    scene::add_line(items, polygon.outer, scene::mm_wide(style.accent, 0.7));
    for (const auto& hole : polygon.holes)
      scene::add_line(items, hole, scene::mm_wide(style.accent, 0.7));
  }
}

}  // namespace

scene::LayerPtr chosen_layer(const app::State& state, const scene::Style& style) {
  if (!state.project || state.selection.id < 0) return nullptr;
  const auto& project = *state.project;
  const auto index = static_cast<std::size_t>(state.selection.id);
  const auto has = [&](Kind kind, const auto& items) {
    return state.selection.kind == kind && index < items.size();
  };
  if (has(Kind::element, project.elements))
    return scene::highlight_layer(project.elements[index].at, style);
  std::vector<scene::Item> items;
  if (has(Kind::street, project.streets.ways)) add_street(project.streets, index, style, items);
  if (has(Kind::building, project.buildings))
    add_outline(project.buildings[index].outline, style, items);
  if (has(Kind::area, project.areas)) add_outline(project.areas[index].outline, style, items);
  if (has(Kind::statistics, project.population))
    add_outline(project.population[index].outline, style, items);
  if (has(Kind::line, project.lines)) {
    scene::add_line(items, project.lines[index].line, scene::mm_wide(veil(style), width_mm));
  }
  return items.empty() ? nullptr : scene::layer("chosen", std::move(items));
}

}  // namespace nahraum::ui
