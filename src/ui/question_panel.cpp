#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "ui/figures.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

analysis::Limit limit_of(bool in_metres, float value) {
  return in_metres ? analysis::Limit{analysis::Limit::Kind::metres, std::round(value / 50.0) * 50.0}
                   : analysis::Limit{analysis::Limit::Kind::seconds, std::round(value) * 60.0};
}

/// Low windows: the word beside its list instead of above it, so that the sentence stays in sight.
bool is_low(const Kit& kit) {
  return ImGui::GetWindowHeight() < kit.px(600);
}

/// Where in low windows all three choices begin: after the longest of their words.
float beside_words(const Kit& kit) {
  ImGui::PushFont(kit.fonts.small);
  float widest = 0;
  for (const char* word : {tr("What"), tr("For whom"), tr("How far")})
    widest = std::max(widest, ImGui::CalcTextSize(word).x);
  ImGui::PopFont();
  return ImGui::GetWindowContentRegionMin().x + widest + kit.px(12);
}

void name_choice(const Kit& kit, const char* name) {
  if (!is_low(kit)) return kit.caption(name);
  ImGui::AlignTextToFramePadding();
  kit.detail(name);
  const float after = beside_words(kit);
  if (ImGui::GetWindowContentRegionMax().x - after >= kit.px(150)) ImGui::SameLine(after);
}

void show_limit(const Kit& kit, const QuestionView& view, PanelMemory& memory) {
  ImGui::AlignTextToFramePadding();
  kit.detail(tr("How far"));
  const float words = ImGui::CalcTextSize(tr("Minutes")).x + ImGui::CalcTextSize(tr("Metres")).x;
  const float wide = words + 4 * ImGui::GetStyle().FramePadding.x + kit.px(4);
  if (!is_low(kit))
    kit.same_line_if_fits(wide, kit.px(16));
  else if (ImGui::GetWindowContentRegionMax().x - beside_words(kit) >= wide)
    ImGui::SameLine(beside_words(kit));
  const int unit = kit.segments("unit", {tr("Minutes"), tr("Metres")}, view.in_metres ? 1 : 0);
  if ((unit == 1) != view.in_metres) {
    kit.act(app::ChooseLimit{unit == 1 ? limit_of(true, 500) : limit_of(false, 10)});
    return;
  }
  const auto shown = limit_of(view.in_metres, memory.limit >= 0 ? memory.limit : view.limit);
  const int number = static_cast<int>(std::lround(shown.value / (view.in_metres ? 1 : 60)));
  const auto text = fmt::format("{} {}", number, view.in_metres ? "m" : "min");
  float value = memory.limit >= 0 ? memory.limit : view.limit;
  kit.slider("Limit", value, view.in_metres ? 100.f : 1.f, view.in_metres ? 2000.f : 30.f,
             text.c_str());
  const bool held = ImGui::IsItemActive();
  const auto wanted = limit_of(view.in_metres, value);
  if (wanted.value != limit_of(view.in_metres, view.limit).value) kit.act(app::ChooseLimit{wanted});
  memory.limit = held ? value : -1;
}

/// The figures, the buttons and what else can be asked: they should be seen, too.
constexpr float below_sentence = 330;

/// As large as the room below allows without scrolling; never smaller than a heading.
ImFont* sentence_font(const Kit& kit, const std::string& sentence) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float bottom =
      ImGui::GetWindowPos().y + ImGui::GetWindowHeight() - kit.px(14 + below_sentence);
  const float room = bottom - ImGui::GetCursorScreenPos().y - ImGui::GetScrollY();
  ImFont* font = kit.fonts.sentence;
  const float high = font->CalcTextSizeA(font->FontSize, 1e9f, width, sentence.c_str()).y;
  return high <= room ? font : kit.fonts.large;
}

void show_sentence(const Kit& kit, const QuestionView& view) {
  if (view.sentence.empty()) {
    kit.text(view.computing ? tr("Walking all ways …") : tr("No answer yet."), kit.fonts.large,
             kit.theme.ink_soft);
    return;
  }
  if (!view.scenario.empty()) {
    kit.text(view.scenario, kit.fonts.small, kit.theme.accent);
    kit.note_item("scenario of the answer");
    if (kit.button(tr("Back to the project as it is"))) kit.act(app::ChooseScenario{});
  }
  const ImU32 color = view.computing && !view.live ? kit.theme.ink_soft : kit.theme.ink;
  const std::string sentence = with_figures_kept(view.sentence);
  kit.text(sentence, sentence_font(kit, sentence), color);
  kit.note_item("sentence");
  for (const auto& remark : view.remarks)
    kit.caption(remark);
}

