#include "ui/modal.hpp"

#include <algorithm>

#include <imgui_internal.h>

namespace nahraum::ui {

bool escape_pressed() {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
}

void keep_dialogs_in_front() {
  const auto& popups = ImGui::GetCurrentContext()->OpenPopupStack;
  bool dialog = false;
  for (const auto& popup : popups) {
    if (!popup.Window) continue;
    dialog = dialog || (popup.Window->Flags & ImGuiWindowFlags_Modal) != 0;
    if (dialog) ImGui::BringWindowToDisplayFront(popup.Window);
  }
}

bool begin_modal(const Kit& kit, const std::string& id, bool asked, float width) {
  if (asked) ImGui::OpenPopup(id.c_str());
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  const float wide = std::min(kit.px(width), all.x * 0.94f);
  ImGui::SetNextWindowPos({all.x / 2, all.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, all.y * 0.94f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  const bool shown = ImGui::BeginPopupModal(
      id.c_str(), nullptr,
      ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoTitleBar);
  ImGui::PopStyleVar(2);
  return shown;
}

}  // namespace nahraum::ui
