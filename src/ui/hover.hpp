#pragma once
/// What the mouse rests on, named after a short while.

#include <optional>

#include "ui/kit.hpp"
#include "ui/things.hpp"

namespace nahraum::ui {

class Hover {
 public:
  /// Once per frame: what is under the mouse, if anything. Once one thing was named the next is
  /// named at once.
  void rest_on(const std::optional<app::Selection>& thing, ImVec2 mouse, double now_s);
  /// More frames are wanted: the mouse rests, but not yet long enough.
  bool waits(double now_s) const;
  /// What to name now.
  const std::optional<app::Selection>& named(double now_s);

 private:
  std::optional<app::Selection> thing_, none_;
  ImVec2 mouse_{-1, -1};
  double since_s_ = 0;
  bool shown_ = false;
};

/// Name, what it is, and its first facts, beside the mouse.
void show_hover(const Kit& kit, const Thing& thing);

}  // namespace nahraum::ui
