/// What the window draws in a frame, and a picture of it.

#include <cmath>

#include <epoxy/gl.h>
// After epoxy: GLFW must not bring its own OpenGL headers.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <stb_image_write.h>

#include "base/translate.hpp"
#include "platform/window.hpp"

namespace nahraum::platform {
namespace {

using base::tr;

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

}  // namespace

bool Window::frame(double budget_ms) {
  follow_scale();
  follow_theme();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  if (injector_) injector_(ImGui::GetIO());
  ImGui::NewFrame();
  shell_->frame(theme_, fonts_, scale_, now_s());
  ImGui::Render();
  // Not within the frame: ImGui stops the program where Shift is let go of in between.
  release_late_keys();
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
