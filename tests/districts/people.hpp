#pragma once
/// Walkers and what they walk on, made by hand: round speeds, so that a test can be reckoned in
/// one's head.

#include "analysis/reach.hpp"

namespace nahraum::districts {

inline model::Catalogue surfaces_only() {
  model::Catalogue catalogue;
  catalogue.rough_surfaces = {"sett", "cobblestone", "gravel"};
  catalogue.soft_surfaces = {"grass", "sand"};
  return catalogue;
}

/// 1 m/s; steps at half speed + 5 s.
inline model::Profile walker() {
  model::Profile profile;
  profile.id = "walker";
  profile.speed_m_s = 1.0;
  profile.steps = {0.5, 5, false};
  profile.surface_rough = {0.9, 0, false};
  profile.surface_soft = {0.8, 0, false};
  profile.smoothness_bad = {0.9, 0, false};
  profile.crossing_signals = {1, 20, false};
  profile.crossing_marked = {1, 3, false};
  profile.crossing_island = {1, 5, false};
  profile.crossing_unmarked = {1, 5, false};
  profile.crossing_unmarked_fast = {1, 15, false};
  profile.lift = {1, 40, false};
  return profile;
}

/// 0.5 m/s; no steps without a ramp, no grass, nothing narrower than 0.9 m.
inline model::Profile rolling() {
  model::Profile profile = walker();
  profile.id = "rolling";
  profile.speed_m_s = 0.5;
  profile.steps.blocked = true;
  profile.steps_with_ramp = {0.5, 0, false};
  profile.surface_rough = {0.6, 0, false};
  profile.surface_soft.blocked = true;
  profile.smoothness_intermediate = {0.8, 0, false};
  profile.smoothness_bad.blocked = true;
  profile.kerb_lowered = {1, 2, false};
  profile.kerb_rolled = {1, 5, false};
  profile.kerb_raised.blocked = true;
  profile.crossing_signals = {1, 30, false};
  profile.min_width_m = 0.9;
  return profile;
}

inline std::shared_ptr<const analysis::StreetGraph> graph_of(const model::Streets& streets) {
  jobs::Context context;
  return std::make_shared<const analysis::StreetGraph>(
      analysis::build_street_graph(streets, context));
}

inline std::shared_ptr<const analysis::District> district_of(model::Project project,
                                                             const model::Profile& profile,
                                                             int threads = 1) {
  jobs::Context context({}, threads);
  auto snapshot = std::make_shared<const model::Project>(std::move(project));
  auto graph = graph_of(snapshot->streets);
  return analysis::prepare_district(snapshot, graph, surfaces_only(), profile, context);
}

/// Gates of all services, whatever their type.
inline analysis::Targets all_gates(const analysis::District& district) {
  analysis::Targets all;
  for (std::size_t i = 0; i < district.gates.size(); ++i) {
    const auto own = analysis::targets_of(district, i);
    all.snaps.insert(all.snaps.end(), own.snaps.begin(), own.snaps.end());
    all.ids.insert(all.ids.end(), own.ids.begin(), own.ids.end());
  }
  return all;
}

/// Where the first service meets the street; not found when there is none near.
inline analysis::Snap first_gate(const analysis::District& district) {
  return district.gates[0].empty() ? analysis::Snap{} : district.gates[0][0].snap;
}

}  // namespace nahraum::districts
