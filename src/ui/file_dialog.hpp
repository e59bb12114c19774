#pragma once
/// Which file: asked by the desktop's dialog where there is one, else by a browser inside the
/// window, which works everywhere and needs no desktop service.

#include <filesystem>
#include <functional>
#include <set>

#include "ui/desktop_files.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

class FileDialog {
 public:
  using Mode = FileQuestion::Mode;
  /// Called for each file. When saving the path has the question's first ending, and what was there
  /// before may be replaced: the user was asked.
  using Chosen = std::function<app::Action(const std::filesystem::path&)>;

  /// Null (as at first): the window's own browser alone. Must outlive its use here.
  void use(DesktopFiles* desktop) { desktop_ = desktop; }
  /// The window's own browser is wanted from now on, whatever the desktop has.
  void stay_inside(bool inside) { inside_ = inside; }

  void open(FileQuestion question, Chosen chosen);
  bool is_open() const { return step_ != Step::closed; }
  /// The desktop's dialog is open; the window goes on.
  bool waits_for_desktop() const { return step_ == Step::desktop; }
  void show(const Kit& kit);
  /// What the window's own browser shows, and why it is not what was asked for ("": it is).
  const std::filesystem::path& folder() const { return folder_; }
  const std::string& problem() const { return problem_; }

 private:
  enum class Step { closed, desktop, browser, replace };
  struct Entry {
    std::string name;
    bool folder;
  };
  void browse(std::string problem);
  void enter(const std::filesystem::path& folder);
  void click(const Kit& kit, const Entry& entry, std::filesystem::path& next);
  void show_desktop(const Kit& kit);
  void take_answer(const Kit& kit);
  void show_browser(const Kit& kit);
  void show_entries(const Kit& kit);
  void show_replace(const Kit& kit);
  void finish(const Kit& kit);
  bool all_there(const std::vector<std::filesystem::path>& files);
  void take(const Kit& kit, std::vector<std::filesystem::path> files, bool confirmed);
  void hand_over(const Kit& kit);
  void go(Step step) { step_ = step, asked_ = true; }

  DesktopFiles* desktop_ = nullptr;
  bool inside_ = false;
  Step step_ = Step::closed;
  bool asked_ = false;
  FileQuestion question_;
  std::string name_, problem_;
  std::filesystem::path folder_;
  std::vector<Entry> entries_;
  std::set<std::string> marked_;              ///< of several
  std::vector<std::filesystem::path> files_;  ///< chosen, about to be replaced
  Chosen chosen_;
};

/// With the ending that is to be saved; one that is there in capitals is left.
std::filesystem::path with_ending(std::filesystem::path file, const std::string& ending);

}  // namespace nahraum::ui
