#include "ui/legend_card.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <imgui_internal.h>

#include "base/translate.hpp"
#include "render/cairo/plates.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

ImU32 solid(scene::Color c) {
  return IM_COL32(c.r, c.g, c.b, 255);
}

void draw_hatch(const Kit& kit, ImDrawList* list, ImU32 color, ImVec2 low, ImVec2 high) {
  list->PushClipRect(low, high, true);
  const int count = static_cast<int>(std::ceil((high.x - low.x + kit.px(14)) / kit.px(5)));
  for (int i = 0; i < count; ++i) {
    const float x = low.x - kit.px(14) + static_cast<float>(i) * kit.px(5);
    list->AddLine({x, high.y}, {x + kit.px(14), low.y}, color, kit.px(1.5f));
  }
  list->PopClipRect();
  list->AddRect(low, high, kit.theme.hairline, kit.px(2));
}

void draw_level_hatch(const Kit& kit, ImDrawList* list, ImU32 color, ImVec2 low, ImVec2 high) {
  list->AddRectFilled(low, high, (color & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 90));
  const auto lines = static_cast<int>(std::ceil((high.y - low.y - kit.px(2.5f)) / kit.px(4)));
  for (int i = 0; i < lines; ++i) {
    const float y = low.y + kit.px(2.5f + 4 * static_cast<float>(i));
    list->AddLine({low.x, y}, {high.x, y}, color, kit.px(1.5f));
  }
  list->AddRect(low, high, color);
}

void draw_dots(const Kit& kit, ImDrawList* list, ImU32 color, ImVec2 low, ImVec2 high) {
  for (int i = 0; i < 8; ++i) {
    const ImVec2 at{low.x + kit.px(4 + 5 * static_cast<float>(i % 4)),
                    low.y + kit.px(4 + 6 * static_cast<float>(i / 4))};
    list->AddCircleFilled(at, kit.px(1.4f), color);
  }
  list->AddRect(low, high, kit.theme.hairline, kit.px(2));
}

/// As dense as on the map.
void draw_pattern(const Kit& kit, ImDrawList* list, const scene::Hatch& hatch, ImVec2 low,
                  ImVec2 high) {
  const float px_per_mm = kit.px(96 / 25.4f);
  const auto step = static_cast<float>(hatch.spacing_mm) * px_per_mm;
  const auto width = static_cast<float>(hatch.width_mm) * px_per_mm;
  list->PushClipRect(low, high, true);
  if (hatch.pattern == scene::Pattern::lines) {
    const float lean = hatch.angle_deg > 90 ? -1.f : 1.f, rise = high.y - low.y;
    const float along = step * std::sqrt(2.f), first = low.x - rise;
    const auto count = static_cast<int>((high.x + rise - first) / along) + 1;
    for (int i = 0; i < count; ++i) {
      const float x = first + along * static_cast<float>(i);
      list->AddLine({x, high.y}, {x + lean * rise, low.y}, solid(hatch.color),
                    std::max(1.f, width));
    }
  } else {
    const auto rows = static_cast<int>((high.y - low.y) / step + 0.5f);
    const auto columns = static_cast<int>((high.x - low.x) / step) + 1;
    for (int k = 0; k < rows * columns; ++k) {
      const int row = k / columns;
      const float shift = row % 2 == 0 ? 0.5f : 1.f;
      const ImVec2 at{low.x + step * (static_cast<float>(k % columns) + shift),
                      low.y + step * (static_cast<float>(row) + 0.5f)};
      list->AddCircleFilled(at, std::max(0.8f, width / 2), solid(hatch.color));
    }
  }
  list->PopClipRect();
}

/// A group's plate with its white rim, as the map draws it.
void draw_plate(const Kit& kit, ImDrawList* list, scene::Plate plate, ImU32 color, ImVec2 middle,
                float radius) {
  const auto draw = [&](float size, ImU32 tint) {
    for (const auto& p : render::plate_outline(plate)) {
      list->PathLineTo(
          {middle.x + static_cast<float>(p.x) * size, middle.y + static_cast<float>(p.y) * size});
    }
    list->PathFillConvex(tint);
  };
  draw(radius + kit.px(1), IM_COL32_WHITE);
  draw(radius, color);
}

