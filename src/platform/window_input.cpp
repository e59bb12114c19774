/// The window's ear: what the system tells of keys, mouse, dropped files and the frame.

#include <algorithm>

#include <epoxy/gl.h>
// After epoxy: GLFW must not bring its own OpenGL headers.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>

#include "platform/keys.hpp"
#include "platform/window.hpp"

namespace nahraum::platform {

Window* Window::of(GLFWwindow* window) {
  auto* self = static_cast<Window*>(glfwGetWindowUserPointer(window));
  self->happened();
  return self;
}

void Window::install_callbacks() {
  glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int code, int action, int mods) {
    Window* self = of(w);
    const char* name = glfwGetKeyName(key, code);
    const bool down = action != GLFW_RELEASE;
    if (down && self->shell_->key(key_press(key, name, mods), self->now_s())) return;
    self->feed_key(translated_token(key, name), code, action, mods);
  });
  glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned c) {
    of(w);
    ImGui_ImplGlfw_CharCallback(w, c);
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
    of(w);
    ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* w, double x, double y) {
    of(w);
    ImGui_ImplGlfw_ScrollCallback(w, x, y);
  });
  glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double, double) { of(w); });
  glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
    of(w);
    ImGui_ImplGlfw_WindowFocusCallback(w, focused);
  });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
    of(w);
    ImGui_ImplGlfw_CursorEnterCallback(w, entered);
  });
  glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { of(w); });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { of(w); });
  glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) {
    if (!of(w)->shell_->ask_close()) glfwSetWindowShouldClose(w, GLFW_FALSE);
  });
  glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
    of(w)->shell_->drop({paths, paths + count});
  });
}

void Window::feed_key(int token, int code, int action, int mods) {
  const bool enter = token == GLFW_KEY_ENTER || token == GLFW_KEY_KP_ENTER;
  // ImGui presses the focused widget with Space alone; people press it with Enter too.
  if (enter && action != GLFW_RELEASE && ui::focus_is_visible()) token = GLFW_KEY_SPACE;
  if (enter && action == GLFW_RELEASE) feed_key(GLFW_KEY_SPACE, code, action, mods);
  const auto held = std::find(new_keys_.begin(), new_keys_.end(), token);
  // A tap that ends before ImGui has seen a frame of it would be lost.
  if (action == GLFW_RELEASE && held != new_keys_.end()) {
    late_keys_.push_back(token);
    return;
  }
  if (action == GLFW_PRESS) new_keys_.push_back(token);
  ImGui_ImplGlfw_KeyCallback(window_, token, code, action, mods);
}

void Window::release_late_keys() {
  for (const int token : late_keys_)
    ImGui_ImplGlfw_KeyCallback(window_, token, 0, GLFW_RELEASE, 0);
  late_keys_.clear();
  new_keys_.clear();
}

void Window::press(const ui::KeyPress& key) {
  shell_->key(key, now_s());
}

}  // namespace nahraum::platform
