#include "scene/legend.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/corrections.hpp"
#include "base/translate.hpp"
#include "scene/base_map.hpp"
#include "scene/correction_words.hpp"
#include "scene/corrections_layer.hpp"
#include "scene/layers.hpp"
#include "scene/sentence.hpp"
#include "scene/services_layer.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

Stroke mm(Color color, double width, std::vector<double> dash = {}, bool round = false) {
  Stroke stroke = mm_wide(color, width, std::move(dash));
  stroke.round = round;
  return stroke;
}

class Rows {
 public:
  Rows(const model::Project& project, const model::Catalogue& catalogue, const Style& style,
       const LegendRequest& request)
      : project_(project), catalogue_(catalogue), style_(style), request_(request) {}

  std::vector<LegendRow> all() {
    services();
    answer();
    corrections();
    buildings();
    greens_and_waters();
    lines();
    if (sees_outline()) {
      add(tr("Study area"), {line_sign(mm(with_alpha(style_.district, 0.16), 2.0)),
                             line_sign(mm(style_.district, 0.42, {2.2, 0.8, 0.4, 0.8}))});
    }
    return std::move(rows_);
  }

 private:
  void add(std::string name, std::vector<Item> sign) {
    rows_.push_back({std::move(name), std::move(sign)});
  }
  bool sees(const geo::Box& box) const { return request_.visible.intersects(box); }
  /// Not where the whole map lies within the district.
  bool sees_outline() const {
    if (project_.district.empty()) return false;
    const auto& v = request_.visible;
    const geo::Point corners[] = {
        {v.min_x, v.min_y}, {v.max_x, v.min_y}, {v.max_x, v.max_y}, {v.min_x, v.max_y}};
    return !std::all_of(std::begin(corners), std::end(corners),
                        [&](geo::Point p) { return geo::contains(project_.district, p); });
  }

  void services() {
    for (const auto& type : catalogue_.types) {
      const bool wanted =
          std::find(request_.types.begin(), request_.types.end(), type.id) != request_.types.end();
      const bool there = std::any_of(project_.services.begin(), project_.services.end(),
                                     [&](const model::Service& s) {
                                       return s.type == type.id && request_.visible.contains(s.at);
                                     });
      if (!wanted || !there) continue;
      add(name_of(type),
          {symbol_of(type, style_, {sign_width_mm / 2, sign_height_mm / 2}, sign_height_mm + 0.4)});
    }
  }

  void answer() {
    for (const auto& sign : request_.signs) {
      const bool seen = request_.denominator >= sign.min_denominator &&
                        request_.denominator < sign.max_denominator &&
                        std::any_of(sign.where.begin(), sign.where.end(),
                                    [&](const geo::Box& box) { return sees(box); });
      if (seen) add(sign.name, sign.sign);
    }
  }

  /// Each kind once.
  void corrections() {
    std::vector<std::string> named;
    for (const auto& each : project_.corrections) {
      const auto name = correction_name(each.change);
      const auto shape = analysis::shape_of(project_, each.change);
      const bool known = std::find(named.begin(), named.end(), name) != named.end();
      if (known || shape.empty() || !sees(geo::bounds(shape))) continue;
      named.push_back(name);
      auto sign = correction_sign(each.change, true);
      sign.at = {sign_width_mm / 2, sign_height_mm / 2};
      add(fmt::format(fmt::runtime(tr("{0} (correction)")), name), {std::move(sign)});
    }
  }

  void buildings() {
    if (request_.denominator >= 60000) return;
    bool homes = false, others = false;
    for (const auto& building : project_.buildings) {
      auto& seen = building.home >= 0 ? homes : others;
      seen = seen || sees(geo::bounds(building.outline));
      if (homes && others) break;
    }
    if (homes)
      add(tr("Residential building"),
          {area_sign(filled({}, style_.home, mm(style_.home_edge, 0.15)))});
    if (others)
      add(tr("Other building"),
          {area_sign(filled({}, style_.building, mm(style_.building_edge, 0.15)))});
  }

  bool sees_area(std::initializer_list<model::AreaKind> kinds) const {
    return std::any_of(project_.areas.begin(), project_.areas.end(), [&](const model::Area& a) {
      return std::find(kinds.begin(), kinds.end(), a.kind) != kinds.end() &&
             sees(geo::bounds(a.outline));
    });
  }
  bool sees_line(std::initializer_list<model::LineKind> kinds) const {
    return std::any_of(
        project_.lines.begin(), project_.lines.end(), [&](const model::LineFeature& l) {
          return !l.tunnel && std::find(kinds.begin(), kinds.end(), l.kind) != kinds.end() &&
                 sees(geo::bounds(l.line));
        });
  }

