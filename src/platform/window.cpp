#include "platform/window.hpp"

#include <algorithm>

#include <epoxy/gl.h>
// After epoxy: GLFW must not bring its own OpenGL headers.
#include <cmath>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include "app/workspace.hpp"
#include "base/paths.hpp"
#include "base/translate.hpp"
#include "platform/font_files.hpp"

// As GLFW/glfw3native.h has it, which wants all headers of X11 for this one.
extern "C" unsigned long glfwGetX11Window(GLFWwindow* window);

namespace nahraum::platform {
namespace {

using base::tr;

constexpr double tile_budget_ms = 9;

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

bool Window::works() const {
  return !session_->jobs().empty() || !pictures_->idle() || shell_->sorts();
}

void Window::wait() {
  const bool working = works();
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
    const bool moving = frame(200) || works();
    quiet = moving ? 0 : quiet + 1;
    if (moving && quiet == 0 && !map().busy()) glfwWaitEventsTimeout(0.005);
  }
}

}  // namespace nahraum::platform
