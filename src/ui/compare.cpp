#include "ui/compare.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "app/graded.hpp"
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

const std::string& label_of(const model::Standard& standard) {
  return base::language() == base::Language::german ? standard.label.de : standard.label.en;
}

/// With the standards whose limit it is for the type: "700 m – Retail practice (…)".
std::string name_of_limit(const analysis::Limit& limit, const std::string& type_id,
                          const model::Catalogue& catalogue) {
  std::string name = limit.kind == analysis::Limit::Kind::metres
                         ? base::format_distance(limit.value, base::language())
                         : base::format_minutes(limit.value, base::language());
  const auto* type = catalogue.find_type(type_id);
  if (!type) return name;
  const char* joint = " – ";
  for (const auto& standard : catalogue.standards) {
    if (analysis::limit_of(standard, *type) != limit) continue;
    name += std::exchange(joint, ", ") + label_of(standard);
  }
  return name;
}

/// What tells a question from the one that it is compared with.
std::string told_apart(const app::Question& question, app::Comparison::By by,
                       const model::Catalogue& catalogue) {
  if (by == app::Comparison::By::scenario) return name_of_scenario(question.scenario);
  if (by == app::Comparison::By::profile) return name_of_profile(catalogue, question.profile);
  return name_of_limit(question.limit, question.type, catalogue);
}

std::string sentence_of(const app::Answer* answer, const model::Catalogue& catalogue) {
  if (!answer) return tr("Walking all ways …");
  const auto& coverage = answer->coverage;
  const auto* type = catalogue.find_type(coverage.type);
  const auto profile = catalogue.profile(coverage.profile);
  if (!type || !profile) return "";
  return scene::sentence(coverage, *type, **profile, catalogue.people.min_count);
}

std::vector<analysis::Limit> limits_for(const app::Question& question,
                                        const model::Catalogue& catalogue) {
  std::vector<analysis::Limit> limits;
  const double unit = question.limit.kind == analysis::Limit::Kind::metres ? 50 : 60;
  for (const double factor : {0.5, 2.0}) {
    const double value = std::round(question.limit.value * factor / unit) * unit;
    limits.push_back({question.limit.kind, std::max(unit, value)});
  }
  if (const auto* type = catalogue.find_type(question.type)) {
    for (const auto* standard : app::standards_for(*type, catalogue))
      limits.push_back(*analysis::limit_of(*standard, *type));
  }
  const auto order = [](const analysis::Limit& limit) {
    return std::pair(limit.kind, limit.value);
  };
  std::ranges::sort(limits, {}, order);
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits;
}

using By = app::Comparison::By;

std::vector<app::Comparison> comparisons(const app::State& state, const model::Catalogue& catalogue,
                                         By by) {
  std::vector<app::Comparison> all;
  if (by == By::scenario) {
    all.push_back({by, "", {}});
    for (const auto& scenario : state.project->scenarios)
      all.push_back({by, scenario.name, {}});
  }
  if (by == By::profile) {
    for (const auto& profile : catalogue.profiles)
      all.push_back({by, profile.id, {}});
  }
  if (by == By::limit) {
    for (const auto& limit : limits_for(state.question, catalogue))
      all.push_back({by, "", limit});
  }
  std::erase_if(all, [&](const app::Comparison& with) {
    return app::other_question(state.question, with) == state.question;
  });
  return all;
}

/// The question itself is changed to what `with` says.
app::Action ask(const app::Comparison& with) {
  if (with.by == By::scenario) return app::ChooseScenario{with.id};
  if (with.by == By::profile) return app::ChooseProfile{with.id};
  return app::ChooseLimit{with.limit};
}

}  // namespace

std::vector<CompareChoice> compare_choices(const app::State& state,
                                           const model::Catalogue& catalogue) {
  std::vector<CompareChoice> choices;
  if (!state.project) return choices;
  for (const auto by : {By::scenario, By::profile, By::limit}) {
    for (const auto& with : comparisons(state, catalogue, by)) {
      const auto other = app::other_question(state.question, with);
      choices.push_back({with, told_apart(other, by, catalogue)});
    }
  }
  return choices;
}

CompareView make_compare_view(const app::State& state, const model::Catalogue& catalogue) {
  CompareView view;
  if (!state.comparison) return view;
  const auto by = state.comparison->by;
  const auto other = app::other_question(state.question, *state.comparison);
  view.left = {told_apart(state.question, by, catalogue),
               sentence_of(state.answering ? nullptr : state.answer.get(), catalogue),
               {}};
  view.right = {
      told_apart(other, by, catalogue), sentence_of(state.other_answer.get(), catalogue), {}};
  if (!state.project) return view;
  for (const auto& with : comparisons(state, catalogue, by)) {
    const auto question = app::other_question(state.question, with);
    if (question == other) continue;
    const auto name = told_apart(question, by, catalogue);
    view.left.options.push_back({name, ask(with)});
    view.right.options.push_back({name, app::Compare{with}});
  }
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
  show_modes(kit, map);
  show_sides(kit, view, map);
}

