#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include "base/translate.hpp"
#include "ui/correction_panel.hpp"
#include "ui/figures.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void show_facts(const Kit& kit, const InspectorView& view) {
  for (const auto& [name, value] : view.facts) {
    kit.caption(name);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(6));
    kit.body(value);
  }
}

/// Heights along the way, exaggerated, from the home on the left.
void show_profile(const Kit& kit, const InspectorView& view) {
  if (view.profile.size() < 2) return;
  double low = 0, high = 0;
  for (const auto& point : view.profile)
    low = std::min(low, point.height_m), high = std::max(high, point.height_m);
  const double length_m = view.profile.back().at_m;
  if (length_m < 1) return;
  const float width = ImGui::GetContentRegionAvail().x;
  const double px_per_m = width / length_m;
  const float room =
      std::clamp(static_cast<float>((high - low) * 5 * px_per_m), kit.px(8), kit.px(90));
  const double px_per_height = (high - low) > 0.1 ? room / (high - low) : 0;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  std::vector<ImVec2> line;
  for (const auto& point : view.profile) {
    const ImVec2 at{corner.x + static_cast<float>(point.at_m * px_per_m),
                    corner.y + room - static_cast<float>((point.height_m - low) * px_per_height)};
    if (line.empty() || at.x - line.back().x >= 1) line.push_back(at);
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 1; i < line.size(); ++i) {
    list.AddQuadFilled(line[i - 1], line[i], {line[i].x, corner.y + room + kit.px(4)},
                       {line[i - 1].x, corner.y + room + kit.px(4)}, kit.theme.accent_soft);
  }
  list.AddPolyline(line.data(), static_cast<int>(line.size()), kit.theme.accent, 0, kit.px(2));
  ImGui::Dummy({width, room + kit.px(6)});
  kit.note_item("height profile");
}

void show_note_editor(const Kit& kit, const app::State& state, std::int32_t id,
                      PanelMemory& memory) {
  const auto& notes = state.project->notes;
  const auto note =
      std::find_if(notes.begin(), notes.end(), [id](const auto& each) { return each.id == id; });
  if (note == notes.end()) return;
  if (memory.note != id) memory.note = id, memory.note_text = note->text;
  ImGui::InputTextMultiline("##note", &memory.note_text, {-1, kit.px(110)});
  kit.note_item("Note text", true);
  const bool done = ImGui::IsItemDeactivatedAfterEdit();
  if (!ImGui::IsItemActive() && !done) memory.note_text = note->text;
  if (done && memory.note_text != note->text) {
    model::Note changed = *note;
    changed.text = memory.note_text;
    kit.act(app::PerformEdit{model::ReplaceNote{changed}});
  }
  kit.caption(tr("Drag the note on the map to move it."));
  if (kit.button(tr("Remove the note"))) {
    kit.act(app::PerformEdit{model::RemoveNote{id}});
    kit.act(app::Select{});
  }
}

void show_list(const Kit& kit, const char* title, const std::vector<std::string>& lines,
               std::size_t most) {
  if (lines.empty()) return;
  kit.hairline();
  kit.strong(title);
  for (std::size_t i = 0; i < lines.size() && i < most; ++i)
    kit.caption(lines[i]);
}

Wish show_project(const Kit& kit, const InspectorView& view) {
  show_list(kit, tr("Sources"), view.sources, 12);
  if (view.report.empty()) return Wish::none;
  kit.gap(2);
  return kit.button(tr("Import report")) ? Wish::show_report : Wish::none;
}

void show_close(const Kit& kit) {
  const float side = kit.px(36);
  ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - side);
  if (kit.icon_button(tr("Close the inspector"), Icon::close, false, false)) {
    kit.act(app::Select{});
    kit.act(app::ShowDetails{false});
  }
  kit.tip(tr("Close"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - side - ImGui::GetStyle().ItemSpacing.y);
}

/// On lines that leave room for the button that closes.
void show_title(const Kit& kit, const std::string& title, float button) {
  ImGui::PushFont(kit.fonts.large);
  const auto lines = broken_at_spaces(title, ImGui::GetContentRegionAvail().x - button);
  ImGui::PopFont();
  kit.heading(lines);
}

