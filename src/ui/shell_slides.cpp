/// The shell's hand for remembered views and the presentation, whose slides they are.

#include <fmt/format.h>

#include "app/named_views.hpp"
#include "base/translate.hpp"
#include "ui/agenda_panel.hpp"
#include "ui/panel_window.hpp"
#include "ui/shell.hpp"

namespace nahraum::ui {

using base::tr;

void Shell::show_slide(int by, double now_s) {
  const auto& project = session_.state().project;
  if (!project) return;
  if (const auto slide = presentation_.step(by, project->views.size()))
    go_to(project->views[*slide], now_s);
}

void Shell::go_to(const model::NamedView& view, double now_s) {
  map_.camera().fly(view.centre, view.denominator, now_s);
  for (auto& action : app::actions_to(session_.state(), session_.catalogue(), view))
    actions_.push_back(std::move(action));
}

void Shell::keep_view() {
  const auto& state = session_.state();
  if (!state.project || state.read_only) return;
  actions_.emplace_back(app::PerformEdit{model::AddView{app::named_view(
      state, session_.catalogue(), map_.camera().centre(), map_.camera().denominator())}});
  actions_.emplace_back(app::Tell{tr("This view is now in the list on the map's left edge.")});
}

/// What the module says instead of the question's sentence: of module 1 the need, of the others the
/// part of the page that is turned to.
void Shell::present_module(const Kit& kit, PresentationView& view) const {
  const auto& state = session_.state();
  if (state.module == 1) {
    const auto need = make_study_view(state, session_.catalogue()).sentence;
    if (!need.empty()) view.sentence = need;
  }
  const auto page = page_.page(state);
  if (state.module <= 2 || !page || page->blocks.empty()) return;
  const auto& block = page->blocks[presentation_.part(page->blocks.size())];
  view.heading = block.heading;
  view.sentence = block.sentence;
  if (!std::holds_alternative<std::monostate>(block.chart))
    view.picture = [&kit, page, &block, theme = state.settings.theme] {
      PagePanel::show_chart_of(kit, theme, block);
    };
  if (page->blocks.size() > 1) view.keys = tr("↓ ↑ another part of the page   Esc ends");
}

void Shell::show_presentation(const Kit& kit, double now_s) {
  const auto& state = session_.state();
  const auto meeting = make_agenda_view(state, base::wall_time());
  const float top = meeting ? agenda_bar_height(kit) : 0;
  layout_.map.y = top;
  layout_.map.height -= top;
  if (meeting) agenda_bar(kit, *meeting, {0, 0, layout_.map.width, top});
  {
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    const PanelWindow window(kit, "map", layout_.map, {0, 0}, false);
    ImGui::PopStyleColor();
    map_.show(kit, state, layout_.map, now_s);
  }
  PresentationView view;
  view.top = top;
  const auto& views = state.project->views;
  const auto slide = static_cast<std::size_t>(presentation_.slide());
  if (presentation_.slide() >= 0 && slide < views.size())
    view.slide = fmt::format("{} / {}   {}", slide + 1, views.size(), views[slide].name);
  view.step = make_presented_step(state, now_s);
  view.sentence = make_question_view(state, session_.catalogue()).sentence;
  if (!view.step && presentation_.slide() < 0) present_module(kit, view);
  if (state.selection.kind != app::Selection::Kind::none) {
    const auto chosen = make_inspector_view(state, session_.catalogue());
    view.chosen = chosen.title + (chosen.headline.empty() ? "" : ": " + chosen.headline);
  }
  presentation_.show(kit, view, ImGui::IsKeyDown('L'));
}

}  // namespace nahraum::ui
