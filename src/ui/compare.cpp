#include "ui/compare.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/sentence.hpp"
#include "ui/map_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string name_of_scenario(const std::string& name) {
  return name.empty() ? std::string(tr("The project as it is"))
                      : fmt::format(fmt::runtime(tr("Scenario “{0}”")), name);
}

std::string name_of_profile(const model::Catalogue& catalogue, const std::string& id) {
  for (const auto& profile : catalogue.profiles) {
    if (profile.id == id) return scene::name_of(profile);
  }
  return id;
}

std::string name_of_limit(const analysis::Limit& limit) {
  return limit.kind == analysis::Limit::Kind::metres
             ? base::format_distance(limit.value, base::language())
             : base::format_minutes(limit.value, base::language());
}

/// What tells a question from the one that it is compared with.
std::string told_apart(const app::Question& question, app::Comparison::By by,
                       const model::Catalogue& catalogue) {
  if (by == app::Comparison::By::scenario) return name_of_scenario(question.scenario);
  if (by == app::Comparison::By::profile) return name_of_profile(catalogue, question.profile);
  return name_of_limit(question.limit);
}

std::string sentence_of(const app::Answer* answer, const model::Catalogue& catalogue) {
  if (!answer) return tr("Walking all ways …");
  const auto& coverage = answer->coverage;
  const auto* type = catalogue.find_type(coverage.type);
  const auto profile = catalogue.profile(coverage.profile);
  if (!type || !profile) return "";
  return scene::sentence(coverage, *type, **profile, catalogue.people.min_count);
}

void add_limits(std::vector<CompareChoice>& choices, const app::Question& question) {
  for (const double factor : {0.5, 2.0}) {
    app::Comparison with{app::Comparison::By::limit, "", question.limit};
    const double unit = question.limit.kind == analysis::Limit::Kind::metres ? 50 : 60;
    with.limit.value = std::max(unit, std::round(question.limit.value * factor / unit) * unit);
    if (with.limit != question.limit) choices.push_back({with, name_of_limit(with.limit)});
  }
}

}  // namespace

std::vector<CompareChoice> compare_choices(const app::State& state,
                                           const model::Catalogue& catalogue) {
  std::vector<CompareChoice> choices;
  if (!state.project) return choices;
  const auto& question = state.question;
  using By = app::Comparison::By;
  const auto add_scenario = [&](const std::string& name) {
    if (name != question.scenario)
      choices.push_back({{By::scenario, name, {}}, name_of_scenario(name)});
  };
  add_scenario("");
  for (const auto& scenario : state.project->scenarios)
    add_scenario(scenario.name);
  for (const auto& profile : catalogue.profiles) {
    if (profile.id != question.profile)
      choices.push_back({{By::profile, profile.id, {}}, scene::name_of(profile)});
  }
  add_limits(choices, question);
  return choices;
}

CompareView make_compare_view(const app::State& state, const model::Catalogue& catalogue) {
  CompareView view;
  if (!state.comparison) return view;
  const auto by = state.comparison->by;
  const auto other = app::other_question(state.question, *state.comparison);
  view.left = {told_apart(state.question, by, catalogue),
               sentence_of(state.answering ? nullptr : state.answer.get(), catalogue)};
  view.right = {told_apart(other, by, catalogue), sentence_of(state.other_answer.get(), catalogue)};
  return view;
}

std::vector<CompareHalf> compare_halves(const render::gl::Look& whole, CompareMode mode,
                                        double at) {
  const int split = std::clamp(static_cast<int>(std::lround(whole.width * at)), 1, whole.width - 1);
  CompareHalf left{0, split, whole}, right{split, whole.width - split, whole};
  left.look.width = left.width;
  right.look.width = right.width;
  if (mode == CompareMode::swipe) {
    left.look.centre.x -= right.width / 2.0 * whole.metres_per_px;
    right.look.centre.x += left.width / 2.0 * whole.metres_per_px;
  }
  return {left, right};
}

void CompareBar::show(const Kit& kit, const CompareView& view, const Rect& map) {
  show_line(kit, map);
  show_sides(kit, view, map);
  show_modes(kit, map);
}

