/// The shell's hand for files: what is dropped, opened, saved and handed on.

#include <cstdlib>

#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/own_exercises.hpp"
#include "base/translate.hpp"
#include "ui/shell.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::vector<std::string> data_endings() {
  return {".gpkg", ".osm.pbf", ".osm", ".osm.gz", ".osm.bz2"};
}

bool is_photo(const std::filesystem::path& file) {
  const auto ending = app::extension_of(file.string());
  return ending == ".jpg" || ending == ".jpeg" || ending == ".png";
}

}  // namespace

/// One file is opened; several, or one that is no whole project, are what a new one is made of.
/// Photos become notes of the open project; what may be an exercise comes into the list of those.
void Shell::drop(const std::vector<std::filesystem::path>& dropped) {
  auto files = dropped;
  app::AddExercises exercises;
  for (const auto& file : files) {
    if (app::is_exercise_file(file)) exercises.files.push_back(file);
  }
  std::erase_if(files, app::is_exercise_file);
  if (!exercises.files.empty()) {
    actions_.emplace_back(app::ExerciseAction(std::move(exercises)));
    if (files.empty()) return;
  }
  const auto middle = map_.mouse_at().value_or(map_.camera().centre());
  if (session_.state().project) {
    for (const auto& file : files) {
      if (is_photo(file)) actions_.emplace_back(app::AddPhoto{file, middle});
    }
    std::erase_if(files, is_photo);
  }
  const auto given = app::sort_files(files);
  if (given.empty()) return say_nothing_in(files);
  if (dialogs_.new_project().is_open()) return dialogs_.new_project().add(given);
  const bool opens = given.size() == 1 && (given[0].role == app::FileRole::project ||
                                           given[0].role == app::FileRole::streets ||
                                           given[0].role == app::FileRole::unused);
  if (opens) {
    actions_.emplace_back(app::OpenFile{given[0].path});
  } else {
    dialogs_.new_project().open(given);
  }
}

/// Folders without a file; nothing at all was said by those who took it.
void Shell::say_nothing_in(const std::vector<std::filesystem::path>& folders) {
  if (folders.empty()) return;
  actions_.emplace_back(
      app::Tell{fmt::format(fmt::runtime(tr("There is no file in the folder {0}.")),
                            folders[0].filename().string()),
                app::Message::Severity::warning});
}

/// Where the last file was; at first the user's own folder.
std::filesystem::path Shell::usual_folder() const {
  const auto& recent = session_.state().settings.recent;
  if (!recent.empty()) return std::filesystem::path(recent[0]).parent_path();
  const char* home = std::getenv("HOME");
  return home ? home : "";
}

/// Chosen in the file dialog: the dialog of the new project comes back with it.
void Shell::add_file() {
  auto& dialog = dialogs_.new_project();
  dialogs_.files().open({FileDialog::Mode::open, tr("Add a file"), usual_folder(), "", {}, true},
                        [&dialog](const std::filesystem::path& path) -> app::Action {
                          dialog.add(app::sort_files({path}));
                          return app::Tell{};
                        });
}

/// In the middle of the map, from where it can be dragged.
void Shell::add_photo() {
  const auto& state = session_.state();
  if (!state.project || state.read_only) return;
  const auto middle = map_.camera().centre();
  dialogs_.files().open({FileDialog::Mode::open,
                         tr("Put a photo on the map"),
                         state.path.parent_path(),
                         "",
                         {".jpg", ".jpeg", ".png"},
                         true},
                        [middle](const std::filesystem::path& path) {
                          return app::AddPhoto{path, middle};
                        });
}

/// A trainer's own, into the list below the module's panel.
void Shell::add_exercise() {
  dialogs_.files().open({FileDialog::Mode::open,
                         tr("Own exercise from a file"),
                         usual_folder(),
                         "",
                         {".yaml", ".yml"},
                         true},
                        [](const std::filesystem::path& path) -> app::Action {
                          return app::ExerciseAction(app::AddExercises{{path}});
                        });
}

void Shell::open_file() {
  dialogs_.files().open(
      {FileDialog::Mode::open, tr("Open a project or data"), usual_folder(), "", data_endings()},
      [](const std::filesystem::path& path) { return app::OpenFile{path}; });
}

void Shell::save_file(bool ask) {
  const auto& state = session_.state();
  if (!state.project) return;
  if (!ask && !state.path.empty()) {
    actions_.push_back(app::SaveProject{});
    return;
  }
  const auto folder = state.path.empty() ? usual_folder() : state.path.parent_path();
  const auto name = state.path.empty() ? file_name_of(state.project->info.title) + ".gpkg"
                                       : state.path.filename().string();
  dialogs_.files().open({FileDialog::Mode::save, tr("Save the project"), folder, name, {".gpkg"}},
                        [](const std::filesystem::path& path) { return app::SaveProject{path}; });
}

void Shell::share_copy() {
  const auto& state = session_.state();
  if (!state.project) return;
  dialogs_.files().open({FileDialog::Mode::save,
                         tr("Share a copy"),
                         state.path.parent_path(),
                         file_name_of(state.project->info.title) + tr("-copy") + ".gpkg",
                         {".gpkg"}},
                        [](const std::filesystem::path& path) { return app::ShareCopy{path}; });
}

}  // namespace nahraum::ui
