#include "platform/window.hpp"

#include <algorithm>

#include <epoxy/gl.h>
// After epoxy: GLFW must not bring its own OpenGL headers.
#include <cmath>
#include <cstdlib>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <stb_image_write.h>

#include "app/workspace.hpp"
#include "base/paths.hpp"
#include "base/translate.hpp"
#include "platform/font_files.hpp"
#include "platform/keys.hpp"

// As GLFW/glfw3native.h has it, which wants all headers of X11 for this one.
extern "C" unsigned long glfwGetX11Window(GLFWwindow* window);

namespace nahraum::platform {
namespace {

using base::tr;

constexpr double tile_budget_ms = 9;

/// Fills the rectangles, whose y counts from the top.
void clear_faces(const std::vector<ui::Face>& faces, float height) {
  glEnable(GL_SCISSOR_TEST);
  for (const auto& face : faces) {
    const ImVec4 color = ImGui::ColorConvertU32ToFloat4(face.color);
    const auto& r = face.rect;
    const int x = static_cast<int>(std::floor(r.x)),
              right = static_cast<int>(std::ceil(r.x + r.width));
    const int low = static_cast<int>(std::floor(height - r.y - r.height));
    const int high = static_cast<int>(std::ceil(height - r.y));
    glScissor(x, low, std::max(0, right - x), std::max(0, high - low));
    glClearColor(color.x, color.y, color.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
  }
  glDisable(GL_SCISSOR_TEST);
}

/// GLFW's own words, in English.
std::string reason_of_glfw() {
  const char* reason = nullptr;
  glfwGetError(&reason);
  return reason ? reason : "";
}

base::Error no_display() {
  return {base::ErrorCode::unsupported, tr("There is no display to open a window on"),
          reason_of_glfw(), tr("The command line works without a display: nahraum --help.")};
}

base::Error no_opengl() {
  return {base::ErrorCode::unsupported,
          tr("This display offers no OpenGL 3.3, which the window needs"), reason_of_glfw(),
          tr("Update the graphics driver, or draw without it (LIBGL_ALWAYS_SOFTWARE=1); the "
             "command line works in any case: nahraum --help.")};
}

/// Never larger than the screen: on a small one the panels' lower ends would lie outside it.
WindowSize fitted(WindowSize size) {
  int x = 0, y = 0, width = 0, height = 0;
  if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) {
    glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
  }
  if (width > 0) size.width = std::min(size.width, width);
  if (height > 0) size.height = std::min(size.height, height);
  return size;
}

GLFWwindow* create_window(const WindowSize& size, bool visible) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
  return glfwCreateWindow(size.width, size.height, "Nahraum", nullptr, nullptr);
}

}  // namespace

base::Result<std::unique_ptr<Window>> Window::open(const WindowSize& size, bool visible) {
  std::unique_ptr<Window> window(new Window());
  if (auto started = window->start(size, visible); !started) {
    return tl::unexpected(started.error());
  }
  return window;
}

base::Result<void> Window::start(const WindowSize& size, bool visible) {
  if (!glfwInit()) return tl::unexpected(no_display());
  window_ = create_window(visible ? fitted(size) : size, visible);
  if (!window_) return tl::unexpected(no_opengl());
  forced_scale_ = size.scale;
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  imgui_ = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ImGui_ImplGlfw_InitForOpenGL(window_, false);
  ImGui_ImplOpenGL3_Init("#version 330 core");
  font_files_ = find_fonts();
  glfwSetWindowUserPointer(window_, this);
  install_callbacks();
  return start_session();
}

base::Result<void> Window::start_session() {
  auto catalogue = app::shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  const auto wake = [this] {
    woken_ = true;
    glfwPostEmptyEvent();
  };
  pictures_ = std::make_unique<jobs::Queue>(wake);
  session_ = std::make_unique<app::Session>(std::move(*catalogue), wake, app::unsaved_root());
  auto renderer = render::gl::MapRenderer::create(base::share_dir(), *pictures_,
                                                  render::gl::draws_in_software());
  if (!renderer) return tl::unexpected(renderer.error());
  renderer_ = std::move(*renderer);
  shell_ = std::make_unique<ui::Shell>(*session_, renderer_.get(), *pictures_);
  return {};
}

Window::~Window() {
  // Jobs first: what they deliver refers to the shell.
  session_.reset();
  pictures_.reset();
  shell_.reset();
  files_.reset();
  renderer_.reset();
  if (imgui_) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
  }
  if (window_) glfwDestroyWindow(window_);
  glfwTerminate();
}

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

double Window::now_s() const {
  return glfwGetTime();
}

ImVec2 Window::size() const {
  int width = 0, height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  return {static_cast<float>(width), static_cast<float>(height)};
}

void Window::resize(int width, int height) {
  glfwSetWindowSize(window_, width, height);
  // The screen's server answers in its own time.
  for (const double end = now_s() + 1; now_s() < end;) {
    glfwWaitEventsTimeout(0.005);
    const ImVec2 now = size();
    if (static_cast<int>(now.x) == width && static_cast<int>(now.y) == height) break;
  }
  happened();
}