void CompareBar::show_line(const Kit& kit, const Rect& map) {
  const float x = map.x + static_cast<float>(at()) * map.width;
  ImDrawList& below = *ImGui::GetBackgroundDrawList();
  below.AddLine({x, map.y}, {x, map.y + map.height}, kit.theme.on_accent, kit.px(4));
  below.AddLine({x, map.y}, {x, map.y + map.height}, kit.theme.accent, kit.px(2));
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
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({x, y}, radius, kit.theme.accent);
  list.AddCircle({x, y}, radius, kit.theme.on_accent, 0, kit.px(2));
  const float arm = kit.px(7), tip = kit.px(4);
  for (const float side : {-1.f, 1.f}) {
    list.AddLine({x + side * tip, y - tip}, {x + side * arm + side * tip, y}, kit.theme.on_accent,
                 kit.px(2));
    list.AddLine({x + side * tip, y + tip}, {x + side * arm + side * tip, y}, kit.theme.on_accent,
                 kit.px(2));
  }
  ImGui::End();
}

namespace {

void show_options(const Kit& kit, const CompareSide& side) {
  for (const auto& option : side.options) {
    if (!kit.quiet_button((option.name + "##side").c_str())) continue;
    kit.act(option.action);
    ImGui::CloseCurrentPopup();
  }
}

/// The name opens the list of what the side could show instead.
void show_side(const Kit& kit, const char* id, const CompareSide& side, ImVec2 at, ImVec2 most,
               float from_right) {
  ImGui::SetNextWindowPos(at, 0, {from_right, 0});
  ImGui::SetNextWindowSizeConstraints({most.x, 0}, most);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(10), kit.px(6)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  constexpr ImGuiWindowFlags scrolls =
      ImGuiWindowFlags_NoDecoration & ~ImGuiWindowFlags_NoScrollbar;
  ImGui::Begin(id, nullptr,
               scrolls | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                   ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(3);
  const auto top = ImGui::GetWindowPos();
  kit.strong(side.name);
  const std::string change = std::string(tr("Change …")) + "##" + id;
  if (!side.options.empty() && kit.quiet_button(change.c_str())) ImGui::OpenPopup("options");
  ImGui::SetNextWindowSizeConstraints({0, 0}, {kit.px(520), kit.px(400)});
  if (ImGui::BeginPopup("options")) {
    show_options(kit, side);
    ImGui::EndPopup();
  }
  kit.caption(side.sentence);
  const auto size = ImGui::GetWindowSize();
  kit.registry.note(id, top, {top.x + size.x, top.y + size.y});
  ImGui::End();
}

}  // namespace

/// To the left and right of the line, as wide as there is room.
void CompareBar::show_sides(const Kit& kit, const CompareView& view, const Rect& map) const {
  const float x = map.x + static_cast<float>(at()) * map.width, gap = kit.px(10);
  const float most = kit.px(280), least = kit.px(120);
  const float y = map.y + kit.px(12) + modes_height_ + gap;
  const float left = std::min(most, x - map.x - kit.px(64) - gap);
  const float right = std::min(most, map.x + map.width - x - kit.px(64) - gap);
  const float high = std::max(map.y + map.height - y - gap, least);
  if (left >= least) show_side(kit, "compare left", view.left, {x - gap, y}, {left, high}, 1);
  if (right >= least) show_side(kit, "compare right", view.right, {x + gap, y}, {right, high}, 0);
}

/// How it is compared, and the way out; above in the middle, the legend keeps the lower edge.
void CompareBar::show_modes(const Kit& kit, const Rect& map) {
  ImGui::SetNextWindowPos({map.x + map.width / 2, map.y + kit.px(12)}, 0, {0.5f, 0});
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
  modes_height_ = ImGui::GetWindowSize().y;
  ImGui::End();
}

namespace {

/// "compare with rollator", "compare with 500 m", "compare with 600 s": for tests.
std::string label_of(const app::Comparison& with) {
  if (with.by != By::limit) return "compare with " + with.id;
  const bool metres = with.limit.kind == analysis::Limit::Kind::metres;
  return fmt::format("compare with {:.0f} {}", with.limit.value, metres ? "m" : "s");
}

}  // namespace

bool compare_list(const Kit& kit, const std::vector<CompareChoice>& choices, bool comparing) {
  bool chosen = false;
  kit.strong(tr("Compare with"));
  for (const auto& choice : choices) {
    const bool pressed = kit.quiet_button((choice.name + "##compare").c_str());
    kit.note_item(label_of(choice.with));
    if (!pressed) continue;
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
