#include "ui/map_view.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/base_map.hpp"
#include "scene/scale_bar.hpp"
#include "scene/sentence.hpp"
#include "ui/correction_panel.hpp"
#include "ui/exercise_marks.hpp"
#include "ui/indicator_view.hpp"
#include "ui/map_marks.hpp"
#include "ui/page_marks.hpp"
#include "ui/shape_edits.hpp"
#include "ui/spot_mark.hpp"
#include "ui/why_so_long.hpp"

namespace nahraum::ui {
namespace {

using Hit = render::Hit;

}  // namespace

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

void MapView::step(int right, int down) {
  const double inch = 25.4 * camera_.look().px_per_mm;
  camera_.pan_px(right * inch, down * inch);
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

void MapView::handle_mouse(const Kit& kit, const app::State& state, double now_s) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool over = ImGui::IsItemHovered();
  mouse_at_ = over || press_ ? std::optional(camera_.to_map(local(io.MousePos))) : std::nullopt;
  if (over && io.MouseWheel != 0) {
    camera_.zoom(io.MouseWheel > 0 ? 1 : -1, local(io.MousePos), now_s);
  }
  if (!state.project) return;
  try_service(kit, state, over);
  hover_.reset();
  pen_.follow(state.read_only ? app::Tool::select : state.tool);
  vertices_.follow(edited_shape(state));
  follow_snap(state);
  hits_.clear();
  if (over && !press_) {
    hits_ = hits_at(*mouse_at_);
    if (!hits_.empty()) hover_ = hits_.front();
    if (state.tool != app::Tool::select || (hover_ && hover_->kind <= Hit::Kind::home)) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const bool twice = ImGui::IsMouseDoubleClicked(0);
    if (twice && insert_vertex(kit, state)) return;
    if (twice && state.tool == app::Tool::measure) {
      measure_.finish();
    } else if (ImGui::IsMouseClicked(0)) {
      begin_press(state);
    }
    if (twice && state.tool == app::Tool::select) {
      camera_.zoom(1, local(io.MousePos), now_s);
    }
  }
  if (press_ && ImGui::IsMouseDown(0)) continue_press(kit, state, now_s);
  if (press_ && !ImGui::IsMouseDown(0)) end_press(kit, state, now_s);
  follow_pen(kit, state);
  draw_box(kit);
}

/// What if one were here? Catchment, people and sentence follow the mouse before anything is done.
void MapView::try_service(const Kit& kit, const app::State& state, bool over) {
  const bool tried = state.preview && state.preview->service == app::tried_service;
  if (state.tool != app::Tool::add_service || !over) {
    tried_at_.reset();
    if (tried) kit.act(app::CancelDrag{});
    return;
  }
  if (press_ || (tried && tried_at_ == mouse_at_)) return;
  tried_at_ = mouse_at_;
  kit.act(app::TryService{*mouse_at_});
}

/// The rectangle that is being drawn, and that will fill the map.
void MapView::draw_box(const Kit& kit) const {
  if (!press_ || press_->holds != Press::Holds::box || !press_->moved) return;
  const ImVec2 to = ImGui::GetIO().MousePos;
  const ImVec2 low{std::min(press_->from.x, to.x), std::min(press_->from.y, to.y)};
  const ImVec2 high{std::max(press_->from.x, to.x), std::max(press_->from.y, to.y)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, (kit.theme.accent & ~IM_COL32_A_MASK) | IM_COL32(0, 0, 0, 30));
  list.AddRect(low, high, kit.theme.accent, 0, 0, kit.px(2));
}

void MapView::pan(ImVec2 step, double now_s) {
  camera_.pan_px(step.x, step.y);
  const double passed = std::max(now_s - pulled_s_, 1e-3);
  pulled_s_ = now_s;
  // The last few frames count: a hand that stops before it lets go swings nothing.
  const double kept = std::exp(-passed / 0.05);
  hand_px_per_s_.x = hand_px_per_s_.x * kept + step.x / passed * (1 - kept);
  hand_px_per_s_.y = hand_px_per_s_.y * kept + step.y / passed * (1 - kept);
}

void MapView::begin_press(const app::State& state) {
  Press press;
  press.from = ImGui::GetIO().MousePos;
  press.from_map = *mouse_at_;
  camera_.hold();
  hand_px_per_s_ = {};
  if (ImGui::GetIO().KeyShift) {
    press.holds = Press::Holds::box;
  } else if (pen_.active()) {
    press.holds = Press::Holds::pen;
    pen_.press(pen_place(), ImGui::IsMouseDoubleClicked(0));
  } else if (vertices_.press(*mouse_at_, pen_place().near_m)) {
    press.holds = Press::Holds::vertex;
  } else if (state.tool != app::Tool::select) {
    press.holds = Press::Holds::map;
  } else if (hover_ && hover_->kind == Hit::Kind::service && can_be_moved(state, hover_->id)) {
    press.holds = Press::Holds::service;
    press.id = hover_->id;
  } else if (hover_ && hover_->kind == Hit::Kind::note) {
    press.holds = Press::Holds::note;
    press.id = hover_->id;
  }
  press_ = press;
}

/// Of the type that is asked for: elsewhere it would answer another question.
bool MapView::can_be_moved(const app::State& state, std::int64_t id) const {
  if (!state.question.scenario.empty()) return false;
  const auto& services = state.project->services;
  return std::any_of(services.begin(), services.end(), [&](const model::Service& service) {
    return service.id == id && service.type == state.question.type;
  });
}

void MapView::continue_press(const Kit& kit, const app::State& state, double now_s) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    if (press_->holds == Press::Holds::service) kit.act(app::CancelDrag{});
    if (press_->holds == Press::Holds::pen) pen_.key(Drawing::Key::escape);
    vertices_.give_up();
    moving_note_.reset();
    press_.reset();
    return;
  }
  const bool far = std::hypot(mouse.x - press_->from.x, mouse.y - press_->from.y) > kit.px(4);
  press_->moved = press_->moved || far;
  if (!press_->moved) return;
  const ImVec2 step = ImGui::GetIO().MouseDelta;
  switch (press_->holds) {
    case Press::Holds::map:
      pan(step, now_s);
      break;
    case Press::Holds::box:
      break;
    case Press::Holds::service:
      if (step.x != 0 || step.y != 0 || !state.preview) {
        kit.act(app::DragService{static_cast<std::int32_t>(press_->id), *mouse_at_});
      }
      break;
    case Press::Holds::note:
      move_note(kit, state);
      break;
    case Press::Holds::vertex:
      move_vertex(state);
      break;
    case Press::Holds::pen:
      pen_.draws_by_dragging() ? pen_.hover(pen_place()) : camera_.pan_px(step.x, step.y);
      break;
  }
}

