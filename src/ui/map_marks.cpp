#include "ui/map_marks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "render/cairo/plates.hpp"
#include "scene/result_layers.hpp"
#include "scene/scale_bar.hpp"
#include "scene/sentence.hpp"
#include "scene/services_layer.hpp"
#include "scene/style.hpp"
#include "ui/grades_view.hpp"
#include "ui/indicator_view.hpp"
#include "ui/map_layers.hpp"
#include "ui/map_view.hpp"
#include "ui/question_view.hpp"
#include "ui/study_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

ImU32 solid(scene::Color c) {
  return IM_COL32(c.r, c.g, c.b, 255);
}

/// A calm card behind marks, so that they stay readable over any map.
void draw_card(const Kit& kit, ImDrawList* list, ImVec2 low, ImVec2 high) {
  list->AddRectFilled(low, high, (kit.theme.paper & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 235),
                      kit.px(6));
  list->AddRect(low, high, kit.theme.hairline, kit.px(6));
}

/// Returns its card's upper right corner.
ImVec2 draw_scale_bar(const Kit& kit, const Camera& camera, const Rect& rect,
                      double grid_per_ground) {
  const auto look = camera.look();
  const ScaleBar bar = scale_bar_for(look.metres_per_px, grid_per_ground, kit.px(180));
  const std::string text = base::format_distance(bar.metres, base::language()) + "   " +
                           scene::scale_text(camera.denominator());
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 size =
      kit.fonts.small->CalcTextSizeA(kit.fonts.small->FontSize, 1e9f, 0, text.c_str());
  const float width = std::max(bar.px, size.x) + kit.px(24);
  const ImVec2 low{rect.x + kit.px(12), rect.y + rect.height - kit.px(54)};
  draw_card(kit, list, low, {low.x + width, low.y + kit.px(42)});
  const float x = low.x + kit.px(12), y = low.y + kit.px(30);
  list->AddText(kit.fonts.small, kit.fonts.small->FontSize, {x, low.y + kit.px(5)}, kit.theme.ink,
                text.c_str());
  list->AddRectFilled({x, y}, {x + bar.px / 2, y + kit.px(4)}, kit.theme.ink);
  list->AddRectFilled({x + bar.px / 2, y}, {x + bar.px, y + kit.px(4)}, kit.theme.field);
  list->AddRect({x, y}, {x + bar.px, y + kit.px(4)}, kit.theme.ink);
  return {low.x + width, low.y};
}

void draw_north_arrow(const Kit& kit, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = rect.x + rect.width - kit.px(34), y = rect.y + kit.px(16);
  draw_card(kit, list, {x - kit.px(18), y - kit.px(4)}, {x + kit.px(18), y + kit.px(56)});
  list->AddTriangleFilled({x, y + kit.px(4)}, {x - kit.px(8), y + kit.px(30)}, {x, y + kit.px(25)},
                          kit.theme.ink);
  list->AddTriangle({x, y + kit.px(4)}, {x + kit.px(8), y + kit.px(30)}, {x, y + kit.px(25)},
                    kit.theme.ink);
  list->AddText(kit.fonts.small, kit.fonts.small->FontSize, {x - kit.px(5), y + kit.px(34)},
                kit.theme.ink, "N");
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

/// In two columns once services by group are named: a tall card would hide the map. Above the scale
/// bar where there is no room beside it; `bar` is that one's corner.
void draw_legend(const Kit& kit, const app::State& state, const Rect& rect,
                 const LegendScope& scope, ImVec2 bar) {
  const auto entries = make_legend(state, scope);
  if (entries.empty()) return;
  ImFont* font = kit.fonts.small;
  float width = 0;
  for (const auto& entry : entries) {
    width = std::max(width, font->CalcTextSizeA(font->FontSize, 1e9f, 0, entry.text.c_str()).x);
  }
  const float column = width + kit.px(54), line = kit.px(22);
  const int columns = entries.size() > 6 && entries.front().look != LegendEntry::Look::title &&
                              rect.width > column * 2 + kit.px(24)
                          ? 2
                          : 1;
  const auto rows = (static_cast<int>(entries.size()) + columns - 1) / columns;
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImVec2 high{rect.x + rect.width - kit.px(12), rect.y + rect.height - kit.px(12)};
  const float whole = column * static_cast<float>(columns);
  const bool beside = high.x - whole > bar.x + kit.px(8);
  if (!beside) high.y = bar.y - kit.px(8);
  if (whole > rect.width - kit.px(24)) high.x = rect.x + (rect.width + whole) / 2;
  const ImVec2 low{high.x - whole, high.y - line * static_cast<float>(rows) - kit.px(14)};
  draw_card(kit, list, low, high);
  kit.registry.note("legend", low, high);
  for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
    const auto& entry = entries[static_cast<std::size_t>(i)];
    const ImVec2 at{low.x + kit.px(10) + column * static_cast<float>(i / rows),
                    low.y + kit.px(8) + line * static_cast<float>(i % rows)};
    draw_swatch(kit, list, entry, {at.x, at.y + kit.px(3)});
    const float indent = entry.look == LegendEntry::Look::title ? 0 : kit.px(32);
    list->AddText(font, font->FontSize, {at.x + indent, at.y}, kit.theme.ink, entry.text.c_str());
  }
}

