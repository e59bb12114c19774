#pragma once
/// The state as layers: what is drawn over the base map, and what moves with the mouse.

#include <memory>
#include <optional>

#include "app/state.hpp"
#include "scene/labels.hpp"

namespace nahraum::ui {

/// What the overlay shows; a change asks for new layers.
struct OverlayKey {
  model::Snapshot project;
  std::shared_ptr<const app::Answer> answer;
  std::string type;
  app::Selection service;  ///< whose own catchment is shown instead
  std::size_t service_bands = 0;
  friend bool operator==(const OverlayKey&, const OverlayKey&) = default;
};
OverlayKey overlay_key(const app::State& state);

/// Everything that a worker needs to make the overlay.
struct OverlayInput {
  OverlayKey key;
  std::vector<app::Band> bands;
  std::shared_ptr<const model::Catalogue> catalogue;
  std::shared_ptr<const scene::LabelCandidates> labels;
  std::vector<double> steps;  ///< scales that labels are placed for
};
/// Catchment, gaps, names at every scale step, symbols. Cost: tens of milliseconds; pure.
std::vector<scene::LayerPtr> overlay_layers(const OverlayInput& input, jobs::Context& context);

/// What the live layers show.
struct LiveKey {
  model::Snapshot project;
  std::shared_ptr<const app::Preview> preview;
  app::Selection selection;
  bool inspected = false;
  std::vector<geo::Point> moving;  ///< points of a note under the mouse
  friend bool operator==(const LiveKey&, const LiveKey&) = default;
};
LiveKey live_key(const app::State& state, const std::optional<model::Note>& moving);

/// Route, ring around the selection, notes; while a service is dragged also its catchment, the
/// homes left in the gap as dots, and the symbols. Small enough for every frame.
std::vector<scene::LayerPtr> live_layers(const app::State& state, const model::Catalogue& catalogue,
                                         const std::optional<model::Note>& moving);

}  // namespace nahraum::ui