void cell(const Kit& kit, const std::string& text, ImFont* font, ImU32 color, bool right) {
  ImGui::TableNextColumn();
  if (!right) return kit.text(text, font, color);
  ImGui::PushFont(font);
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
  if (room > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room);
  ImGui::PushStyleColor(ImGuiCol_Text, color);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

/// The widest figure, in small type.
float figures_width(const Kit& kit, const QuestionView& view) {
  ImFont* font = kit.fonts.small;
  float width = 0;
  for (const auto& row : view.rows) {
    for (const auto* text : {&row.group, &row.within, &row.gap, &row.not_assessable, &row.share,
                             &row.median, &row.p90})
      width = std::max(width, font->CalcTextSizeA(font->FontSize, 1e9f, 0, text->c_str()).x);
  }
  return width;
}

/// As wide as the longest of them: large text leaves no more than that, and figures come first.
float names_width(const Kit& kit, float room) {
  float width = 0;
  for (const char* name : {tr("within"), tr("gap"), tr("not assessable"), tr("share"), tr("median"),
                           tr("9 of 10 within")}) {
    ImFont* font = kit.fonts.small;
    width = std::max(width, font->CalcTextSizeA(font->FontSize, 1e9f, 0, name).x);
  }
  return std::clamp(width + kit.px(2), kit.px(30),
                    std::max(kit.px(30), std::min(kit.px(124), room)));
}

/// Behind the word that was just written, where there is room: the hatch of the map's gaps, so that
/// the figures are not told by colour alone.
void draw_gap_sign(const Kit& kit) {
  const ImVec2 at = ImGui::GetItemRectMax();
  const float high = kit.px(10), wide = kit.px(16), step = kit.px(4);
  const ImVec2 low{at.x + kit.px(8), (ImGui::GetItemRectMin().y + at.y - high) / 2};
  const ImVec2 end{low.x + wide, low.y + high};
  // Scrolled out of the panel it would be drawn as a line beyond its edge.
  if (!ImGui::IsRectVisible(low, end)) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(low, end, true);
  for (float x = low.x - high; x < end.x; x += step)
    list->AddLine({x, end.y}, {x + high, low.y}, kit.theme.gap, kit.px(1.2f));
  list->AddRect(low, end, kit.theme.gap);
  list->PopClipRect();
}

/// Groups side by side, figures below each other: it stays narrow in every language.
void show_table(const Kit& kit, const QuestionView& view) {
  if (view.rows.empty()) return;
  const auto count = static_cast<float>(view.rows.size());
  const float figures = count * (figures_width(kit, view) + kit.px(6) + 1);
  const float name = names_width(kit, ImGui::GetContentRegionAvail().x - figures - kit.px(6));
  // Close lines: with them the buttons below stay in sight on 800 px.
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {kit.px(3), kit.px(2)});
  const bool open = ImGui::BeginTable("figures", 1 + static_cast<int>(view.rows.size()));
  ImGui::PopStyleVar();
  if (!open) return;
  ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, name);
  for (std::size_t i = 0; i < view.rows.size(); ++i)
    ImGui::TableSetupColumn("");
  ImGui::TableNextRow();
  cell(kit, "", kit.fonts.small, kit.theme.ink_soft, false);
  for (const auto& row : view.rows)
    cell(kit, row.group, kit.fonts.small, kit.theme.ink_soft, true);
  const auto line = [&](const char* label, std::string FigureRow::*figure, ImU32 color) {
    ImGui::TableNextRow();
    ImGui::PushFont(kit.fonts.small);
    const auto broken = broken_at_spaces(label, name);
    ImGui::PopFont();
    cell(kit, broken, kit.fonts.small, kit.theme.ink_soft, false);
    if (figure == &FigureRow::gap) draw_gap_sign(kit);
    for (const auto& row : view.rows)
      cell(kit, row.*figure, kit.fonts.small, color, true);
  };
  line(tr("within"), &FigureRow::within, kit.theme.ink);
  line(tr("gap"), &FigureRow::gap, kit.theme.gap);
  line(tr("not assessable"), &FigureRow::not_assessable, kit.theme.ink);
  line(tr("share"), &FigureRow::share, kit.theme.ink);
  line(tr("median"), &FigureRow::median, kit.theme.ink);
  line(tr("9 of 10 within"), &FigureRow::p90, kit.theme.ink);
  ImGui::EndTable();
}

}  // namespace

