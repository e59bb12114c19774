#include "ui/exercise_panel.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "ui/rich_text.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void act(const Kit& kit, app::ExerciseAction action) {
  kit.act(app::Action(std::move(action)));
}

void show_blocks(const Kit& kit, const std::vector<app::HelpBlock>& blocks) {
  for (const auto& block : blocks)
    show_block(kit, block, {kit.fonts.body, kit.fonts.strong});
}

/// Begun and not finished: on from there; finished: what came of it, or once more.
void show_row_buttons(const Kit& kit, const ExerciseRow& row, bool may_begin) {
  const auto begin = tr("Begin") + std::string("##") + row.id;
  const auto again = tr("Begin again") + std::string("##") + row.id;
  const auto on = tr("Go on") + std::string("##") + row.id;
  const auto look = tr("Look at the summary") + std::string("##") + row.id;
  if (row.progress_id > 0) {
    const auto& label = row.finished ? look : on;
    const bool pressed =
        row.finished ? kit.button(label.c_str()) : kit.primary_button(label.c_str());
    if (pressed) act(kit, app::OpenExercise{row.progress_id});
    kit.beside(again.c_str());
  }
  if (!may_begin) ImGui::BeginDisabled();
  const bool pressed =
      row.progress_id > 0 ? kit.quiet_button(again.c_str()) : kit.primary_button(begin.c_str());
  if (!may_begin) ImGui::EndDisabled();
  if (pressed) act(kit, app::BeginExercise{row.id, base::today()});
  if (!may_begin) kit.caption(tr("This project is open for reading only."));
}

/// The file was changed, or is not wanted any more.
void show_file_buttons(const Kit& kit, const std::string& file) {
  const auto read = tr("Read the file again") + std::string("##") + file;
  const auto forget = tr("Take it off the list") + std::string("##") + file;
  if (kit.quiet_button(read.c_str())) act(kit, app::AddExercises{{file}});
  kit.beside(forget.c_str());
  if (kit.quiet_button(forget.c_str())) act(kit, app::ForgetExercise{file});
  kit.tip(tr("The file stays where it is, and so do answers that were given."));
}

void show_faulty(const Kit& kit, const FaultyFile& faulty) {
  constexpr std::size_t most_faults = 12;
  kit.text(faulty.heading, kit.fonts.strong, kit.theme.warning);
  kit.note_item("faulty " + faulty.file);
  const auto told = std::min(faulty.faults.size(), most_faults);
  for (std::size_t i = 0; i < told; ++i)
    kit.body("– " + faulty.faults[i]);
  if (told < faulty.faults.size())
    kit.caption(
        fmt::format(fmt::runtime(tr("… and {0} more; mend these first and read the file again.")),
                    faulty.faults.size() - told));
  show_file_buttons(kit, faulty.file);
  kit.hairline();
}

void show_row(const Kit& kit, const ExerciseRow& row, bool may_begin) {
  kit.strong(row.title);
  if (!row.own.empty()) kit.text(row.own, kit.fonts.small, kit.theme.accent);
  kit.caption(row.facts);
  kit.body(row.goal);
  if (!row.material.empty()) {
    kit.caption(tr("Material"));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(6));
    kit.body(row.material);
  }
  if (!row.lacks.empty()) {
    kit.text(tr("What this district lacks for it"), kit.fonts.small, kit.theme.warning);
    for (const auto& lack : row.lacks)
      kit.body("– " + lack);
    kit.caption(tr("The exercise goes on all the same; what cannot be told is “–”."));
  }
  if (!row.progress.empty())
    show_status(kit, row.finished ? StepSign::done : StepSign::waits, row.progress);
  show_row_buttons(kit, row, may_begin);
  const auto plan = tr("Put it into the plan") + std::string("##") + row.id;
  if (!row.into_plan.empty() && kit.quiet_button(plan.c_str())) {
    for (const auto& action : row.into_plan)
      kit.act(action);
  }
  if (!row.into_plan.empty())
    kit.tip(tr("At the end of the moderation plan in module 4, with its minutes."));
  if (!row.file.empty()) show_file_buttons(kit, row.file);
}

}  // namespace

void exercise_head(const Kit& kit, const std::string& exercise, const std::string& count,
                   float share) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float wide = ImGui::GetContentRegionAvail().x, side = kit.px(36);
  ImGui::BeginGroup();
  ImGui::PushFont(kit.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.ink_soft);
  const auto name = kit.fitted(exercise, wide - side - kit.px(4));
  ImGui::TextUnformatted(name.c_str());
  if (name != exercise) kit.tip(exercise);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(6));
  ImGui::PopStyleColor();
  const auto shown = kit.fitted(count, wide - side - kit.px(4));
  ImGui::TextUnformatted(shown.c_str());
  if (shown != count) kit.tip(count);
  ImGui::PopFont();
  ImGui::EndGroup();
  kit.note_item("exercise head");
  const float below = ImGui::GetCursorPosY();
  ImGui::SetCursorScreenPos({at.x + wide - side, at.y});
  if (kit.icon_button(tr("Leave the exercise"), Icon::close, false, false))
    act(kit, app::LeaveExercise{});
  kit.tip(tr("Leave the exercise. What was answered stays; it goes on from here."));
  ImGui::SetCursorPosY(below);
  const ImVec2 line = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(line, {line.x + wide, line.y + kit.px(3)}, kit.theme.hover, kit.px(1.5f));
  list->AddRectFilled(line, {line.x + wide * share, line.y + kit.px(3)}, kit.theme.accent,
                      kit.px(1.5f));
  kit.gap(5);
}

