#include "ui/exercise_marks.hpp"

#include <fmt/format.h>

#include "app/exercise_window.hpp"

namespace nahraum::ui {
namespace {

ImU32 paler(ImU32 color) {
  return (color & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 120);
}

/// A drop with its number; its tip is the place.
void draw_pin(const Kit& kit, ImVec2 tip, const std::string& number, ImU32 color) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float r = kit.px(11);
  const ImVec2 head{tip.x, tip.y - kit.px(26)};
  list->AddTriangleFilled(tip, {head.x - r * 0.82f, head.y + r * 0.56f},
                          {head.x + r * 0.82f, head.y + r * 0.56f}, color);
  list->AddCircleFilled(head, r, color);
  list->AddCircle(head, r, kit.theme.field, 0, kit.px(1.5f));
  ImFont* font = kit.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, number.c_str());
  list->AddText(font, font->FontSize, {head.x - size.x / 2, head.y - size.y / 2},
                kit.theme.on_accent, number.c_str());
}

void draw_shape(const Kit& kit, const std::vector<ImVec2>& line, bool closed, ImU32 color) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto count = static_cast<int>(line.size());
  const ImDrawFlags flags = closed ? ImDrawFlags_Closed : 0;
  list->AddPolyline(line.data(), count, kit.theme.field, flags, kit.px(6));
  list->AddPolyline(line.data(), count, color, flags, kit.px(3));
}

bool is_area(const course::Step& step) {
  return app::answer_tool(step) == app::Tool::answer_area;
}

}  // namespace

void draw_exercise_marks(const Kit& kit, const app::State& state, const Camera& camera,
                         const Rect& rect) {
  const auto* exercise = app::open_exercise(state);
  if (!exercise) return;
  const auto* now = app::open_step(state);
  for (const auto& answer : app::open_progress(state)->answers) {
    const auto* step = exercise->step(answer.step);
    if (!step) continue;
    const ImU32 color = !now || step == now ? kit.theme.accent : paler(kit.theme.accent);
    for (std::size_t i = 0; i < answer.marks.size(); ++i) {
      std::vector<ImVec2> line;
      for (const auto& p : answer.marks[i]) {
        const auto px = camera.to_px(p);
        line.push_back({rect.x + static_cast<float>(px.x), rect.y + static_cast<float>(px.y)});
      }
      const auto name = fmt::format("answer {} {}", answer.step, i + 1);
      if (line.size() == 1) draw_pin(kit, line.front(), std::to_string(i + 1), color);
      if (line.size() > 1) draw_shape(kit, line, is_area(*step), color);
      if (!line.empty()) kit.registry.note(name, line.front(), line.back());
    }
  }
}

}  // namespace nahraum::ui
