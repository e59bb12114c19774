#pragma once
/// Two states on one map: a line that is drawn aside, or side by side with linked views.

#include <optional>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "render/gl/map_renderer.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

struct Rect;

enum class CompareMode { swipe, side_by_side };

/// What can be compared with, in words.
struct CompareChoice {
  app::Comparison with;
  std::string name;
};
/// Scenarios (or the project as it is), the other profiles; half and twice the limit and those of
/// the standards that judge the type, by their value.
std::vector<CompareChoice> compare_choices(const app::State& state,
                                           const model::Catalogue& catalogue);

/// What a side could show instead, in words, and how to ask for it.
struct SideOption {
  std::string name;
  app::Action action;
};
/// One side: what it is, and its sentence as far as it is known.
struct CompareSide {
  std::string name, sentence;
  std::vector<SideOption> options;  ///< of the same kind, but for what either side is already
};
struct CompareView {
  CompareSide left, right;
};
CompareView make_compare_view(const app::State& state, const model::Catalogue& catalogue);

/// Which part of the map's rectangle a side fills, and what it looks at there.
struct CompareHalf {
  int x = 0, width = 0;  ///< pixels from the rectangle's left
  render::gl::Look look;
};
/// `whole`: the map's look; `at`: where the line is, 0 … 1 of its width. Swiping, both halves show
/// the ground as the whole does; side by side, both have the whole's centre.
std::vector<CompareHalf> compare_halves(const render::gl::Look& whole, CompareMode mode, double at);

/// The line over the map and what stands on either side of it.
class CompareBar {
 public:
  CompareMode mode() const { return mode_; }
  double at() const { return mode_ == CompareMode::swipe ? at_ : 0.5; }
  /// Over the map. Returns nothing to do but through the kit's actions.
  void show(const Kit& kit, const CompareView& view, const Rect& map);

 private:
  void show_line(const Kit& kit, const Rect& map);
  void show_sides(const Kit& kit, const CompareView& view, const Rect& map) const;
  void show_modes(const Kit& kit, const Rect& map);

  CompareMode mode_ = CompareMode::swipe;
  double at_ = 0.5;
  float modes_height_ = 0;  ///< pixels; the sides stand below
};

/// The list of what can be compared with, in the current popup. True: one was chosen.
bool compare_list(const Kit& kit, const std::vector<CompareChoice>& choices, bool comparing);

}  // namespace nahraum::ui
