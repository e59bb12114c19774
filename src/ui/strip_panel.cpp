#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/scale_bar.hpp"
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

/// The longest beginning of `text` that fits, with an ellipsis where it was cut.
std::string fitted(const std::string& text, float width) {
  if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
  std::string cut = text;
  while (!cut.empty() && ImGui::CalcTextSize((cut + "…").c_str()).x > width) {
    cut.pop_back();
    while (!cut.empty() && (cut.back() & 0xC0) == 0x80)
      cut.pop_back();
    if (!cut.empty() && (cut.back() & 0xC0) == 0xC0) cut.pop_back();
  }
  return cut + "…";
}

void show_job(const Kit& kit, const StripView::Job& job) {
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kit.px(6), kit.px(1)});
  ImGui::ProgressBar(job.fraction, {kit.px(90), kit.px(8)}, "");
  ImGui::SameLine();
  ImGui::TextUnformatted(fitted(job.text, kit.px(240)).c_str());
  if (job.cancellable) {
    ImGui::SameLine();
    if (kit.quiet_button(tr("Cancel"))) kit.act(app::CancelJob{job.id});
  }
  ImGui::PopStyleVar();
  ImGui::SameLine(0, kit.px(16));
}

}  // namespace

StripView make_strip_view(const app::State& state, const std::vector<jobs::JobView>& session_jobs,
                          const std::vector<jobs::JobView>& picture_jobs,
                          const std::optional<geo::Point>& mouse, double denominator) {
  StripView view;
  if (state.project) {
    view.scale = scene::scale_text(denominator);
    view.attribution = model::attribution(*state.project);
    if (mouse) {
      view.coordinate = fmt::format("{:.0f} E  {:.0f} N  (EPSG:{})", mouse->x, mouse->y,
                                    state.project->info.epsg);
    }
  }
  for (const auto& message : state.messages)
    view.messages.push_back(message.text);
  view.trouble =
      !state.messages.empty() && state.messages.back().severity != app::Message::Severity::info;
  add_jobs(view, session_jobs, true);
  add_jobs(view, picture_jobs, false);
  return view;
}

bool strip_panel(const Kit& kit, const StripView& view) {
  bool read = false;
  ImGui::PushFont(kit.fonts.small);
  const float right = ImGui::CalcTextSize(view.attribution.c_str()).x + kit.px(24);
  const float coordinates = kit.px(330);
  ImGui::TextUnformatted(view.coordinate.empty() ? view.scale.c_str() : view.coordinate.c_str());
  ImGui::SameLine(coordinates);
  for (const auto& job : view.jobs) {
    if (ImGui::GetCursorPosX() > ImGui::GetWindowWidth() - right - kit.px(300)) break;
    show_job(kit, job);
  }
  if (!view.messages.empty()) {
    const float room = ImGui::GetWindowWidth() - right - ImGui::GetCursorPosX() - kit.px(16);
    const std::string text = fitted(view.messages.back(), room);
    ImGui::PushStyleColor(ImGuiCol_Text, view.trouble ? kit.theme.warning : kit.theme.ink);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    kit.note_item("messages");
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    read = ImGui::IsItemClicked();
  }
  ImGui::SameLine(ImGui::GetWindowWidth() - right + kit.px(8));
  ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.ink_soft);
  ImGui::TextUnformatted(view.attribution.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  return read;
}

Wish welcome_panel(const Kit& kit, const app::State& state, bool opening) {
  Wish wish = Wish::none;
  kit.text("Nahraum", kit.fonts.sentence, kit.theme.ink);
  kit.gap(2);
  kit.text(tr("Who reaches which service on foot, at their own pace?"), kit.fonts.large,
           kit.theme.ink_soft);
  kit.gap(12);
  if (opening) {
    kit.body(tr("Opening … The strip below shows how far it is."));
    return wish;
  }
  if (kit.primary_button(tr("Open the demo district Lindenhof"), kit.px(340))) {
    kit.act(app::OpenDemo{});
  }
  if (kit.button(tr("Open a project or OpenStreetMap data …"), kit.px(340))) wish = Wish::open_file;
  kit.caption(tr("Or drop a file on this window: .gpkg, .osm.pbf, .osm, .osm.gz, .osm.bz2."));
  if (!state.settings.recent.empty()) {
    kit.gap(8);
    kit.strong(tr("Opened last"));
    for (const auto& recent : state.settings.recent) {
      const std::filesystem::path path(recent);
      const bool there = std::filesystem::exists(path);
      const std::string label = path.filename().string() + (there ? "" : tr(" (missing)"));
      if (kit.quiet_button((label + "##" + recent).c_str()) && there) kit.act(app::OpenFile{path});
    }
  }
  return wish;
}

}  // namespace nahraum::ui
