#pragma once
/// What was done and is in no file yet: a folder of its own for each open project, with a line for
/// every step. Written before the next frame and synced at once from a thread of its own, so that a
/// killed program loses nothing and a power cut the last moment. Gone with the next save.
///
///   FOLDER/about.json   title, project file (its size and time)
///   FOLDER/base.gpkg    the project where it has no file of its own
///   FOLDER/steps.jsonl  a Step a line; locked (flock) as long as the program lives
///   FOLDER/declined     is there once the user did not want it back

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/edit_text.hpp"

namespace nahraum::app {

/// $XDG_STATE_HOME/nahraum/unsaved, else ~/.local/state/nahraum/unsaved.
std::filesystem::path unsaved_root();

/// Declined work is kept as long.
inline constexpr int declined_days = 30;

class Journal {
 public:
  /// Of a project as it was opened. Nothing is made on the disk before the first step. `file`: ""
  /// where it has none; then it is to be written to `base_file()`. `precious`: it took work to make
  /// and is wanted back even without a step.
  Journal(std::filesystem::path root, std::string title, std::filesystem::path file,
          bool precious = false);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// Errors: io. The step is then kept in memory and tried again with the next one.
  base::Result<void> add(const Step& step);
  std::size_t steps() const;
  /// The project was stored in `file` as it was after the first `kept` steps: only the others
  /// remain.
  base::Result<void> saved_as(const std::filesystem::path& file, std::size_t kept);
  /// Nothing is left to be kept. Without it the folder stays for the next start.
  void end();
  /// As `decline`: what was not saved on purpose.
  void put_aside();
  /// Where the project is to be written while it has no file; its folder is there afterwards.
  base::Result<std::filesystem::path> base_file();

 private:
  struct Disk;
  base::Result<void> begin();
  base::Result<void> write_pending();

  std::filesystem::path root_;
  std::string title_;
  std::filesystem::path file_;
  bool precious_;
  std::vector<std::string> lines_;
  std::unique_ptr<Disk> disk_;  ///< null: nothing is kept
};

/// Work that a program left behind when it was killed.
struct UnsavedWork {
  std::filesystem::path folder;
  std::string title;
  std::filesystem::path file;  ///< the project's; "": it lies in the folder
  std::string changed;         ///< "2026-11-27 14:05", local
  std::size_t steps = 0;       ///< whole lines
  bool file_differs = false;   ///< the project's file is gone or not as it was
  bool declined = false;
  friend bool operator==(const UnsavedWork&, const UnsavedWork&) = default;
};

/// Newest first, without what a living program still writes; what was declined long ago is removed.
std::vector<UnsavedWork> unsaved_work(const std::filesystem::path& root);
/// The steps in order, up to the first that cannot be read (a line that the power cut).
std::vector<Step> steps_of(const UnsavedWork& work);
/// The project that the steps begin from.
std::filesystem::path base_of(const UnsavedWork& work);
void decline(const UnsavedWork& work);
void forget(const UnsavedWork& work);

}  // namespace nahraum::app
