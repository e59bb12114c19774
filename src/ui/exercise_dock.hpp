#pragma once
/// Where the exercises lie in the window: the lower part of the module column, and the light on
/// what a step points at.

#include "ui/exercise_panel.hpp"
#include "ui/light.hpp"
#include "ui/map_view.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {

class ExerciseDock {
 public:
  /// The lower part of the module column that it wants; as high as what it shows, up to a share of
  /// the column. Once a frame, before `show`.
  Rect place(const Kit& kit, const app::State& state, const Rect& column);
  /// Fills the current ImGui window, which lies at that place. Returns what the window is to do.
  Wish show(const Kit& kit, const app::State& state, const model::Catalogue& catalogue,
            double now_s);
  /// Within the ImGui window of the panel above: scrolls, once a step, to what the step points at.
  void bring(const Kit& kit, const app::State& state);
  /// After everything else was drawn. Until somebody clicks elsewhere.
  void show_light(const Kit& kit, const app::State& state);
  /// A clock runs: a frame is wanted each second.
  static bool ticks(const app::State& state, double now_s);
  /// A stage wanted the whole district since this was asked last.
  bool wants_whole(const app::State& state);
  /// In pixels; nothing where no step points at anything that is on the screen.
  std::optional<Corners> lit(const Registry& registry, const app::State& state) const;

 private:
  void show_card(const Kit& kit, const app::State& state, double now_s);
  void show_summary(const Kit& kit, const SummaryView& view);
  template <class Body, class Foot>
  void show_parts(const Kit& kit, const Body& body, const Foot& foot);

  ExerciseMemory memory_;
  bool list_open_ = false;                   ///< the module's own figures need the room
  Rect rect_, panel_;                        ///< its own, and what is left of the column above
  float content_ = 0, foot_ = 0, head_ = 0;  ///< heights in the last frame
  unsigned entered_ = 0, brought_ = 0, whole_ = 0, own_read_ = 0;
  bool light_ = false;
};

}  // namespace nahraum::ui
