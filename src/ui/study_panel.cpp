#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/bars.hpp"
#include "ui/chart_view.hpp"
#include "ui/figures.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr float cell_room = 10;      ///< between two columns
constexpr float least_name = 76;     ///< narrower names stand above their figures
constexpr float short_heading = 44;  ///< up to here it is not broken

float width_of(const Kit& kit, const std::string& text) {
  return kit.fonts.small->CalcTextSizeA(kit.fonts.small->FontSize, 1e9f, 0, text.c_str()).x;
}

/// Figures as wide as they are, headings as their longest word.
std::vector<float> widths_of(const Kit& kit, const app::StudyTable& table) {
  std::vector<float> widths(table.columns.size(), 0);
  for (std::size_t c = 1; c < widths.size(); ++c) {
    widths[c] = std::min(width_of(kit, table.columns[c]), kit.px(short_heading));
    for (const auto& word : base::split(table.columns[c], ' '))
      widths[c] = std::max(widths[c], width_of(kit, word));
    for (const auto& row : table.rows)
      widths[c] = std::max(widths[c], width_of(kit, row.cells[c]));
    widths[c] += kit.px(2);
  }
  return widths;
}

/// The longest word of the names, which is never broken.
float word_width(const Kit& kit, const app::StudyTable& table) {
  float width = 0;
  for (const auto& row : table.rows) {
    for (const auto& word : base::split(row.cells[0], ' '))
      width = std::max(width, width_of(kit, word));
  }
  return width;
}

/// Whether figures leave room enough for names beside them.
bool fits(const Kit& kit, const std::vector<float>& widths, const app::StudyTable& table) {
  float room = ImGui::GetContentRegionAvail().x;
  for (const float width : widths)
    room -= width + kit.px(cell_room);
  return room >= std::max(kit.px(least_name), word_width(kit, table));
}

/// Figures to the right where they fit on a line, else wrapped.
void show_cell(const Kit& kit, const std::string& text, ImU32 color, bool figure) {
  const float room = ImGui::GetContentRegionAvail().x;
  const float width = width_of(kit, text);
  if (figure && width <= room) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room - width);
  kit.text(text, kit.fonts.small, color);
}

void show_heading(const Kit& kit, const app::StudyTable& table, std::size_t first) {
  ImGui::TableNextRow();
  for (std::size_t c = first; c < table.columns.size(); ++c) {
    ImGui::TableNextColumn();
    show_cell(kit, table.columns[c], kit.theme.ink_soft, c > 0);
  }
}

/// A row that leads somewhere is pressed as a whole.
bool pressed_row(const Kit& kit, const std::string& name, bool chosen, const std::string& label) {
  const ImGuiSelectableFlags flags =
      ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap;
  const float room = ImGui::GetContentRegionAvail().x;
  const float high =
      kit.fonts.small->CalcTextSizeA(kit.fonts.small->FontSize, 1e9f, room, name.c_str()).y;
  const ImVec2 at = ImGui::GetCursorPos();
  const bool pressed = ImGui::Selectable(("##" + label).c_str(), chosen, flags, {0, high});
  kit.note_item(label);
  ImGui::SetCursorPos(at);
  return pressed;
}

void follow_row(const Kit& kit, const StudyView& view, const app::StudyRow& row) {
  if (row.unit) {
    kit.act(app::AskStudy{view.study, *row.unit});
  } else {
    kit.act(app::ShowSpot{*row.place});
  }
}

ImU32 ink_of(const Kit& kit, const StudyView& view) {
  return view.stale ? kit.theme.ink_soft : kit.theme.ink;
}

void show_name(const Kit& kit, const StudyView& view, const app::StudyRow& row,
               const std::string& label) {
  auto name = with_figures_kept(row.cells[0]);
  if (!row.mark.empty()) name = fmt::format("{}  {}", row.mark, name);
  const bool leads = !view.stale && (row.place || row.unit);
  if (leads && pressed_row(kit, name, row.chosen, label)) follow_row(kit, view, row);
  show_cell(kit, name, leads ? kit.theme.accent : ink_of(kit, view), false);
}

void show_figures(const Kit& kit, const StudyView& view, const app::StudyRow& row) {
  for (std::size_t c = 1; c < row.cells.size(); ++c) {
    ImGui::TableNextColumn();
    show_cell(kit, row.cells[c], ink_of(kit, view), true);
  }
}

bool begin_columns(const Kit& kit, const std::string& id, std::size_t count) {
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {kit.px(cell_room / 2), kit.px(2)});
  const bool open = ImGui::BeginTable(id.c_str(), static_cast<int>(count));
  ImGui::PopStyleVar();
  return open;
}

