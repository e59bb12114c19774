#include "platform/keys.hpp"

#include <GLFW/glfw3.h>

namespace nahraum::platform {
namespace {

/// The single ASCII sign of a key's name, letters as capitals; 0 for anything else.
char sign_of(const char* name) {
  if (!name || !name[0] || name[1]) return 0;
  const char c = name[0];
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

ui::KeyPress::Special special_of(int token) {
  using Special = ui::KeyPress::Special;
  switch (token) {
    case GLFW_KEY_TAB:
      return Special::tab;
    case GLFW_KEY_LEFT:
      return Special::left;
    case GLFW_KEY_RIGHT:
      return Special::right;
    case GLFW_KEY_UP:
      return Special::up;
    case GLFW_KEY_DOWN:
      return Special::down;
    case GLFW_KEY_HOME:
      return Special::home;
    case GLFW_KEY_PAGE_UP:
      return Special::page_up;
    case GLFW_KEY_PAGE_DOWN:
      return Special::page_down;
    case GLFW_KEY_SPACE:
      return Special::space;
    case GLFW_KEY_ESCAPE:
      return Special::escape;
    default:
      return Special::none;
  }
}

bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

ui::KeyPress key_press(int token, const char* name, int modifiers) {
  ui::KeyPress press;
  press.ctrl = modifiers & GLFW_MOD_CONTROL;
  press.shift = modifiers & GLFW_MOD_SHIFT;
  press.alt = modifiers & GLFW_MOD_ALT;
  if (modifiers & GLFW_MOD_SUPER) return {};
  if (token >= GLFW_KEY_F1 && token <= GLFW_KEY_F12) {
    press.function = token - GLFW_KEY_F1 + 1;
    return press.alt ? ui::KeyPress{} : press;  // Alt+F4 is the window manager's
  }
  press.special = special_of(token);
  if (press.special != ui::KeyPress::Special::none) {
    using Special = ui::KeyPress::Special;
    const bool travels = press.special == Special::left || press.special == Special::right;
    // Ctrl+Tab and Alt+Tab are the window manager's.
    return press.ctrl || (press.alt && !travels) ? ui::KeyPress{} : press;
  }
  if (press.alt) return {};
  press.letter = sign_of(name);
  if (token == GLFW_KEY_KP_ADD) press.letter = '+';
  if (token == GLFW_KEY_KP_SUBTRACT) press.letter = '-';
  if (press.letter == '=' && press.shift) press.letter = '+';
  if (press.letter == '+' || press.letter == '-') press.shift = false;
  if (!press.letter) return {};
  return press;
}

int translated_token(int token, const char* name) {
  const char sign = sign_of(name);
  return is_letter(sign) ? GLFW_KEY_A + (sign - 'A') : token;
}

}  // namespace nahraum::platform