namespace {

/// A row of what can be looked at besides; each once more puts it away.
void show_looks(const Kit& kit, const StepView& view, ExerciseMemory& memory) {
  bool beside = false;
  const auto look = [&](const char* label) {
    if (std::exchange(beside, true)) kit.beside(label);
    return kit.button(label);
  };
  if (!view.light.empty() && look(tr("Show me where"))) memory.light_wanted = true;
  if (view.has_hint && look(view.hint_shown ? tr("Hide the hint") : tr("Hint##exercise")))
    act(kit, app::ShowHint{!view.hint_shown});
  const char* solution = view.solution_shown ? tr("Hide the solution") : tr("Solution");
  if (view.has_solution && look(solution)) act(kit, app::ShowSolution{!view.solution_shown});
  if (!view.where.empty()) {
    kit.caption(view.where);
  } else if (memory.light_missing) {
    kit.caption(
        tr("It cannot be seen at the moment: close what lies over it, or make the window "
           "larger."));
  }
}

/// What was just asked for comes into sight.
void show_looked_at(const Kit& kit, const StepView& view, ExerciseMemory& memory) {
  const bool news = std::exchange(memory.looked_at, view.hint_shown + 2 * view.solution_shown) <
                    view.hint_shown + 2 * view.solution_shown;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  if (view.hint_shown) {
    kit.caption(tr("Hint"));
    show_blocks(kit, view.hint);
  }
  if (view.solution_shown) {
    kit.caption(tr("Solution"));
    if (view.computing_solution) kit.caption(tr("Computing …"));
    show_blocks(kit, view.solution);
    kit.registry.note("solution text", top, ImGui::GetItemRectMax());
  }
  if (news) memory.bring_frames = 3;
  if (memory.bring_frames <= 0) return;
  --memory.bring_frames;
  ImGui::SetScrollHereY(1);
}

/// Behind the buttons, where there is room.
void show_clock(const Kit& kit, const StepView& view, double now_s) {
  if (view.clock.empty()) return;
  const char* label = view.clock_runs ? tr("Pause") : tr("Start the clock");
  ImFont* font = view.clock_over ? kit.fonts.small : kit.fonts.strong;
  const float time = font->CalcTextSizeA(font->FontSize, 1e9f, 0, view.clock.c_str()).x;
  const float button = ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x;
  kit.same_line_if_fits(time + (view.clock_over ? 0 : button + kit.px(20)), kit.px(16));
  ImGui::AlignTextToFramePadding();
  kit.text(view.clock, font, view.clock_runs ? kit.theme.accent : kit.theme.ink_soft);
  kit.note_item("step clock");
  if (view.clock_over) return;
  kit.beside(label);
  if (kit.quiet_button(label)) act(kit, app::RunClock{!view.clock_runs, now_s});
}

}  // namespace

void exercise_foot(const Kit& kit, const StepView& view, double now_s) {
  const char* next = view.last ? tr("Finish") : tr("Next##exercise");
  const bool pressed = view.done ? kit.primary_button(next) : kit.button(next);
  kit.registry.note("exercise next", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  if (pressed) act(kit, app::TurnStep{1, base::today()});
  if (!view.first) {
    kit.beside(tr("Back##exercise"));
    if (kit.button(tr("Back##exercise"))) act(kit, app::TurnStep{-1, base::today()});
  }
  show_clock(kit, view, now_s);
}

bool exercise_list_panel(const Kit& kit, const ExerciseList& list, bool open) {
  const auto label = list.heading + "##exercises";
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float wide = ImGui::GetContentRegionAvail().x;
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, ImGui::GetStyle().FramePadding.y});
  ImGui::PushFont(kit.fonts.strong);
  const bool clicked = kit.quiet_button(label.c_str(), false, wide);
  ImGui::PopFont();
  ImGui::PopStyleVar(2);
  kit.registry.note("exercises", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  const float y = (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2, r = kit.px(4);
  const float x = at.x + wide - kit.px(14);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float up = open ? -1.f : 1.f;
  const ImVec2 angle[] = {{x - r, y + up * r / 2}, {x, y - up * r / 2}, {x + r, y + up * r / 2}};
  draw->AddPolyline(angle, 3, kit.theme.ink_soft, 0, kit.px(1.5f));
  if (!open) return clicked;
  for (const auto& faulty : list.faulty)
    show_faulty(kit, faulty);
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    if (i > 0) kit.hairline();
    show_row(kit, list.rows[i], list.may_begin);
  }
  if (list.rows.empty())
    kit.body(tr("Exercises of the other modules are found by their numbers on the left."));
  return clicked;
}

Wish own_exercises_panel(const Kit& kit) {
  kit.hairline();
  const bool wanted = kit.quiet_button(tr("Own exercise from a file …"));
  kit.tip(
      tr("A text file (.yaml), as the help on exercises describes it; it can be dropped on the "
         "window, too."));
  return wanted ? Wish::add_exercise : Wish::none;
}

void exercise_step_panel(const Kit& kit, const StepView& view, const std::string& step,
                         ExerciseMemory& memory) {
  kit.text(view.title, kit.fonts.large, kit.theme.ink);
  kit.note_item("step title");
  show_blocks(kit, view.text);
  show_answer(kit, view, step, memory);
  show_looks(kit, view, memory);
  show_looked_at(kit, view, memory);
}

}  // namespace nahraum::ui
