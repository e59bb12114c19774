#pragma once
/// The only owner of OpenGL state: programs, buffers, textures, targets. Needs a current context of
/// OpenGL 3.3 core; everything here belongs to the thread of that context.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace nahraum::render::gl {

/// An OpenGL name that is deleted with its owner; `Delete` is called with the name.
template <void (*Delete)(unsigned)>
class Handle {
 public:
  Handle() = default;
  explicit Handle(unsigned id) : id_(id) {}
  ~Handle() { reset(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      id_ = std::exchange(other.id_, 0);
    }
    return *this;
  }
  unsigned id() const { return id_; }
  explicit operator bool() const { return id_ != 0; }

 private:
  void reset() {
    if (id_) Delete(id_);
    id_ = 0;
  }
  unsigned id_ = 0;
};

void delete_program(unsigned id);
void delete_buffer(unsigned id);
void delete_vertex_array(unsigned id);
void delete_texture(unsigned id);
void delete_framebuffer(unsigned id);
using Program = Handle<delete_program>;
using Buffer = Handle<delete_buffer>;
using VertexArray = Handle<delete_vertex_array>;
using Texture = Handle<delete_texture>;
using Framebuffer = Handle<delete_framebuffer>;

/// Errors: not_found (file missing), unsupported (the driver's log).
base::Result<Program> compile(const std::filesystem::path& vertex,
                              const std::filesystem::path& fragment);

Buffer make_buffer();
Buffer make_buffer(const void* bytes, std::size_t size);
VertexArray make_vertex_array();

/// RGBA8, linear, clamped. `bgra` may be null.
Texture make_texture(int width, int height, const std::uint8_t* bgra = nullptr);

/// A picture that is drawn into and then drawn from.
struct Picture {
  Texture texture;
  Framebuffer framebuffer;
  int width = 0;
  int height = 0;
};
Picture make_picture(int width, int height);

/// How the driver calls itself, and whether it computes pictures on the processor
/// (`$NAHRAUM_GL` = tiles or direct decides otherwise).
std::string driver_name();
bool draws_in_software();

}  // namespace nahraum::render::gl