std::string row_label(std::size_t table, std::size_t row) {
  return fmt::format("study row {}.{}", table + 1, row + 1);
}

void show_beside(const Kit& kit, const StudyView& view, std::size_t number,
                 const std::vector<float>& widths) {
  const auto& table = view.tables[number];
  if (!begin_columns(kit, fmt::format("study {}", number), widths.size())) return;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    ImGui::TableSetupColumn(
        "", c == 0 ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed,
        c == 0 ? 0 : widths[c]);
  }
  show_heading(kit, table, 0);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    show_name(kit, view, table.rows[i], row_label(number, i));
    show_figures(kit, view, table.rows[i]);
  }
  ImGui::EndTable();
}

bool begin_figures(const Kit& kit, const std::string& id, const std::vector<float>& widths) {
  if (!begin_columns(kit, id, widths.size() - 1)) return false;
  for (std::size_t c = 1; c < widths.size(); ++c)
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, widths[c]);
  return true;
}

/// Large text in a narrow panel: each name on lines of its own, its figures below it.
void show_stacked(const Kit& kit, const StudyView& view, std::size_t number,
                  const std::vector<float>& widths) {
  const auto& table = view.tables[number];
  const auto id = fmt::format("study {} figures", number);
  if (!begin_figures(kit, id, widths)) return;
  show_heading(kit, table, 1);
  ImGui::EndTable();
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    show_name(kit, view, table.rows[i], row_label(number, i));
    if (!begin_figures(kit, id, widths)) continue;
    ImGui::TableNextRow();
    show_figures(kit, view, table.rows[i]);
    ImGui::EndTable();
  }
}

}  // namespace

void show_study_table(const Kit& kit, const StudyView& view, std::size_t number) {
  const auto& table = view.tables[number];
  kit.gap(2);
  if (!table.title.empty()) kit.strong(table.title);
  const auto widths = widths_of(kit, table);
  if (fits(kit, widths, table) || widths.size() < 2) {
    show_beside(kit, view, number, widths);
  } else {
    show_stacked(kit, view, number, widths);
  }
  if (!table.note.empty()) kit.caption(table.note);
}

namespace {

void show_scenarios(const Kit& kit, const StudyView& view) {
  for (const auto& scenario : view.scenarios) {
    if (ImGui::RadioButton(("##scenario " + scenario.name).c_str(), scenario.chosen))
      kit.act(app::ChooseScenario{scenario.name});
    kit.note_item("scenario " + scenario.name);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    kit.body(scenario.label);
  }
}

/// First one's own guess, then what is computed: that is how it is learnt.
void show_guess(const Kit& kit, const StudyView& view) {
  if (view.guessing) return kit.caption(tr("Click the place on the map. Esc ends."));
  if (kit.button(tr("Suggest a place yourself"))) kit.act(app::ChooseTool{app::Tool::guess});
}

void show_state(const Kit& kit, const StudyView& view) {
  if (view.computing) return kit.caption(tr("Computing …"));
  if (!view.stale) return;
  kit.text(tr("Out of date: it answers an earlier question."), kit.fonts.small, kit.theme.warning);
  if (kit.primary_button(tr("Compute again"))) kit.act(app::AskStudy{view.study, view.unit});
}

/// The chart, and on demand its figures.
void show_bars(const Kit& kit, const scene::BarsSpec& spec, scene::Theme theme, bool& as_table) {
  kit.gap(4);
  const ChartPaper paper(kit, theme, ImGui::GetContentRegionAvail().x);
  const auto chart = scene::bars(spec, paper.width_mm(), paper.pens());
  show_chart(kit, paper, "study bars", chart);
  kit.check(std::string(tr("Show the figures")) + "##study bars", as_table);
  if (as_table) show_chart_table(kit, "study bars table", chart.table);
}

bool empty(const StudyView& view) {
  return view.sentence.empty() && view.hint.empty() && view.scenarios.empty();
}

}  // namespace

