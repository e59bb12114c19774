#include "ui/figures.hpp"

#include "base/translate.hpp"

namespace nahraum::ui {

bool figures_clicked(const Kit& kit, const std::string& label) {
  const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
  kit.registry.note(label, low, high);
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(low, high)) return false;
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  kit.begin_tip();
  ImGui::TextUnformatted(base::tr("Where these figures come from"));
  kit.end_tip();
  return ImGui::IsMouseClicked(0);
}

}  // namespace nahraum::ui
