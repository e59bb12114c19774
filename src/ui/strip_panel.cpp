#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void add_jobs(StripView& view, const std::vector<jobs::JobView>& jobs, bool cancellable) {
  for (const auto& job : jobs) {
    std::string text = job.title;
    if (!job.step.empty() && cancellable) text += ": " + job.step;
    view.jobs.push_back({job.id, text, static_cast<float>(job.fraction), cancellable});
  }
}

void show_job(const Kit& kit, const StripView::Job& job, float room) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(6), kit.px(1)});
  const float line = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(line + (ImGui::GetTextLineHeight() - kit.px(8)) / 2 + kit.px(1));
  ImGui::ProgressBar(job.fraction, {kit.px(90), kit.px(8)}, "");
  ImGui::SameLine();
  ImGui::SetCursorPosY(line);
  ImGui::TextUnformatted(kit.fitted(job.text, room).c_str());
  kit.tip(job.text);
  if (job.cancellable) {
    ImGui::SameLine();
    if (kit.quiet_button(tr("Cancel"))) kit.act(app::CancelJob{job.id});
  }
  ImGui::PopStyleVar();
  ImGui::SameLine(0, kit.px(16));
}

/// Metres of the project's grid, or degrees where the user wants them.
std::string coordinate_text(const MousePlace& at, int epsg) {
  if (!at.degrees) return fmt::format("{:.0f} E  {:.0f} N  (EPSG:{})", at.map.x, at.map.y, epsg);
  const auto degrees = [](double value) { return base::format_number(value, 5, base::language()); };
  return fmt::format(fmt::runtime(tr("{0}° N  {1}° E")), degrees(at.degrees->lat),
                     degrees(at.degrees->lon));
}

}  // namespace

StripView make_strip_view(const app::State& state, const std::vector<jobs::JobView>& session_jobs,
                          const std::vector<jobs::JobView>& picture_jobs,
                          const std::optional<MousePlace>& mouse) {
  StripView view;
  if (state.project) {
    view.title = state.project->info.title;
    view.attribution = model::attribution(*state.project);
    if (mouse) view.coordinate = coordinate_text(*mouse, state.project->info.epsg);
  }
  if (state.not_kept)
    view.not_kept = tr("What is done is not on the disk: save it under another name.");
  for (const auto& message : state.messages)
    view.messages.push_back(message.text);
  view.trouble =
      !state.messages.empty() && state.messages.back().severity != app::Message::Severity::info;
  add_jobs(view, session_jobs, true);
  add_jobs(view, picture_jobs, false);
  return view;
}

namespace {

float width_of(const std::string& text) {
  return ImGui::CalcTextSize(text.c_str()).x;
}

/// Where the mouse is, else the project; nothing where the sources need the room.
std::string left_text(const Kit& kit, const StripView& view, float room) {
  for (const auto& text : {view.coordinate, view.title}) {
    if (!text.empty() && width_of(text) + kit.px(140) <= room) return text;
  }
  return "";
}

bool show_message(const Kit& kit, const StripView& view, float room) {
  const std::string text = kit.fitted(view.messages.back(), room - kit.px(12));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(6), kit.px(1)});
  ImGui::PushStyleColor(ImGuiCol_Button, 0);
  ImGui::PushStyleColor(ImGuiCol_Border, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, view.trouble ? kit.theme.warning : kit.theme.ink);
  const bool read = ImGui::Button((text + "###messages").c_str());
  ImGui::PopStyleColor(3);
  ImGui::PopStyleVar();
  kit.note_item("messages");
  kit.tip(view.messages.back());
  return read;
}

/// Stays in sight: whoever overlooks it loses work.
void show_not_kept(const Kit& kit, const std::string& text, float room) {
  ImGui::PushFont(kit.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.warning);
  ImGui::TextUnformatted(kit.fitted(text, room * 0.6f).c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  kit.note_item("not kept");
  kit.tip(text);
  ImGui::SameLine(0, kit.px(16));
}

/// Leads to the module where its buttons are.
void show_clock(const Kit& kit, const std::string& clock, float room) {
  if (room * 0.5f < kit.px(60)) return;  // module 4 tells it, too
  const std::string text = kit.fitted(clock, room * 0.5f);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(6), kit.px(1)});
  ImGui::PushStyleColor(ImGuiCol_Button, 0);
  ImGui::PushStyleColor(ImGuiCol_Border, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.accent);
  if (ImGui::Button((text + "###meeting clock").c_str())) kit.act(app::ChooseModule{4});
  ImGui::PopStyleColor(3);
  ImGui::PopStyleVar();
  kit.note_item("meeting clock");
  kit.tip(clock + " – " + tr("The clock of the meeting; a click leads to its plan in module 4."));
  ImGui::SameLine(0, kit.px(12));
}

/// Looks like a field to type in, and opens the search.
bool show_search(const Kit& kit) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(10), kit.px(1)});
  const std::string label = std::string(tr("Search")) + " …   " + tr("Ctrl") + "+K##strip";
  const bool pressed = kit.button(label.c_str());
  ImGui::PopStyleVar();
  kit.note_item("strip search");
  return pressed;
}

}  // namespace

StripAsked strip_panel(const Kit& kit, const StripView& view) {
  StripAsked asked = StripAsked::nothing;
  ImGui::PushFont(kit.fonts.small);
  const float whole = ImGui::GetContentRegionAvail().x;
  // The sources come first: their names are what the data's licences ask for.
  const std::string sources = kit.fitted(view.attribution, whole);
  const float end = ImGui::GetWindowContentRegionMax().x - width_of(sources);
  const float begin = ImGui::GetCursorPosX();
  float room = whole - width_of(sources);
  if (!view.title.empty() && room > kit.px(360)) {
    if (show_search(kit)) asked = StripAsked::search;
    ImGui::SameLine(0, kit.px(12));
    room -= ImGui::GetCursorPosX() - begin;
  }
  const std::string left = left_text(kit, view, room);
  const float at = ImGui::GetCursorPosX();
  ImGui::TextUnformatted(left.c_str());
  ImGui::SameLine(left.empty() ? 0
                               : at - begin + std::min(kit.px(330), width_of(left) + kit.px(48)));
  if (!view.clock.empty()) show_clock(kit, view.clock, end - ImGui::GetCursorPosX());
  if (!view.not_kept.empty()) show_not_kept(kit, view.not_kept, end - ImGui::GetCursorPosX());
  for (const auto& job : view.jobs) {
    // Told whole where there is room for it, its bar, the way out and the gaps between them.
    const float others = kit.px(90 + 12 + 60) + width_of(tr("Cancel"));
    const float free = end - ImGui::GetCursorPosX() - others;
    if (free < kit.px(120)) break;
    show_job(kit, job, free);
  }
  const float rest = end - ImGui::GetCursorPosX() - kit.px(16);
  if (!view.messages.empty() && rest > kit.px(40) && show_message(kit, view, rest))
    asked = StripAsked::messages;
  ImGui::SameLine(end);
  ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.ink_soft);
  ImGui::TextUnformatted(sources.c_str());
  ImGui::PopStyleColor();
  if (sources != view.attribution) kit.tip(view.attribution);
  ImGui::PopFont();
  return asked;
}

}  // namespace nahraum::ui
