#include "platform/keys.hpp"

#include <GLFW/glfw3.h>
#include <catch2/catch.hpp>

using nahraum::platform::key_press;
using nahraum::platform::translated_token;

TEST_CASE("on a German keyboard undo lies where Z is printed") {
  // QWERTZ: the key in the American Y's place says "z".
  const auto press = key_press(GLFW_KEY_Y, "z", GLFW_MOD_CONTROL);
  CHECK(press.letter == 'Z');
  CHECK(press.ctrl);
  CHECK(translated_token(GLFW_KEY_Y, "z") == GLFW_KEY_Z);
  CHECK(translated_token(GLFW_KEY_Z, "y") == GLFW_KEY_Y);
}

TEST_CASE("on a French keyboard Ctrl+A is where A is printed") {
  CHECK(translated_token(GLFW_KEY_Q, "a") == GLFW_KEY_A);
}

TEST_CASE("a plus is a plus on every keyboard") {
  CHECK(key_press(GLFW_KEY_RIGHT_BRACKET, "+", GLFW_MOD_CONTROL).letter == '+');  // German
  const auto american = key_press(GLFW_KEY_EQUAL, "=", GLFW_MOD_CONTROL | GLFW_MOD_SHIFT);
  CHECK(american.letter == '+');
  CHECK_FALSE(american.shift);
  CHECK(key_press(GLFW_KEY_KP_ADD, nullptr, 0).letter == '+');
}

TEST_CASE("keys without a sign stay what they are") {
  CHECK(translated_token(GLFW_KEY_LEFT, nullptr) == GLFW_KEY_LEFT);
  CHECK(translated_token(GLFW_KEY_SEMICOLON, "ö") == GLFW_KEY_SEMICOLON);
  CHECK(key_press(GLFW_KEY_F1, nullptr, 0).function == 1);
  CHECK(key_press(GLFW_KEY_LEFT_CONTROL, nullptr, GLFW_MOD_CONTROL).letter == 0);
}

TEST_CASE("with Alt or the system key nothing is a command of ours") {
  CHECK(key_press(GLFW_KEY_Z, "z", GLFW_MOD_CONTROL | GLFW_MOD_ALT).letter == 0);
}

TEST_CASE("keys that move the focus or the map are told apart from signs") {
  using Special = nahraum::ui::KeyPress::Special;
  const auto back = key_press(GLFW_KEY_TAB, nullptr, GLFW_MOD_SHIFT);
  CHECK(back.special == Special::tab);
  CHECK(back.shift);
  CHECK(key_press(GLFW_KEY_LEFT, nullptr, 0).special == Special::left);
  CHECK(key_press(GLFW_KEY_HOME, nullptr, 0).special == Special::home);
  CHECK(key_press(GLFW_KEY_TAB, nullptr, GLFW_MOD_ALT).special == Special::none);
  CHECK(key_press(GLFW_KEY_LEFT, nullptr, GLFW_MOD_ALT).alt);
  CHECK(key_press(GLFW_KEY_PAGE_DOWN, nullptr, 0).special == Special::page_down);
  CHECK(key_press(GLFW_KEY_F4, nullptr, GLFW_MOD_ALT).function == 0);
  CHECK(key_press(GLFW_KEY_KP_SUBTRACT, nullptr, 0).letter == '-');
}
