#include "ui/exercise_presented.hpp"

#include "base/translate.hpp"
#include "ui/exercise_panel.hpp"
#include "ui/rich_text.hpp"

namespace nahraum::ui {

using base::tr;

std::optional<PresentedStep> make_presented_step(const app::State& state, double now_s) {
  const auto view = make_step_view(state, now_s);
  if (!view) return std::nullopt;
  PresentedStep step;
  step.head = view->exercise + "   " + view->count;
  if (view->clock_runs || view->clock_over) step.head += "   " + view->clock;
  step.title = view->title;
  step.text = view->text;
  step.solution = view->solution;
  for (const auto& [id, text] : view->options)
    step.options.push_back(text);
  if (view->asks == StepView::Asks::doing) step.status = view->status, step.sign = view->sign;
  step.keys = view->has_solution ? tr("→ on   ← back   S solution   Esc ends")
                                 : tr("→ on   ← back   Esc ends");
  return step;
}

namespace {

float height_of(ImFont* font, const std::string& text, float width) {
  return font->CalcTextSizeA(font->FontSize, 1e9f, width, text.c_str()).y * 1.12f +
         ImGui::GetStyle().ItemSpacing.y;
}

/// Of all that is said and asked, in that font.
float height_of(const PresentedStep& step, ImFont* font, float width) {
  float high = 0;
  for (const auto* blocks : {&step.text, &step.solution}) {
    for (const auto& block : *blocks) {
      std::string text;
      for (const auto& span : block.spans)
        text += span.text;
      high += height_of(font, text, width);
    }
  }
  for (const auto& option : step.options)
    high += height_of(font, "– " + option, width);
  return high;
}

}  // namespace

ImFont* presented_font(const Kit& kit, const PresentedStep& step, float room) {
  const float width = ImGui::GetContentRegionAvail().x;
  for (ImFont* font : {kit.fonts.large, kit.fonts.body}) {
    if (height_of(step, font, width) <= room) return font;
  }
  return kit.fonts.small;
}

void show_presented_step(const Kit& kit, const PresentedStep& step) {
  kit.caption(step.head);
  kit.text(step.title, kit.fonts.sentence, kit.theme.ink);
  kit.note_item("presented step");
  kit.gap(4);
  // Below the text: the sentence, the keys, and for a solution its heading.
  const float below = kit.px(step.solution.empty() ? 150 : 190);
  const float room = ImGui::GetIO().DisplaySize.y - ImGui::GetCursorScreenPos().y - below;
  ImFont* font = presented_font(kit, step, room);
  const RichFonts fonts{font, font};
  for (const auto& block : step.text)
    show_block(kit, block, fonts);
  for (const auto& option : step.options)
    kit.text("– " + option, font, kit.theme.ink);
  if (!step.status.empty()) show_status(kit, step.sign, step.status);
  if (!step.solution.empty()) {
    kit.hairline();
    kit.text(tr("Solution"), kit.fonts.strong, kit.theme.accent);
    kit.note_item("presented solution");
    for (const auto& block : step.solution)
      show_block(kit, block, fonts);
  }
  kit.caption(step.keys);
}

std::optional<app::Action> presented_key(const KeyPress& key, const app::State& state,
                                         const std::string& today) {
  using Special = KeyPress::Special;
  if (!app::open_exercise(state) || key.ctrl || key.alt || state.read_only) return std::nullopt;
  const auto act = [](app::ExerciseAction action) { return app::Action(std::move(action)); };
  const bool on = key.special == Special::right || key.special == Special::page_down ||
                  key.special == Special::space;
  const bool back = key.special == Special::left || key.special == Special::page_up;
  if (on && app::open_step(state)) return act(app::TurnStep{1, today});
  if (back) return act(app::TurnStep{-1, today});
  if (key.letter == 'S' && app::open_step(state))
    return act(app::ShowSolution{!state.exercise.solution});
  return std::nullopt;
}

}  // namespace nahraum::ui
