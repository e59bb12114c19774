#include "ui/why_so_long.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "ui/inspector_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// "45 s" below two minutes, "3 min" from there on; with its sign where it comes on top.
std::string seconds_text(double seconds, bool on_top) {
  const auto rounded = std::lround(std::abs(seconds));
  const std::string text =
      rounded < 120 ? fmt::format("{} s", rounded)
                    : base::format_minutes(static_cast<double>(rounded), base::language());
  if (seconds < 0) return "− " + text;
  return on_top ? "+ " + text : text;
}

std::string name_of(const analysis::RoutePiece& piece) {
  const auto length = base::format_distance(piece.metres, base::language());
  if (piece.cause == "straight")
    return fmt::format(fmt::runtime(tr("Beeline, {0}")), length);
  if (piece.cause == "detour") return fmt::format(fmt::runtime(tr("Detour, {0}")), length);
  if (piece.cause != "rest") return name_of_delay(piece.cause);
  return piece.seconds < -1 ? tr("Saved downhill") : tr("Trifles");
}

void draw_number(const Kit& kit, ImDrawList* list, int number, ImVec2 middle) {
  const std::string text = std::to_string(number);
  ImFont* font = kit.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str());
  list->AddCircleFilled(middle, kit.px(10), kit.theme.field);
  list->AddCircle(middle, kit.px(10), kit.theme.warning, 0, kit.px(2));
  list->AddText(font, font->FontSize, {middle.x - size.x / 2, middle.y - size.y / 2}, kit.theme.ink,
                text.c_str());
}

void show_row(const Kit& kit, const PieceRow& row, std::size_t index) {
  const float whole = ImGui::GetContentRegionAvail().x, high = kit.px(26);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string label = fmt::format("piece {}", index + 1);
  if (!row.at) ImGui::Dummy({whole, high});
  const bool pressed = row.at && ImGui::InvisibleButton(label.c_str(), {whole, high});
  if (row.at) {
    kit.note_item(label);
    if (pressed) kit.act(app::ShowSpot{*row.at});
    if (ImGui::IsItemHovered())
      list->AddRectFilled({at.x - kit.px(4), at.y}, {at.x + whole, at.y + high}, kit.theme.hover,
                          kit.px(4));
  }
  // The share as a line under the words: the eye finds the long ones.
  const auto length = static_cast<float>(std::clamp(row.share, 0.0, 1.0)) * (whole - kit.px(26));
  list->AddRectFilled({at.x + kit.px(26), at.y + high - kit.px(3)},
                      {at.x + kit.px(26) + length, at.y + high - kit.px(1)},
                      row.number > 0 ? kit.theme.warning : kit.theme.hairline);
  const float y = at.y + (high - kit.px(3) - ImGui::GetFontSize()) / 2;
  if (row.number > 0) draw_number(kit, list, row.number, {at.x + kit.px(10), at.y + high / 2});
  const auto percent = std::lround(row.share * 100);
  const std::string share = percent == 0 ? "< 1 %" : fmt::format("{} %", percent);
  const float share_x = at.x + whole - ImGui::CalcTextSize(share.c_str()).x;
  list->AddText({share_x, y}, kit.theme.ink_soft, share.c_str());
  const float value_x = at.x + whole - kit.px(44) - ImGui::CalcTextSize(row.value.c_str()).x;
  list->AddText({value_x, y}, kit.theme.ink, row.value.c_str());
  const auto name = kit.fitted(row.name, value_x - at.x - kit.px(32));
  list->AddText({at.x + kit.px(26), y}, kit.theme.ink, name.c_str());
  if (name != row.name) kit.tip(row.name);
}

}  // namespace

std::vector<PieceRow> make_piece_rows(const app::Inspection& inspection) {
  std::vector<PieceRow> rows;
  if (!inspection.route) return rows;
  const double whole = base::to_seconds(inspection.route->cost).value;
  for (const auto& piece : inspection.pieces) {
    if (std::abs(piece.seconds) < 0.5) continue;
    rows.push_back({piece.number, name_of(piece),
                    seconds_text(piece.seconds, piece.cause != "straight"),
                    whole > 0 ? piece.seconds / whole : 0, piece.at});
  }
  return rows;
}

void show_piece_rows(const Kit& kit, const std::vector<PieceRow>& rows) {
  if (rows.empty()) return;
  kit.strong(tr("Why so long?"));
  ImGui::PushFont(kit.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  for (std::size_t i = 0; i < rows.size(); ++i)
    show_row(kit, rows[i], i);
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

void draw_piece_marks(const Kit& kit, const app::State& state, const Camera& camera,
                      geo::Point corner) {
  const bool shown = state.inspection && state.inspection->route && !state.preview &&
                     state.selection == state.inspection->of;
  if (!shown) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& pieces = state.inspection->pieces;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {  // the costliest on top
    if (piece->number == 0 || !piece->at) continue;
    const auto px = camera.to_px(*piece->at);
    const ImVec2 at{static_cast<float>(corner.x + px.x), static_cast<float>(corner.y + px.y)};
    draw_number(kit, list, piece->number, at);
    const ImVec2 half{kit.px(10), kit.px(10)};
    kit.registry.note(fmt::format("delay {}", piece->number), {at.x - half.x, at.y - half.y},
                      {at.x + half.x, at.y + half.y});
  }
}

}  // namespace nahraum::ui
