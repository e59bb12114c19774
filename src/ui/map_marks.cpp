#include "ui/map_marks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/result_layers.hpp"
#include "scene/scale_bar.hpp"
#include "scene/sentence.hpp"
#include "scene/services_layer.hpp"
#include "scene/style.hpp"
#include "ui/grades_view.hpp"
#include "ui/indicator_view.hpp"
#include "ui/legend_card.hpp"
#include "ui/map_layers.hpp"
#include "ui/map_pen.hpp"
#include "ui/map_tools.hpp"
#include "ui/map_view.hpp"
#include "ui/question_view.hpp"
#include "ui/study_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

ImU32 solid(scene::Color c) {
  return IM_COL32(c.r, c.g, c.b, 255);
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
  // Beside the map's tools where it would lie under them.
  const bool under = rect.height < kit.px(map_tools_height + 12 + 60);
  const float indent = kit.px(12) + (under ? kit.px(map_tools_width + 8) : 0);
  const ImVec2 low{rect.x + indent, rect.y + rect.height - kit.px(54)};
  draw_map_card(kit, list, low, {low.x + width, low.y + kit.px(42)});
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
  draw_map_card(kit, list, {x - kit.px(18), y - kit.px(4)}, {x + kit.px(18), y + kit.px(56)});
  list->AddTriangleFilled({x, y + kit.px(4)}, {x - kit.px(8), y + kit.px(30)}, {x, y + kit.px(25)},
                          kit.theme.ink);
  list->AddTriangle({x, y + kit.px(4)}, {x + kit.px(8), y + kit.px(30)}, {x, y + kit.px(25)},
                    kit.theme.ink);
  list->AddText(kit.fonts.small, kit.fonts.small->FontSize, {x - kit.px(5), y + kit.px(34)},
                kit.theme.ink, "N");
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
    const ImVec2 low{at.x - size.x / 2, at.y - size.y / 2};
    // At the map's edge a number would be cut and read as another.
    const bool whole = low.x >= rect.x && low.x + size.x <= rect.x + rect.width &&
                       low.y >= rect.y && low.y + size.y <= rect.y + rect.height;
    if (whole) list->AddText(font, font->FontSize, low, kit.theme.on_accent, text.c_str());
    kit.registry.note("mark " + text, {at.x - radius, at.y - radius},
                      {at.x + radius, at.y + radius});
  }
}

namespace {

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

}  // namespace

void draw_tool_hint(const Kit& kit, const app::State& state, const Rect& rect) {
  if (state.tool == app::Tool::select && !state.read_only) return;
  if (!state.read_only && !hint_of(state.tool).empty()) return;  // it says more: MapView::show_hint
  const std::string hint = tool_hint(state);
  ImFont* font = kit.fonts.body;
  // Between the map's tools and the north arrow.
  const float room = rect.width - 2 * kit.px(12 + map_tools_width + 24);
  const std::string lines = broken_at_spaces(hint, room);
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, lines.c_str());
  const ImVec2 low{rect.x + (rect.width - size.x) / 2 - kit.px(12), rect.y + kit.px(12)};
  const ImVec2 high{low.x + size.x + kit.px(24), low.y + size.y + kit.px(12)};
  draw_map_card(kit, ImGui::GetWindowDrawList(), low, high);
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {low.x + kit.px(12), low.y + kit.px(6)},
                                      kit.theme.ink, lines.c_str());
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

/// What the module's own signs mean.
void add_keys(std::vector<LegendEntry>& entries, const app::ModulePage& page,
              const scene::Style& style) {
  for (const auto& key : page.keys) {
    const auto color = solid(scene::series_look(style, key.sign.series).fill);
    const auto plate = key.sign.triangle ? scene::Plate::triangle : scene::Plate::circle;
    entries.push_back({LegendEntry::Look::symbol, color, key.words, plate, {}});
  }
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
  const scene::Style style = scene::style_for(state.settings.theme);
  if (state.project && scope.page) add_keys(entries, *scope.page, style);
  if (!state.project || !state.answer) return entries;
  if (overlay_extent(state) != OverlayExtent::whole) return entries;
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
  show_legend(kit, make_legend(state, scope), rect, bar);
  draw_tool_hint(kit, state, rect);
  ImGui::GetWindowDrawList()->PopClipRect();
}

}  // namespace nahraum::ui
