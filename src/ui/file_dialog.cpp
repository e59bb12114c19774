#include "ui/file_dialog.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "ui/modal.hpp"

namespace nahraum::ui {
namespace {

namespace fs = std::filesystem;
using base::tr;
using Kind = FileAnswer::Kind;

bool has_ending(const std::string& name, const std::vector<std::string>& endings) {
  if (endings.empty()) return true;
  const std::string folded = base::fold_case(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](const auto& ending) { return folded.ends_with(ending); });
}

}  // namespace

fs::path with_ending(fs::path file, const std::string& ending) {
  if (!has_ending(file.filename().string(), {ending})) file += ending;
  return file;
}

void FileDialog::open(FileQuestion question, Chosen chosen) {
  question_ = std::move(question);
  chosen_ = std::move(chosen);
  name_ = question_.name;
  marked_.clear();
  if (!desktop_ || inside_) return browse("");
  desktop_->ask(question_);
  go(Step::desktop);
}

void FileDialog::browse(std::string problem) {
  go(Step::browser);
  enter(question_.folder);
  if (!problem.empty()) problem_ = std::move(problem);
}

namespace {

/// Without "." and ".." in it. With "." at the end the normal form ends in a slash, whose parent is
/// the folder itself.
fs::path whole_path(const fs::path& folder) {
  std::error_code error;
  const auto path = (fs::current_path(error) / folder / ".").lexically_normal().parent_path();
  return path.is_absolute() ? path : fs::path("/");
}

/// Empty where it cannot be read.
std::optional<std::vector<fs::directory_entry>> files_in(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::directory_entry> files;
  fs::directory_iterator at(folder, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error))
    files.push_back(*at);
  return error ? std::nullopt : std::optional(std::move(files));
}

/// Why another folder is shown.
std::string not_shown(const fs::path& folder) {
  std::error_code error;
  const char* why = fs::is_directory(folder, error)
                        ? tr("The folder {0} cannot be read.")
                        : tr("There is no folder {0}. This is the nearest one above it.");
  return fmt::format(fmt::runtime(why), folder.string());
}

}  // namespace

/// Where there is none, or where it cannot be read, the nearest one above it.
void FileDialog::enter(const fs::path& folder) {
  const auto wanted = whole_path(folder);
  auto there = wanted;
  auto files = files_in(there);
  while (!files && there.has_relative_path()) {
    there = there.parent_path();
    files = files_in(there);
  }
  problem_ = files && there == wanted ? "" : not_shown(wanted);
  if (!files) return;
  std::error_code error;
  std::vector<Entry> entries;
  for (const auto& file : *files) {
    const std::string name = file.path().filename().string();
    const bool is_folder = file.is_directory(error);
    if (name.starts_with(".") || (!is_folder && !has_ending(name, question_.endings))) continue;
    entries.push_back({name, is_folder});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.folder != b.folder) return a.folder;
    return base::fold_case(a.name) < base::fold_case(b.name);
  });
  folder_ = std::move(there);
  entries_ = std::move(entries);
  marked_.clear();
}

void FileDialog::show(const Kit& kit) {
  switch (step_) {
    case Step::closed:
      return;
    case Step::desktop:
      return show_desktop(kit);
    case Step::browser:
      return show_browser(kit);
    case Step::replace:
      return show_replace(kit);
  }
}

/// What the window shows while the desktop asks: the way out where that dialog lies hidden.
void FileDialog::show_desktop(const Kit& kit) {
  const bool answered = desktop_->answer().kind != Kind::waiting;
  if (!begin_modal(kit, "###desktop files", std::exchange(asked_, false), 420)) {
    if (answered) take_answer(kit);
    return;
  }
  kit.heading(question_.title);
  kit.body(tr("Please choose in the dialog of your desktop."));
  kit.gap(8);
  const bool here = kit.button(tr("Choose here instead"));
  ImGui::SameLine();
  const bool cancel = kit.button(tr("Cancel##desktop files")) || escape_pressed();
  if (here || cancel || answered) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  if (answered) return take_answer(kit);
  if (!here && !cancel) return;
  desktop_->withdraw();
  cancel ? go(Step::closed) : browse("");
}

void FileDialog::take_answer(const Kit& kit) {
  const FileAnswer answer = desktop_->answer();
  if (answer.kind == Kind::no_dialog) return browse(answer.problem);
  if (answer.kind == Kind::cancelled) return go(Step::closed);
  if (question_.mode == Mode::open && !all_there(answer.files)) return browse(problem_);
  take(kit, answer.files, true);
}