Wish study_result_panel(const Kit& kit, const StudyView& view, PanelMemory& memory) {
  if (!view.hint.empty()) kit.body(view.hint);
  show_state(kit, view);
  const bool need = view.study == app::Study::need;
  if (empty(view) && !view.computing && need) {
    if (kit.primary_button(tr("Compute the need"))) kit.act(app::AskStudy{view.study, ""});
  }
  if (view.sentence.empty()) return Wish::none;
  bool asked = false;
  if (!view.grades) {  // whose own sentence stands above; the question's is module 2's
    kit.text(with_figures_kept(view.sentence), kit.fonts.body, ink_of(kit, view));
    kit.note_item("study sentence");
    asked = figures_clicked(kit, "study figures");
  }
  for (const auto& remark : view.remarks)
    kit.caption(with_figures_kept(remark));
  if (view.charts) need_charts_panel(kit, *view.charts, view.theme, memory);
  if (view.bars) show_bars(kit, *view.bars, view.theme, memory.housing_table);
  for (std::size_t i = 0; i < view.tables.size(); ++i)
    show_study_table(kit, view, i);
  if (!view.kept_back.empty()) kit.caption(view.kept_back);
  kit.gap(2);
  const bool method = kit.button(tr("Method##study"));
  return method || asked ? Wish::show_study_method : Wish::none;
}

namespace {

/// What was just chosen comes into sight, and again when its result is there.
void bring_into_sight(const StudyView& view, PanelMemory& memory) {
  const auto key = std::pair(view.chosen, !view.sentence.empty() || !view.hint.empty());
  if (std::exchange(memory.study, key) != key && view.asked) ImGui::SetScrollHereY(0.2f);
}

/// At the panel's lower edge while its second half lies below it: a bar that leads there.
void show_way_down(const Kit& kit, PanelMemory& memory) {
  const ImVec2 corner = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const std::string label = std::string(tr("Look further")) + " …##way down";
  const ImVec2 frame = ImGui::GetStyle().FramePadding;
  const auto words =
      broken_at_spaces(label.substr(0, label.find("##")), size.x - kit.px(25) - 2 * frame.x);
  const float bottom = corner.y + size.y;
  // Above an exercise's card it would hide the sentence.
  if (size.y < kit.px(400)) return;
  const float high = ImGui::CalcTextSize(words.c_str()).y + 2 * frame.y + kit.px(6);
  if (ImGui::GetCursorScreenPos().y <= bottom) return;
  ImGui::SetNextWindowPos({corner.x, bottom - high});
  ImGui::SetNextWindowSize({size.x - kit.px(1), high});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, kit.theme.paper);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(12), kit.px(3)});
  ImGui::Begin("way down", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  memory.study_wanted = kit.quiet_button(label.c_str(), true, ImGui::GetContentRegionAvail().x);
  ImGui::GetWindowDrawList()->AddLine({corner.x, bottom - high}, {corner.x + size.x, bottom - high},
                                      kit.theme.hairline);
  ImGui::End();
}

/// At the heading's right end: the map is the question's again.
void show_close(const Kit& kit, const StudyView& view) {
  if (!view.asked) return;
  const char* word = tr("Close");
  const float width = ImGui::CalcTextSize(word).x + 2 * ImGui::GetStyle().FramePadding.x;
  const float left = ImGui::GetWindowContentRegionMax().x - width;
  const bool beside = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x < left;
  if (beside) ImGui::SameLine(left);
  if (kit.quiet_button((std::string(word) + "##study").c_str())) kit.act(app::CloseStudy{});
}

}  // namespace

Wish study_panel(const Kit& kit, const StudyView& view, PanelMemory& memory) {
  kit.hairline();
  if (std::exchange(memory.study_wanted, false)) ImGui::SetScrollHereY(0.1f);
  if (view.asked) ImGui::AlignTextToFramePadding();
  kit.strong(tr("Look further"));
  kit.note_item("study heading");
  show_close(kit, view);
  const int chosen = kit.segments("study", view.names, view.chosen);
  if (chosen != view.chosen) kit.act(app::AskStudy{static_cast<app::Study>(chosen), ""});
  bring_into_sight(view, memory);
  show_way_down(kit, memory);
  if (!view.asked) return Wish::none;
  if (view.study == app::Study::scenario) show_scenarios(kit, view);
  if (view.guesses) show_guess(kit, view);
  if (view.grades) grades_panel(kit, *view.grades, memory);
  return study_result_panel(kit, view, memory);
}

Wish need_panel(const Kit& kit, const StudyView& view, PanelMemory& memory) {
  kit.heading(title_of(module_of(1)));
  kit.hairline();
  if (!view.indicators.empty()) {
    kit.caption(tr("On the map"));
    if (const auto id = memory.indicators.show(kit, "Indicator", view.indicator, view.indicators))
      kit.act(app::ChooseIndicator{*id});
    kit.gap(4);
  }
  return study_result_panel(kit, view, memory);
}

}  // namespace nahraum::ui
