#include "ui/map_view.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "scene/base_map.hpp"
#include "scene/scale_bar.hpp"
#include "ui/exercise_marks.hpp"
#include "ui/map_marks.hpp"
#include "ui/page_marks.hpp"
#include "ui/shape_edits.hpp"
#include "ui/spot_mark.hpp"
#include "ui/why_so_long.hpp"

namespace nahraum::ui {

void MapView::follow(const app::State& state, const model::Catalogue& catalogue, double now_s) {
  gliding_ = camera_.advance(now_s);
  if (fitted_) history_.follow({camera_.centre(), camera_.denominator()}, gliding_, now_s);
  catalogue_ = &catalogue;
  const bool repaint = std::exchange(theme_, state.settings.theme) != state.settings.theme;
  if (state.project != project_ || repaint) {
    const bool same_place = project_ && state.project &&
                            project_->info.title == state.project->info.title &&
                            project_->buildings.size() == state.project->buildings.size();
    const bool same_ground = same_place && project_->district == state.project->district &&
                             project_->homes == state.project->homes;
    project_ = state.project;
    if (picker_ && project_) picker_->show_notes(project_->notes);
    fitted_ = fitted_ && same_place;
    if (!same_place) history_.clear();
    if (!project_) {
      picker_ = nullptr;
      if (renderer_) renderer_->show(render::gl::Stack::base, {});
    } else if (!same_ground || !picker_ || repaint) {
      pictures_.submit(base::tr("Preparing the map"), [this, project = project_,
                                                       theme = theme_](jobs::Context& context) {
        auto layers = scene::base_map(*project, scene::style_for(theme));
        context.check();
        auto picker = std::make_shared<render::Picker>(project);
        const auto district = geo::bounds(project->district);
        const auto box = scene::extent(*project);
        auto labels = scene::label_candidates(*project);
        auto snapper = std::make_shared<const Snapper>(*project);
        return [this, project, theme, layers, picker, district, box, labels, snapper] {
          if (theme != theme_) return;
          labels_ = labels;
          snapper_ = snapper;
          home_box_ = district.empty() ? box : district;
          take_base(project, layers, picker, box);
        };
      });
    }
  }
  follow_ground(state);
  if (drag_settles(state)) return;
  follow_overlay(state, catalogue);
  follow_grades(state);
  follow_live(state, catalogue);
  comparing_ = state.comparison.has_value();
  other_.follow(state, catalogue, {overlay_key_, overlay_parts_, labels_, zoom_steps()}, renderer_,
                pictures_);
}

/// A dropped service keeps the picture of its last moment until its answer is there.
bool MapView::drag_settles(const app::State& state) const {
  return live_key_.preview && !state.preview && state.answering && state.project &&
         live_key_.project && live_key_.project->info.title == state.project->info.title;
}

void MapView::take_base(const model::Snapshot& project, const std::vector<scene::LayerPtr>& layers,
                        std::shared_ptr<render::Picker> picker, const geo::Box& box) {
  if (!project_) return;
  picker_ = std::move(picker);
  picker_->show(layers_of(overlay_, {}));
  picker_->show_notes(project_->notes);
  picker_project_ = project;
  box_ = box;
  camera_.keep_within(box_);
  overlay_key_ = {};
  base_ = layers;
  show_base();
}

void MapView::show_base() {
  if (!renderer_) return;
  const auto style = scene::style_for(theme_);
  renderer_->set_ground(style.ground);
  const auto layers = ground_ == app::SketchGround::pale    ? scene::paled(base_, box_, style)
                      : ground_ == app::SketchGround::empty ? scene::outline_alone(base_)
                                                            : base_;
  renderer_->show(render::gl::Stack::base, layers);
}

void MapView::follow_ground(const app::State& state) {
  if (std::exchange(ground_, ground_in_sight(state)) != ground_in_sight(state)) show_base();
}

void MapView::follow_overlay(const app::State& state, const model::Catalogue& catalogue) {
  const auto key = overlay_key(state);
  if (!labels_ || key == overlay_key_) return;
  overlay_key_ = key;
  if (!key.project) return;
  OverlayInput input{key,     {},           std::make_shared<const model::Catalogue>(catalogue),
                     labels_, zoom_steps(), overlay_parts_};
  if (key.rest) {
    input.bands = key.rest->bands;
  } else if (key.service_bands > 0) {
    input.bands = state.inspection->bands;
  } else if (key.answer) {
    input.bands = key.answer->bands;
  }
  const auto number = ++overlay_number_;
  pictures_.submit(base::tr("Drawing the map"), [this, input, number](jobs::Context& context) {
    const auto parts = overlay_parts(input, context);
    const auto picture = overlay_picture(input, parts);
    return [this, parts, picture, number] {
      if (number != overlay_number_) return;
      overlay_parts_ = parts;
      overlay_ = picture;
      overlay_shown_ = false;
      if (picker_) picker_->show(layers_of(overlay_, {}));
    };
  });
}

/// Thresholds that move pick other layers of those that are there; until those of another standard
/// are made, the old ones stay.
void MapView::follow_grades(const app::State& state) {
  const auto* grades = app::grades_in_sight(state);
  const auto wanted = grades ? std::optional(grades->thresholds) : std::nullopt;
  if (overlay_shown_ && wanted == graded_by_) return;
  const bool made = !overlay_.homes || (wanted && overlay_.homes->groups.step(wanted->target) &&
                                        overlay_.homes->groups.step(wanted->limit));
  if (!made) return;
  graded_by_ = wanted;
  overlay_shown_ = true;
  if (renderer_) renderer_->show(render::gl::Stack::overlay, layers_of(overlay_, graded_by_));
}

void MapView::follow_live(const app::State& state, const model::Catalogue& catalogue) {
  auto key = live_key(state, moving_note_, page_);
  if (key == live_key_) return;
  live_key_ = std::move(key);
  if (renderer_)
    renderer_->show(render::gl::Stack::live,
                    live_layers(state, catalogue, moving_note_, page_.get()));
}

void MapView::show_all() {
  if (!home_box_.empty()) camera_.show_all(home_box_.grown(home_box_.width() * 0.01));
}

void MapView::travel(int by, double now_s) {
  const auto place = by < 0 ? history_.back() : history_.forth();
  if (place) camera_.fly(place->centre, place->denominator, now_s);
}

void MapView::zoom_at_middle(int steps, double now_s) {
  camera_.zoom(steps, {rect_.width / 2.0, rect_.height / 2.0}, now_s);
}

/// Both halves show the same ground: a place in the right one is the place in the left.
geo::Point MapView::local(ImVec2 screen) const {
  const float half = rect_.width / 2;
  if (side_by_side() && screen.x - rect_.x > half) screen.x -= half;
  return {screen.x - rect_.x, screen.y - rect_.y};
}

void MapView::show(const Kit& kit, const app::State& state, const Rect& rect, double now_s) {
  take_rect(kit, rect);
  if (!fitted_ && !home_box_.empty() && picker_project_ == project_) {
    show_all();
    fitted_ = true;
  }
  reveal(state);
  centre_spot(state);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::InvisibleButton("##map", {rect.width, rect.height});
  kit.registry.note("map", {rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height});
  handle_mouse(kit, state, now_s);
  handle_keys(kit, state);
  follow_truth(state);
  const LegendScope scope{camera_.denominator(), catalogue_, overlay_parts_.groups, page_.get()};
  draw_map_marks(kit, state, camera_, rect_, grid_per_ground_, scope);
  draw_piece_marks(kit, state, camera_, {rect_.x, rect_.y});
  draw_rings(kit, also_marked_.places, camera_, rect_);
  draw_outlines(kit, state, also_marked_.areas);
  draw_exercise_marks(kit, state, camera_, rect_);
  draw_spot(kit, state, camera_, rect_);
  draw_editing(kit, state);
  if (comparing_) compare_.show(kit, make_compare_view(state, *catalogue_), rect_);
  if (state.tool == app::Tool::measure && state.project)
    measure_.draw(kit, camera_, {rect_.x, rect_.y}, state.project->info.epsg, mouse_at_);
  show_tooltip(kit, state, now_s);
}

/// When the inspector opens beside it the map stays where it is, and only its edge moves.
void MapView::take_rect(const Kit& kit, const Rect& rect) {
  const double wider = rect.width - rect_.width;
  const bool beside = fitted_ && wider != 0 && rect.x == rect_.x && rect.height == rect_.height;
  rect_ = rect;
  const float width = side_by_side() ? rect.width / 2 : rect.width;
  camera_.resize(static_cast<int>(width), static_cast<int>(rect.height), 96 / 25.4 * kit.scale);
  if (beside) camera_.pan_px(-wider / 2, 0);
}

namespace {

/// How far a span has to move to lie within 0 … size; one that is too long is left alone.
double shift_into(double low, double high, double size) {
  if (high - low > size) return 0;
  return low < 0 ? -low : std::min(0.0, size - high);
}

}  // namespace

/// What was just chosen, and the way that explains it, are moved out from under the inspector.
void MapView::reveal(const app::State& state) {
  if (state.selection == revealed_ || !state.project) return;
  revealed_ = state.selection;
  const auto place = selected_place(state);
  if (!place) return;
  const auto bring = [this](const std::vector<geo::Point>& points) {
    geo::Box box;
    for (const auto p : points)
      box.add(camera_.to_px(p));
    box = box.grown(17 * camera_.look().px_per_mm);  // past the buttons in the corner
    camera_.pan_px(shift_into(box.min_x, box.max_x, rect_.width),
                   shift_into(box.min_y, box.max_y, rect_.height));
  };
  if (state.inspection && state.inspection->route) bring(state.inspection->route->line);
  bring({*place});
}

namespace {

geo::Box chosen_area_box(const app::State& state) {
  const auto index = static_cast<std::size_t>(state.selection.id);
  const bool chosen = state.project && state.selection.kind == app::Selection::Kind::statistics &&
                      index < state.project->population.size();
  return chosen ? geo::bounds(state.project->population[index].outline) : geo::Box{};
}

}  // namespace

/// The place of a table's row comes to the middle, near enough to tell the houses apart; of an area
/// its whole outline is seen.
void MapView::centre_spot(const app::State& state) {
  constexpr double near_enough = 5000;
  if (state.spot == centred_) return;
  centred_ = state.spot;
  if (!centred_) return;
  if (const auto around = chosen_area_box(state); around.contains(centred_->at))
    return camera_.show_all(around.grown(std::max(50.0, around.width() / 4)));
  camera_.jump(centred_->at, std::min(camera_.denominator(), near_enough));
}

/// Asking the projection costs milliseconds, and within a town its scale does not change.
void MapView::follow_truth(const app::State& state) {
  constexpr double near_m = 5000;
  if (!state.project) return;
  const int epsg = state.project->info.epsg;
  const bool known = epsg == truth_epsg_ && geo::distance(truth_at_, camera_.centre()) < near_m;
  if (known) return;
  truth_epsg_ = epsg;
  truth_at_ = camera_.centre();
  grid_per_ground_ = scene::grid_truth(epsg, truth_at_).grid_per_ground;
}

bool MapView::draw(const render::gl::MapRenderer::Target& target, double budget_ms) {
  if (!renderer_ || rect_.width < 1 || rect_.height < 1) return true;
  const double tiles_at = camera_.settled_metres_per_px();
  if (!comparing_) return renderer_->draw(camera_.look(), tiles_at, budget_ms, target) && !gliding_;
  auto whole = camera_.look();
  whole.width = static_cast<int>(rect_.width);
  bool sharp = true;
  auto results = render::gl::Stack::overlay;
  for (const auto& half : compare_halves(whole, compare_.mode(), compare_.at())) {
    auto part = target;
    part.x += half.x;
    sharp = renderer_->draw(half.look, tiles_at, budget_ms / 2, part, results) && sharp;
    results = render::gl::Stack::other;
  }
  return sharp && !gliding_;
}

}  // namespace nahraum::ui
