#pragma once
/// What opens over the window: method card, report, messages, shortcuts, sheet,
/// work to be recovered, history.

#include <array>

#include "ui/commands.hpp"
#include "ui/file_dialog.hpp"
#include "ui/new_project_dialog.hpp"

namespace nahraum::ui {

/// A dialog with lines to read.
struct ReadingCard {
  std::string title;
  std::vector<std::string> lines;
  std::string table_title;
  std::vector<std::array<std::string, 3>> table;
};

class Dialogs {
 public:
  void read(ReadingCard card) { card_ = std::move(card), card_asked_ = true; }
  void print(const app::State& state);
  void ask_close() { close_asked_ = true; }
  void offer_work() { work_asked_ = true; }
  void show_history() { history_asked_ = true; }
  void show_versions(std::vector<app::Version> versions) {
    versions_ = std::move(versions), versions_asked_ = true;
  }
  /// `least_count`: of the catalogue.
  void show_settings(int least_count) { settings_asked_ = true, least_count_ = least_count; }
  FileDialog& files() { return files_; }
  NewProjectDialog& new_project() { return new_project_; }

  /// Shows whatever is open; returns what was wished there.
  Wish show(const Kit& kit, const app::State& state);

 private:
  void show_card(const Kit& kit);
  void show_card_text(const Kit& kit);
  Wish show_close(const Kit& kit);
  void show_work(const Kit& kit, const app::State& state);
  void show_settings(const Kit& kit, const app::State& state);
  void show_version_list(const Kit& kit);
  void show_steps(const Kit& kit, const app::State& state);
  void show_sheet_choices(const Kit& kit);
  void show_sheet(const Kit& kit, const app::State& state);
  void ask_where_to_print(const app::State& state);

  FileDialog files_;
  NewProjectDialog new_project_;
  ReadingCard card_;
  float card_height_ = 0;   ///< of its text in the last frame
  float sheet_height_ = 0;  ///< of the sheet's choices in the last frame
  bool card_asked_ = false, sheet_asked_ = false, close_asked_ = false;
  bool work_asked_ = false, history_asked_ = false, settings_asked_ = false;
  int least_count_ = 0;
  bool versions_asked_ = false;
  std::vector<app::Version> versions_;
  scene::SheetSpec spec_;                  ///< scale 0: what fits the district
  std::optional<std::string> titled_for_;  ///< the project whose title the sheet took over
  int format_ = 0;
};

/// "Lindenhof – Apotheke" → "Lindenhof-Apotheke": safe as a file name everywhere.
std::string file_name_of(const std::string& title);

}  // namespace nahraum::ui
