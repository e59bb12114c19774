#include "ui/focus.hpp"

#include <algorithm>

#include <imgui_internal.h>

namespace nahraum::ui {

void TabOrder::begin() {
  items_.clear();
}

void TabOrder::add(bool typing) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  const ImGuiID id = g.LastItemData.ID;
  if (id == 0 || (g.LastItemData.InFlags & ImGuiItemFlags_Disabled)) return;
  if (!items_.empty() && items_.back().id == id) return;  // of two names
  ImGuiWindow* window = g.CurrentWindow;
  items_.push_back({id, window->RootWindow});
  if (id != wanted_) return;
  wanted_ = 0;
  ImGui::ClearActiveID();
  ImGui::SetFocusID(id, window);
  g.NavDisableHighlight = false;
  g.NavDisableMouseHover = true;
  ImGui::ScrollToRect(window, g.LastItemData.Rect, ImGuiScrollFlags_KeepVisibleEdgeY);
  if (typing) g.NavNextActivateId = id, g.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

void TabOrder::move(int step) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const ImGuiWindow* dialog = g.OpenPopupStack.empty() ? nullptr : g.OpenPopupStack.back().Window;
  std::vector<ImGuiID> ids;
  for (const auto& item : items_) {
    if (!dialog || item.root == dialog) ids.push_back(item.id);
  }
  if (ids.empty()) return;
  const bool visible = !g.NavDisableHighlight || g.ActiveId == g.NavId;
  // Two taps may come in one frame: the second goes on from where the first leads.
  const ImGuiID from = wanted_ != 0 ? wanted_ : visible ? g.NavId : 0;
  const auto now = std::find(ids.begin(), ids.end(), from);
  const auto count = static_cast<int>(ids.size());
  const int at = now != ids.end() ? static_cast<int>(now - ids.begin()) : step > 0 ? -1 : count;
  wanted_ = ids[static_cast<std::size_t>((at + step + count) % count)];
}

bool focus_is_visible() {
  return ImGui::GetIO().NavVisible && !ImGui::GetIO().WantTextInput;
}

bool anything_is_open() {
  return !ImGui::GetCurrentContext()->OpenPopupStack.empty();
}

}  // namespace nahraum::ui
