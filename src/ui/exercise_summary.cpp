#include <imgui.h>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "ui/exercise_panel.hpp"
#include "ui/rich_text.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void show_row(const Kit& kit, const SummaryRow& row) {
  kit.strong(row.title);
  if (!row.answer.empty()) {
    kit.caption(tr("Your answer"));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(6));
    kit.body(row.answer);
  }
  if (!row.verdict.empty()) show_status(kit, row.sign, row.verdict);
  if (row.solution.empty()) return;
  kit.caption(tr("Solution"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(6));
  for (const auto& block : row.solution)
    show_block(kit, block, {kit.fonts.body, kit.fonts.strong});
}

}  // namespace

void exercise_summary_panel(const Kit& kit, const SummaryView& view) {
  kit.text(tr("What came of it"), kit.fonts.large, kit.theme.ink);
  kit.note_item("exercise summary");
  if (view.computing) kit.caption(tr("Computing …"));
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (i > 0) kit.hairline();
    show_row(kit, view.rows[i]);
  }
}

void exercise_summary_foot(const Kit& kit) {
  const auto act = [&](app::ExerciseAction action) { kit.act(app::Action(std::move(action))); };
  if (kit.primary_button(tr("Close the exercise"))) act(app::LeaveExercise{});
  kit.beside(tr("Back##exercise"));
  if (kit.button(tr("Back##exercise"))) act(app::TurnStep{-1, base::today()});
}

}  // namespace nahraum::ui
