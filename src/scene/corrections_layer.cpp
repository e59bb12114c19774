#include "scene/corrections_layer.hpp"

#include <algorithm>

#include "analysis/corrections.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

const Color added = color("#00695c");
const Color closed = color("#9c1c1c");
const Color unfit = color("#76747c");

struct Look {
  const char* symbol;
  Color color;
};

struct Looker {
  Look operator()(const model::AddBench&) const { return {"bench", added}; }
  Look operator()(const model::RemoveBench&) const { return {"bench", closed}; }
  Look operator()(const model::AddPath&) const { return {"fix_path", added}; }
  Look operator()(const model::RemovePath&) const { return {"fix_closed", closed}; }
  Look operator()(const model::ChangePath&) const { return {"fix_surface", added}; }
  Look operator()(const model::AddCrossing&) const { return {"safe_crossing", added}; }
  Look operator()(const model::AddBarrier&) const { return {"fix_barrier", closed}; }
  Look operator()(const model::AddRamp&) const { return {"fix_ramp", added}; }
  Look operator()(const model::LowerKerb&) const { return {"fix_kerb", added}; }
  template <class Other>
  Look operator()(const Other&) const {
    return {"fix_path", added};
  }
};

Stroke stroke_of(const model::Change& change, Color ink) {
  if (std::holds_alternative<model::RemovePath>(change)) return mm_wide(ink, 0.9, {0.9, 0.9});
  if (std::holds_alternative<model::ChangePath>(change)) return mm_wide(ink, 0.9, {0.2, 1.1});
  return mm_wide(ink, 0.9);
}

bool is_unfit(const model::Project& project, std::int32_t id) {
  const auto& all = project.info.unfit;
  return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

Symbol correction_sign(const model::Change& change, bool fits) {
  const Look look = std::visit(Looker{}, change);
  Symbol sign;
  sign.name = look.symbol;
  sign.size_mm = 4.2;
  sign.tint = fits ? look.color : unfit;
  sign.plate = Plate::square;
  return sign;
}

LayerPtr corrections_layer(const model::Project& project, const Style&) {
  std::vector<Item> items;
  std::vector<Symbol> signs;
  for (const auto& each : project.corrections) {
    const auto shape = analysis::shape_of(project, each.change);
    if (shape.empty()) continue;
    auto sign = correction_sign(each.change, !is_unfit(project, each.id));
    if (shape.size() > 1) {
      add_line(items, shape, mm_wide(color("#ffffff"), 1.7));
      add_line(items, shape, stroke_of(each.change, sign.tint));
    }
    sign.at = geo::point_along(shape, geo::length(shape) / 2);
    sign.id = model::corrected_service + each.id;
    signs.push_back(std::move(sign));
  }
  for (auto& sign : signs)
    items.emplace_back(std::move(sign));
  return layer("corrections", std::move(items));
}

}  // namespace nahraum::scene
