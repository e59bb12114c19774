#include "ui/presentation.hpp"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/question_view.hpp"

namespace nahraum::ui {
namespace {

/// A ring that reaches past every corner of the window, so that only the disc inside stays bright.
void draw_spotlight(const Kit& kit) {
  const ImVec2 all = ImGui::GetIO().DisplaySize, at = ImGui::GetIO().MousePos;
  const float radius = kit.px(130), far = std::hypot(all.x, all.y);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddCircle(at, radius + far / 2, IM_COL32(20, 18, 16, 150), 96, far);
  list.AddCircle(at, radius, kit.theme.on_accent, 96, kit.px(2));
}

/// The largest in which the sentence leaves most of the map in sight.
ImFont* sentence_font(const Kit& kit, const std::string& sentence) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float room = ImGui::GetIO().DisplaySize.y * 0.35f;
  for (ImFont* font : {kit.fonts.sentence, kit.fonts.large, kit.fonts.body}) {
    if (font->CalcTextSizeA(font->FontSize, 1e9f, width, sentence.c_str()).y <= room) return font;
  }
  return kit.fonts.small;
}

}  // namespace

std::optional<std::size_t> Presentation::step(int by, std::size_t count) {
  const int to = std::max(slide_ + by, 0);
  if (to >= static_cast<int>(count) || to == slide_) return std::nullopt;
  slide_ = to;
  return static_cast<std::size_t>(to);
}

std::size_t Presentation::part(std::size_t count) const {
  const int all = static_cast<int>(count);
  return all == 0 ? 0 : static_cast<std::size_t>(((part_ % all) + all) % all);
}

Presentation::Asked Presentation::asked(const KeyPress& key) {
  using Special = KeyPress::Special;
  if (key.function == 5) return Asked::end;
  if (key.ctrl || key.alt) return Asked::nothing;
  switch (key.special) {
    case Special::right:
    case Special::page_down:
    case Special::space:
      return Asked::next;
    case Special::left:
    case Special::page_up:
      return Asked::previous;
    case Special::down:
      return Asked::next_part;
    case Special::up:
      return Asked::previous_part;
    case Special::escape:
      return Asked::end;
    default:
      return Asked::nothing;
  }
}

void Presentation::show(const Kit& kit, const PresentationView& view, bool lit) const {
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  // A card that is read: nothing of the map below it is named under a resting mouse.
  bool read = view.step || view.picture;
  float wide = std::min(kit.px(620), all.x * (read ? 0.7f : 0.6f));
  if (const auto legend = kit.registry.rect("legend"); read && legend)
    wide = std::min(wide, std::max(all.x * 0.5f, legend->first.x - kit.px(28)));
  // What is longer than the screen, in very large type, goes on under the wheel.
  const float most = all.y - view.top - kit.px(32);
  const auto* before = ImGui::FindWindowByName("presentation");
  read = read || (before && before->ContentSize.y > most - 2 * before->WindowPadding.y);
  ImGui::SetNextWindowPos({kit.px(16), view.top + kit.px(16)});
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, most});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  const ImGuiWindowFlags bare = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                                ImGuiWindowFlags_AlwaysAutoResize |
                                ImGuiWindowFlags_NoSavedSettings;
  const ImGuiWindowFlags below = ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoScrollbar;
  ImGui::Begin("presentation", nullptr, bare | (read ? 0 : below));
  ImGui::PopStyleVar(2);
  if (!view.slide.empty()) {
    kit.caption(view.slide);
    kit.note_item("slide");
  }
  if (view.step) {
    show_presented_step(kit, *view.step);
    kit.hairline();
  }
  if (!view.heading.empty()) {
    kit.text(view.heading, kit.fonts.large, kit.theme.accent);
    kit.note_item("presented part");
  }
  const auto sentence = with_figures_kept(view.sentence);
  ImFont* font = view.step      ? kit.fonts.strong
                 : view.picture ? kit.fonts.body
                                : sentence_font(kit, sentence);
  kit.text(sentence, font, kit.theme.ink);
  kit.note_item("sentence");
  if (view.picture) view.picture();
  if (!view.keys.empty()) kit.caption(view.keys);
  if (!view.chosen.empty()) kit.text(view.chosen, kit.fonts.large, kit.theme.accent);
  ImGui::End();
  if (lit) draw_spotlight(kit);
}

}  // namespace nahraum::ui
