#include "render/gl/device.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <epoxy/gl.h>

#include "base/translate.hpp"

namespace nahraum::render::gl {
namespace {

base::Result<unsigned> compile_stage(unsigned kind, const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) {
    return base::fail(base::ErrorCode::not_found, base::tr("A part of the program is missing"),
                      path.string(), base::tr("Install the program again."));
  }
  std::stringstream text;
  text << in.rdbuf();
  const std::string source = text.str();
  const char* pointer = source.c_str();
  const unsigned stage = glCreateShader(kind);
  glShaderSource(stage, 1, &pointer, nullptr);
  glCompileShader(stage);
  int done = 0;
  glGetShaderiv(stage, GL_COMPILE_STATUS, &done);
  if (done) return stage;
  std::array<char, 1024> log{};
  glGetShaderInfoLog(stage, log.size(), nullptr, log.data());
  glDeleteShader(stage);
  return base::fail(base::ErrorCode::unsupported, log.data(), path.filename().string(),
                    base::tr("The graphics driver is too old: OpenGL 3.3 is needed."));
}

}  // namespace

void delete_program(unsigned id) {
  glDeleteProgram(id);
}
void delete_buffer(unsigned id) {
  glDeleteBuffers(1, &id);
}
void delete_vertex_array(unsigned id) {
  glDeleteVertexArrays(1, &id);
}
void delete_texture(unsigned id) {
  glDeleteTextures(1, &id);
}
void delete_framebuffer(unsigned id) {
  glDeleteFramebuffers(1, &id);
}

base::Result<Program> compile(const std::filesystem::path& vertex,
                              const std::filesystem::path& fragment) {
  const auto first = compile_stage(GL_VERTEX_SHADER, vertex);
  if (!first) return tl::unexpected(first.error());
  const auto second = compile_stage(GL_FRAGMENT_SHADER, fragment);
  if (!second) {
    glDeleteShader(*first);
    return tl::unexpected(second.error());
  }
  Program program(glCreateProgram());
  glAttachShader(program.id(), *first);
  glAttachShader(program.id(), *second);
  glLinkProgram(program.id());
  glDeleteShader(*first);
  glDeleteShader(*second);
  int done = 0;
  glGetProgramiv(program.id(), GL_LINK_STATUS, &done);
  if (done) return program;
  std::array<char, 1024> log{};
  glGetProgramInfoLog(program.id(), log.size(), nullptr, log.data());
  return base::fail(base::ErrorCode::unsupported, log.data(), fragment.filename().string(),
                    base::tr("The graphics driver is too old: OpenGL 3.3 is needed."));
}

Buffer make_buffer() {
  unsigned id = 0;
  glGenBuffers(1, &id);
  return Buffer(id);
}

Buffer make_buffer(const void* bytes, std::size_t size) {
  Buffer buffer = make_buffer();
  glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(size), bytes, GL_STATIC_DRAW);
  return buffer;
}

VertexArray make_vertex_array() {
  unsigned id = 0;
  glGenVertexArrays(1, &id);
  return VertexArray(id);
}

Texture make_texture(int width, int height, const std::uint8_t* bgra) {
  unsigned id = 0;
  glGenTextures(1, &id);
  glBindTexture(GL_TEXTURE_2D, id);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, bgra);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return Texture(id);
}

Picture make_picture(int width, int height) {
  Picture picture;
  picture.width = width;
  picture.height = height;
  picture.texture = make_texture(width, height);
  unsigned id = 0;
  glGenFramebuffers(1, &id);
  picture.framebuffer = Framebuffer(id);
  glBindFramebuffer(GL_FRAMEBUFFER, id);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture.texture.id(),
                         0);
  return picture;
}

std::string driver_name() {
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  return name ? name : "";
}

bool draws_in_software() {
  if (const char* wish = std::getenv("NAHRAUM_GL")) {
    if (std::string(wish) == "tiles") return true;
    if (std::string(wish) == "direct") return false;
  }
  const std::string name = driver_name();
  return name.find("llvmpipe") != std::string::npos || name.find("softpipe") != std::string::npos ||
         name.find("swrast") != std::string::npos;
}

}  // namespace nahraum::render::gl
