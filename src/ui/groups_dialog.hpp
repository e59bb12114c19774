#pragma once
/// The same project for every group of a course, and the groups' files in one project again.

#include <filesystem>
#include <string>
#include <vector>

#include "ui/kit.hpp"

namespace nahraum::ui {

class GroupsDialog {
 public:
  /// `folder`: where the files will lie.
  void hand_out(std::filesystem::path folder);
  void merge(std::vector<std::filesystem::path> files);
  /// Chosen in the file dialog, for the merge.
  void add(const std::filesystem::path& file);
  /// True: more files are to be chosen. While they are, the dialog waits.
  bool show(const Kit& kit, bool file_dialog_open);
  const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  enum class Step { closed, hand_out, merge } step_ = Step::closed;
  void show_hand_out(const Kit& kit);
  bool show_merge(const Kit& kit);

  bool asked_ = false, waits_ = false;
  std::string groups_ = "6", folder_, problem_;
  std::vector<std::filesystem::path> files_;
};

}  // namespace nahraum::ui
