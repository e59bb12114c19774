#include "ui/kit.hpp"

#include <algorithm>

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

/// Colours of the next button only.
struct ButtonColors {
  ButtonColors(ImU32 face, ImU32 hover, ImU32 text, ImU32 border) {
    ImGui::PushStyleColor(ImGuiCol_Button, face);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, hover);
    ImGui::PushStyleColor(ImGuiCol_Text, text);
    ImGui::PushStyleColor(ImGuiCol_Border, border);
  }
  ~ButtonColors() { ImGui::PopStyleColor(5); }
  ButtonColors(const ButtonColors&) = delete;
  ButtonColors& operator=(const ButtonColors&) = delete;
};

/// Right of the cursor. What is as wide as its content has no room yet when it opens.
float room_for_words(const Kit& kit) {
  const ImGuiWindowFlags flags = ImGui::GetCurrentWindowRead()->Flags;
  const float least = (flags & ImGuiWindowFlags_Tooltip) != 0            ? 520.f
                      : (flags & ImGuiWindowFlags_AlwaysAutoResize) != 0 ? 260.f
                                                                         : 0.f;
  return std::max(ImGui::GetContentRegionAvail().x, kit.px(least));
}

}  // namespace

std::optional<ImVec2> Registry::middle(const std::string& label) const {
  const auto found = rects_.find(label);
  if (found == rects_.end()) return std::nullopt;
  const auto& [low, high] = found->second;
  return ImVec2{(low.x + high.x) / 2, (low.y + high.y) / 2};
}

