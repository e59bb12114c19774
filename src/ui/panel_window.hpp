#pragma once
/// A panel's window: still, see-through, with a hairline where it meets the next one.

#include "ui/map_view.hpp"

namespace nahraum::ui {

/// A panel's window, see-through (Shell::faces), with a hairline on the side that meets the next
/// panel.
class PanelWindow {
 public:
  PanelWindow(const Kit& kit, const char* name, const Rect& rect, ImVec2 padding, bool scrolls);
  ~PanelWindow() { ImGui::End(); }
  PanelWindow(const PanelWindow&) = delete;
  PanelWindow& operator=(const PanelWindow&) = delete;
};

}  // namespace nahraum::ui
