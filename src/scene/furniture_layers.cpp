#include "scene/furniture_layers.hpp"

#include <algorithm>
#include <unordered_set>

#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

constexpr double crossings_until = 2700;
constexpr double benches_until = 2700;
constexpr double crossing_m = 3.2;

enum class Marking { none, stripes, signals };

Marking marking_of(const model::Tags& tags) {
  const auto kind = tags.get("crossing");
  const auto ref = tags.get("crossing_ref");
  const auto painted = tags.get("crossing:markings");
  if (kind == "zebra" || ref == "zebra" || painted == "zebra") return Marking::stripes;
  if (kind == "traffic_signals" || tags.get("crossing:signals") == "yes") return Marking::signals;
  const bool marked = kind == "marked" || kind == "uncontrolled";
  return marked && painted != "no" ? Marking::stripes : Marking::none;
}

struct Crossing {
  geo::Line line;  ///< from kerb to kerb
  Marking marking = Marking::none;
};

bool is_crossing_way(const model::Tags& tags) {
  return tags.is("footway", "crossing") || tags.is("path", "crossing") ||
         tags.is("cycleway", "crossing");
}

geo::Line line_of(const model::Streets& streets, const model::Street& way) {
  geo::Line line;
  for (const auto node : way.nodes)
    line.push_back(streets.nodes[node].at);
  return line;
}

/// Across the street at one of its nodes, as wide as the street is drawn.
geo::Line across(const model::Streets& streets, const model::Street& way, std::size_t i,
                 const Style& style) {
  const auto here = streets.nodes[way.nodes[i]].at;
  const auto before = streets.nodes[way.nodes[i > 0 ? i - 1 : i]].at;
  const auto after = streets.nodes[way.nodes[i + 1 < way.nodes.size() ? i + 1 : i]].at;
  const double length = geo::distance(before, after);
  if (length <= 0) return {};
  const double half = style.street(street_class(way.tags)).width / 2;
  const geo::Point side{-(after.y - before.y) / length * half,
                        (after.x - before.x) / length * half};
  return {{here.x - side.x, here.y - side.y}, {here.x + side.x, here.y + side.y}};
}

bool carries_cars(const model::Tags& tags) {
  const auto kind = street_class(tags);
  return kind >= StreetClass::service && kind != StreetClass::pedestrian;
}

class Collector {
 public:
  Collector(const model::Project& project, const Style& style)
      : streets_(project.streets), style_(style) {}

  std::vector<Crossing> crossings() {
    mapped_as_ways();
    mapped_as_points();
    return std::move(crossings_);
  }

 private:
  void mapped_as_ways() {
    for (const auto& way : streets_.ways) {
      if (!is_crossing_way(way.tags)) continue;
      for (const auto node : way.nodes)
        drawn_.insert(node);
      const auto marking = marking_of(way.tags);
      if (marking != Marking::none) crossings_.push_back({line_of(streets_, way), marking});
    }
  }

  void mapped_as_points() {
    for (const auto& way : streets_.ways) {
      if (!carries_cars(way.tags)) continue;
      for (std::size_t i = 0; i < way.nodes.size(); ++i) {
        const auto& tags = streets_.nodes[way.nodes[i]].tags;
        const auto marking = tags.is("highway", "crossing") ? marking_of(tags) : Marking::none;
        if (marking == Marking::none || !drawn_.insert(way.nodes[i]).second) continue;
        auto line = across(streets_, way, i, style_);
        if (!line.empty()) crossings_.push_back({std::move(line), marking});
      }
    }
  }

  const model::Streets& streets_;
  const Style& style_;
  std::unordered_set<std::uint32_t> drawn_;  ///< nodes whose crossing is there
  std::vector<Crossing> crossings_;
};

Stroke broken(Color color, double on_mm, double off_mm) {
  auto stroke = metres_wide(color, crossing_m, 0.9);
  stroke.dash_mm = {on_mm, off_mm};
  stroke.round = false;
  return stroke;
}

LayerPtr crossing_layer(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  const auto crossings = Collector(project, style).crossings();
  auto between = metres_wide(style.street(StreetClass::residential).fill, crossing_m - 0.9, 0.5);
  between.round = false;
  for (const auto& each : crossings) {
    if (each.marking != Marking::signals) continue;
    add_line(items, each.line, broken(style.zebra, 0.5, 0.4));
  }
  for (const auto& each : crossings) {
    if (each.marking == Marking::signals) add_line(items, each.line, between);
  }
  for (const auto& each : crossings) {
    if (each.marking == Marking::stripes)
      add_line(items, each.line, broken(style.zebra, 0.34, 0.3));
  }
  return layer("crossings", std::move(items), 0, crossings_until);
}

LayerPtr bench_layer(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  for (const auto& element : project.elements) {
    if (element.kind != model::PointKind::bench) continue;
    Symbol bench;
    bench.name = "bench";
    bench.at = element.at;
    bench.size_mm = 2.6;
    bench.tint = style.furniture;
    items.emplace_back(std::move(bench));
  }
  return layer("benches", std::move(items), 0, benches_until);
}

}  // namespace

std::vector<LayerPtr> furniture_layers(const model::Project& project, const Style& style) {
  return {crossing_layer(project, style), bench_layer(project, style)};
}

}  // namespace nahraum::scene
