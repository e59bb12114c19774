#include "ui/tour.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui_internal.h>

#include "base/translate.hpp"
#include "ui/light.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

bool home_chosen(const app::State& state) {
  return state.selection.kind == app::Selection::Kind::home && state.inspection.has_value();
}

bool service_moved(const app::State& state) {
  const auto* last = state.history.next_undo();
  return last && std::holds_alternative<model::PlaceService>(*last);
}

}  // namespace

std::vector<TourStep> tour_steps() {
  return {
      {tr("The question"),
       tr("What, for whom, how far: three choices, and everything else follows from them. Try "
          "another walking profile."),
       "question", nullptr},
      {tr("The answer"),
       tr("First a sentence: how many people get there, and how many do not. The figures below it "
          "are the same by age; “Method and sources” tells how they were made."),
       "sentence", nullptr},
      {tr("A home and its way"),
       tr("On the map homes in the gap are hatched. Click a home: its minutes and its way are "
          "shown, and what makes the way long."),
       "map", home_chosen},
      {tr("What if?"),
       tr("Drag the symbol of a service of the kind that is asked for to another street. Catchment "
          "and sentence follow. Ctrl+Z takes it back."),
       "map", service_moved},
      {tr("On paper"),
       tr("“Print” makes a map sheet of what you see. Ctrl+K finds everything else, F1 explains "
          "it."),
       tr("Print"), nullptr},
  };
}

CardPlace card_place(ImVec2 low, ImVec2 high, ImVec2 card, ImVec2 window, float gap) {
  const auto inside = [&](float x, float y) {
    return CardPlace{std::clamp(x, gap, std::max(gap, window.x - card.x - gap)),
                     std::clamp(y, gap, std::max(gap, window.y - card.y - gap))};
  };
  if (high.x + gap + card.x + gap <= window.x) return inside(high.x + gap, low.y);
  if (low.x - gap - card.x >= gap) return inside(low.x - gap - card.x, low.y);
  if (high.y + gap + card.y + gap <= window.y) return inside(low.x, high.y + gap);
  if (low.y - gap - card.y >= gap) return inside(low.x, low.y - gap - card.y);
  // No room beside it: in its lower corner, where it hides least.
  return inside(high.x - card.x - gap, high.y - card.y - gap);
}

void Tour::show(const Kit& kit, const app::State& state) {
  if (!runs() || !state.project || !state.answer || ImGui::GetTopMostPopupModal()) return;
  const auto steps = tour_steps();
  const auto& step = steps[static_cast<std::size_t>(step_)];
  if (std::exchange(began_, step_) != step_) was_done_ = step.done && step.done(state);
  if (step.done && !was_done_ && step.done(state) && step_ + 1 < static_cast<int>(steps.size())) {
    ++step_;
    return;
  }
  const auto lit = kit.registry.rect(step.widget);
  if (!lit) return;
  const float rim = kit.px(4);
  const ImVec2 low{lit->first.x - rim, lit->first.y - rim};
  const ImVec2 high{lit->second.x + rim, lit->second.y + rim};
  dim_around(kit, "tour dim", {low, high}, {}, 120);
  const auto at = card_place(low, high, card_, ImGui::GetIO().DisplaySize, kit.px(14));
  ImGui::SetNextWindowPos({at.x, at.y});
  show_card(kit, state, steps);
}

void Tour::show_card(const Kit& kit, const app::State& state, const std::vector<TourStep>& steps) {
  const auto& step = steps[static_cast<std::size_t>(step_)];
  const float wide = std::min(kit.px(360), ImGui::GetIO().DisplaySize.x * 0.9f);
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, ImGui::GetIO().DisplaySize.y * 0.9f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kit.px(6));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, kit.theme.field);
  ImGui::Begin("tour card", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                   ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  const auto count = static_cast<int>(steps.size());
  kit.caption(fmt::format(fmt::runtime(tr("{0} of {1}")), step_ + 1, count));
  kit.text(step.title, kit.fonts.large, kit.theme.ink);
  kit.body(step.text);
  kit.gap(4);
  const bool last = step_ + 1 == count;
  const int shown = step_;
  if (kit.primary_button(last ? tr("Start working") : tr("Next##tour"))) {
    last ? end(kit, state) : static_cast<void>(++step_);
  }
  if (shown > 0) {
    kit.beside(tr("Back##tour"));
    if (kit.button(tr("Back##tour"))) --step_;
  }
  if (!last) {
    kit.beside(tr("End the tour"));
    if (kit.quiet_button(tr("End the tour"))) end(kit, state);
  }
  card_ = ImGui::GetWindowSize();
  ImGui::End();
}

void Tour::end(const Kit& kit, const app::State& state) {
  step_ = began_ = -1;
  auto settings = state.settings;
  settings.tour_seen = true;
  kit.act(app::ChangeSettings{std::move(settings)});
}

}  // namespace nahraum::ui
