#include "scene/services_layer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/clusters.hpp"
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

/// How services are drawn at a range of scales.
struct Step {
  double from, below;  ///< scale denominators
  double size_mm;
  bool picture;
};
constexpr std::array quiet_steps{
    Step{0, 750, 3.8, true},      Step{750, 1250, 3.8, true},
    Step{1250, 1750, 3.8, true},  Step{1750, 2750, 3.8, true},
    Step{2750, 4500, 3.4, true},  Step{4500, 6000, 3.4, true},
    Step{6000, 8500, 2.0, false}, Step{8500, other_services_until, 2.0, false}};
constexpr std::array asked_steps{
    Step{0, 750, 0, true},           Step{750, 1250, 0, true},      Step{1250, 2250, 0, true},
    Step{2250, 4500, 0, true},       Step{4500, 8500, 0, true},     Step{8500, 13500, 0, true},
    Step{13500, 20000, 0, true},     Step{20000, 30000, 0, true},   Step{30000, 50000, 2.2, false},
    Step{50000, 100000, 2.2, false}, Step{100000, 1e12, 2.2, false}};

double metres(double mm, const Step& step) {
  return mm / 1000 * std::min(step.below, 200000.0);
}

/// Without its picture: a plate of that size says the group only.
void make_plain(Symbol& symbol, double size_mm) {
  symbol.name.clear(), symbol.sign.clear();
  symbol.size_mm = size_mm;
}

std::vector<geo::Point> places_of(const std::vector<Shown>& services) {
  std::vector<geo::Point> places;
  places.reserve(services.size());
  for (const auto& each : services)
    places.push_back(each.service->at);
  return places;
}

Symbol single(const Shown& shown, const Style& style, const Step& step) {
  Symbol symbol = symbol_of(*shown.type, style, shown.service->at, step.size_mm);
  symbol.id = shown.service->id;
  if (!step.picture) make_plain(symbol, step.size_mm);
  return symbol;
}

/// The number on the group's plate where all are of one, else on a plain one.
Symbol counted(const Cluster& cluster, const std::vector<Shown>& services, const Style& style,
               double size_mm) {
  const auto& first = services[cluster.members.front()];
  const bool one_group =
      std::all_of(cluster.members.begin(), cluster.members.end(),
                  [&](std::size_t i) { return services[i].type->group == first.type->group; });
  Symbol symbol = symbol_of(*first.type, style, cluster.at, size_mm);
  symbol.name.clear();
  if (!one_group) {
    symbol.plate = Plate::circle;
    symbol.tint = style.paper;
    symbol.ink = style.ink_soft;
    symbol.rim = style.ink_soft;
  }
  symbol.sign = std::to_string(cluster.members.size());
  symbol.id = first.service->id;
  for (const auto i : cluster.members)
    symbol.members.push_back(services[i].service->id);
  return symbol;
}

std::vector<Item> from_north(std::vector<Item> items) {
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::get<Symbol>(a).at.y > std::get<Symbol>(b).at.y;
  });
  return items;
}

constexpr double between_mm = 0.25;  ///< symbols that touch look like one

LayerPtr quiet_layer(const std::vector<Shown>& services, const std::vector<geo::Point>& asked,
                     const ServicesShown& shown, const Style& style, const Step& step) {
  const double counted_mm = step.size_mm + (step.picture ? 0.4 : 1.2);
  const auto groups = clusters(places_of(services), metres(counted_mm + between_mm, step), asked,
                               metres((counted_mm + shown.size_mm) / 2 + between_mm, step));
  std::vector<Item> items;
  for (const auto& group : groups) {
    const auto& first = services[group.members.front()];
    items.emplace_back(group.members.size() > 1 ? counted(group, services, style, counted_mm)
                                                : single(first, style, step));
  }
  return layer("other_services", from_north(std::move(items)), step.from, step.below);
}

/// Of the types asked for: nobody is hidden without being counted.
LayerPtr asked_layer(const std::vector<Shown>& services, const ServicesShown& shown,
                     const Style& style, Step step) {
  if (step.picture) step.size_mm = shown.size_mm;
  const double counted_mm = step.picture ? shown.size_mm + 1 : 4.4;
  std::vector<Shown> ordinary;
  std::vector<Item> highlighted;
  for (const auto& each : services) {
    if (each.service->id != shown.highlighted) {
      ordinary.push_back(each);
      continue;
    }
    auto symbol = single(each, style, step);
    symbol.size_mm = step.picture ? shown.size_mm * 1.5 : 3.4;
    highlighted.emplace_back(std::move(symbol));
  }
  std::stable_sort(ordinary.begin(), ordinary.end(),
                   [](const Shown& a, const Shown& b) { return a.service->id < b.service->id; });
  std::vector<Item> items;
  for (const auto& group : clusters(places_of(ordinary), metres(counted_mm + between_mm, step))) {
    items.emplace_back(group.members.size() > 1
                           ? counted(group, ordinary, style, counted_mm)
                           : single(ordinary[group.members.front()], style, step));
  }
  items = from_north(std::move(items));
  items.insert(items.end(), highlighted.begin(), highlighted.end());
  return layer("services", std::move(items), step.from, step.below);
}

std::vector<LayerPtr> asked_layers(const std::vector<Shown>& services, const ServicesShown& shown,
                                   const Style& style) {
  std::vector<LayerPtr> layers;
  layers.reserve(asked_steps.size());
  for (const auto& step : asked_steps)
    layers.push_back(asked_layer(services, shown, style, step));
  return layers;
}

}  // namespace

std::vector<LayerPtr> other_services_layers(const model::Project& project,
                                            const model::Catalogue& catalogue, const Style& style,
                                            const ServicesShown& shown) {
  const auto services = others(project, catalogue, shown);
  const auto asked = places_of(chosen(project, catalogue, shown));
  std::vector<LayerPtr> layers;
  layers.reserve(quiet_steps.size());
  for (const auto& step : quiet_steps)
    layers.push_back(quiet_layer(services, asked, shown, style, step));
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
  return {type.symbol,
          at,
          size_mm,
          group.color,
          0,
          group.plate,
          std::string(1, model::letter_of(type.group)),
          style.rim,
          style.on_group,
          {}};
}

std::vector<LayerPtr> services_layers(const model::Project& project,
                                      const model::Catalogue& catalogue, const Style& style,
                                      const ServicesShown& shown) {
  const auto services = chosen(project, catalogue, shown);
  if (shown.clustered) return asked_layers(services, shown, style);
  std::vector<Item> near, far;
  for (const auto& [service, type] : services) {
    const bool highlighted = service->id == shown.highlighted;
    Symbol symbol = symbol_of(*type, style, service->at, shown.size_mm * (highlighted ? 1.5 : 1));
    symbol.id = service->id;
    near.push_back(symbol);
    make_plain(symbol, highlighted ? 3.4 : 2.2);
    far.push_back(symbol);
  }
  return {layer("services", std::move(near), 0, shown.max_denominator),
          layer("services", std::move(far), shown.max_denominator)};
}

}  // namespace nahraum::scene
