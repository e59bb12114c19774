#include "ui/help_panel.hpp"

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// Words one after the other, each in its font, broken at the right edge.
class Flow {
 public:
  Flow(const Kit& kit, float indent)
      : kit_(kit),
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
  float line() const { return kit_.fonts.body->FontSize * 1.12f; }
  static float width(ImFont* font, const std::string& text) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str()).x;
  }
  bool place(const std::string& word, const app::HelpSpan& span, ImFont* font, ImU32 ink) {
    const float wide = width(font, word);
    if (pen_.x + wide > right_ && pen_.x > left_) pen_ = {left_, pen_.y + line()};
    auto* list = ImGui::GetWindowDrawList();
    const float shift = (kit_.fonts.body->FontSize - font->FontSize) / 2;
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
  float left_, right_;
  ImVec2 pen_;
};

ImFont* font_of(const Kit& kit, const app::HelpBlock& block, const app::HelpSpan& span) {
  if (block.kind == app::HelpBlock::Kind::heading) return kit.fonts.strong;
  if (span.kind == app::HelpSpan::Kind::strong) return kit.fonts.strong;
  return span.kind == app::HelpSpan::Kind::key ? kit.fonts.small : kit.fonts.body;
}

std::string show_block(const Kit& kit, const app::HelpBlock& block) {
  const bool item = block.kind == app::HelpBlock::Kind::item;
  if (block.kind == app::HelpBlock::Kind::heading) kit.gap(6);
  const float indent = item ? kit.px(22.f * static_cast<float>(block.level)) : 0;
  if (item) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto mark = block.number > 0 ? std::to_string(block.number) + "." : std::string("–");
    ImGui::GetWindowDrawList()->AddText({at.x + indent - kit.px(20), at.y}, kit.theme.ink_soft,
                                        mark.c_str());
  }
  Flow flow(kit, indent);
  std::string clicked;
  for (const auto& span : block.spans) {
    const bool link = span.kind == app::HelpSpan::Kind::link;
    const auto to =
        flow.add(span, font_of(kit, block, span), link ? kit.theme.accent : kit.theme.ink);
    if (!to.empty()) clicked = to;
  }
  flow.end(kit.px(item ? 4 : 8));
  return clicked;
}

void show_with_keys(const Kit& kit, const std::vector<Command>& commands) {
  if (!ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingStretchProp)) return;
  for (const auto& command : commands) {
    if (command.keys.empty()) continue;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    kit.body(command.keys);
    ImGui::TableNextColumn();
    kit.body(command.name);
    kit.note_item("listed " + command.name);
  }
  ImGui::EndTable();
}

/// Those with a key in a table, the others as a list.
void show_keys(const Kit& kit, const std::vector<Command>& commands) {
  show_with_keys(kit, commands);
  kit.gap(6);
  kit.strong(tr("Without a key of their own"));
  kit.caption(tr("Ctrl+K and some letters of the name, then Enter."));
  for (const auto& command : commands) {
    if (!command.keys.empty()) continue;
    kit.body(command.name);
    kit.note_item("listed " + command.name);
  }
}

}  // namespace

void HelpPanel::open(const std::string& page) {
  open(page, app::help_pages(base::language()));
}

void HelpPanel::open(const std::string& page, std::vector<app::HelpPage> pages) {
  open_ = true;
  language_ = base::language();
  pages_ = std::move(pages);
  filter_.clear();
  go_to(page);
}

void HelpPanel::go_to(const std::string& page) {
  at_ = 0;
  to_top_ = true;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].id == page) at_ = i;
  }
}

void HelpPanel::show(const Kit& kit, const std::vector<Command>& commands) {
  if (language_ != base::language()) open(page());
  kit.heading(tr("Help"));
  const float edge = ImGui::GetWindowContentRegionMax().x - kit.px(36);
  ImGui::SameLine(edge);
  if (kit.icon_button(tr("Close the help"), Icon::close, false, false)) close();
  kit.tip(tr("Close the help") + std::string("   F1"));
  if (pages_.empty()) {
    kit.body(tr("The help's pages are missing from this installation."));
    return;
  }
  kit.input("Search help", filter_, tr("Search the help"));
  kit.hairline();
  ImGui::BeginChild("page", {0, 0});
  if (std::exchange(to_top_, false)) ImGui::SetScrollY(0);
  if (filter_.empty()) {
    show_page(kit, commands);
  } else {
    show_hits(kit);
  }
  ImGui::EndChild();
}

void HelpPanel::show_hits(const Kit& kit) {
  const auto hits = app::search_help(pages_, filter_);
  if (hits.empty()) kit.body(tr("No page has all these words."));
  for (const auto& hit : hits) {
    const auto& page = pages_[hit.page];
    if (kit.quiet_button((page.title + "##hit").c_str(), false, ImGui::GetContentRegionAvail().x)) {
      filter_.clear();
      return go_to(page.id);
    }
    if (!hit.text.empty()) kit.caption(hit.text);
    kit.gap(4);
  }
}

void HelpPanel::show_page(const Kit& kit, const std::vector<Command>& commands) {
  const auto& page = pages_[at_];
  kit.text(page.title, kit.fonts.large, kit.theme.ink);
  kit.note_item("help title");
  kit.gap(2);
  std::string next;
  for (const auto& block : page.blocks) {
    const auto clicked = show_block(kit, block);
    if (!clicked.empty()) next = clicked;
  }
  if (page.id == "keys") show_keys(kit, commands);
  kit.hairline();
  show_topics(kit);
  if (!next.empty()) go_to(next);
}

void HelpPanel::show_topics(const Kit& kit) {
  kit.strong(tr("All topics"));
  std::string next;
  for (const auto& page : pages_) {
    const auto label = page.title + "##topic";
    if (kit.quiet_button(label.c_str(), page.id == pages_[at_].id)) next = page.id;
  }
  if (!next.empty()) go_to(next);
}

}  // namespace nahraum::ui
