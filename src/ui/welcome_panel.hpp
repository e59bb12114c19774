#pragma once
/// The empty state: what Nahraum is, and what to begin with.

#include <optional>

#include "ui/panels.hpp"
#include "ui/vignette.hpp"

namespace nahraum::ui {

class WelcomePanel {
 public:
  /// Fills the current ImGui window. `opening`: something is on its way already.
  Wish show(const Kit& kit, const app::State& state, bool opening);

 private:
  Wish show_choices(const Kit& kit, const app::State& state, float width);
  void show_picture(const Kit& kit, const app::State& state, float width);
  Wish show_demo(const Kit& kit, const app::State& state, float width);
  void show_recent(const Kit& kit, const app::State& state);
  void look_for(const std::vector<std::string>& files);

  std::optional<Vignette> vignette_;  ///< read with the first frame
  std::vector<std::string> looked_for_;
  std::vector<bool> there_;  ///< of those, when they came on the list: a dead network drive must
                             ///< not hold up every frame
};

}  // namespace nahraum::ui
