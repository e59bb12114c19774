#include "ui/new_project_dialog.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "ui/modal.hpp"

namespace nahraum::ui {
namespace {

using app::FileRole;
using base::tr;

std::vector<Choice> role_choices() {
  std::vector<Choice> choices;
  for (int i = 0; i < app::file_role_count; ++i) {
    const auto role = static_cast<FileRole>(i);
    if (role != FileRole::project) choices.push_back({std::to_string(i), name_of(role), "", ""});
  }
  return choices;
}

bool any(const std::vector<app::GivenFile>& files, FileRole role) {
  return std::any_of(files.begin(), files.end(),
                     [role](const app::GivenFile& file) { return file.role == role; });
}

}  // namespace

std::string name_of(FileRole role) {
  switch (role) {
    case FileRole::unused:
      return tr("leave out");
    case FileRole::project:
      return tr("Project");
    case FileRole::streets:
      return tr("Streets and buildings");
    case FileRole::district:
      return tr("District's outline");
    case FileRole::population:
      return tr("Residents");
    case FileRole::services:
      return tr("Services");
    case FileRole::service_areas:
      return tr("Service areas");
    case FileRole::elevation:
      return tr("Elevation");
  }
  return "";
}

void NewProjectDialog::open(std::vector<app::GivenFile> files) {
  *this = {};
  open_ = asked_ = true;
  add(files);
}

void NewProjectDialog::add(const std::vector<app::GivenFile>& files) {
  for (const auto& file : files) {
    const bool known = std::any_of(files_.begin(), files_.end(),
                                   [&](const auto& each) { return each.path == file.path; });
    if (!known) files_.push_back(file);
  }
  roles_.resize(files_.size());
}

bool NewProjectDialog::show(const Kit& kit, bool file_dialog_open) {
  if (!open_ || (waits_ && file_dialog_open)) return false;
  asked_ = asked_ || std::exchange(waits_, false);
  if (!begin_modal(kit, "###new project", std::exchange(asked_, false), 680)) {
    open_ = false;
    return false;
  }
  kit.heading(tr("New project"));
  kit.hairline();
  show_files(kit);
  const bool more = kit.button(tr("Add a file …"));
  kit.gap(4);
  show_where(kit);
  kit.caption(tr("Title"));
  kit.input("Project title", title_, tr("Name of the district"));
  if (!problem_.empty()) kit.text(problem_, kit.fonts.body, kit.theme.warning);
  kit.gap(8);
  if (kit.primary_button(tr("Make the project"))) make(kit);
  kit.beside(tr("Cancel##new project"));
  if (kit.button(tr("Cancel##new project")) || escape_pressed()) open_ = false;
  if (!open_ || more) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  waits_ = more;
  return more;
}

void NewProjectDialog::show_files(const Kit& kit) {
  if (files_.empty()) {
    kit.body(
        tr("Add OpenStreetMap data of your town, and what else there is: the district's "
           "outline, residents, services, elevation. Files can also be dropped here."));
    return;
  }
  const auto choices = role_choices();
  // Many files scroll among themselves: what to do with them stays in sight.
  const float room = std::max(ImGui::GetIO().DisplaySize.y * 0.94f - kit.px(400), kit.px(90));
  const float wanted =
      ImGui::GetFrameHeightWithSpacing() * 1.7f * static_cast<float>(files_.size());
  const auto flags = ImGuiTableFlags_SizingStretchProp |
                     (wanted > room ? ImGuiTableFlags_ScrollY : ImGuiTableFlags_None);
  if (!ImGui::BeginTable("files", 2, flags, {0, wanted > room ? room : 0})) return;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    auto& file = files_[i];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(static_cast<int>(i));
    ImGui::AlignTextToFramePadding();
    kit.body(file.path.filename().string());
    if (!file.remark.empty()) kit.caption(file.remark);
    ImGui::TableNextColumn();
    const auto label = "role " + file.path.filename().string();
    const auto chosen = roles_[i].show(kit, label.c_str(), name_of(file.role), choices);
    if (chosen) file.role = static_cast<FileRole>(std::stoi(*chosen));
    ImGui::PopID();
  }
  ImGui::EndTable();
}

void NewProjectDialog::show_where(const Kit& kit) {
  if (any(files_, FileRole::district)) return;
  kit.caption(tr("The district is"));
  const int chosen =
      kit.segments("where", {tr("all of it"), tr("a circle"), tr("a boundary with a name")},
                   static_cast<int>(where_));
  where_ = static_cast<Where>(chosen);
  if (where_ == Where::name) {
    kit.input("Boundary", boundary_, tr("Name of the quarter or town as on the map"));
  } else if (where_ == Where::circle) {
    kit.caption(tr("Longitude and latitude of the middle"));
    kit.input("Centre", place_, tr("for example 8.4213, 51.8561"));
    kit.caption(tr("Metres around it"));
    kit.input("Radius", radius_, tr("Metres around it"));
  } else {
    kit.caption(tr("Everything in the file less a rim of streets: takes long for a whole town."));
  }
}

void NewProjectDialog::make(const Kit& kit) {
  auto options = app::new_options(files_);
  if (!options) {
    problem_ = base::one_line(options.error());
    return;
  }
  options->title = title_;
  if (!any(files_, FileRole::district)) {
    if (where_ == Where::name) options->district_name = boundary_;
    if (where_ == Where::circle) options->around = place_ + "," + radius_;
    const bool missing =
        (where_ == Where::name && boundary_.empty()) || (where_ == Where::circle && place_.empty());
    if (missing) {
      problem_ = tr("Say where the district is.");
      return;
    }
  }
  kit.act(app::MakeProject{*options});
  open_ = false;
}

}  // namespace nahraum::ui
