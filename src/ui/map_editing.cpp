/// The map view's hand for what is drawn and for vertices.

#include <algorithm>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "ui/home_form.hpp"
#include "ui/map_view.hpp"
#include "ui/shape_edits.hpp"

namespace nahraum::ui {
namespace {

constexpr std::size_t most_segments = 6000;  ///< of outlines that are drawn anew in each frame

/// Freehand lines, texts and photos lie where the hand puts them.
bool snaps(app::Tool tool) {
  const auto shape = shape_of(tool);
  if (answers(tool)) return false;
  return shape == Drawing::Shape::line || shape == Drawing::Shape::polygon ||
         tool == app::Tool::correct_crossing || tool == app::Tool::correct_barrier;
}

/// What else there is to hold on to: notes and corrections.
std::vector<geo::Line> drawn_lines(const model::Project& project) {
  std::vector<geo::Line> lines;
  for (const auto& note : project.notes) {
    if (note.kind != model::NoteKind::freehand && note.kind != model::NoteKind::highlight)
      lines.push_back(note.points);
  }
  for (const auto& each : project.corrections) {
    if (const auto* path = std::get_if<model::AddPath>(&each.change)) lines.push_back(path->line);
  }
  return lines;
}

}  // namespace

ImVec2 MapView::screen(geo::Point at) const {
  const auto px = camera_.to_px(at);
  return {rect_.x + static_cast<float>(px.x), rect_.y + static_cast<float>(px.y)};
}

/// Alt lets go.
Snapped MapView::snapped(const app::State& state, geo::Point at) const {
  constexpr double reach_px = 8;
  if (!snapper_ || ImGui::GetIO().KeyAlt) return {Snapped::To::nothing, at};
  const auto look = camera_.look();
  const double reach_m = reach_px * look.px_per_mm * 25.4 / 96 * look.metres_per_px;
  return snapper_->snap(at, reach_m, drawn_lines(*state.project));
}

PenPlace MapView::pen_place() const {
  const auto look = camera_.look();
  PenPlace place;
  place.at = snap_.to == Snapped::To::nothing ? *mouse_at_ : snap_.at;
  place.px_m = look.metres_per_px;
  place.near_m = 2.2 * look.px_per_mm * look.metres_per_px;
  place.callout_m = 18 * look.px_per_mm * look.metres_per_px;
  return place;
}

/// Keys and clicks may have ended a shape.
void MapView::follow_pen(const Kit& kit, const app::State& state) {
  if (!pen_.active()) return;
  if (mouse_at_ && !press_) pen_.hover(pen_place());
  const auto place = mouse_at_ ? pen_place() : PenPlace{};
  moving_note_ = pen_.note(place);
  pen_.hand_out(kit, state, place);
  if (!pen_.begun()) moving_note_.reset();
}

void MapView::follow_snap(const app::State& state) {
  snap_ = {};
  if (!mouse_at_) return;
  const bool vertex = press_ && press_->holds == Press::Holds::vertex;
  if (vertex || (pen_.active() && snaps(state.tool))) snap_ = snapped(state, *mouse_at_);
}

void MapView::move_vertex(const app::State& state) {
  vertices_.move(snap_.to == Snapped::To::nothing ? *mouse_at_ : snap_.at);
  if (state.selection.kind != app::Selection::Kind::note) return;
  for (const auto& note : state.project->notes) {
    if (note.id != state.selection.id) continue;
    moving_note_ = note;
    moving_note_->points = vertices_.shape().lines.at(0);
  }
}

void MapView::end_vertex(const Kit& kit, const app::State& state) {
  moving_note_.reset();
  if (vertices_.release()) keep_shape(kit, state);
}

void MapView::keep_shape(const Kit& kit, const app::State& state) {
  auto action = action_with(state, vertices_.shape());
  if (action) return kit.act(std::move(*action));
  kit.act(app::Tell{base::one_line(action.error()), app::Message::Severity::warning});
  vertices_.follow(edited_shape(state));
}

bool MapView::insert_vertex(const Kit& kit, const app::State& state) {
  const double near_m = pen_place().near_m;
  if (vertices_.empty() || vertices_.at(*mouse_at_, near_m)) return false;
  if (!vertices_.insert(*mouse_at_, near_m)) return false;
  keep_shape(kit, state);
  return true;
}

bool MapView::remove_vertex(const Kit& kit, const app::State& state) {
  if (!vertices_.remove_active()) return false;
  keep_shape(kit, state);
  return true;
}

/// A click of the tools that change what the project itself states. False: not theirs.
bool MapView::click_people(const Kit& kit, const app::State& state) {
  using Kind = app::Selection::Kind;
  const auto& project = *state.project;
  if (state.tool == app::Tool::edit_outline) return true;  // its vertices take what they want
  if (state.tool == app::Tool::edit_areas) {
    const auto area = area_at(project, *mouse_at_);
    kit.act(area ? app::Select{{Kind::statistics, static_cast<std::int32_t>(*area)}}
                 : app::Select{});
    return true;
  }
  if (state.tool != app::Tool::add_home) return false;
  if (const auto found = home_at(project, *mouse_at_, base::today())) {
    const auto edit = model::with_id(project, *found);
    kit.act(app::PerformEdit{edit});
    kit.act(app::ChooseTool{app::Tool::select});
    kit.act(app::Select{{Kind::home, std::get<model::AddHome>(edit).home.id}});
    return true;
  }
  kit.act(
      app::Tell{base::tr("No building without residents lies here: click on one, or click on a "
                         "home without this tool to change it.")});
  return true;
}

/// How many points were drawn: none out of sight.
std::size_t MapView::draw_outline(const Kit& kit, const geo::MultiPolygon& outline) const {
  if (!geo::bounds(outline).intersects(camera_.look().bounds(20))) return 0;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::size_t drawn = 0;
  for (const auto& polygon : outline) {
    std::vector<ImVec2> line;
    for (const auto& p : polygon.outer)
      line.push_back(screen(p));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), kit.theme.field, 0, kit.px(4));
    list.AddPolyline(line.data(), static_cast<int>(line.size()), kit.theme.accent, 0, kit.px(1.3f));
    drawn += line.size();
  }
  return drawn;
}

