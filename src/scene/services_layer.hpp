#pragma once
/// Services as symbols by group.

#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

struct ServicesShown {
  std::vector<std::string> types;  ///< catalogue ids; empty: the catalogue's core types
  double size_mm = 5;
  double max_denominator = 30000;  ///< beyond, symbols shrink to dots
  std::int32_t highlighted = 0;    ///< service id, drawn larger and last; 0: none
  /// Where several would cover each other stands their number; the highlighted one stays alone.
  bool clustered = false;
};

/// Pickable by the service's id. From north to south, so that nearer ones overlap farther ones.
std::vector<LayerPtr> services_layers(const model::Project& project,
                                      const model::Catalogue& catalogue, const Style& style,
                                      const ServicesShown& shown);

/// From this scale on the other services are left out: a town would drown in them.
inline constexpr double other_services_until = 11000;

/// Everything else that the project offers, small and quiet: symbols near, farther off the plates
/// alone. Where several would cover each other stands their number, on the group's plate where they
/// are of one. `shown`: what services_layers draws, which comes first: who lies under its symbols
/// is counted in a number nearby, or left out. Pickable by the service's id. Layers
/// "other_services".
std::vector<LayerPtr> other_services_layers(const model::Project& project,
                                            const model::Catalogue& catalogue, const Style& style,
                                            const ServicesShown& shown);

/// The groups that these services belong to, in the catalogue's order.
std::vector<model::Group> other_groups(const model::Project& project,
                                       const model::Catalogue& catalogue,
                                       const ServicesShown& shown);

/// The symbol of a type at a place: the map's and the legend's.
Symbol symbol_of(const model::ServiceType& type, const Style& style, geo::Point at, double size_mm);

}  // namespace nahraum::scene
