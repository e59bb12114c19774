/// The shell's hand for keys, by what they mean there where one is.

#include "base/days.hpp"
#include "ui/focus.hpp"
#include "ui/shell.hpp"

namespace nahraum::ui {

/// Tab goes through the widgets; arrows move the map unless they belong to a widget.
bool Shell::special_key(const KeyPress& press) {
  using Special = KeyPress::Special;
  if (press.special == Special::tab) {
    registry_.order().move(press.shift ? -1 : 1);
    return true;
  }
  if (!session_.state().project || anything_is_open()) return false;
  if (ImGui::GetIO().WantTextInput || focus_is_visible()) return false;
  switch (press.special) {
    case Special::left:
      map_.step(1, 0);
      return true;
    case Special::right:
      map_.step(-1, 0);
      return true;
    case Special::up:
      map_.step(0, 1);
      return true;
    case Special::down:
      map_.step(0, -1);
      return true;
    case Special::home:
      map_.show_all();
      return true;
    default:
      return false;
  }
}

bool Shell::key(const KeyPress& press, double now_s) {
  if (presentation_.runs()) return slide_key(press, now_s);
  if (press.special != KeyPress::Special::none && !press.alt) return special_key(press);
  const bool typing = ImGui::GetIO().WantTextInput;
  if (typing && !press.ctrl && press.function == 0) return false;
  // Ctrl+Z while typing belongs to the text field.
  if (typing && (press.letter == 'Z' || press.letter == 'Y')) return false;
  const auto command = command_for(press, session_.state());
  if (!command) return false;
  if (command->action) actions_.push_back(*command->action);
  carry_out(command->wish, now_s);
  return true;
}

/// While presenting: slides, nearer and farther, back and forth in time; no dialogs.
bool Shell::slide_key(const KeyPress& press, double now_s) {
  if (const auto turned = presented_key(press, session_.state(), base::today())) {
    actions_.push_back(*turned);
    return true;
  }
  switch (Presentation::asked(press)) {
    case Presentation::Asked::next:
      show_slide(1, now_s);
      return true;
    case Presentation::Asked::previous:
      show_slide(-1, now_s);
      return true;
    case Presentation::Asked::next_part:
    case Presentation::Asked::previous_part:
      presentation_.turn_part(press.special == KeyPress::Special::down ? 1 : -1);
      return true;
    case Presentation::Asked::end:
      presentation_.end();
      return true;
    case Presentation::Asked::nothing:
      break;
  }
  if (press.special == KeyPress::Special::home) map_.show_all();
  const auto command = command_for(press, session_.state());
  if (!command) return false;
  const bool quiet = command->wish == Wish::zoom_in || command->wish == Wish::zoom_out ||
                     command->wish == Wish::view_back || command->wish == Wish::view_forth;
  if (command->action) actions_.push_back(*command->action);
  if (quiet) carry_out(command->wish, now_s);
  return true;
}

}  // namespace nahraum::ui
