#include "ui/rich_text.hpp"

namespace nahraum::ui {
namespace {

/// Words one after the other, each in its font, broken at the right edge.
class Flow {
 public:
  Flow(const Kit& kit, ImFont* body, float indent)
      : kit_(kit),
        body_(body),
        left_(ImGui::GetCursorScreenPos().x + indent),
        right_(ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x),
        pen_{left_, ImGui::GetCursorScreenPos().y} {}

  /// The page that was clicked, or "".
  std::string add(const app::HelpSpan& span, ImFont* font, ImU32 ink) {
    std::string clicked;
    const auto words = base::split(span.text, ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0) pen_.x += width(font, " ");
      if (!words[i].empty() && place(words[i], span, font, ink)) clicked = span.page;
    }
    return clicked;
  }

  void end(float space_px) {
    ImGui::SetCursorScreenPos({left_, pen_.y + line() - ImGui::GetStyle().ItemSpacing.y});
    ImGui::Dummy({0, space_px});
  }

 private:
  float line() const { return body_->FontSize * 1.12f; }
  static float width(ImFont* font, const std::string& text) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str()).x;
  }
  bool place(const std::string& word, const app::HelpSpan& span, ImFont* font, ImU32 ink) {
    const float wide = width(font, word);
    if (pen_.x + wide > right_ && pen_.x > left_) pen_ = {left_, pen_.y + line()};
    auto* list = ImGui::GetWindowDrawList();
    const float shift = (body_->FontSize - font->FontSize) / 2;
    bool pressed = false;
    if (span.kind == app::HelpSpan::Kind::link) {
      ImGui::SetCursorScreenPos(pen_);
      ImGui::PushID(static_cast<int>(pen_.y) * 4096 + static_cast<int>(pen_.x));
      pressed = ImGui::InvisibleButton("link", {wide, line()});
      ImGui::PopID();
      kit_.note_item("link " + span.page);
      if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      list->AddLine({pen_.x, pen_.y + line() - 1}, {pen_.x + wide, pen_.y + line() - 1}, ink);
    }
    if (span.kind == app::HelpSpan::Kind::key) {
      list->AddRectFilled({pen_.x - kit_.px(2), pen_.y},
                          {pen_.x + wide + kit_.px(2), pen_.y + line()}, kit_.theme.hover,
                          kit_.px(4));
    }
    list->AddText(font, font->FontSize, {pen_.x, pen_.y + shift}, ink, word.c_str());
    pen_.x += wide;
    return pressed;
  }

  const Kit& kit_;
  ImFont* body_;
  float left_, right_;
  ImVec2 pen_;
};

ImFont* font_of(const Kit& kit, const app::HelpBlock& block, const app::HelpSpan& span,
                const RichFonts& fonts) {
  if (block.kind == app::HelpBlock::Kind::heading) return fonts.strong;
  if (span.kind == app::HelpSpan::Kind::strong) return fonts.strong;
  return span.kind == app::HelpSpan::Kind::key ? kit.fonts.small : fonts.body;
}

}  // namespace

std::string show_block(const Kit& kit, const app::HelpBlock& block, const RichFonts& fonts) {
  const bool item = block.kind == app::HelpBlock::Kind::item;
  if (block.kind == app::HelpBlock::Kind::heading) kit.gap(6);
  const float indent = item ? kit.px(22.f * static_cast<float>(block.level)) : 0;
  if (item) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto mark = block.number > 0 ? std::to_string(block.number) + "." : std::string("–");
    ImGui::GetWindowDrawList()->AddText({at.x + indent - kit.px(20), at.y}, kit.theme.ink_soft,
                                        mark.c_str());
  }
  Flow flow(kit, fonts.body, indent);
  std::string clicked;
  for (const auto& span : block.spans) {
    const bool link = span.kind == app::HelpSpan::Kind::link;
    const auto to =
        flow.add(span, font_of(kit, block, span, fonts), link ? kit.theme.accent : kit.theme.ink);
    if (!to.empty()) clicked = to;
  }
  flow.end(kit.px(item ? 4 : 8));
  return clicked;
}

}  // namespace nahraum::ui