/// Of the areas in view, while they are edited.
void MapView::draw_areas(const Kit& kit, const app::State& state) const {
  if (state.tool != app::Tool::edit_areas) return;
  std::size_t drawn = 0;
  for (const auto& area : state.project->population) {
    if ((drawn += draw_outline(kit, area.outline)) > most_segments) return;
  }
}

void MapView::draw_outlines(const Kit& kit, const app::State& state,
                            const std::vector<std::uint32_t>& areas) const {
  std::size_t drawn = 0;
  for (const auto area : areas) {
    if (area >= state.project->population.size()) continue;
    if ((drawn += draw_outline(kit, state.project->population[area].outline)) > most_segments)
      return;
  }
}

void MapView::draw_editing(const Kit& kit, const app::State& state) const {
  draw_areas(kit, state);
  pen_.draw(kit, camera_, {rect_.x, rect_.y});
  draw_handles(kit);
  if (snap_.to != Snapped::To::nothing) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = screen(snap_.at);
    const float r = kit.px(6);
    if (snap_.to == Snapped::To::vertex)
      list.AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, kit.theme.accent, 0, 0, kit.px(2));
    else
      list.AddNgon(at, r + kit.px(1), kit.theme.accent, 4, kit.px(2));
  }
  show_hint(kit, state);
}

void MapView::draw_handles(const Kit& kit) const {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto& shape = vertices_.shape();
  const geo::Box seen = camera_.look().bounds(20);
  for (std::size_t l = 0; l < shape.lines.size(); ++l) {
    const auto& line = shape.lines[l];
    const std::size_t edges = line.empty() ? 0 : line.size() - (shape.closed ? 0 : 1);
    for (std::size_t e = 0; vertices_.held() && e < edges; ++e)
      list.AddLine(screen(line[e]), screen(line[(e + 1) % line.size()]), kit.theme.accent,
                   kit.px(1.5f));
    for (std::size_t v = 0; v < line.size(); ++v) {
      if (!seen.contains(line[v])) continue;
      const bool active = vertices_.active() == Vertices::Handle{l, v};
      const ImVec2 at = screen(line[v]);
      list.AddCircleFilled(at, kit.px(5), active ? kit.theme.accent : kit.theme.field);
      list.AddCircle(at, kit.px(5), kit.theme.accent, 0, kit.px(1.8f));
    }
  }
}

/// What the chosen tool waits for, at the map's upper edge.
void MapView::show_hint(const Kit& kit, const app::State& state) const {
  const auto hint = hint_of(state.tool);
  if (hint.empty() || state.read_only) return;
  ImGui::PushFont(kit.fonts.small);
  const float pad = kit.px(10);
  // Between the buttons on the left and the north arrow.
  const float room = std::max(kit.px(120), rect_.width - kit.px(150) - 2 * pad);
  const ImVec2 size = ImGui::CalcTextSize(hint.c_str(), nullptr, false, room);
  const ImVec2 low{rect_.x + (rect_.width - size.x) / 2 - pad, rect_.y + kit.px(14)};
  const ImVec2 high{low.x + size.x + 2 * pad, low.y + size.y + pad};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, kit.theme.field, kit.px(6));
  list.AddRect(low, high, kit.theme.hairline, kit.px(6));
  list.AddText(nullptr, 0, {low.x + pad, low.y + pad / 2}, kit.theme.ink, hint.c_str(), nullptr,
               room);
  kit.registry.note("map hint", low, high);
  ImGui::PopFont();
}

}  // namespace nahraum::ui
