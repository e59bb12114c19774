#pragma once
/// Every command once: for the keyboard, the list of shortcuts and the command search.

#include <string>
#include <vector>

#include "ui/panels.hpp"

namespace nahraum::ui {

struct Command {
  std::string name;                   ///< in the user's language
  std::string keys;                   ///< "Ctrl+Z", "" none
  std::optional<app::Action> action;  ///< either this …
  Wish wish = Wish::none;             ///< … or that
};
std::vector<Command> commands(const app::State& state);

/// By the meaning of the key on the user's keyboard: 'Z' is where Z is printed.
struct KeyPress {
  char letter = 0;  ///< 'A' … 'Z', '0' … '9', '+', '-'
  bool ctrl = false, shift = false, alt = false;
  int function = 0;  ///< 1 for F1
  /// Keys without a sign that move the focus, the map or the slides.
  enum class Special {
    none,
    tab,
    left,
    right,
    up,
    down,
    home,
    page_up,
    page_down,
    space,
    escape
  } special = Special::none;
};
/// The command of a key, or nothing.
std::optional<Command> command_for(const KeyPress& key, const app::State& state);

}  // namespace nahraum::ui
