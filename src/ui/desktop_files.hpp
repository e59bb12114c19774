#pragma once
/// The desktop's own dialogs for files, as far as the window has to know of them.

#include <filesystem>
#include <string>
#include <vector>

namespace nahraum::ui {

/// Which file is wanted.
struct FileQuestion {
  enum class Mode { open, save };
  Mode mode = Mode::open;
  std::string title;
  std::filesystem::path folder;           ///< where it begins; "": the current one
  std::string name = {};                  ///< proposed when saving
  std::vector<std::string> endings = {};  ///< shown files, such as ".gpkg"; empty: all
  bool several = false;                   ///< more than one may be opened
};

/// What became of a question.
struct FileAnswer {
  enum class Kind {
    waiting,
    chosen,
    cancelled,
    no_dialog  ///< none can be had, or the last one went without an answer
  };
  Kind kind = Kind::waiting;
  std::vector<std::filesystem::path> files = {};  ///< whole paths, byte for byte
  std::string problem = {};  ///< no_dialog: why what was chosen there cannot be used
};

/// Main thread only; nothing waits.
class DesktopFiles {
 public:
  DesktopFiles() = default;
  virtual ~DesktopFiles() = default;
  DesktopFiles(const DesktopFiles&) = delete;
  DesktopFiles& operator=(const DesktopFiles&) = delete;

  /// Puts the question; one that is still open is withdrawn.
  virtual void ask(const FileQuestion& question) = 0;
  /// Of the last question.
  virtual const FileAnswer& answer() const = 0;
  /// The dialog goes, nobody wants its answer any more.
  virtual void withdraw() = 0;
};

}  // namespace nahraum::ui
