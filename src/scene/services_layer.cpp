#include "scene/services_layer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

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
    const bool wanted =
        type != nullptr && (is_shown(*type, shown) || service.id == shown.highlighted);
    if (wanted) services.push_back({&service, type});
  }
  std::stable_sort(services.begin(), services.end(), [&](const Shown& a, const Shown& b) {
    const bool a_last = a.service->id == shown.highlighted;
    const bool b_last = b.service->id == shown.highlighted;
    if (a_last != b_last) return b_last;
    return a.service->at.y > b.service->at.y;
  });
  return services;
}

/// What `chosen` leaves over; parts of the way are no places that one goes to.
std::vector<Shown> others(const model::Project& project, const model::Catalogue& catalogue,
                          const ServicesShown& shown) {
  std::vector<Shown> services;
  for (const auto& service : project.services) {
    const auto* type = catalogue.find_type(service.type);
    if (type == nullptr || type->network_attribute || is_shown(*type, shown)) continue;
    if (service.id != shown.highlighted) services.push_back({&service, type});
  }
  std::stable_sort(services.begin(), services.end(),
                   [](const Shown& a, const Shown& b) { return a.type->core > b.type->core; });
  return services;
}

/// Places that keep a distance from each other: who comes first stays.
class Room {
 public:
  explicit Room(double distance_m) : distance_m_(distance_m) {}
  bool is_free(geo::Point at) const {
    for (long row = -1; row <= 1; ++row) {
      for (long column = -1; column <= 1; ++column) {
        const auto found = taken_.find(key(at, column, row));
        if (found == taken_.end()) continue;
        for (const auto p : found->second) {
          if (geo::distance(p, at) < distance_m_) return false;
        }
      }
    }
    return true;
  }
  void take(geo::Point at) { taken_[key(at, 0, 0)].push_back(at); }

 private:
  std::uint64_t key(geo::Point at, long column, long row) const {
    const auto cell = [&](double v, long by) {
      return static_cast<std::uint32_t>(static_cast<long>(std::floor(v / distance_m_)) + by);
    };
    return static_cast<std::uint64_t>(cell(at.x, column)) << 32 | cell(at.y, row);
  }
  double distance_m_;
  std::unordered_map<std::uint64_t, std::vector<geo::Point>> taken_;
};

struct QuietStep {
  double from, below;  ///< scale denominators
  double size_mm;
  bool picture;
};
constexpr QuietStep quiet_steps[] = {{0, 1250, 3.4, true},
                                     {1250, 2750, 3.2, true},
                                     {2750, 6000, 3.0, true},
                                     {6000, other_services_until, 1.7, false}};

LayerPtr quiet_layer(const std::vector<Shown>& services, const std::vector<Shown>& chosen,
                     const Style& style, const QuietStep& step) {
  // Symbols may touch, dots keep their distance.
  Room room(step.size_mm / 1000 * step.below * (step.picture ? 0.8 : 1.6));
  for (const auto& each : chosen)
    room.take(each.service->at);
  std::vector<Item> items;
  for (const auto& [service, type] : services) {
    if (!room.is_free(service->at) || (!step.picture && !type->core)) continue;
    room.take(service->at);
    Symbol symbol = symbol_of(*type, style, service->at, step.size_mm);
    symbol.id = service->id;
    if (!step.picture) symbol.name.clear(), symbol.letter = 0;
    items.push_back(symbol);
  }
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::get<Symbol>(a).at.y > std::get<Symbol>(b).at.y;
  });
  return layer("other_services", std::move(items), step.from, step.below);
}

}  // namespace

std::vector<LayerPtr> other_services_layers(const model::Project& project,
                                            const model::Catalogue& catalogue, const Style& style,
                                            const ServicesShown& shown) {
  const auto services = others(project, catalogue, shown);
  const auto before = chosen(project, catalogue, shown);
  std::vector<LayerPtr> layers;
  for (const auto& step : quiet_steps)
    layers.push_back(quiet_layer(services, before, style, step));
  return layers;
}

std::vector<model::Group> other_groups(const model::Project& project,
                                       const model::Catalogue& catalogue,
                                       const ServicesShown& shown) {
  std::array<bool, model::group_count> there{};
  for (const auto& each : others(project, catalogue, shown))
    there[static_cast<std::size_t>(each.type->group)] = true;
  std::vector<model::Group> groups;
  for (int i = 0; i < model::group_count; ++i) {
    if (there[static_cast<std::size_t>(i)]) groups.push_back(static_cast<model::Group>(i));
  }
  return groups;
}

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
