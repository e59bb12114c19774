#pragma once
/// A script's hand: mouse and keys, and a click on a widget wherever its panel has scrolled to.

#include <functional>
#include <string>

#include "platform/window.hpp"

namespace nahraum::platform {

struct ScriptHand {
  std::function<void(ImVec2 at)> click;
  std::function<void(ImVec2 at, int steps)> wheel;  ///< positive: down
  std::function<void(const std::string& name)> key;
  std::function<void(const std::string& text)> type;
};

/// Turns the wheel over the widget's panel until it is in sight, then clicks its middle. Errors:
/// not_found (nothing has this label, or no turning brings it into sight).
base::Result<void> press_label(Window& window, const ScriptHand& hand, const std::string& label);

}  // namespace nahraum::platform