  void area(const char* name, model::AreaKind kind) {
    const auto look = style_.area(kind);
    auto sign =
        filled({}, look.fill, look.edge ? std::optional(mm(*look.edge, 0.15)) : std::nullopt);
    if (request_.denominator < textures_until) sign.hatch = look.texture;
    if (sign.hatch) sign.hatch->spacing_mm = 2.2;  // in a small box
    add(name, {area_sign(std::move(sign))});
  }

  void greens_and_waters() {
    using K = model::AreaKind;
    if (sees_area({K::park, K::grass, K::garden, K::allotments, K::playground, K::pitch})) {
      area(tr("Park, green space"), K::park);
    }
    if (sees_area({K::cemetery})) area(tr("Cemetery"), K::cemetery);
    if (sees_area({K::wood})) area(tr("Wood"), K::wood);
    if (sees_area({K::water}) || sees_line({model::LineKind::river, model::LineKind::stream})) {
      area(tr("Water"), K::water);
    }
  }

  bool sees_street(StreetClass kind) const {
    if (request_.denominator >= style_.street(kind).max_denominator) return false;
    const auto& streets = project_.streets;
    return std::any_of(streets.ways.begin(), streets.ways.end(), [&](const model::Street& way) {
      return street_class(way.tags) == kind && !is_pavement(way.tags) &&
             std::any_of(way.nodes.begin(), way.nodes.end(), [&](std::uint32_t n) {
               return request_.visible.contains(streets.nodes[n].at);
             });
    });
  }

  void lines() {
    const auto& path = style_.street(StreetClass::path);
    if (sees_street(StreetClass::path)) {
      add(tr("Footpath"), {line_sign(mm(path.fill, 0.36, path.dash_mm))});
    }
    if (sees_street(StreetClass::steps)) {
      const auto& steps = style_.street(StreetClass::steps);
      add(tr("Steps"), {line_sign(mm(steps.casing, 2.0)), line_sign(mm(steps.fill, 1.7)),
                        line_sign(mm(style_.rung, 1.7, {0.18, 0.42}))});
    }
    if (sees_line({model::LineKind::rail})) {
      add(tr("Railway"),
          {line_sign(mm(style_.rail, 0.8)), line_sign(mm(style_.rail_gap, 0.5, {1.5, 1.5}))});
    }
  }

  const model::Project& project_;
  const model::Catalogue& catalogue_;
  const Style& style_;
  const LegendRequest& request_;
  std::vector<LegendRow> rows_;
};

}  // namespace

std::vector<LegendRow> legend_rows(const model::Project& project, const model::Catalogue& catalogue,
                                   const Style& style, const LegendRequest& request) {
  return Rows(project, catalogue, style, request).all();
}

Block legend(const std::vector<LegendRow>& rows, const Type& type, double width_mm, int columns,
             const TextMeasure& measure) {
  constexpr double gap = 1.2;
  const double gutter = 4;
  const double column_width = (width_mm - gutter * (columns - 1)) / columns;
  const double text_x = sign_width_mm + 2;
  std::vector<Block> names;
  double total = 0;
  for (const auto& row : rows) {
    names.push_back(paragraph(row.name, type, column_width - text_x, measure));
    total += std::max(sign_height_mm, names.back().height_mm) + gap;
  }
  Block all;
  all.width_mm = width_mm;
  double y = 0, before = 0;
  int column = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double height = std::max(sign_height_mm, names[i].height_mm);
    // A row belongs to the column that holds its middle, were they one after the other.
    if (before + (height + gap) / 2 > total / columns * (column + 1) + 1e-9 && y > 0) {
      ++column;
      y = 0;
    }
    const double x = column * (column_width + gutter);
    const double top = y + std::max(0.0, (sign_height_mm - names[i].height_mm) / 2);
    for (const auto& item : rows[i].sign)
      all.items.push_back(moved(item, {x, y}));
    place(names[i], {x + text_x, top}, all.items);
    y += height + gap;
    before += height + gap;
    all.height_mm = std::max(all.height_mm, y - gap);
  }
  return all;
}

}  // namespace nahraum::scene
