#include "ui/light.hpp"

#include <algorithm>

namespace nahraum::ui {

std::vector<Corners> without(const Corners& of, const Corners& hole) {
  const ImVec2 low{std::max(of.first.x, hole.first.x), std::max(of.first.y, hole.first.y)};
  const ImVec2 high{std::min(of.second.x, hole.second.x), std::min(of.second.y, hole.second.y)};
  if (low.x >= high.x || low.y >= high.y) return {of};
  std::vector<Corners> left;
  const auto keep = [&](ImVec2 from, ImVec2 to) {
    if (from.x < to.x && from.y < to.y) left.emplace_back(from, to);
  };
  keep(of.first, {of.second.x, low.y});
  keep({of.first.x, high.y}, of.second);
  keep({of.first.x, low.y}, {low.x, high.y});
  keep({high.x, low.y}, {of.second.x, high.y});
  return left;
}

void dim_around(const Kit& kit, const char* name, const Corners& lit,
                const std::vector<Corners>& spared, int dark_of_255) {
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(all);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 dark = IM_COL32(30, 28, 26, dark_of_255);
  std::vector<Corners> around = without({{0, 0}, all}, lit);
  for (const auto& hole : spared) {
    std::vector<Corners> rest;
    for (const auto& each : around) {
      for (const auto& piece : without(each, hole))
        rest.push_back(piece);
    }
    around = std::move(rest);
  }
  list.PushClipRect({0, 0}, all);
  for (const auto& [low, high] : around)
    list.AddRectFilled(low, high, dark);
  list.AddRect(lit.first, lit.second, kit.theme.accent, kit.px(6), 0, kit.px(2));
  list.PopClipRect();
  ImGui::End();
}

}  // namespace nahraum::ui
