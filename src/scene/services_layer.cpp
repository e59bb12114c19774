#include "scene/services_layer.hpp"

#include <algorithm>

#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

bool is_shown(const model::ServiceType& type, const ServicesShown& shown) {
  if (shown.types.empty()) return type.core && !type.network_attribute;
  return std::find(shown.types.begin(), shown.types.end(), type.id) != shown.types.end();
}

struct Shown {
  const model::Service* service;
  const model::ServiceType* type;
};

std::vector<Shown> chosen(const model::Project& project, const model::Catalogue& catalogue,
                          const ServicesShown& shown) {
  std::vector<Shown> services;
  for (const auto& service : project.services) {
    const auto* type = catalogue.find_type(service.type);
    if (type != nullptr && is_shown(*type, shown)) services.push_back({&service, type});
  }
  std::stable_sort(services.begin(), services.end(), [&](const Shown& a, const Shown& b) {
    const bool a_last = a.service->id == shown.highlighted;
    const bool b_last = b.service->id == shown.highlighted;
    if (a_last != b_last) return b_last;
    return a.service->at.y > b.service->at.y;
  });
  return services;
}

}  // namespace

Symbol symbol_of(const model::ServiceType& type, const Style& style, geo::Point at,
                 double size_mm) {
  const auto& group = style.group(type.group);
  return {type.symbol, at, size_mm, group.color, 0, group.plate, model::letter_of(type.group)};
}

std::vector<LayerPtr> services_layers(const model::Project& project,
                                      const model::Catalogue& catalogue, const Style& style,
                                      const ServicesShown& shown) {
  std::vector<Item> near, far;
  for (const auto& [service, type] : chosen(project, catalogue, shown)) {
    const bool highlighted = service->id == shown.highlighted;
    Symbol symbol = symbol_of(*type, style, service->at, shown.size_mm * (highlighted ? 1.5 : 1));
    symbol.id = service->id;
    near.push_back(symbol);
    symbol.name.clear();
    symbol.letter = 0;
    symbol.size_mm = highlighted ? 3.4 : 2.2;
    far.push_back(symbol);
  }
  return {layer("services", std::move(near), 0, shown.max_denominator),
          layer("services", std::move(far), shown.max_denominator)};
}

}  // namespace nahraum::scene
