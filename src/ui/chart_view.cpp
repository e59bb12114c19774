#include "ui/chart_view.hpp"

#include <algorithm>

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// Of the panels' small type.
double text_pt(const Kit& kit, float px_per_mm) {
  return static_cast<double>(kit.fonts.small->FontSize / px_per_mm) * 72 / 25.4;
}

std::string in_a_cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string tab_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i ? "\t" : "") + in_a_cell(cells[i]);
  return line + "\n";
}

}  // namespace

ChartPaper::ChartPaper(const Kit& kit, scene::Theme theme, float width_px)
    : px_per_mm_(kit.scale * 96 / 25.4f),
      width_mm_(width_px / px_per_mm_),
      style_(scene::style_for(theme)),
      measure_(chart_measure(kit.fonts, px_per_mm_)),
      pens_{style_, measure_, base::language(), text_pt(kit, px_per_mm_)} {}

ChartTouch show_chart(const Kit& kit, const ChartPaper& paper, const char* label,
                      const scene::Chart& chart) {
  const auto corner = ImGui::GetCursorScreenPos();
  const float mm = paper.px_per_mm();
  ImGui::InvisibleButton(label, {std::max(1.f, static_cast<float>(chart.block.width_mm) * mm),
                                 std::max(1.f, static_cast<float>(chart.block.height_mm) * mm)});
  kit.note_item(label);
  const ChartPen pen{*ImGui::GetWindowDrawList(), kit.fonts, corner, mm};
  for (const auto& item : chart.block.items) {
    pen.draw(item);
    // The figures beside the chart have the whole name.
    const auto* text = std::get_if<scene::Text>(&item);
    if (text && text->text.ends_with("…")) kit.registry.note_cut(text->text);
  }
  ChartTouch touch;
  const auto mouse = ImGui::GetIO().MousePos;
  touch.at_mm = {(mouse.x - corner.x) / mm, (mouse.y - corner.y) / mm};
  touch.held = ImGui::IsItemActive();
  if (!ImGui::IsItemHovered()) return touch;
  const auto found = std::find_if(chart.marks.rbegin(), chart.marks.rend(), [&](const auto& mark) {
    return mark.box_mm.contains(touch.at_mm);
  });
  if (found == chart.marks.rend()) return touch;
  touch.under = found->id;
  if (ImGui::IsItemClicked()) touch.clicked = found->id;
  return touch;
}

void show_chart_table(const Kit& kit, const char* label, const scene::ChartTable& table) {
  const int columns = static_cast<int>(table.head.size());
  if (columns == 0) return;
  if (ImGui::BeginTable(label, columns,
                        ImGuiTableFlags_ScrollX | ImGuiTableFlags_RowBg |
                            ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoHostExtendY,
                        {0, (static_cast<float>(table.rows.size()) + 2) *
                                ImGui::GetTextLineHeightWithSpacing()})) {
    ImGui::TableNextRow();
    for (const auto& cell : table.head) {
      ImGui::TableNextColumn();
      kit.caption(cell);
    }
    for (const auto& row : table.rows) {
      ImGui::TableNextRow();
      for (const auto& cell : row) {
        ImGui::TableNextColumn();
        kit.text(cell, kit.fonts.small, kit.theme.ink);
      }
    }
    ImGui::EndTable();
  }
  const auto copy = std::string(tr("Copy the figures")) + "##" + label;
  if (kit.quiet_button(copy.c_str())) ImGui::SetClipboardText(tab_separated(table).c_str());
}

std::string tab_separated(const scene::ChartTable& table) {
  std::string text = tab_line(table.head);
  for (const auto& row : table.rows)
    text += tab_line(row);
  return text;
}

}  // namespace nahraum::ui