void draw_swatch(const Kit& kit, ImDrawList* list, const LegendEntry& entry, ImVec2 low) {
  using Look = LegendEntry::Look;
  const ImVec2 high{low.x + kit.px(22), low.y + kit.px(14)};
  const ImVec2 middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
  // A marker alone would be mistaken for a bullet: three stand for the many on the map.
  const auto three = [&](float radius, scene::Plate plate, ImU32 inside = 0) {
    for (const float x : {-7.f, 0.f, 7.f}) {
      const ImVec2 at{middle.x + kit.px(x), middle.y + kit.px(x == 0 ? -2.f : 2.f)};
      if (plate == scene::Plate::none) {
        list->AddCircleFilled(at, radius, entry.color);
      } else {
        draw_plate(kit, list, plate, entry.color, at, radius);
      }
      if (inside != 0) list->AddCircleFilled(at, radius * 0.5f, inside);
    }
  };
  switch (entry.look) {
    case Look::band:
      list->AddRectFilled(low, high, entry.color, kit.px(2));
      if (entry.hatch) draw_pattern(kit, list, *entry.hatch, low, high);
      return list->AddRect(low, high, kit.theme.hairline, kit.px(2));
    case Look::gap:
      return draw_hatch(kit, list, entry.color, low, high);
    case Look::gap_marker:
      return three(kit.px(3), scene::Plate::triangle);
    case Look::gap_dot:
      return three(kit.px(2.8f), scene::Plate::none);
    case Look::sufficient:
      return draw_level_hatch(kit, list, entry.color, low, high);
    case Look::sufficient_marker:
      return three(kit.px(2.6f), scene::Plate::square);
    case Look::between:
      return list->AddRect(low, high, entry.color, 0, 0, kit.px(2.2f));
    case Look::between_marker:
      return three(kit.px(3.4f), scene::Plate::octagon, kit.theme.field);
    case Look::unknown:
      return draw_dots(kit, list, entry.color, low, high);
    case Look::unknown_marker:
      return three(kit.px(2), scene::Plate::none);
    case Look::title:
      return;
    case Look::circle:
      return list->AddCircleFilled(middle, kit.px(6.5f), entry.color);
    case Look::symbol:
      return draw_plate(kit, list, entry.plate, entry.color, middle, kit.px(7.5f));
  }
}

/// Where each line lies.
struct Plan {
  std::vector<std::string> texts;
  std::vector<float> heights;
  int columns = 1, rows = 0;  ///< rows: of the longest column
  float column = 0;           ///< width of one
  ImVec2 size;                ///< of the whole, without the card's edges
};

constexpr float edge = 10;       ///< of the card
constexpr float sign_room = 32;  ///< of the sign before the text
constexpr float fold_room = 26;

bool has_title(const std::vector<LegendEntry>& entries) {
  return entries.front().look == LegendEntry::Look::title;
}

/// In two columns once services by group are named: a tall card would hide the map.
Plan plan_of(const Kit& kit, const std::vector<LegendEntry>& entries, const Rect& map) {
  Plan plan;
  const float room = map.width - kit.px(24 + 2 * edge + fold_room);
  float widest = 0;
  for (const auto& entry : entries) {
    plan.texts.push_back(broken_at_spaces(entry.text, room - kit.px(sign_room)));
    const ImVec2 size = ImGui::CalcTextSize(plan.texts.back().c_str());
    widest = std::max(widest, size.x);
    plan.heights.push_back(std::max(kit.px(22), size.y + kit.px(3)));
  }
  plan.column = widest + kit.px(sign_room + 14);
  const auto count = static_cast<int>(entries.size());
  if (count > 6 && !has_title(entries) && plan.column * 2 <= room) plan.columns = 2;
  plan.rows = (count + plan.columns - 1) / plan.columns;
  plan.size.x = plan.column * static_cast<float>(plan.columns) + kit.px(fold_room - 14);
  for (int first = 0; first < count; first += plan.rows) {
    const auto from = plan.heights.begin() + first;
    const auto to = plan.heights.begin() + std::min(count, first + plan.rows);
    plan.size.y = std::max(plan.size.y, std::accumulate(from, to, 0.f));
  }
  return plan;
}

void draw_entries(const Kit& kit, const std::vector<LegendEntry>& entries, const Plan& plan) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImVec2 at = corner;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && static_cast<int>(i) % plan.rows == 0) at = {at.x + plan.column, corner.y};
    draw_swatch(kit, list, entries[i], {at.x, at.y + kit.px(3)});
    const float indent = entries[i].look == LegendEntry::Look::title ? 0 : kit.px(sign_room);
    list->AddText({at.x + indent, at.y}, kit.theme.ink, plan.texts[i].c_str());
    at.y += plan.heights[i];
  }
  ImGui::Dummy(plan.size);
}