void MapView::move_note(const Kit&, const app::State& state) {
  for (const auto& note : state.project->notes) {
    if (note.id != press_->id) continue;
    moving_note_ = note;
    const geo::Point by{mouse_at_->x - press_->from_map.x, mouse_at_->y - press_->from_map.y};
    // A callout keeps pointing at its place when its text is moved.
    const std::size_t first = note.kind == model::NoteKind::callout ? 1 : 0;
    for (std::size_t i = first; i < moving_note_->points.size(); ++i) {
      moving_note_->points[i].x += by.x;
      moving_note_->points[i].y += by.y;
    }
  }
}

void MapView::end_press(const Kit& kit, const app::State& state, double now_s) {
  const Press press = *press_;
  press_.reset();
  if (press.holds == Press::Holds::pen) {
    return pen_.release(pen_place(), press.moved);
  }
  if (press.holds == Press::Holds::vertex) return end_vertex(kit, state);
  if (!press.moved) {
    click(kit, state);
  } else if (press.holds == Press::Holds::box) {
    geo::Box box;
    box.add(press.from_map);
    box.add(*mouse_at_);
    camera_.fly_to(box, now_s);
  } else if (press.holds == Press::Holds::map) {
    const bool still = now_s - pulled_s_ > 0.1;
    if (state.settings.glides && !still) camera_.swing(hand_px_per_s_, now_s);
  } else if (press.holds == Press::Holds::service) {
    kit.act(app::DropService{static_cast<std::int32_t>(press.id), *mouse_at_});
  } else if (press.holds == Press::Holds::note && moving_note_) {
    kit.act(app::PerformEdit{model::ReplaceNote{*moving_note_}});
  }
  moving_note_.reset();
}

