#include "platform/native_dialog.hpp"

#include <algorithm>

#include <gio/gio.h>

namespace nahraum::platform {

using Kind = ui::FileAnswer::Kind;

void NativeDialog::ask(const ui::FileQuestion& question) {
  withdraw();
  question_ = question;
  way_ = first_;
  answer_ = {Kind::waiting, {}, ""};
  ask_next();
}

std::unique_ptr<FileAsker> NativeDialog::asker(Way way) const {
  switch (way) {
    case Way::portal:
      return portal_asker(window_);
    case Way::zenity:
      return program_asker(DialogProgram::zenity, window_);
    case Way::kdialog:
      return program_asker(DialogProgram::kdialog, window_);
    case Way::none:
      break;
  }
  return nullptr;
}

/// From `way_` on.
void NativeDialog::ask_next() {
  next_wanted_ = false;
  for (; way_ != Way::none; way_ = static_cast<Way>(static_cast<int>(way_) + 1)) {
    asker_ = asker(way_);
    if (asker_->ask(question_, [this](ui::FileAnswer answer) { take(std::move(answer)); })) return;
    first_ = std::max(first_, static_cast<Way>(static_cast<int>(way_) + 1));
  }
  asker_ = nullptr;
  answer_ = {Kind::no_dialog, {}, ""};
}

/// Called from within the asker: it goes, and the next one comes, in `take_in`.
void NativeDialog::take(ui::FileAnswer answer) {
  const bool failed = answer.kind == Kind::no_dialog && answer.problem.empty();
  if (!failed) {
    answer_ = std::move(answer);
    return;
  }
  way_ = static_cast<Way>(static_cast<int>(way_) + 1);
  first_ = std::max(first_, way_);
  next_wanted_ = true;
}

bool NativeDialog::take_in() {
  while (g_main_context_iteration(nullptr, FALSE)) {
  }
  if (next_wanted_) ask_next();
  if (answer_.kind != Kind::waiting) asker_ = nullptr;
  return answer_.kind != Kind::waiting;
}

void NativeDialog::withdraw() {
  asker_ = nullptr;
  next_wanted_ = false;
  answer_ = {Kind::cancelled, {}, ""};
}

}  // namespace nahraum::platform
