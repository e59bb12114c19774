#include "ui/spot_mark.hpp"

#include "ui/map_layers.hpp"

namespace nahraum::ui {

std::optional<app::Spot> marked_spot(const app::State& state) {
  if (!state.project || !state.spot || state.spot->name.empty()) return std::nullopt;
  return selected_place(state) ? std::nullopt : state.spot;
}

void draw_rings(const Kit& kit, const std::vector<geo::Point>& places, const Camera& camera,
                const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const auto place : places) {
    const auto px = camera.to_px(place);
    if (px.x < 0 || px.y < 0 || px.x > rect.width || px.y > rect.height) continue;
    const ImVec2 at{rect.x + static_cast<float>(px.x), rect.y + static_cast<float>(px.y)};
    list->AddCircle(at, kit.px(9), kit.theme.field, 0, kit.px(4));
    list->AddCircle(at, kit.px(9), kit.theme.accent, 0, kit.px(2));
  }
}

void draw_spot(const Kit& kit, const app::State& state, const Camera& camera, const Rect& rect) {
  const auto spot = marked_spot(state);
  if (!spot) return;
  const auto px = camera.to_px(spot->at);
  const ImVec2 at{rect.x + static_cast<float>(px.x), rect.y + static_cast<float>(px.y)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 head{at.x, at.y - kit.px(24)};
  list->AddTriangleFilled(at, {head.x - kit.px(8.4f), head.y + kit.px(4)},
                          {head.x + kit.px(8.4f), head.y + kit.px(4)}, kit.theme.accent);
  list->AddCircleFilled(head, kit.px(9.5f), kit.theme.accent);
  list->AddCircleFilled(head, kit.px(3.6f), kit.theme.field);
  ImFont* font = kit.fonts.strong;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, spot->name.c_str());
  const ImVec2 low{head.x + kit.px(16), head.y - size.y / 2 - kit.px(4)};
  const ImVec2 high{low.x + size.x + kit.px(16), low.y + size.y + kit.px(8)};
  list->AddRectFilled(low, high, kit.theme.field, kit.px(6));
  list->AddRect(low, high, kit.theme.hairline, kit.px(6));
  list->AddText(font, font->FontSize, {low.x + kit.px(8), low.y + kit.px(4)}, kit.theme.ink,
                spot->name.c_str());
  kit.registry.note("spot", low, high);
}

}  // namespace nahraum::ui