/// The numbers of the table's rows at their places; around the chosen one a ring.
void draw_place_marks(const Kit& kit, const app::State& state, const Camera& camera,
                      const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImFont* font = kit.fonts.small;
  const auto marks = place_marks(state);
  for (std::size_t i = marks.size(); i-- > 0;) {  // the first on top
    const auto& mark = marks[i];
    const auto px = camera.to_px(mark.at);
    const ImVec2 at{rect.x + static_cast<float>(px.x), rect.y + static_cast<float>(px.y)};
    const std::string& text = mark.text;
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str());
    const float radius = kit.px(11);
    if (mark.chosen) list->AddCircle(at, radius + kit.px(5), kit.theme.accent, 0, kit.px(3));
    list->AddCircleFilled(at, radius + kit.px(2), kit.theme.field);
    list->AddCircleFilled(at, radius, kit.theme.accent);
    list->AddText(font, font->FontSize, {at.x - size.x / 2, at.y - size.y / 2}, kit.theme.on_accent,
                  text.c_str());
    kit.registry.note("mark " + text, {at.x - radius, at.y - radius},
                      {at.x + radius, at.y + radius});
  }
}

/// Why nothing can be changed, or how the tool is used.
std::string tool_hint(const app::State& state) {
  if (state.locked_by) {
    return fmt::format(fmt::runtime(tr("Read-only: {0} on {1} has it open")), state.locked_by->user,
                       state.locked_by->host);
  }
  if (state.read_only) return tr("Read-only: made by a newer version");
  const bool drags = state.tool == app::Tool::note_arrow || state.tool == app::Tool::note_callout;
  return drags ? tr("Press at the place, drag, release. Esc ends.")
               : tr("Click the place. Esc ends.");
}

void draw_tool_hint(const Kit& kit, const app::State& state, const Rect& rect) {
  if (state.tool == app::Tool::select && !state.read_only) return;
  const std::string text = tool_hint(state);
  const char* hint = text.c_str();
  ImFont* font = kit.fonts.body;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, hint);
  const ImVec2 low{rect.x + (rect.width - size.x) / 2 - kit.px(12), rect.y + kit.px(12)};
  const ImVec2 high{low.x + size.x + kit.px(24), low.y + size.y + kit.px(12)};
  draw_card(kit, ImGui::GetWindowDrawList(), low, high);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {low.x + kit.px(12), low.y + kit.px(6)},
                                      kit.theme.ink, hint);
}

}  // namespace

ScaleBar scale_bar_for(double metres_per_px, double grid_per_ground, float max_px) {
  const double ground_per_px = metres_per_px / grid_per_ground;
  const double most = max_px * ground_per_px;
  double length = std::pow(10, std::floor(std::log10(most)));
  for (const double factor : {5.0, 2.0}) {
    if (length * factor <= most) {
      length *= factor;
      break;
    }
  }
  return {length, static_cast<float>(length / ground_per_px)};
}

