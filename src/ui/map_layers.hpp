#pragma once
/// The state as layers: what is drawn over the base map, and what moves with the mouse.

#include <memory>
#include <optional>

#include "app/module_page.hpp"
#include "scene/grade_layers.hpp"
#include "scene/labels.hpp"

namespace nahraum::ui {

/// What is switched on, without the gaps while the catchment of a service of another type is
/// shown: they would be read as its gaps. While homes are graded by a standard without the
/// question's catchment, whose limit is another.
app::ShownLayers layers_in_sight(const app::State& state);

/// How much of the ground is seen: what module 3 chose, for its own map alone.
app::SketchGround ground_in_sight(const app::State& state);
/// How much of the question's picture lies over it: none of its results where the module's own map
/// is looked at, no names where the ground is empty.
enum class OverlayExtent { whole, names, nothing };
OverlayExtent overlay_extent(const app::State& state);

/// What the overlay shows; a change asks for new layers.
struct OverlayKey {
  model::Snapshot project;
  std::shared_ptr<const app::Answer> answer;
  std::string type;
  app::Selection service;  ///< whose own catchment is shown instead
  std::size_t service_bands = 0;
  app::ShownLayers layers;
  std::shared_ptr<const app::Rest> rest;  ///< while a service is dragged: the others' catchment
  /// While homes are graded; where the thresholds stand is not part of the key.
  std::shared_ptr<const analysis::GradeGroups> grades;
  scene::Theme theme = scene::Theme::light;
  std::shared_ptr<const app::AreaFigures> figures = nullptr;  ///< instead of the answer
  std::string indicator = {};
  OverlayExtent extent = OverlayExtent::whole;
  friend bool operator==(const OverlayKey&, const OverlayKey&) = default;
};
OverlayKey overlay_key(const app::State& state);

/// The part of the overlay that neither a drag nor a switched layer changes: kept from one overlay
/// to the next, because names are what takes longest.
struct OverlayParts {
  model::Snapshot project;
  std::string type;
  app::Selection service;
  scene::Theme theme = scene::Theme::light;
  std::vector<scene::LayerPtr> names, others;
  std::vector<model::Group> groups;  ///< of the other services, for the legend
};

/// Everything that a worker needs to make the overlay.
struct OverlayInput {
  OverlayKey key;
  std::vector<app::Band> bands;
  std::shared_ptr<const model::Catalogue> catalogue;
  std::shared_ptr<const scene::LabelCandidates> labels;
  std::vector<double> steps;  ///< scales that labels are placed for
  OverlayParts known;         ///< of the overlay before
};
/// Names at every scale step and the other services; `known` where it still holds. Pure.
OverlayParts overlay_parts(const OverlayInput& input, jobs::Context& context);
/// The overlay in drawing order, with the homes' place left open where they are graded.
struct OverlayPicture {
  std::vector<scene::LayerPtr> below, above;
  std::shared_ptr<const scene::GradedHomes> homes;  ///< null: not graded
};
/// Catchment, gaps or grades, other services, names, symbols: what is switched on. While a service
/// is dragged homes and symbols of its type are left to the live layers. Cost: tens of
/// milliseconds, with grades hundreds; pure.
OverlayPicture overlay_picture(const OverlayInput& input, const OverlayParts& parts);
/// With the homes graded by these thresholds, or not at all. Cost: microseconds, for every frame.
std::vector<scene::LayerPtr> layers_of(const OverlayPicture& picture,
                                       const std::optional<analysis::Thresholds>& thresholds);

/// What the live layers show.
struct LiveKey {
  model::Snapshot project;
  std::shared_ptr<const app::Preview> preview;
  app::Selection selection;
  bool inspected = false;
  std::vector<geo::Point> moving;  ///< points of a note under the mouse
  app::ShownLayers layers;
  scene::Theme theme = scene::Theme::light;
  std::shared_ptr<const app::ModulePage> page = nullptr;  ///< of the module in sight
  friend bool operator==(const LiveKey&, const LiveKey&) = default;
};
LiveKey live_key(const app::State& state, const std::optional<model::Note>& moving,
                 std::shared_ptr<const app::ModulePage> page = nullptr);

/// "Pharmacy: Rosen-Apotheke", one line per service, by type.
std::vector<std::string> cluster_lines(const model::Project& project,
                                       const model::Catalogue& catalogue,
                                       const std::vector<std::int64_t>& members);

/// Of the chosen correction: the middle of what it corrects.
std::optional<geo::Point> correction_place(const app::State& state);
/// Of the chosen home, service or correction.
std::optional<geo::Point> selected_place(const app::State& state);

/// Route, ring around the selection, notes; while a service is dragged also its catchment, the
/// homes left in the gap as dots, and the symbols. Small enough for every frame.
std::vector<scene::LayerPtr> live_layers(const app::State& state, const model::Catalogue& catalogue,
                                         const std::optional<model::Note>& moving,
                                         const app::ModulePage* page = nullptr);

}  // namespace nahraum::ui
