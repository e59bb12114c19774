#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "base/translate.hpp"
#include "ui/exercise_panel.hpp"
#include "ui/wrapped_input.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// The last item has another name, too, by which scripts find it wherever the card has scrolled to.
void note_as(const Kit& kit, const std::string& name) {
  kit.registry.note(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
  const auto& seen = ImGui::GetCurrentWindowRead()->ClipRect;
  kit.registry.note_view(name, seen.Min, seen.Max);
}

void act(const Kit& kit, app::ExerciseAction action) {
  kit.act(app::Action(std::move(action)));
}

void draw_tick(ImDrawList* list, ImVec2 at, float side, ImU32 ink, float thick) {
  const ImVec2 points[] = {{at.x + side * 0.18f, at.y + side * 0.55f},
                           {at.x + side * 0.42f, at.y + side * 0.78f},
                           {at.x + side * 0.84f, at.y + side * 0.26f}};
  list->AddPolyline(points, 3, ink, 0, thick);
}

/// A ring waits, a tick is done, a filled tick is right, a tilde-like dash is not.
void draw_sign(const Kit& kit, StepSign sign, ImVec2 at, float side) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 middle{at.x + side / 2, at.y + side / 2};
  const float r = side * 0.44f;
  switch (sign) {
    case StepSign::none:
      return;
    case StepSign::waits:
      list->AddCircle(middle, r, kit.theme.ink_soft, 0, kit.px(1.5f));
      return;
    case StepSign::done:
      return draw_tick(list, at, side, kit.theme.accent, kit.px(2));
    case StepSign::right:
      list->AddCircleFilled(middle, r * 1.12f, kit.theme.accent);
      return draw_tick(list, {at.x + side * 0.14f, at.y + side * 0.12f}, side * 0.72f,
                       kit.theme.on_accent, kit.px(2));
    case StepSign::wrong:
      list->AddCircle(middle, r, kit.theme.warning, 0, kit.px(1.8f));
      list->AddLine({middle.x - r * 0.5f, middle.y}, {middle.x + r * 0.5f, middle.y},
                    kit.theme.warning, kit.px(1.8f));
      return;
  }
}

void keep_number(const Kit& kit, ExerciseMemory& memory) {
  memory.trouble.clear();
  if (memory.draft.empty()) return act(kit, app::AnswerStep{});
  const auto kept = app::kept_number(memory.draft);
  if (!kept) memory.trouble = tr("A number is expected here.");
  if (kept) act(kit, app::AnswerStep{*kept});
}

void show_number(const Kit& kit, const StepView& view, ExerciseMemory& memory) {
  ImGui::SetNextItemWidth(std::min(kit.px(140), ImGui::GetContentRegionAvail().x));
  const bool enter =
      ImGui::InputText("##answer", &memory.draft, ImGuiInputTextFlags_EnterReturnsTrue);
  kit.note_item("answer", true);
  if (enter || ImGui::IsItemDeactivatedAfterEdit()) keep_number(kit, memory);
  if (view.unit.empty()) return;
  kit.same_line_if_fits(ImGui::CalcTextSize(view.unit.c_str()).x);
  ImGui::AlignTextToFramePadding();
  kit.body(view.unit);
}

void show_text(const Kit& kit, ExerciseMemory& memory) {
  if (wrapped_input(kit, "answer", memory.draft, kit.px(92)))
    act(kit, app::AnswerStep{memory.draft});
}

void show_marks(const Kit& kit, const StepView& view) {
  if (view.drawing) {
    if (kit.button(tr("Stop drawing"))) kit.act(app::ChooseTool{app::Tool::select});
  } else if (kit.button(view.draw.c_str())) {
    kit.act(app::ChooseTool{view.tool});
  }
  note_as(kit, "draw answer");
  if (!view.has_marks) return;
  kit.beside(tr("Remove all##marks"));
  if (kit.quiet_button(tr("Remove all##marks"))) act(kit, app::RemoveMarks{});
}

/// What the project has of it now, unless somebody is writing.
void follow_draft(const StepView& view, const std::string& step, ExerciseMemory& memory) {
  if (memory.of == step && memory.kept == view.value) return;
  memory.of = step;
  memory.kept = memory.draft = view.value;
  memory.trouble.clear();
}

}  // namespace

void show_status(const Kit& kit, StepSign sign, const std::string& text) {
  if (text.empty()) return;
  const float side = kit.fonts.small->FontSize;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_sign(kit, sign, at, side);
  const float indent = sign == StepSign::none ? 0 : side + kit.px(8);
  if (indent > 0) ImGui::Indent(indent);
  kit.text(text, kit.fonts.small, sign == StepSign::wrong ? kit.theme.warning : kit.theme.ink);
  kit.note_item("step status");
  if (indent > 0) ImGui::Unindent(indent);
}

void show_answer(const Kit& kit, const StepView& view, const std::string& step,
                 ExerciseMemory& memory) {
  follow_draft(view, step, memory);
  switch (view.asks) {
    case StepView::Asks::nothing:
      return;
    case StepView::Asks::choice:
      for (const auto& [id, text] : view.options) {
        if (kit.radio(text, id == view.value)) act(kit, app::AnswerStep{id});
        note_as(kit, "option " + id);
      }
      break;
    case StepView::Asks::number:
      show_number(kit, view, memory);
      break;
    case StepView::Asks::text:
      show_text(kit, memory);
      break;
    case StepView::Asks::marks:
      show_marks(kit, view);
      break;
    case StepView::Asks::doing:
      break;
  }
  if (!memory.trouble.empty()) return show_status(kit, StepSign::wrong, memory.trouble);
  show_status(kit, view.sign, view.status);
}

}  // namespace nahraum::ui