std::optional<Registry::Rectangle> Registry::rect(const std::string& label) const {
  const auto found = rects_.find(label);
  return found == rects_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Registry::Rectangle> Registry::view(const std::string& label) const {
  const auto found = views_.find(label);
  return found == views_.end() ? std::nullopt : std::optional(found->second);
}

void Kit::note_item(const std::string& label, bool typing) const {
  registry.note(label, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  const auto& seen = ImGui::GetCurrentWindowRead()->ClipRect;
  registry.note_view(label, seen.Min, seen.Max);
  registry.order().add(typing);
}

void Kit::same_line_if_fits(float width_px, float spacing_px) const {
  const float spacing = spacing_px < 0 ? ImGui::GetStyle().ItemSpacing.x : spacing_px;
  const float right = ImGui::GetItemRectMax().x + spacing + width_px;
  const float edge = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  if (right <= edge) ImGui::SameLine(0, spacing);
}

std::string broken_at_spaces(const std::string& text, float width_px) {
  std::string broken = text;
  std::size_t line = 0, space = std::string::npos;
  for (std::size_t i = 0; i <= broken.size(); ++i) {
    const bool end = i == broken.size() || broken[i] == '\n';
    if (!end && broken[i] != ' ') continue;
    const char* begin = broken.data() + line;
    const bool fits = ImGui::CalcTextSize(begin, broken.data() + i).x <= width_px;
    if (!fits && space != std::string::npos) {
      broken[space] = '\n';
      line = space + 1;
    }
    space = end ? std::string::npos : i;
    if (end) line = i + 1;
  }
  return broken;
}

std::string cut_to_width(const std::string& text, float width_px) {
  if (ImGui::CalcTextSize(text.c_str()).x <= width_px) return text;
  std::string cut = text;
  while (!cut.empty() && ImGui::CalcTextSize((cut + "…").c_str()).x > width_px) {
    while (cut.size() > 1 && (cut.back() & 0xC0) == 0x80)
      cut.pop_back();
    cut.pop_back();
  }
  return cut + "…";
}

void Kit::text(const std::string& text, ImFont* font, ImU32 color) const {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(broken_at_spaces(text, ImGui::GetContentRegionAvail().x).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

std::string Kit::fitted(const std::string& text, float width_px) const {
  std::string cut = cut_to_width(text, width_px);
  if (cut != text) registry.note_cut(cut);
  return cut;
}

void Kit::detail(const std::string& t) const {
  ImGui::PushFont(fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, theme.ink_soft);
  const std::string shown = fitted(t, room_for_words(*this));
  ImGui::TextUnformatted(shown.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  if (shown != t) tip(t);
}

void Kit::hairline() const {
  gap(2);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(at, {at.x + ImGui::GetContentRegionAvail().x, at.y},
                                      theme.hairline);
  gap(2);
}

namespace {

/// What is seen of "Close##history".
std::string words_of(const std::string& label) {
  return label.substr(0, label.find("##"));
}

/// On several lines where one is wider than `room`, with the same id on one or many.
std::string broken_label(const std::string& label, float room) {
  return broken_at_spaces(words_of(label), room) + "###" + label;
}

}  // namespace

bool Kit::button(const char* label, float width_px) const {
  const float edges = 2 * ImGui::GetStyle().FramePadding.x;
  const float room = std::max(width_px, room_for_words(*this)) - edges;
  const std::string broken = broken_label(label, room);
  const float words = ImGui::CalcTextSize(broken.c_str(), nullptr, true).x + edges;
  const bool pressed =
      ImGui::Button(broken.c_str(), {width_px > 0 ? std::max(width_px, words) : 0, 0});
  note_item(label);
  return pressed;
}

void Kit::beside(const char* label) const {
  same_line_if_fits(ImGui::CalcTextSize(label, nullptr, true).x +
                    2 * ImGui::GetStyle().FramePadding.x);
}

bool Kit::primary_button(const char* label, float width_px) const {
  const ButtonColors colors(theme.accent, theme.accent_hover, theme.on_accent, theme.accent);
  return button(label, width_px);
}

bool Kit::quiet_button(const char* label, bool chosen, float width_px) const {
  const ButtonColors colors(chosen ? theme.accent_soft : 0,
                            chosen ? theme.accent_soft : theme.hover,
                            chosen ? theme.accent : theme.ink, 0);
  return button(label, width_px);
}

bool Kit::icon_button(const std::string& label, Icon icon, bool with_word, bool chosen) const {
  const float side = px(36), drawn = px(20);
  const float word = with_word ? ImGui::CalcTextSize(label.c_str()).x + px(12) : 0;
  const ImU32 ink = chosen ? theme.accent : theme.ink;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ButtonColors colors(chosen ? theme.accent_soft : 0,
                            chosen ? theme.accent_soft : theme.hover, ink, 0);
  const bool pressed = ImGui::Button(("##" + label).c_str(), {side + word, side});
  note_item(label);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 color = ImGui::GetColorU32(ink);  // paler where it is disabled
  draw_icon(list, icon, {at.x + (side - drawn) / 2, at.y + (side - drawn) / 2}, drawn, color);
  if (with_word) {
    const float y = at.y + (side - ImGui::GetFontSize()) / 2;
    list->AddText({at.x + side - px(2), y}, color, label.c_str());
  }
  return pressed;
}

void Kit::tip(const std::string& text) const {
  const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  if (!focused && !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  if (focused) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    ImGui::SetNextWindowPos({low.x, high.y + px(6)});
  }
  begin_tip();
  ImGui::PushTextWrapPos(px(360));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  end_tip();
}

void Kit::begin_tip() const {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(10), px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushFont(fonts.small);
  ImGui::BeginTooltip();
}

void Kit::end_tip() const {
  ImGui::EndTooltip();
  ImGui::PopFont();
  ImGui::PopStyleVar(3);
}

bool Kit::check(const std::string& label, bool& on) const {
  const float box = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
  const auto broken = broken_label(label, room_for_words(*this) - box);
  const bool changed = ImGui::Checkbox(broken.c_str(), &on);
  note_item(label);
  return changed;
}

bool Kit::radio(const std::string& label, bool on) const {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(4), px(2)});
  const float circle = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
  const auto broken = broken_label(label, room_for_words(*this) - circle);
  const bool chosen = ImGui::RadioButton(broken.c_str(), on);
  ImGui::PopStyleVar();
  note_item(label);
  return chosen;
}

bool Kit::slider(const char* label, float& value, float low, float high, const char* format) const {
  ImGui::SetNextItemWidth(-1);
  const std::string id = std::string("##") + label;
  const bool changed = ImGui::SliderFloat(id.c_str(), &value, low, high, format);
  note_item(label);
  return changed;
}

bool Kit::input(const char* label, std::string& value, const char* hint) const {
  ImGui::SetNextItemWidth(-1);
  const std::string id = std::string("##") + label;
  const float room = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().FramePadding.x;
  const std::string shown = fitted(hint, room);
  const bool changed = ImGui::InputTextWithHint(id.c_str(), shown.c_str(), &value);
  note_item(label, true);
  if (shown != hint) tip(hint);
  return changed;
}

int Kit::segments(const char* label, const std::vector<std::string>& choices, int chosen) const {
  ImGui::PushID(label);
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const std::string& word = choices[static_cast<std::size_t>(i)];
    const float edges = 2 * ImGui::GetStyle().FramePadding.x;
    if (i > 0) same_line_if_fits(ImGui::CalcTextSize(word.c_str()).x + edges, px(4));
    const bool is_chosen = i == chosen;
    const ButtonColors colors(
        is_chosen ? theme.accent_soft : theme.field, is_chosen ? theme.accent_soft : theme.hover,
        is_chosen ? theme.accent : theme.ink, is_chosen ? theme.accent : theme.hairline);
    if (button(word.c_str())) chosen = i;
  }
  ImGui::PopID();
  return chosen;
}

bool matches_filter(const std::string& text, const std::string& filter) {
  const std::string folded = base::fold_case(text);
  for (const auto& word : base::split(base::fold_case(filter), ' ')) {
    if (folded.find(word) == std::string::npos) return false;
  }
  return true;
}

std::optional<std::string> SearchableCombo::show(const Kit& kit, const char* label,
                                                 const std::string& shown,
                                                 const std::vector<Choice>& choices) {
  ImGui::SetNextItemWidth(-1);
  ImGui::SetNextWindowSizeConstraints({kit.px(280), 0}, {kit.px(520), kit.px(460)});
  const std::string id = std::string("##") + label;
  const float room = ImGui::GetContentRegionAvail().x - ImGui::GetFrameHeight() -
                     2 * ImGui::GetStyle().FramePadding.x;
  const std::string preview = kit.fitted(shown, room);
  const bool open = ImGui::BeginCombo(id.c_str(), preview.c_str(), ImGuiComboFlags_HeightLargest);
  kit.note_item(label);
  if (!open && preview != shown) kit.tip(shown);
  if (!open) return std::nullopt;
  auto chosen = list(kit, choices);
  if (chosen) ImGui::CloseCurrentPopup();
  ImGui::EndCombo();
  return chosen;
}

std::optional<std::string> SearchableCombo::list(const Kit& kit,
                                                 const std::vector<Choice>& choices) {
  if (ImGui::IsWindowAppearing()) {
    filter_.clear();
    ImGui::SetKeyboardFocusHere();
  }
  kit.input("Search list", filter_, base::tr("Type to search"));
  const bool enter =
      ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
  std::optional<std::string> chosen;
  std::string group;
  for (const auto& choice : choices) {
    if (!matches_filter(choice.group + " " + choice.label + " " + choice.id, filter_)) continue;
    if (enter && !chosen) chosen = choice.id;
    if (choice.group != group) kit.caption(group = choice.group);
    const auto shown = kit.fitted(choice.label, room_for_words(kit));
    if (ImGui::Selectable((shown + "##" + choice.id).c_str())) chosen = choice.id;
    kit.note_item(choice.label);
    if (shown != choice.label) kit.tip(choice.label);
    if (choice.detail.empty()) continue;
    ImGui::SameLine();
    kit.detail(choice.detail);
  }
  return chosen;
}

}  // namespace nahraum::ui
