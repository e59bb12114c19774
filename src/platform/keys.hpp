#pragma once
/// Keys by what is printed on them: GLFW's tokens are places on an American keyboard.

#include "ui/commands.hpp"

namespace nahraum::platform {

/// `name`: what glfwGetKeyName says of the key in the user's layout, or null. Tokens and modifiers
/// are GLFW's. Keypad signs count as signs; "=" with Shift is a plus on American keyboards.
ui::KeyPress key_press(int token, const char* name, int modifiers);

/// The token that ImGui is to see: 'Z' where Z is printed, others unchanged.
int translated_token(int token, const char* name);

}  // namespace nahraum::platform
