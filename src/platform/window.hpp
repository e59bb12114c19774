#pragma once
/// The window: GLFW, OpenGL and ImGui around ui::Shell. One per process, main thread only.

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "platform/native_dialog.hpp"
#include "ui/shell.hpp"

struct GLFWwindow;

namespace nahraum::platform {

struct WindowSize {
  int width = 1440;
  int height = 900;
  double scale = 0;  ///< 0: what the screen asks for
};

class Window {
 public:
  /// Errors: unsupported, where there is no display or no OpenGL 3.3.
  static base::Result<std::unique_ptr<Window>> open(const WindowSize& size, bool visible = true);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  app::Session& session() { return *session_; }
  ui::Shell& shell() { return *shell_; }
  /// Until the user closes it. Sleeps while nothing happens.
  void run();
  /// One frame. False: nothing moves any more and everything is sharp.
  bool frame(double budget_ms);
  /// Frames until no job is left and the picture is sharp; at most `seconds`.
  void settle(double seconds);
  /// What the screen shows, rows from the bottom.
  struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;
  };
  Pixels picture();
  /// A frame as a PNG. Errors: io.
  base::Result<void> save_picture(const std::filesystem::path& path);

  /// Called between the system's input and ImGui's new frame: scripts put their input there.
  void set_injector(std::function<void(ImGuiIO&)> injector) { injector_ = std::move(injector); }
  void press(const ui::KeyPress& key);
  double now_s() const;
  ImVec2 size() const;
  /// The content's, pixels; the frame after it is laid out anew.
  void resize(int width, int height);
  /// Of the content's corner on the screen.
  ImVec2 position() const;
  /// Takes in what happened and draws a frame.
  void poll_and_draw();
  render::gl::MapRenderer& renderer() { return *renderer_; }
  bool software() const { return renderer_ && renderer_->software(); }
  ui::MapView& map() { return shell_->map(); }
  /// Files are asked for by the desktop's dialogs from now on. Not in scripts: what is there
  /// differs from desktop to desktop.
  void use_desktop_dialogs();

 private:
  Window() = default;
  base::Result<void> start(const WindowSize& size, bool visible);
  base::Result<void> start_session();
  void install_callbacks();
  void feed_key(int token, int code, int action, int mods);
  void release_late_keys();
  void follow_scale();
  void follow_theme();
  void follow_presentation();
  void wait();
  bool works() const;  ///< a job runs: its bar moves, and what it made is taken
  void happened() { frames_left_ = 3; }
  void read_pixels(Pixels& pixels) const;
  static Window* of(GLFWwindow* window);

  GLFWwindow* window_ = nullptr;
  bool imgui_ = false;
  double forced_scale_ = 0;
  float scale_ = 0;
  bool full_screen_ = false;
  int windowed_[4] = {0, 0, 0, 0};  ///< place and size to come back to
  int frames_left_ = 3;
  Pixels* capture_ = nullptr;  ///< filled by the next frame, before it is handed to the screen
  std::atomic<bool> woken_{false};
  std::vector<int> new_keys_, late_keys_;  ///< pressed since the last frame; and let go again
  ui::Theme theme_;
  scene::Theme themed_ = scene::Theme::light;
  ui::Fonts fonts_;
  ui::FontFiles font_files_;
  std::function<void(ImGuiIO&)> injector_;
  std::unique_ptr<jobs::Queue> pictures_;
  std::unique_ptr<app::Session> session_;
  std::unique_ptr<render::gl::MapRenderer> renderer_;
  std::unique_ptr<NativeDialog> files_;  ///< null: the window asks by itself
  std::unique_ptr<ui::Shell> shell_;
};

}  // namespace nahraum::platform
