#include "ui/correction_panel.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "analysis/corrections.hpp"
#include "base/translate.hpp"
#include "scene/correction_words.hpp"
#include "ui/correcting.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

const model::Correction* correction(const app::State& state, std::int64_t id) {
  const auto& all = state.project->corrections;
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const auto& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool fits(const app::State& state, std::int32_t id) {
  if (!state.corrected) return true;
  const auto& unfit = state.corrected->info.unfit;
  return std::find(unfit.begin(), unfit.end(), id) == unfit.end();
}

void replace(const Kit& kit, model::Correction changed) {
  kit.act(app::PerformEdit{model::ReplaceCorrection{std::move(changed)}});
}

void show_choices(const Kit& kit, const model::Correction& now) {
  const auto choices = choices_for(now.change);
  if (choices.empty()) return;
  std::vector<std::string> labels;
  int chosen = -1;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    labels.push_back(choices[i].label);
    if (choices[i].change == now.change) chosen = static_cast<int>(i);
  }
  const int picked = kit.segments("correction kind", labels, chosen);
  if (picked == chosen || picked < 0) return;
  model::Correction changed = now;
  changed.change = choices[static_cast<std::size_t>(picked)].change;
  replace(kit, std::move(changed));
}

void show_words(const Kit& kit, const model::Correction& now, PanelMemory& memory) {
  if (memory.note != -now.id) memory.note = -now.id, memory.note_text = now.note;
  kit.caption(tr("What was found, and who says so"));
  ImGui::InputTextMultiline("##correction", &memory.note_text, {-1, kit.px(74)});
  kit.note_item("Correction note", true);
  const bool done = ImGui::IsItemDeactivatedAfterEdit();
  if (!ImGui::IsItemActive() && !done) memory.note_text = now.note;
  if (!done || memory.note_text == now.note) return;
  model::Correction changed = now;
  changed.note = memory.note_text;
  replace(kit, std::move(changed));
}

void show(const Kit& kit, const app::State& state, const model::Correction& each) {
  const auto shape = analysis::shape_of(*app::ground_project(state), each.change);
  if (!shape.empty()) kit.act(app::ShowSpot{geo::point_along(shape, geo::length(shape) / 2)});
  kit.act(app::Select{{app::Selection::Kind::correction, each.id}});
}

}  // namespace

std::vector<CorrectionLine> make_corrections_list(const app::State& state) {
  std::vector<CorrectionLine> lines;
  for (const auto& each : state.project->corrections) {
    CorrectionLine line{each.id, scene::correction_name(each.change),
                        base::format_date(each.date, base::language()), fits(state, each.id)};
    if (!each.note.empty()) line.detail += (line.detail.empty() ? "" : " · ") + each.note;
    lines.push_back(std::move(line));
  }
  return lines;
}

void correction_editor(const Kit& kit, const app::State& state, std::int32_t id,
                       PanelMemory& memory) {
  const auto* now = correction(state, id);
  if (!now) return;
  if (!fits(state, id))
    kit.text(tr("It does not fit the map data and is left out of all answers."), kit.fonts.small,
             kit.theme.warning);
  kit.gap(2);
  if (state.read_only) return kit.body(now->note);
  show_choices(kit, *now);
  show_words(kit, *now, memory);
  kit.caption(tr("In force in every answer until it is taken back."));
  if (kit.button(tr("Show on the map"))) show(kit, state, *now);
  if (!kit.button(tr("Take the correction back"))) return;
  kit.act(app::PerformEdit{model::RemoveCorrection{id}});
  kit.act(app::Select{});
}

void corrections_list(const Kit& kit, const app::State& state) {
  const auto lines = make_corrections_list(state);
  if (lines.empty()) return;
  kit.hairline();
  kit.strong(tr("Corrections of the map"));
  for (const auto& line : lines) {
    ImGui::PushID(line.id);
    const auto label = fmt::format("{}  {}", line.id, line.name);
    if (kit.quiet_button(label.c_str())) show(kit, state, *correction(state, line.id));
    ImGui::PopID();
    ImGui::Indent(kit.px(12));
    if (!line.fits) kit.text(tr("does not fit the data"), kit.fonts.small, kit.theme.warning);
    if (!line.detail.empty()) kit.detail(line.detail);
    ImGui::Unindent(kit.px(12));
  }
}

void show_correction_tip(const Kit& kit, const app::State& state, std::int64_t symbol) {
  const auto* each = correction(state, symbol - model::corrected_service);
  if (!each) return;
  kit.begin_tip();
  ImGui::TextUnformatted(scene::correction_name(each->change).c_str());
  if (!each->note.empty()) kit.detail(each->note);
  kit.end_tip();
}

}  // namespace nahraum::ui
