/// The map under mouse and keys: what is pressed, dragged, clicked.

#include <algorithm>
#include <cmath>

#include "ui/correction_panel.hpp"
#include "ui/indicator_view.hpp"
#include "ui/map_marks.hpp"
#include "ui/map_view.hpp"
#include "ui/page_marks.hpp"
#include "ui/shape_edits.hpp"

namespace nahraum::ui {
namespace {

using Hit = render::Hit;

}  // namespace

void MapView::step(int right, int down) {
  const double inch = 25.4 * camera_.look().px_per_mm;
  camera_.pan_px(right * inch, down * inch);
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

}  // namespace nahraum::ui
