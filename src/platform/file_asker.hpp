#pragma once
/// One way to ask the desktop for a file: its portal, or a program that shows a dialog.

#include <functional>
#include <memory>
#include <string>

#include "ui/desktop_files.hpp"

namespace nahraum::platform {

/// All of it happens on the main thread, from within the iterations of GLib's default context.
class FileAsker {
 public:
  /// Called at most once, never from within `ask`. `no_dialog`: the next way is to be tried.
  using Answered = std::function<void(ui::FileAnswer)>;

  FileAsker() = default;
  /// Takes an open dialog away and forgets whom it would have answered.
  virtual ~FileAsker() = default;
  FileAsker(const FileAsker&) = delete;
  FileAsker& operator=(const FileAsker&) = delete;

  /// Once. False: this way is not there.
  virtual bool ask(const ui::FileQuestion& question, Answered answered) = 0;
};

/// `window`: the X11 id of the window that asks; 0: unknown.
struct AskingWindow {
  unsigned long window = 0;
};

/// org.freedesktop.portal.FileChooser on the session's bus: its dialog is the desktop's own, and
/// works out of sandboxes, too. Gives up after `portal_patience_ms` without an answer to the first
/// call, and when the portal goes away.
/// Source: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.FileChooser
std::unique_ptr<FileAsker> portal_asker(AskingWindow window);
inline constexpr unsigned portal_patience_ms = 2000;

/// Programs of the desktops, called without a shell.
enum class DialogProgram { zenity, kdialog };
std::unique_ptr<FileAsker> program_asker(DialogProgram program, AskingWindow window);
/// Whoever is told "no" faster than this by a program was not asked: it could not start.
inline constexpr int least_asking_ms = 250;

}  // namespace nahraum::platform