void CompareBar::show_line(const Kit& kit, const Rect& map) {
  const float x = map.x + static_cast<float>(at()) * map.width;
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddLine({x, map.y}, {x, map.y + map.height}, kit.theme.on_accent, kit.px(4));
  list.AddLine({x, map.y}, {x, map.y + map.height}, kit.theme.accent, kit.px(2));
  if (mode_ != CompareMode::swipe) return;
  const float radius = kit.px(18), y = map.y + map.height * 0.5f;
  ImGui::SetNextWindowPos({x - radius, y - radius});
  ImGui::SetNextWindowSize({2 * radius, 2 * radius});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("compare handle", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  ImGui::InvisibleButton("handle", {2 * radius, 2 * radius});
  kit.note_item("compare handle");
  if (ImGui::IsItemHovered() || ImGui::IsItemActive())
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  if (ImGui::IsItemActive() && map.width > 0) {
    const double to = (static_cast<double>(ImGui::GetIO().MousePos.x) - map.x) / map.width;
    at_ = std::clamp(to, 0.02, 0.98);
  }
  ImGui::End();
  list.AddCircleFilled({x, y}, radius, kit.theme.accent);
  list.AddCircle({x, y}, radius, kit.theme.on_accent, 0, kit.px(2));
  const float arm = kit.px(7), tip = kit.px(4);
  for (const float side : {-1.f, 1.f}) {
    list.AddLine({x + side * tip, y - tip}, {x + side * arm + side * tip, y}, kit.theme.on_accent,
                 kit.px(2));
    list.AddLine({x + side * tip, y + tip}, {x + side * arm + side * tip, y}, kit.theme.on_accent,
                 kit.px(2));
  }
}

namespace {

void show_side(const Kit& kit, const char* id, const CompareSide& side, ImVec2 at, float width,
               float from_right) {
  ImGui::SetNextWindowPos(at, 0, {from_right, 0});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, 1e9f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(10), kit.px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(3);
  kit.strong(side.name);
  kit.caption(side.sentence);
  kit.note_item(id);
  ImGui::End();
}

}  // namespace

/// To the left and right of the line, as wide as there is room.
void CompareBar::show_sides(const Kit& kit, const CompareView& view, const Rect& map) const {
  const float x = map.x + static_cast<float>(at()) * map.width, gap = kit.px(10);
  const float most = kit.px(280), least = kit.px(120);
  const float y = map.y + gap;
  const float left = std::min(most, x - map.x - kit.px(64) - gap);
  const float right = std::min(most, map.x + map.width - x - kit.px(64) - gap);
  if (left >= least) show_side(kit, "compare left", view.left, {x - gap, y}, left, 1);
  if (right >= least) show_side(kit, "compare right", view.right, {x + gap, y}, right, 0);
}

/// How it is compared, and the way out; below in the middle.
void CompareBar::show_modes(const Kit& kit, const Rect& map) {
  ImGui::SetNextWindowPos({map.x + map.width / 2, map.y + map.height - kit.px(12)}, 0, {0.5f, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(8), kit.px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin("compare modes", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(3);
  const int now = mode_ == CompareMode::swipe ? 0 : 1;
  if (kit.quiet_button(tr("Swipe"), now == 0)) mode_ = CompareMode::swipe;
  const float room = map.x + map.width - kit.px(12);
  const auto next_to = [&](const char* word) {
    const float wide = ImGui::CalcTextSize(word).x + 2 * ImGui::GetStyle().FramePadding.x;
    if (ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + wide < room - map.x)
      ImGui::SameLine();
  };
  next_to(tr("Side by side"));
  if (kit.quiet_button(tr("Side by side"), now == 1)) mode_ = CompareMode::side_by_side;
  next_to(tr("End comparing"));
  if (kit.button(tr("End comparing"))) kit.act(app::Compare{});
  ImGui::End();
}

bool compare_list(const Kit& kit, const std::vector<CompareChoice>& choices, bool comparing) {
  bool chosen = false;
  kit.strong(tr("Compare with"));
  for (const auto& choice : choices) {
    if (!kit.quiet_button((choice.name + "##compare").c_str())) continue;
    kit.act(app::Compare{choice.with});
    chosen = true;
  }
  if (!comparing) return chosen;
  kit.gap(4);
  if (kit.button(tr("End comparing"))) {
    kit.act(app::Compare{});
    chosen = true;
  }
  return chosen;
}

}  // namespace nahraum::ui
