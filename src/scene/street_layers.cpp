#include "scene/street_layers.hpp"

#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

enum class Level { tunnel, ground, bridge };

struct Way {
  geo::Line line;
  StreetClass kind = StreetClass::path;
  Level level = Level::ground;
  bool pavement = false;
};

bool stated(const model::Tags& tags, std::string_view key) {
  const auto value = tags.get(key);
  return !value.empty() && value != "no";
}

Level level_of(const model::Tags& tags) {
  if (stated(tags, "tunnel") && !tags.is("tunnel", "building_passage")) return Level::tunnel;
  return stated(tags, "bridge") ? Level::bridge : Level::ground;
}

Way way(geo::Line line, const model::Tags& tags) {
  return {std::move(line), street_class(tags), level_of(tags), is_pavement(tags)};
}

std::vector<Way> ways_of(const model::Project& project) {
  std::vector<Way> ways;
  ways.reserve(project.streets.ways.size() + project.roads.size());
  for (const auto& street : project.streets.ways) {
    geo::Line line;
    line.reserve(street.nodes.size());
    for (const auto node : street.nodes)
      line.push_back(project.streets.nodes[node].at);
    ways.push_back(way(std::move(line), street.tags));
  }
  for (const auto& road : project.roads)
    ways.push_back(way(road.line, road.tags));
  return ways;
}

/// The part of the picture that one class has on one level.
struct Part {
  StreetClass kind{};
  Level level{};
  bool pavement = false;
};

std::vector<Item> lines(const std::vector<Way>& ways, const Part& part, const Stroke& stroke) {
  std::vector<Item> items;
  for (const auto& w : ways) {
    if (w.kind == part.kind && w.level == part.level && w.pavement == part.pavement) {
      add_line(items, w.line, stroke);
    }
  }
  return items;
}

class Builder {
 public:
  Builder(const model::Project& project, const Style& style)
      : style_(style), ways_(ways_of(project)) {}

  std::vector<LayerPtr> layers() {
    for_each_class([&](StreetClass c) { tunnel(c); });
    for_each_class([&](StreetClass c) { casing({c, Level::ground}); });
    for_each_class([&](StreetClass c) { fill({c, Level::ground}); });
    pavements();
    for_each_class([&](StreetClass c) { bridge(c); });
    return std::move(layers_);
  }

 private:
  template <class F>
  static void for_each_class(F&& call) {
    for (int c = 0; c < street_class_count; ++c)
      call(static_cast<StreetClass>(c));
  }

  void add(const char* name, const Part& part, const Stroke& stroke, double max_denominator) {
    auto items = lines(ways_, part, stroke);
    if (!items.empty()) layers_.push_back(layer(name, std::move(items), 0, max_denominator));
  }

  void tunnel(StreetClass c) {
    const auto& look = style_.street(c);
    auto edge = metres_wide(look.casing, look.width, look.min_mm, look.casing_mm);
    edge.dash_mm = {0.9, 0.7};
    edge.round = false;
    add("street_tunnels", {c, Level::tunnel}, edge, std::min(look.max_denominator, 25000.0));
    add("street_tunnels", {c, Level::tunnel},
        metres_wide(with_alpha(style_.ground, 0.85), look.width, look.min_mm),
        std::min(look.max_denominator, 25000.0));
  }

  void casing(const Part& part) {
    const auto& look = style_.street(part.kind);
    if (look.casing_mm <= 0) return;
    add("street_casings", part, metres_wide(look.casing, look.width, look.min_mm, look.casing_mm),
        std::min(look.max_denominator, 50000.0));
  }

  void fill(const Part& part) {
    if (part.kind == StreetClass::steps) return ladder(part);
    const auto& look = style_.street(part.kind);
    auto stroke = metres_wide(look.fill, look.width, look.min_mm);
    stroke.dash_mm = look.dash_mm;
    stroke.round = look.dash_mm.empty();
    add("street_fills", part, stroke, look.max_denominator);
  }

  /// White band with rungs: a wide line dashed so that each dash is one tread.
  void ladder(const Part& part) {
    const auto& look = style_.street(part.kind);
    auto band = metres_wide(look.fill, look.width, look.min_mm);
    band.round = false;
    add("steps", part, band, look.max_denominator);
    auto rungs = metres_wide(style_.rung, look.width, look.min_mm);
    rungs.dash_mm = {0.18, 0.42};
    rungs.round = false;
    add("steps", part, rungs, look.max_denominator);
  }

  /// Pavements beside their street would only blur it: thin, and only when one is near.
  void pavements() {
    for_each_class([&](StreetClass c) {
      add("pavements", {c, Level::ground, true}, mm_wide(style_.pavement, 0.22, {0.7, 0.5}), 2600);
    });
  }

  void bridge(StreetClass c) {
    const auto& look = style_.street(c);
    auto edge = metres_wide(style_.bridge_edge, look.width, look.min_mm, look.casing_mm + 0.22);
    edge.round = false;
    add("street_bridges", {c, Level::bridge}, edge, std::min(look.max_denominator, 30000.0));
    auto deck = metres_wide(style_.bridge_deck, look.width, look.min_mm, 0.1);
    if (!look.dash_mm.empty()) {
      add("street_bridges", {c, Level::bridge}, deck, std::min(look.max_denominator, 30000.0));
    }
    fill({c, Level::bridge});
  }

  const Style& style_;
  std::vector<Way> ways_;
  std::vector<LayerPtr> layers_;
};

}  // namespace

std::vector<LayerPtr> street_layers(const model::Project& project, const Style& style) {
  return Builder(project, style).layers();
}

}  // namespace nahraum::scene
