#include "ui/file_dialog.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

bool has_ending(const std::string& name, const std::vector<std::string>& endings) {
  if (endings.empty()) return true;
  const std::string folded = base::fold_case(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](const auto& ending) { return folded.ends_with(ending); });
}

}  // namespace

void FileDialog::open(Mode mode, std::string title, const std::filesystem::path& folder,
                      std::string name, std::vector<std::string> endings, Chosen chosen) {
  mode_ = mode;
  title_ = std::move(title);
  name_ = std::move(name);
  endings_ = std::move(endings);
  chosen_ = std::move(chosen);
  open_ = asked_ = true;
  enter(folder);
}

void FileDialog::enter(const std::filesystem::path& folder) {
  std::error_code error;
  // With "." at the end the normal form ends in a slash, whose parent is the folder itself.
  auto wanted =
      (std::filesystem::current_path(error) / folder / ".").lexically_normal().parent_path();
  std::vector<Entry> entries;
  std::filesystem::directory_iterator files(
      wanted, std::filesystem::directory_options::skip_permission_denied, error);
  problem_ = error ? error.message() : "";
  if (error) return;
  for (const auto& file : files) {
    const std::string name = file.path().filename().string();
    const bool is_folder = file.is_directory(error);
    if (name.starts_with(".") || (!is_folder && !has_ending(name, endings_))) continue;
    entries.push_back({name, is_folder});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.folder != b.folder) return a.folder;
    return base::fold_case(a.name) < base::fold_case(b.name);
  });
  folder_ = std::move(wanted);
  entries_ = std::move(entries);
}

void FileDialog::show(const Kit& kit) {
  if (!open_) return;
  const std::string id = title_ + "###files";
  if (asked_) ImGui::OpenPopup(id.c_str());
  asked_ = false;
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowSize(
      {std::min(kit.px(680), all.x * 0.9f), std::min(kit.px(560), all.y * 0.9f)});
  ImGui::SetNextWindowPos({all.x / 2, all.y / 2}, 0, {0.5f, 0.5f});
  if (!ImGui::BeginPopupModal(id.c_str(), &open_,
                              ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove)) {
    open_ = ImGui::IsPopupOpen(id.c_str());
    return;
  }
  kit.caption(folder_.string());
  if (!problem_.empty()) kit.text(problem_, kit.fonts.small, kit.theme.warning);
  show_entries(kit);
  const bool entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) && !name_.empty();
  kit.input("File name", name_, tr("File name"));
  if (kit.primary_button(mode_ == Mode::open ? tr("Open file") : tr("Save file")) || entered) {
    finish(kit);
  }
  ImGui::SameLine();
  if (kit.button(tr("Cancel##files")) || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    open_ = false;
  }
  if (!open_) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void FileDialog::show_entries(const Kit& kit) {
  const float below = ImGui::GetFrameHeightWithSpacing() * 2 + kit.px(8);
  ImGui::BeginChild("entries", {0, -below}, true);
  std::filesystem::path next;
  if (ImGui::Selectable("‹  ..")) next = folder_.parent_path();
  kit.note_item("..");
  for (const auto& entry : entries_) {
    const std::string label = entry.folder ? entry.name + "/" : entry.name;
    if (ImGui::Selectable(label.c_str(), !entry.folder && entry.name == name_,
                          ImGuiSelectableFlags_AllowDoubleClick)) {
      if (entry.folder) {
        next = folder_ / entry.name;
      } else {
        name_ = entry.name;
        if (ImGui::IsMouseDoubleClicked(0)) finish(kit);
      }
    }
    kit.note_item(label);
  }
  ImGui::EndChild();
  if (!next.empty()) enter(next);
}

void FileDialog::finish(const Kit& kit) {
  if (name_.empty()) return;
  // A whole path may be typed or pasted.
  const std::filesystem::path path = folder_ / name_;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    name_.clear();
    return enter(path);
  }
  if (mode_ == Mode::open && !std::filesystem::exists(path, error)) {
    problem_ = path.filename().string() + ": " + tr("There is no such file.");
    return;
  }
  kit.act(chosen_(path));
  open_ = false;
}

}  // namespace nahraum::ui
