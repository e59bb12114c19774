#include "scene/sheet_map.hpp"

#include <algorithm>

#include "scene/base_map.hpp"
#include "scene/corrections_layer.hpp"
#include "scene/labels.hpp"
#include "scene/notes_layer.hpp"
#include "scene/services_layer.hpp"
#include "scene/sheet_places.hpp"

namespace nahraum::scene {
namespace {

constexpr double symbol_mm = 5.2;

std::vector<geo::Point> symbol_places(const model::Project& project,
                                      const std::vector<std::string>& types) {
  std::vector<geo::Point> places;
  for (const auto& service : project.services) {
    if (std::find(types.begin(), types.end(), service.type) != types.end())
      places.push_back(service.at);
  }
  return places;
}

LayerPtr sheet_labels(const model::Project& project, const MapView& view,
                      std::vector<geo::Point> obstacles, const Style& style,
                      const TextMeasure& measure) {
  LabelRequest request;
  request.denominator = view.denominator;
  request.obstacle_mm = symbol_mm;
  request.within = view.frame.grown(-view.denominator / 1000);  // a millimetre from the edge
  request.obstacles = std::move(obstacles);
  return place_labels(*label_candidates(project), request, style, measure);
}

}  // namespace

std::vector<std::string> shown_types(const SheetContent& content) {
  if (!content.types.empty()) return content.types;
  if (content.answer) return content.answer->types;
  std::vector<std::string> types;
  for (const auto& type : content.catalogue->types) {
    // Bus stops and benches by the hundred would bury an overview.
    const bool wanted = type.core && !type.network_attribute && type.id != "F03";
    if (wanted) types.push_back(type.id);
  }
  return types;
}

std::vector<LayerPtr> sheet_map(const SheetContent& content, const MapView& view,
                                const Style& style, const TextMeasure& measure) {
  const auto& project = *content.project;
  // The answer's fields colour the ground between the streets, which stay white; its outlines and
  // homes lie on top. The outside is faded with all that is on it.
  auto [ground, from_streets] = split_before(base_map(project, style), "street");
  auto [streets, from_outside] = split_before(from_streets, "outside");
  std::vector<LayerPtr> layers = std::move(ground);
  const auto add = [&](const std::vector<LayerPtr>& more) {
    layers.insert(layers.end(), more.begin(), more.end());
  };
  if (content.answer) add(content.answer->ground);
  add(streets);
  if (content.answer) add(content.answer->above);
  add(from_outside);
  auto taken = symbol_places(project, view.types);
  const SheetPlaces none;
  const auto& list = content.answer ? content.answer->list : none;
  const auto marks = place_marks(list, view.places, taken, symbol_mm, view.frame, view.denominator);
  for (const auto& mark : marks)
    taken.push_back(mark.mark);
  add({sheet_labels(project, view, std::move(taken), style, measure)});
  add(services_layers(project, *content.catalogue, style, {view.types, symbol_mm, 30000, 0}));
  add({corrections_layer(project, style), marks_layer(list, marks, view.denominator, style),
       notes_layer(project, style)});
  std::erase_if(layers, [&](const LayerPtr& l) {
    return l->items.empty() || view.denominator < l->min_denominator ||
           view.denominator >= l->max_denominator;
  });
  return layers;
}

}  // namespace nahraum::scene
