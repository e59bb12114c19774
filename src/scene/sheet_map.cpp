#include "scene/sheet_map.hpp"

#include <algorithm>

#include "scene/base_map.hpp"
#include "scene/labels.hpp"
#include "scene/notes_layer.hpp"
#include "scene/services_layer.hpp"

namespace nahraum::scene {
namespace {

constexpr double symbol_mm = 5.2;

LayerPtr sheet_labels(const model::Project& project, const std::vector<std::string>& types,
                      double denominator, const geo::Box& frame, const Style& style,
                      const TextMeasure& measure) {
  LabelRequest request;
  request.denominator = denominator;
  request.obstacle_mm = symbol_mm;
  request.within = frame.grown(-denominator / 1000);  // a millimetre from the edge
  for (const auto& service : project.services) {
    if (std::find(types.begin(), types.end(), service.type) != types.end()) {
      request.obstacles.push_back(service.at);
    }
  }
  return place_labels(*label_candidates(project), request, style, measure);
}

}  // namespace

std::vector<std::string> shown_types(const SheetContent& content) {
  if (!content.types.empty()) return content.types;
  if (content.result) return {content.result->type.id};
  std::vector<std::string> types;
  for (const auto& type : content.catalogue->types) {
    // Bus stops and benches by the hundred would bury an overview.
    const bool wanted = type.core && !type.network_attribute && type.id != "F03";
    if (wanted) types.push_back(type.id);
  }
  return types;
}

std::vector<LayerPtr> sheet_map(const SheetContent& content, const std::vector<std::string>& types,
                                double denominator, const geo::Box& frame, const Style& style,
                                const TextMeasure& measure) {
  const auto& project = *content.project;
  // The catchment's fields colour the ground between the streets, which stay white; its outlines
  // and the gaps lie on top. The outside is faded with all that is on it.
  auto [ground, from_streets] = split_before(base_map(project, style), "street");
  auto [streets, from_outside] = split_before(from_streets, "outside");
  std::vector<LayerPtr> layers = std::move(ground);
  const auto add = [&](const std::vector<LayerPtr>& more) {
    layers.insert(layers.end(), more.begin(), more.end());
  };
  if (content.result) {
    const auto catchment = catchment_layers(content.result->bands, style);
    add({catchment[0]});
    add(streets);
    add({catchment[1]});
    add(gap_layers(project, content.result->reach, content.result->limit, style));
  } else {
    add(streets);
  }
  add(from_outside);
  add({sheet_labels(project, types, denominator, frame, style, measure)});
  add(services_layers(project, *content.catalogue, style, {types, symbol_mm, 30000, 0}));
  add({notes_layer(project, style)});
  std::erase_if(layers, [&](const LayerPtr& l) {
    return l->items.empty() || denominator < l->min_denominator ||
           denominator >= l->max_denominator;
  });
  return layers;
}

}  // namespace nahraum::scene
