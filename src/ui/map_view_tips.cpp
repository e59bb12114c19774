/// What the map tells of what is under the mouse.

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/base_map.hpp"
#include "ui/indicator_view.hpp"
#include "ui/map_marks.hpp"
#include "ui/map_view.hpp"
#include "ui/page_marks.hpp"

namespace nahraum::ui {
namespace {

using Hit = render::Hit;

}  // namespace

std::optional<geo::LonLat> MapView::mouse_degrees() {
  if (!mouse_at_ || !project_) return std::nullopt;
  if (projection_epsg_ != project_->info.epsg) {
    projection_epsg_ = project_->info.epsg;
    projection_.reset();
    if (auto made = geo::Projection::to_epsg(projection_epsg_)) projection_ = std::move(*made);
  }
  if (!projection_) return std::nullopt;
  return projection_->inverse(*mouse_at_);
}

std::vector<Hit> MapView::hits_at(geo::Point at) const {
  // What is not drawn is not pointed at: the map is empty so that it steers nobody.
  if (!picker_ || ground_ == app::SketchGround::empty) return {};
  const auto look = camera_.look();
  return picker_->all(at, 5 * look.metres_per_px, 3.2 * look.px_per_mm * look.metres_per_px,
                      look.denominator);
}

const app::PageSign* MapView::sign_under_mouse() const {
  const auto look = camera_.look();
  return mouse_at_ ? sign_at(page_.get(), *mouse_at_, 2.4 * look.px_per_mm * look.metres_per_px)
                   : nullptr;
}

void MapView::show_tooltip(const Kit& kit, const app::State& state, double now_s) {
  if (const auto* sign = sign_under_mouse(); sign && !press_ && !sign->name.empty()) {
    kit.begin_tip();
    ImGui::TextUnformatted(sign->name.c_str());
    return kit.end_tip();
  }
  if (!press_ && state.project && mouse_at_) {
    if (const auto area = area_at(state, *mouse_at_)) return show_area_tip(kit, state, *area);
  }
  if (hover_ && !press_ && state.project && hover_->kind == Hit::Kind::cluster)
    return show_cluster_tip(kit, state);
  std::optional<app::Selection> thing;
  if (state.project && !press_ && state.tool == app::Tool::select) {
    const auto things = things_at(*state.project, hits_);
    if (!things.empty()) thing = things.front();
  }
  tip_.rest_on(thing, ImGui::GetIO().MousePos, now_s);
  hover_waits_ = tip_.waits(now_s);
  if (const auto named = tip_.named(now_s)) {
    if (const auto told = describe(state, *catalogue_, *named)) show_hover(kit, *told);
  }
}

void MapView::show_area_tip(const Kit& kit, const app::State& state, std::size_t area) const {
  kit.begin_tip();
  for (const auto& line : area_lines(state, area))
    ImGui::TextUnformatted(line.c_str());
  kit.end_tip();
}

/// Who the number stands for, as far as a card has room.
void MapView::show_cluster_tip(const Kit& kit, const app::State& state) const {
  constexpr std::size_t most = 12;
  const auto lines = cluster_lines(*state.project, *catalogue_, picker_->members(*hover_));
  kit.begin_tip();
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i)
    ImGui::TextUnformatted(lines[i].c_str());
  if (lines.size() > most)
    kit.detail(fmt::format(fmt::runtime(base::tr("and {0} more")), lines.size() - most));
  kit.detail(base::tr("A click opens them."));
  kit.end_tip();
}

}  // namespace nahraum::ui