/// Another question is one click away from another service.
void show_question(const Kit& kit, const InspectorView& view) {
  if (view.ask_type.empty()) return;
  kit.gap(4);
  if (kit.primary_button(tr("Who reaches it?"))) kit.act(app::ChooseType{view.ask_type});
}

/// "3 things here", each a click away; another click on the map goes on to the next, too.
void show_under(const Kit& kit, const InspectorView& view, const app::State& state) {
  if (view.under.size() < 2) return;
  const auto count = view.under.size();
  kit.caption(
      fmt::format(fmt::runtime(base::tr_n("{0} thing here", "{0} things here", count)), count));
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5f});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(8), kit.px(3)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, kit.px(1)});
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [name, selection] = view.under[i];
    const auto label = fmt::format("{}##under{}", name, i);
    const float room = ImGui::GetContentRegionAvail().x - (i == 0 ? kit.px(44) : 0);
    if (kit.quiet_button(label.c_str(), i == view.under_chosen, room))
      kit.act(app::Select{selection, state.under});
    kit.note_item(fmt::format("under {}", i + 1));
  }
  ImGui::PopStyleVar(3);
  kit.hairline();
}

/// What was added by hand opens with its form: it has no facts yet.
bool is_edited(const InspectorView& view, PanelMemory& memory) {
  if (!view.service) return false;
  const auto id = view.service->id;
  const bool fresh = view.service->origin == "user" && view.service->name.empty();
  if (fresh && memory.edited_service != -id) memory.edited_service = id;
  return memory.edited_service == id;
}

}  // namespace

Wish inspector_panel(const Kit& kit, const InspectorView& view, const app::State& state,
                     PanelMemory& memory, bool closable) {
  if (view.kind == InspectorView::Kind::nothing) return Wish::none;
  if (closable) show_close(kit);
  show_under(kit, view, state);
  show_title(kit, view.title, closable ? kit.px(44) : 0);
  kit.note_item("inspector title");
  if (!view.headline.empty()) kit.text(view.headline, kit.fonts.large, kit.theme.accent);
  const bool home = view.kind == InspectorView::Kind::home;
  const bool asked = home && !view.headline.empty() && figures_clicked(kit, "home figures");
  if (!view.remark.empty()) kit.caption(view.remark);
  if (view.kind == InspectorView::Kind::note) {
    show_note_editor(kit, state, view.note, memory);
    return Wish::none;
  }
  if (view.kind == InspectorView::Kind::correction) {
    correction_editor(kit, state, view.correction, memory);
    return Wish::none;
  }
  if (view.area) {
    show_facts(kit, view);
    if (!state.read_only)
      area_form(kit, state.project->population[*view.area], *view.area, view.min_count,
                memory.people);
    return Wish::none;
  }
  show_question(kit, view);
  kit.hairline();
  if (view.home && memory.edited_home == view.home->id) {
    home_form(kit, *view.home, memory.people);
    if (kit.button(tr("Close the form"))) memory.edited_home = 0;
    return Wish::none;
  }
  if (is_edited(view, memory)) {
    service_form(kit, *view.service, view.types, memory.draft_type, memory.draft);
    if (kit.button(tr("Close the form"))) memory.edited_service = -view.service->id;
    return Wish::none;
  }
  show_piece_rows(kit, view.pieces);
  show_minutes_bars(kit, view.bars);
  if (!view.bars.empty() || !view.pieces.empty()) kit.hairline();
  ImGui::BeginGroup();
  show_facts(kit, view);
  ImGui::EndGroup();
  const bool facts_asked = home && figures_clicked(kit, "home facts");
  if (view.service && kit.button(tr("Edit"))) memory.edited_service = view.service->id;
  if (view.home && kit.button(tr("Edit"))) memory.edited_home = view.home->id;
  show_profile(kit, view);
  if (view.kind == InspectorView::Kind::project) corrections_list(kit, state);
  if (asked || facts_asked) return Wish::show_method;
  return show_project(kit, view);
}

}  // namespace nahraum::ui