Wish question_panel(const Kit& kit, const QuestionView& view, PanelMemory& memory) {
  Wish wish = Wish::none;
  kit.caption(title_of(module_of(2)));
  const ImVec2 top = ImGui::GetCursorScreenPos();
  name_choice(kit, tr("What"));
  if (const auto type = memory.types.show(kit, "Service type", view.type_label, view.types)) {
    kit.act(app::ChooseType{*type});
  }
  name_choice(kit, tr("For whom"));
  if (const auto id = memory.profiles.show(kit, "Profile", view.profile_label, view.profiles)) {
    kit.act(app::ChooseProfile{*id});
  }
  show_limit(kit, view, memory);
  kit.registry.note("question", top,
                    {top.x + ImGui::GetContentRegionAvail().x, ImGui::GetCursorScreenPos().y});
  kit.hairline();
  ImGui::BeginGroup();
  show_sentence(kit, view);
  kit.gap(4);
  show_table(kit, view);
  ImGui::EndGroup();
  const bool asked = figures_clicked(kit, "figures");
  if (asked && !view.method.empty() && view.scenario.empty()) wish = Wish::show_method;
  kit.gap(4);
  if (!view.method.empty() && kit.button(tr("Method and sources"))) wish = Wish::show_method;
  if (!view.rows.empty()) {
    kit.same_line_if_fits(ImGui::CalcTextSize(tr("Print the sheet")).x + kit.px(20));
    if (kit.primary_button(tr("Print the sheet"))) wish = Wish::export_sheet;
  }
  return wish;
}

void module_panel(const Kit& kit, int number) {
  const Module& module = module_of(number);
  kit.heading(title_of(module));
  kit.hairline();
  kit.caption(tr("This module is still being built."));
  kit.gap(4);
  kit.strong(tr("What it will do"));
  kit.body(tr(module.content));
  kit.gap(4);
  kit.strong(tr("What works today"));
  kit.body(tr(module.ready));
  kit.gap(8);
  if (kit.button(tr("Go to module 2"))) kit.act(app::ChooseModule{2});
}

namespace {

/// A square of the rail; `face` behind whatever is drawn in it.
bool rail_square(const Kit& kit, const std::string& label, float side, bool chosen) {
  ImGui::SetCursorPosX((ImGui::GetWindowWidth() - side) / 2);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::InvisibleButton(label.c_str(), {side, side});
  kit.note_item(label);
  const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  const ImU32 face = chosen ? kit.theme.accent : ImGui::IsItemHovered() ? kit.theme.hover : 0;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + side, at.y + side}, face, kit.px(6));
  if (focused) {
    const float out = kit.px(2);
    list->AddRect({at.x - out, at.y - out}, {at.x + side + out, at.y + side + out},
                  kit.theme.accent, kit.px(8), 0, kit.px(2));
  }
  return pressed;
}

/// The squares shrink where all nine would not fit.
float rail_side(const Kit& kit) {
  const float room = ImGui::GetWindowHeight() - kit.px(24) - kit.px(16);
  return std::min(kit.px(48), room / 9 - ImGui::GetStyle().ItemSpacing.y);
}

}  // namespace

Wish rail_panel(const Kit& kit, int chosen) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float side = rail_side(kit);
  for (int i = 1; i <= 8; ++i) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const std::string number = std::to_string(i);
    if (rail_square(kit, "Module " + number, side, i == chosen)) kit.act(app::ChooseModule{i});
    kit.tip(number + "  " + title_of(module_of(i)));
    ImFont* font = kit.fonts.large;
    const float letters = std::min(font->FontSize, side * 0.8f);
    const ImVec2 size = font->CalcTextSizeA(letters, 1e9f, 0, number.c_str());
    const float left = ImGui::GetItemRectMin().x;
    list->AddText(font, letters, {left + (side - size.x) / 2, corner.y + (side - size.y) / 2},
                  i == chosen ? kit.theme.on_accent : kit.theme.ink_soft, number.c_str());
  }
  ImGui::SetCursorPosY(ImGui::GetWindowHeight() - side - kit.px(12));
  const bool about = rail_square(kit, tr("About Nahraum"), side, false);
  kit.tip(tr("About Nahraum"));
  const ImVec2 low = ImGui::GetItemRectMin();
  const float drawn = std::min(kit.px(22), side * 0.6f);
  draw_icon(list, Icon::info, {low.x + (side - drawn) / 2, low.y + (side - drawn) / 2}, drawn,
            kit.theme.ink_soft);
  return about ? Wish::show_about : Wish::none;
}

}  // namespace nahraum::ui
