#include "platform/script_press.hpp"

#include <algorithm>

#include "base/translate.hpp"

namespace nahraum::platform {
namespace {

using base::tr;

/// Steps of the wheel by which the widget comes nearer: 1 down, −1 up, 0 it is in sight.
int steps_to(ImVec2 at, const ui::Registry::Rectangle& view) {
  // Past the bar that leads down, which may lie over the panel's lower edge.
  const float room = std::min(56.f, (view.second.y - view.first.y) / 4);
  if (at.y > view.second.y - room) return 1;
  return at.y < view.first.y + room / 2 ? -1 : 0;
}

bool in_sight(ImVec2 at, const ui::Registry::Rectangle& view) {
  return at.y >= view.first.y && at.y <= view.second.y;
}

}  // namespace

base::Result<void> press_label(Window& window, const ScriptHand& hand, const std::string& label) {
  constexpr int most_steps = 80;
  const auto& registry = window.shell().registry();
  for (int i = 0; i < most_steps; ++i) {
    const auto at = registry.middle(label);
    if (!at) return base::fail(base::ErrorCode::not_found, tr("Nothing has this label"), label);
    const auto view = registry.view(label);
    const int steps = view ? steps_to(*at, *view) : 0;
    if (steps != 0) {
      hand.wheel({view->first.x + 3, (view->first.y + view->second.y) / 2}, steps);
      const auto after = registry.middle(label);
      if (after && after->y != at->y) continue;
      if (!after || !in_sight(*after, *view)) break;  // else it is as near as it comes
    }
    hand.click(*registry.middle(label));
    return {};
  }
  return base::fail(base::ErrorCode::not_found, tr("Nothing brings this into sight"), label);
}

}  // namespace nahraum::platform