void FileDialog::show_browser(const Kit& kit) {
  const float room = ImGui::GetIO().DisplaySize.y * 0.9f - kit.px(40);
  if (!begin_modal(kit, "###files", std::exchange(asked_, false), 680)) {
    step_ = Step::closed;
    return;
  }
  ImGui::BeginChild("browser", {0, std::min(kit.px(520), room)});
  kit.heading(question_.title);
  kit.detail(folder_.string());
  if (!problem_.empty()) kit.text(problem_, kit.fonts.small, kit.theme.warning);
  show_entries(kit);
  const bool entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) &&
                       (!name_.empty() || !marked_.empty());
  if (kit.input("File name", name_, tr("File name"))) marked_.clear();
  const bool opens = question_.mode == Mode::open;
  if (kit.primary_button(opens ? tr("Open file") : tr("Save file")) || entered) finish(kit);
  ImGui::SameLine();
  const bool cancel = kit.button(tr("Cancel##files")) || escape_pressed();
  ImGui::EndChild();
  if (cancel) go(Step::closed);
  if (step_ != Step::browser) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void FileDialog::show_entries(const Kit& kit) {
  const float hint = question_.several ? kit.px(22) : 0;
  const float below = ImGui::GetFrameHeightWithSpacing() * 2 + kit.px(8) + hint;
  // In the smallest windows the rest scrolls: a list of one line is none.
  const float room = std::max(ImGui::GetContentRegionAvail().y - below, kit.px(120));
  ImGui::BeginChild("entries", {0, room}, true);
  fs::path next;
  if (ImGui::Selectable("‹  ..")) next = folder_.parent_path();
  kit.note_item("..");
  for (const auto& entry : entries_) {
    const std::string label = entry.folder ? entry.name + "/" : entry.name;
    const bool chosen = !entry.folder && (entry.name == name_ || marked_.count(entry.name) > 0);
    if (ImGui::Selectable((label + "##" + entry.name).c_str(), chosen,
                          ImGuiSelectableFlags_AllowDoubleClick))
      click(kit, entry, next);
    kit.note_item(label);
  }
  ImGui::EndChild();
  if (question_.several) kit.caption(tr("With Ctrl held, several files are chosen."));
  if (!next.empty()) enter(next);
}

void FileDialog::click(const Kit& kit, const Entry& entry, fs::path& next) {
  if (entry.folder) {
    next = folder_ / entry.name;
    return;
  }
  if (!question_.several || !ImGui::GetIO().KeyCtrl) {
    name_ = entry.name;
    marked_ = {entry.name};
    if (ImGui::IsMouseDoubleClicked(0)) finish(kit);
    return;
  }
  if (marked_.erase(entry.name) == 0) marked_.insert(entry.name);
  name_ = marked_.size() == 1 ? *marked_.begin() : "";
}

void FileDialog::finish(const Kit& kit) {
  std::vector<fs::path> files;
  if (marked_.size() > 1) {
    for (const auto& name : marked_)
      files.push_back(folder_ / name);
  } else if (!name_.empty()) {
    files.push_back(folder_ / name_);  // a whole path may be typed or pasted
  }
  if (files.empty()) return;
  std::error_code error;
  if (fs::is_directory(files[0], error)) {
    name_.clear();
    return enter(files[0]);
  }
  if (question_.mode == Mode::open && !all_there(files)) return;
  take(kit, std::move(files), false);
}

bool FileDialog::all_there(const std::vector<fs::path>& files) {
  std::error_code error;
  for (const auto& file : files) {
    if (fs::exists(file, error)) continue;
    problem_ = file.filename().string() + ": " + tr("There is no such file.");
    return false;
  }
  return true;
}

/// `confirmed`: the desktop asked whether to replace what is there, under exactly this name.
void FileDialog::take(const Kit& kit, std::vector<fs::path> files, bool confirmed) {
  files_ = std::move(files);
  if (question_.mode == Mode::save && !question_.endings.empty()) {
    auto whole = with_ending(files_[0], question_.endings[0]);
    confirmed = confirmed && whole == files_[0];
    files_[0] = std::move(whole);
  }
  std::error_code error;
  const bool replaces = question_.mode == Mode::save && fs::exists(files_[0], error);
  replaces && !confirmed ? go(Step::replace) : hand_over(kit);
}

void FileDialog::show_replace(const Kit& kit) {
  if (!begin_modal(kit, "###replace", std::exchange(asked_, false), 480)) return;
  const auto name = files_[0].filename().string();
  kit.heading(tr("Replace the file?"));
  kit.body(fmt::format(fmt::runtime(tr("There is already a file {0} in this folder.")), name));
  kit.gap(8);
  const bool replace = kit.primary_button(tr("Replace"));
  ImGui::SameLine();
  const bool other = kit.button(tr("Another name"));
  ImGui::SameLine();
  const bool cancel = kit.button(tr("Cancel##replace")) || escape_pressed();
  if (replace || other || cancel) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  if (replace) return hand_over(kit);
  if (cancel) return go(Step::closed);
  if (!other) return;
  question_.folder = files_[0].parent_path();
  browse("");
}

void FileDialog::hand_over(const Kit& kit) {
  go(Step::closed);
  for (const auto& file : files_)
    kit.act(chosen_(file));
}

}  // namespace nahraum::ui
