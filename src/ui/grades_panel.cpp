#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// As it will stand: the hand may be between two steps.
float on_step(const GradesView& view, float value) {
  return std::round(value / view.step) * view.step;
}

std::string text_of(const GradesView& view, const char* form, float value) {
  const auto number = base::format_number(value, 0, base::language());
  return fmt::format(fmt::runtime(form), number + (view.in_metres ? " m" : " min"));
}

constexpr float words_wide = 196, least_bar = 150;

/// The words stand before the bars, whose handles would hide them; above them where room is scarce.
void show_handle(const Kit& kit, const GradesView& view, bool target, float& held) {
  const char* label = target ? "Target (Soll)" : "Limit (Max)";
  const float now = target ? view.target : view.limit;
  float value = held >= 0 ? held : now;
  const auto text = text_of(view, target ? tr("good up to {0}") : tr("sufficient up to {0}"), now);
  ImGui::AlignTextToFramePadding();
  kit.detail(text);
  const float room = ImGui::GetWindowContentRegionMax().x;
  const bool beside = ImGui::GetItemRectSize().x < kit.px(words_wide - 6);
  if (beside && room >= kit.px(words_wide + least_bar)) ImGui::SameLine(kit.px(words_wide));
  if (kit.slider(label, value, view.low, view.high, ""))
    kit.act(app::MoveThreshold{target, view.in_units(on_step(view, value))});
  held = ImGui::IsItemActive() ? value : -1;
}

void show_own(const Kit& kit, const GradesView& view) {
  if (!view.own) return;
  ImGui::AlignTextToFramePadding();
  kit.text(tr("own values"), kit.fonts.small, kit.theme.warning);
  kit.note_item("own values");
  kit.same_line_if_fits(ImGui::CalcTextSize(tr("Back to the standard's")).x + kit.px(20));
  if (kit.button(tr("Back to the standard's"))) kit.act(app::ResetThresholds{});
}

void show_answer(const Kit& kit, const GradesView& view) {
  kit.gap(2);
  kit.text(with_figures_kept(view.sentence), kit.fonts.body, kit.theme.ink);
  kit.note_item("grades sentence");
  for (const auto& remark : view.remarks)
    kit.caption(with_figures_kept(remark));
  StudyView drawn;
  drawn.tables = view.tables;
  ImGui::PushID("grades");
  for (std::size_t i = 0; i < drawn.tables.size(); ++i)
    show_study_table(kit, drawn, i);
  ImGui::PopID();
}

}  // namespace

void grades_panel(const Kit& kit, const GradesView& view, PanelMemory& memory) {
  if (const auto id = memory.standards.show(kit, "Standard", view.standard, view.standards))
    kit.act(app::ChooseStandard{*id});
  show_handle(kit, view, true, memory.target);
  show_handle(kit, view, false, memory.max);
  show_own(kit, view);
  kit.caption(tr("Compared with"));
  if (const auto id = memory.seconds.show(kit, "Second standard", view.second, view.seconds))
    kit.act(app::CompareStandard{*id});
  show_answer(kit, view);
}

}  // namespace nahraum::ui