ImVec2 Window::position() const {
  int x = 0, y = 0;
  glfwGetWindowPos(window_, &x, &y);
  return {static_cast<float>(x), static_cast<float>(y)};
}

void Window::poll_and_draw() {
  glfwPollEvents();
  frame(tile_budget_ms);
}

void Window::follow_theme() {
  const auto wanted = session_->state().settings.theme;
  if (wanted == themed_) return;
  themed_ = wanted;
  theme_ = ui::theme_for(wanted);
  ui::apply_theme(theme_, scale_);
}

void Window::follow_scale() {
  float x = 1, y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  const double screen = forced_scale_ > 0 ? forced_scale_ : static_cast<double>(x);
  const float larger = shell_->presents() ? ui::Presentation::larger : 1;
  const auto wanted = static_cast<float>(screen * session_->state().settings.text_scale) * larger;
  if (std::abs(wanted - scale_) < 0.005f) return;
  scale_ = wanted;
  fonts_ = ui::load_fonts(font_files_, scale_);
  ui::apply_theme(theme_, scale_);
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

bool Window::frame(double budget_ms) {
  follow_scale();
  follow_theme();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  if (injector_) injector_(ImGui::GetIO());
  ImGui::NewFrame();
  release_late_keys();
  shell_->frame(theme_, fonts_, scale_, now_s());
  ImGui::Render();
  const ImVec2 all = size();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  bool sharp = true;
  if (session_->state().project) {
    const auto& rect = map().rect();
    const int y = static_cast<int>(all.y - rect.y - rect.height);
    sharp = map().draw({static_cast<int>(rect.x), y, 0}, budget_ms);
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, static_cast<int>(all.x), static_cast<int>(all.y));
  clear_faces(shell_->faces(theme_), all.y);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (capture_) read_pixels(*capture_);
  glfwSwapBuffers(window_);
  return !sharp || map().busy();
}

/// The presentation fills the screen that the window is on; afterwards it is where it was.
void Window::follow_presentation() {
  if (shell_->presents() == full_screen_) return;
  full_screen_ = shell_->presents();
  auto& [x, y, width, height] = windowed_;
  if (!full_screen_) return glfwSetWindowMonitor(window_, nullptr, x, y, width, height, 0);
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!mode) return;
  glfwGetWindowPos(window_, &x, &y);
  glfwGetWindowSize(window_, &width, &height);
  glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::use_desktop_dialogs() {
  files_ = std::make_unique<NativeDialog>(AskingWindow{glfwGetX11Window(window_)});
  shell_->use_desktop(files_.get());
}

void Window::wait() {
  const bool working = !session_->jobs().empty() || !pictures_->idle();
  const bool asking = shell_->waits_for_desktop();
  if (asking && files_->take_in()) happened();
  if (frames_left_ > 0) return glfwPollEvents();
  const double rest_s = asking ? 0.05 : working ? 0.1 : 1.0;
  glfwWaitEventsTimeout(rest_s);
  // A running job moves its bar; an idle window draws nothing until something happens.
  if (woken_.exchange(false)) happened();
  if ((working || shell_->ticks(now_s())) && frames_left_ == 0) frames_left_ = 1;
}

void Window::run() {
  while (!glfwWindowShouldClose(window_) && !shell_->wants_close()) {
    wait();
    if (frames_left_ <= 0) continue;
    --frames_left_;
    follow_presentation();
    if (frame(tile_budget_ms)) frames_left_ = std::max(frames_left_, 1);
  }
}

void Window::settle(double seconds) {
  const double end = now_s() + seconds;
  int quiet = 0;
  while (quiet < 3 && now_s() < end) {
    glfwPollEvents();
    const bool moving = frame(200) || !session_->jobs().empty() || !pictures_->idle();
    quiet = moving ? 0 : quiet + 1;
    if (moving && quiet == 0 && !map().busy()) glfwWaitEventsTimeout(0.005);
  }
}

void Window::press(const ui::KeyPress& key) {
  shell_->key(key, now_s());
}

void Window::read_pixels(Pixels& pixels) const {
  const ImVec2 all = size();
  pixels.width = static_cast<int>(all.x);
  pixels.height = static_cast<int>(all.y);
  pixels.rgb.resize(static_cast<std::size_t>(pixels.width) * pixels.height * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, pixels.width, pixels.height, GL_RGB, GL_UNSIGNED_BYTE, pixels.rgb.data());
}

Window::Pixels Window::picture() {
  Pixels pixels;
  capture_ = &pixels;
  frame(0);
  capture_ = nullptr;
  return pixels;
}

base::Result<void> Window::save_picture(const std::filesystem::path& path) {
  const Pixels pixels = picture();
  stbi_flip_vertically_on_write(1);
  if (stbi_write_png(path.string().c_str(), pixels.width, pixels.height, 3, pixels.rgb.data(),
                     pixels.width * 3)) {
    return {};
  }
  return base::fail(base::ErrorCode::io, tr("The picture cannot be written"), path.string(),
                    tr("Choose a folder that you may write to."));
}

}  // namespace nahraum::platform
