#pragma once
/// A new project from files: which is for what, and where the district is.

#include "app/dropped_files.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

class NewProjectDialog {
 public:
  void open(std::vector<app::GivenFile> files);
  bool is_open() const { return open_; }
  /// More files for the open dialog.
  void add(const std::vector<app::GivenFile>& files);
  /// Makes the project by an action; true: a file is to be added by the file dialog, and as long as
  /// that is open this one waits.
  bool show(const Kit& kit, bool file_dialog_open);

 private:
  enum class Where { whole, circle, name };
  void show_files(const Kit& kit);
  void show_where(const Kit& kit);
  void make(const Kit& kit);

  bool open_ = false, asked_ = false, waits_ = false;
  std::vector<app::GivenFile> files_;
  std::vector<SearchableCombo> roles_;
  Where where_ = Where::whole;
  std::string title_, boundary_, place_, radius_ = "800", problem_;
};

std::string name_of(app::FileRole role);

}  // namespace nahraum::ui