bool fold_button(const Kit& kit, ImVec2 corner) {
  const float side = kit.px(22);
  ImGui::SetCursorScreenPos(corner);
  const bool pressed = ImGui::InvisibleButton("fold", {side, side});
  kit.note_item(tr("Fold the legend"));
  const bool lit = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  ImGui::RenderArrow(ImGui::GetWindowDrawList(),
                     {corner.x + (side - ImGui::GetFontSize()) / 2, corner.y + kit.px(1)},
                     lit ? kit.theme.ink : kit.theme.ink_soft, ImGuiDir_Down, 0.8f);
  kit.tip(tr("Fold the legend"));
  return pressed;
}

/// Until it is ended: a window whose lower right corner is `low_right`.
void begin_card(const Kit& kit, ImVec2 low_right, ImVec2 size, bool scrolls) {
  ImGui::SetNextWindowPos(low_right, ImGuiCond_Always, {1, 1});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleColor(ImGuiCol_WindowBg,
                        (kit.theme.paper & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 235));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(edge), kit.px(8)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                 ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                 ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::Begin("legend", nullptr, scrolls ? flags : flags | ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar(4);
  ImGui::PopStyleColor();
}

/// Returns whether it was asked for.
bool show_folded(const Kit& kit, ImVec2 low_right) {
  const char* word = tr("Legend");
  const ImVec2 words = ImGui::CalcTextSize(word);
  const ImVec2 frame = ImGui::GetStyle().FramePadding;
  begin_card(kit, low_right,
             {words.x + 2 * frame.x + kit.px(2 * edge), words.y + 2 * frame.y + kit.px(16)}, false);
  const bool asked = kit.quiet_button(word);
  kit.tip(tr("Show what the colours and signs of the map mean"));
  ImGui::End();
  return asked;
}

bool show_open(const Kit& kit, const std::vector<LegendEntry>& entries, const Plan& plan,
               ImVec2 low_right, float most) {
  const float high = plan.size.y + kit.px(14);
  begin_card(kit, low_right, {plan.size.x + kit.px(2 * edge), std::min(high, most)}, high > most);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 low = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  kit.registry.note("legend", low, {low.x + size.x, low.y + size.y});
  draw_entries(kit, entries, plan);
  const float bar = ImGui::GetCurrentWindowRead()->ScrollbarSizes.x;
  const bool fold = fold_button(kit, {low.x + size.x - bar - kit.px(26), corner.y - kit.px(3)});
  ImGui::End();
  return fold;
}

/// What the user wants, once he has said so.
enum Wanted { by_room, open, folded };

}  // namespace

void draw_map_card(const Kit& kit, ImDrawList* list, ImVec2 low, ImVec2 high) {
  list->AddRectFilled(low, high, (kit.theme.paper & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 235),
                      kit.px(6));
  list->AddRect(low, high, kit.theme.hairline, kit.px(6));
}

bool hides_much(ImVec2 legend, const Rect& map) {
  constexpr float of_map = 0.2f, of_height = 0.5f, of_width = 0.6f;
  return legend.x * legend.y > of_map * map.width * map.height || legend.x > of_width * map.width ||
         legend.y > of_height * map.height;
}

void show_legend(const Kit& kit, const std::vector<LegendEntry>& entries, const Rect& map,
                 ImVec2 bar) {
  if (entries.empty()) return;
  int* wanted = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("legend is"), by_room);
  ImGui::PushFont(kit.fonts.small);
  const Plan plan = plan_of(kit, entries, map);
  ImVec2 low_right{map.x + map.width - kit.px(12), map.y + map.height - kit.px(12)};
  const bool beside = low_right.x - plan.size.x - kit.px(2 * edge) > bar.x + kit.px(8);
  const bool fold = *wanted == folded || (*wanted == by_room && hides_much(plan.size, map));
  if (fold) {
    const float wide = ImGui::CalcTextSize(tr("Legend")).x + kit.px(2 * edge) +
                       2 * ImGui::GetStyle().FramePadding.x;
    if (low_right.x - wide < bar.x + kit.px(8)) low_right.y = bar.y - kit.px(8);
    if (show_folded(kit, low_right)) *wanted = open;
  } else {
    if (!beside) low_right.y = bar.y - kit.px(8);
    if (show_open(kit, entries, plan, low_right, low_right.y - map.y - kit.px(12)))
      *wanted = folded;
  }
  ImGui::PopFont();
}

}  // namespace nahraum::ui
