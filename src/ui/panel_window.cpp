#include "ui/panel_window.hpp"

namespace nahraum::ui {
namespace {

constexpr ImGuiWindowFlags still = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBringToFrontOnFocus;

}  // namespace

PanelWindow::PanelWindow(const Kit& kit, const char* name, const Rect& rect, ImVec2 padding,
                         bool scrolls) {
  ImGui::SetNextWindowPos({rect.x, rect.y});
  ImGui::SetNextWindowSize({rect.width, rect.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(padding.x), kit.px(padding.y)});
  const ImGuiWindowFlags flags =
      scrolls ? still & ~ImGuiWindowFlags_NoScrollbar : still | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  const ImVec2 high{rect.x + rect.width - 1, rect.y + rect.height - 1};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect({rect.x, rect.y}, {high.x + 1, high.y + 1});
  list->AddLine({high.x, rect.y}, high, kit.theme.hairline);
  list->AddLine({rect.x, high.y}, high, kit.theme.hairline);
  list->PopClipRect();
}

}  // namespace nahraum::ui