namespace {

void add_bands(std::vector<LegendEntry>& entries, const app::State& state,
               const scene::Style& style) {
  const auto& bands = state.answer->bands;
  const auto looks = scene::band_looks(style, static_cast<int>(bands.size()));
  for (std::size_t i = 0; i < bands.size(); ++i) {
    LegendEntry entry{LegendEntry::Look::band, solid(scene::over(looks[i].fill, style.ground)),
                      fmt::format(fmt::runtime(tr("up to {0}")), scene::limit_name(bands[i].limit)),
                      scene::Plate::none, looks[i].hatch};
    entries.push_back(std::move(entry));
  }
}

void add_gaps(std::vector<LegendEntry>& entries, const app::State& state, double denominator,
              const scene::Style& style) {
  using Look = LegendEntry::Look;
  const bool far = denominator >= scene::gap_markers_from;
  const Look gap = state.preview ? Look::gap_dot : far ? Look::gap_marker : Look::gap;
  entries.push_back({gap, solid(style.gap), tr("Homes in the gap")});
  if (state.answer->coverage.homes_not_assessable > 0 && !state.preview) {
    entries.push_back(
        {far ? Look::unknown_marker : Look::unknown, solid(style.unknown), tr("Not assessable")});
  }
}

LegendEntry::Look look_of(GradeSign::Kind kind, bool far) {
  using Look = LegendEntry::Look;
  switch (kind) {
    case GradeSign::Kind::good:
      return far ? Look::gap_dot : Look::band;
    case GradeSign::Kind::sufficient:
      return far ? Look::sufficient_marker : Look::sufficient;
    case GradeSign::Kind::gap:
      return far ? Look::gap_marker : Look::gap;
    case GradeSign::Kind::unknown:
      return far ? Look::unknown_marker : Look::unknown;
    case GradeSign::Kind::between:
      break;
  }
  return far ? Look::between_marker : Look::between;
}

/// Homes by the standard whose study is open.
void add_grades(std::vector<LegendEntry>& entries, const app::Graded& graded, double denominator,
                const scene::Style& style) {
  const bool far = denominator >= scene::gap_markers_from;
  const scene::Color colors[] = {far ? style.good : style.good_pale, style.sufficient, style.gap,
                                 style.unknown, style.ink};
  for (const auto& sign : grade_signs(graded)) {
    const auto color = colors[static_cast<int>(sign.kind)];
    entries.push_back({look_of(sign.kind, far), solid(color), sign.text});
  }
}

LegendEntry symbol_entry(const scene::Style& style, model::Group group, std::string name) {
  const auto& look = style.group(group);
  return {LegendEntry::Look::symbol, solid(look.color), std::move(name), look.plate, {}};
}

void add_others(std::vector<LegendEntry>& entries, const app::State& state,
                const LegendScope& scope, const scene::Style& style) {
  const bool others = state.layers(app::MapLayer::other_services) &&
                      scope.denominator < scene::other_services_until;
  if (!others) return;
  for (const auto group : scope.other_groups)
    entries.push_back(symbol_entry(style, group, group_name(group)));
}

}  // namespace

std::vector<LegendEntry> make_legend(const app::State& state, const LegendScope& scope) {
  if (app::figures_in_sight(state)) return indicator_legend(state);
  std::vector<LegendEntry> entries;
  if (!state.project || !state.answer) return entries;
  const scene::Style style = scene::style_for(state.settings.theme);
  const auto* type = scope.catalogue ? scope.catalogue->find_type(state.question.type) : nullptr;
  if (type) entries.push_back(symbol_entry(style, type->group, scene::name_of(*type)));
  const auto layers = layers_in_sight(state);
  if (layers(app::MapLayer::catchment)) add_bands(entries, state, style);
  const auto* grades = state.preview ? nullptr : app::grades_in_sight(state);
  if (layers(app::MapLayer::gaps) && grades) {
    add_grades(entries, *grades, scope.denominator, style);
  } else if (layers(app::MapLayer::gaps)) {
    add_gaps(entries, state, scope.denominator, style);
  }
  add_others(entries, state, scope, style);
  return entries;
}

void draw_map_marks(const Kit& kit, const app::State& state, const Camera& camera, const Rect& rect,
                    double grid_per_ground, const LegendScope& scope) {
  if (!state.project) return;
  ImGui::GetWindowDrawList()->PushClipRect({rect.x, rect.y},
                                           {rect.x + rect.width, rect.y + rect.height}, true);
  draw_place_marks(kit, state, camera, rect);
  const ImVec2 bar = draw_scale_bar(kit, camera, rect, grid_per_ground);
  draw_north_arrow(kit, rect);
  draw_legend(kit, state, rect, scope, bar);
  draw_tool_hint(kit, state, rect);
  ImGui::GetWindowDrawList()->PopClipRect();
}

}  // namespace nahraum::ui