void MapView::click(const Kit& kit, const app::State& state) {
  if (state.tool == app::Tool::guess) return kit.act(app::GuessSite{*mouse_at_});
  if (state.tool == app::Tool::add_service) return add_service(kit, state);
  if (click_people(kit, state)) return;
  if (state.tool == app::Tool::measure) {
    return measure_.click(*mouse_at_, kit.px(8) * camera_.look().metres_per_px);
  }
  if (const auto* sign = sign_under_mouse(); sign && !sign->table.empty())
    return kit.act(app::OpenTable{sign->table, sign->row});
  const auto hits = hits_at(*mouse_at_);
  if (!hits.empty() && hits.front().kind == Hit::Kind::cluster)
    return open_cluster(kit, state, hits.front());
  const auto things =
      with_area(things_at(*state.project, hits), *state.project, *mouse_at_, areas_listed_);
  // The same place again: what lies below.
  if (things.size() > 1 && things == state.under) return kit.act(app::SelectNext{1});
  const bool note = !things.empty() && things.front().kind == app::Selection::Kind::note;
  if (const auto area = area_at(state, *mouse_at_); area && !note) {
    if (areas_listed_ && !things.empty()) kit.act(app::Select{things.back()});
    return kit.act(ask_area(state, *area));
  }
  kit.act(app::Select{things.empty() ? app::Selection{} : things.front(), things});
}

/// Nearer, until its members stand apart; those of one house are chosen one after the other.
void MapView::open_cluster(const Kit& kit, const app::State& state, const Hit& cluster) {
  constexpr double one_house_m = 4;
  const auto& members = picker_->members(cluster);
  auto wanted = members;  // there may be thousands
  std::sort(wanted.begin(), wanted.end());
  geo::Box box;
  for (const auto& service : state.project->services) {
    if (std::binary_search(wanted.begin(), wanted.end(), service.id)) box.add(service.at);
  }
  if (std::max(box.width(), box.height()) > one_house_m)
    return camera_.show_all(box.grown(std::max(30.0, box.width() / 4)));
  const auto now = std::find(members.begin(), members.end(), state.selection.id);
  const bool chosen = state.selection.kind == app::Selection::Kind::service;
  const bool next = chosen && now != members.end() && now + 1 != members.end();
  kit.act(app::Select{{app::Selection::Kind::service,
                       static_cast<std::int32_t>(next ? *(now + 1) : members.front())}});
}

/// Of the type that is asked for; its form opens beside the map.
void MapView::add_service(const Kit& kit, const app::State& state) {
  if (state.read_only) return;
  model::Service service;
  service.type = state.question.type;
  service.at = *mouse_at_;
  service.origin = "user";
  service.in_district = geo::contains(state.project->district, service.at);
  const auto edit = model::with_id(*state.project, model::AddService{service});
  kit.act(app::PerformEdit{edit});
  kit.act(app::ChooseTool{app::Tool::select});
  kit.act(
      app::Select{{app::Selection::Kind::service, std::get<model::AddService>(edit).service.id}});
}

void MapView::handle_keys(const Kit& kit, const app::State& state) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) return;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  if (handle_measure_keys(state)) return;
  if (pressed(ImGuiKey_Enter)) pen_.key(Drawing::Key::enter);
  if (pressed(ImGuiKey_Backspace)) pen_.key(Drawing::Key::backspace);
  if (pressed(ImGuiKey_Escape) && !press_ && pen_.active()) return pen_.key(Drawing::Key::escape);
  if (pressed(ImGuiKey_Escape) && !press_) {
    if (state.tool != app::Tool::select) kit.act(app::ChooseTool{app::Tool::select});
    kit.act(app::Select{});
  }
  if (pressed(ImGuiKey_Delete) && remove_vertex(kit, state)) return;
  if (pressed(ImGuiKey_Delete) && state.selection.kind == app::Selection::Kind::note) {
    kit.act(app::PerformEdit{model::RemoveNote{state.selection.id}});
  }
  if (pressed(ImGuiKey_Delete) && state.selection.kind == app::Selection::Kind::service) {
    kit.act(app::PerformEdit{model::RemoveService{state.selection.id}});
  }
  if (pressed(ImGuiKey_Delete) && state.selection.kind == app::Selection::Kind::correction) {
    kit.act(app::PerformEdit{model::RemoveCorrection{state.selection.id}});
  }
}

/// Esc gives the line up before it gives the tool up.
bool MapView::handle_measure_keys(const app::State& state) {
  if (state.tool != app::Tool::measure) {
    measure_.clear();
    return false;
  }
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  if (pressed(ImGuiKey_Backspace)) measure_.take_back();
  if (pressed(ImGuiKey_Enter)) measure_.finish();
  if (ImGui::GetIO().KeyCtrl && pressed(ImGuiKey_C) && !measure_.empty())
    ImGui::SetClipboardText(measure_.copied(state.project->info.epsg).c_str());
  if (!pressed(ImGuiKey_Escape) || measure_.empty()) return false;
  measure_.clear();
  return true;
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
