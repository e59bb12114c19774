#pragma once
/// The desktop's dialogs for files: its portal, else zenity, else kdialog, whichever is there and
/// answers. Where none does the answer is `no_dialog`, and the window asks by itself.

#include <vector>

#include "platform/file_asker.hpp"

namespace nahraum::platform {

class NativeDialog : public ui::DesktopFiles {
 public:
  /// `window`: whose dialogs they are.
  explicit NativeDialog(AskingWindow window = {}) : window_(window) {}

  void ask(const ui::FileQuestion& question) override;
  const ui::FileAnswer& answer() const override { return answer_; }
  void withdraw() override;

  /// Lets in what has come from the desktop; never waits. True: there is an answer now.
  bool take_in();

 private:
  enum class Way { portal, zenity, kdialog, none };
  void ask_next();
  void take(ui::FileAnswer answer);
  std::unique_ptr<FileAsker> asker(Way way) const;

  AskingWindow window_;
  ui::FileQuestion question_;
  ui::FileAnswer answer_;
  Way way_ = Way::none;
  Way first_ = Way::portal;  ///< those before it are not there, or gave no answer
  std::unique_ptr<FileAsker> asker_;
  bool next_wanted_ = false;
};

}  // namespace nahraum::platform
