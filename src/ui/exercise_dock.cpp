#include "ui/exercise_dock.hpp"

#include <algorithm>

#include <imgui_internal.h>

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr float padding = 12;

bool holds(const Rect& rect, ImVec2 at) {
  return at.x >= rect.x && at.y >= rect.y && at.x < rect.x + rect.width &&
         at.y < rect.y + rect.height;
}

}  // namespace

Rect ExerciseDock::place(const Kit& kit, const app::State& state, const Rect& column) {
  if (std::exchange(own_read_, state.exercise.own_read) != state.exercise.own_read)
    list_open_ = true;
  const bool card = app::open_exercise(state) != nullptr;
  const float bar = ImGui::GetFrameHeight() + 2 * kit.px(8);
  const float wanted = head_ + content_ + foot_ + 2 * kit.px(padding) + kit.px(4);
  // What is asked of the district must stay in sight above it.
  const bool roomy = column.height < kit.px(600);
  const float most = column.height * (roomy ? 0.66f : 0.54f);
  float high = std::min(card || list_open_ ? std::max(wanted, kit.px(120)) : bar, most);
  if (!card && !list_open_) high = std::min(bar, column.height);
  rect_ = {column.x, column.y + column.height - high, column.width, high};
  panel_ = {column.x, column.y, column.width, column.height - high};
  if (std::exchange(entered_, state.exercise.entered) != state.exercise.entered) {
    const auto* step = app::open_step(state);
    light_ = step && !step->point_at.empty();
  }
  return rect_;
}

Wish ExerciseDock::show(const Kit& kit, const app::State& state, const model::Catalogue& catalogue,
                        double now_s) {
  if (app::open_step(state)) {
    show_card(kit, state, now_s);
    return Wish::none;
  }
  if (const auto summary = make_summary_view(state)) {
    show_summary(kit, *summary);
    return Wish::none;
  }
  const bool open = list_open_;
  const auto list = make_exercise_list(state, catalogue);
  Wish wish = Wish::none;
  const auto body = [&] {
    if (exercise_list_panel(kit, list, open)) list_open_ = !open;
    if (open) wish = own_exercises_panel(kit);
  };
  if (open)
    show_parts(kit, body, [] {});
  else
    body();
  return wish;
}

/// The body scrolls, the foot stays in sight.
template <class Body, class Foot>
void ExerciseDock::show_parts(const Kit& kit, const Body& body, const Foot& foot) {
  head_ = ImGui::GetCursorPosY() - kit.px(padding);
  const float room = ImGui::GetContentRegionAvail().y - foot_;
  ImGui::BeginChild("exercise body", {0, std::max(room, kit.px(40))});
  body();
  content_ = ImGui::GetCursorPosY();
  ImGui::EndChild();
  kit.registry.note("exercise body", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  const float before = ImGui::GetCursorPosY();
  const ImVec2 low = ImGui::GetCursorScreenPos();
  foot();
  kit.registry.note("exercise foot", low, {rect_.x + rect_.width, rect_.y + rect_.height});
  foot_ = ImGui::GetCursorPosY() - before;
}

void ExerciseDock::show_card(const Kit& kit, const app::State& state, double now_s) {
  const auto view = *make_step_view(state, now_s);
  exercise_head(kit, view.exercise, view.count, view.share);
  const std::string step = std::to_string(state.exercise.open) + " " + app::open_step(state)->id;
  show_parts(
      kit,
      [&] {
        if (ImGui::IsWindowAppearing() || memory_.of != step) ImGui::SetScrollY(0);
        exercise_step_panel(kit, view, step, memory_);
      },
      [&] { exercise_foot(kit, view, now_s); });
  if (std::exchange(memory_.light_wanted, false)) light_ = true, brought_ = 0;
}

void ExerciseDock::show_summary(const Kit& kit, const SummaryView& view) {
  exercise_head(kit, view.exercise, view.finished, 1);
  show_parts(
      kit, [&] { exercise_summary_panel(kit, view); }, [&] { exercise_summary_foot(kit); });
}

std::optional<Corners> ExerciseDock::lit(const Registry& registry, const app::State& state) const {
  const auto view = make_step_view(state, 0);
  if (!view || view->light.empty()) return std::nullopt;
  const auto found = registry.rect(view->light);
  if (!found) return std::nullopt;
  auto [low, high] = *found;
  // What has been scrolled out of the panel above is not on the screen.
  if (low.x >= panel_.x && high.x <= panel_.x + panel_.width) {
    low.y = std::max(low.y, panel_.y);
    high.y = std::min(high.y, panel_.y + panel_.height);
    if (high.y - low.y < 8) return std::nullopt;
  }
  return Corners{low, high};
}

void ExerciseDock::bring(const Kit& kit, const app::State& state) {
  if (!light_ || brought_ == state.exercise.entered) return;
  const auto view = make_step_view(state, 0);
  const auto found = view ? kit.registry.rect(view->light) : std::nullopt;
  if (!found || found->first.x < panel_.x || found->second.x > panel_.x + panel_.width) return;
  brought_ = state.exercise.entered;
  const float above = found->first.y - (panel_.y + kit.px(8));
  const float below = found->second.y - (panel_.y + panel_.height - kit.px(8));
  if (above < 0) ImGui::SetScrollY(ImGui::GetScrollY() + above);
  if (below > 0) ImGui::SetScrollY(ImGui::GetScrollY() + std::min(below, above));
}

void ExerciseDock::show_light(const Kit& kit, const app::State& state) {
  if (!light_ || ImGui::GetTopMostPopupModal()) return;
  if (ImGui::IsMouseClicked(0) && !holds(rect_, ImGui::GetIO().MousePos)) light_ = false;
  const auto corners = lit(kit.registry, state);
  // While an answer is computed for the first time its sentence is not there yet.
  memory_.light_missing = light_ && !corners && !state.answering;
  if (!light_ || !corners) return;
  const float rim = kit.px(4);
  const auto& [low, high] = *corners;
  dim_around(kit, "exercise light", {{low.x - rim, low.y - rim}, {high.x + rim, high.y + rim}},
             {{{rect_.x, rect_.y}, {rect_.x + rect_.width, rect_.y + rect_.height}}}, 64);
}

bool ExerciseDock::ticks(const app::State& state, double now_s) {
  const auto& clock = state.exercise.clock;
  return app::open_step(state) && clock.since_s && clock.left_at(now_s) > -2;
}

bool ExerciseDock::wants_whole(const app::State& state) {
  return std::exchange(whole_, state.exercise.whole_asked) != state.exercise.whole_asked &&
         state.exercise.whole_asked > 0;
}

}  // namespace nahraum::ui
