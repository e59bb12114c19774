#include "render/gl/painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <epoxy/gl.h>

#include "scene/curved_text.hpp"

namespace nahraum::render::gl {
namespace {

const void* at_byte(std::size_t offset) {
  // OpenGL takes a count of bytes of the bound buffer where it once took an address.
  return reinterpret_cast<const void*>(offset);  // NOLINT(performance-no-int-to-ptr)
}

void attribute(unsigned index, int size, unsigned type, bool normalized, std::size_t stride,
               std::size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, size, type, normalized ? GL_TRUE : GL_FALSE,
                        static_cast<GLsizei>(stride), at_byte(offset));
}

void uniform(const Program& program, const char* name, double value) {
  glUniform1f(glGetUniformLocation(program.id(), name), static_cast<float>(value));
}
void uniform(const Program& program, const char* name, double x, double y) {
  glUniform2f(glGetUniformLocation(program.id(), name), static_cast<float>(x),
              static_cast<float>(y));
}

/// OpenGL 3.3 cannot start at an instance, so the attributes are pointed at the first segment.
void point_at_segment(std::size_t first) {
  const std::size_t base = first * sizeof(LineSegment);
  attribute(0, 4, GL_FLOAT, false, sizeof(LineSegment), base + offsetof(LineSegment, px));
  attribute(1, 4, GL_FLOAT, false, sizeof(LineSegment), base + offsetof(LineSegment, width));
  attribute(2, 3, GL_FLOAT, false, sizeof(LineSegment), base + offsetof(LineSegment, dash_on));
  attribute(3, 4, GL_UNSIGNED_BYTE, true, sizeof(LineSegment), base + offsetof(LineSegment, rgba));
}

struct Range {
  std::uint32_t first, count;
};

/// The buckets in view, neighbours joined.
std::vector<Range> visible(const Batch& batch, const geo::Box& view) {
  std::vector<Range> ranges;
  for (const auto& bucket : batch.buckets) {
    if (!bucket.bounds.intersects(view)) continue;
    if (!ranges.empty() && ranges.back().first + ranges.back().count == bucket.first) {
      ranges.back().count += bucket.count;
    } else {
      ranges.push_back({bucket.first, bucket.count});
    }
  }
  return ranges;
}

bool is_shown(const Mesh& mesh, const Look& look) {
  return look.denominator >= mesh.min_denominator && look.denominator < mesh.max_denominator;
}

}  // namespace

std::shared_ptr<GpuMesh> upload(Mesh mesh) {
  auto gpu = std::make_shared<GpuMesh>();
  if (!mesh.fills.empty()) {
    gpu->fill_array = make_vertex_array();
    glBindVertexArray(gpu->fill_array.id());
    gpu->fills = make_buffer(mesh.fills.data(), mesh.fills.size() * sizeof(FillVertex));
    attribute(0, 2, GL_FLOAT, false, sizeof(FillVertex), offsetof(FillVertex, x));
    attribute(1, 4, GL_UNSIGNED_BYTE, true, sizeof(FillVertex), offsetof(FillVertex, rgba));
  }
  if (!mesh.lines.empty()) {
    gpu->line_array = make_vertex_array();
    glBindVertexArray(gpu->line_array.id());
    gpu->lines = make_buffer(mesh.lines.data(), mesh.lines.size() * sizeof(LineSegment));
    for (unsigned i = 0; i < 4; ++i)
      glVertexAttribDivisor(i, 1);
  }
  glBindVertexArray(0);
  mesh.fills = {};
  mesh.lines = {};
  gpu->mesh = std::move(mesh);
  return gpu;
}

/// A look, as one mesh's shaders want it.
struct Painter::Lens {
  const Look& look;
  double offset_x, offset_y, clip_x, clip_y;
  Lens(const Look& l, geo::Point origin)
      : look(l),
        offset_x(origin.x - l.centre.x),
        offset_y(origin.y - l.centre.y),
        clip_x(2 / (l.metres_per_px * l.width)),
        clip_y(2 / (l.metres_per_px * l.height)) {}
  void use(const Program& program) const {
    glUseProgram(program.id());
    uniform(program, "offset", offset_x, offset_y);
    uniform(program, "clip_per_m", clip_x, clip_y);
    uniform(program, "px_per_m", 1 / look.metres_per_px);
  }
};

base::Result<Painter> Painter::create(const std::filesystem::path& shaders,
                                      const std::filesystem::path& symbols) {
  Painter painter(symbols);
  const auto make = [&](Program& program, const char* vertex, const char* fragment) {
    auto made = compile(shaders / vertex, shaders / fragment);
    if (made) program = std::move(*made);
    return made.map([](const Program&) {});
  };
  auto done = make(painter.fill_, "fill.vert", "fill.frag");
  if (done) done = make(painter.hatch_, "fill.vert", "hatch.frag");
  if (done) done = make(painter.line_, "line.vert", "line.frag");
  if (done) done = make(painter.picture_, "picture.vert", "picture.frag");
  if (!done) return tl::unexpected(done.error());
  painter.corner_array_ = make_vertex_array();
  glBindVertexArray(painter.corner_array_.id());
  painter.corners_ = make_buffer();
  glBindBuffer(GL_ARRAY_BUFFER, painter.corners_.id());
  attribute(0, 2, GL_FLOAT, false, 4 * sizeof(float), 0);
  attribute(1, 2, GL_FLOAT, false, 4 * sizeof(float), 2 * sizeof(float));
  return painter;
}

void Painter::begin(int x, int y, int width, int height) {
  glViewport(x, y, width, height);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Painter::draw(const GpuMesh& mesh, const Look& look) {
  const auto& m = mesh.mesh;
  if (!is_shown(m, look)) return;
  const Lens lens(look, m.origin);
  for (const auto& batch : m.batches) {
    if (batch.kind == Batch::Kind::line) {
      draw_lines(mesh, batch, lens);
    } else if (batch.kind == Batch::Kind::sprite) {
      draw_sprites(mesh, batch, lens);
    } else {
      draw_fills(mesh, batch, lens);
    }
  }
}

void Painter::draw_fills(const GpuMesh& mesh, const Batch& batch, const Lens& lens) {
  const auto ranges = visible(batch, lens.look.bounds());
  if (ranges.empty()) return;
  const Program& program = batch.hatch ? hatch_ : fill_;
  lens.use(program);
  if (batch.hatch) {
    const double angle = batch.hatch->angle_deg * 3.14159265358979323846 / 180;
    uniform(program, "across", -std::sin(angle), std::cos(angle));
    uniform(program, "spacing_px", batch.hatch->spacing_mm * lens.look.px_per_mm);
    uniform(program, "width_px", std::max(1.0, batch.hatch->width_mm * lens.look.px_per_mm));
    glUniform1i(glGetUniformLocation(program.id(), "pattern"),
                static_cast<int>(batch.hatch->pattern));
  }
  glBindVertexArray(mesh.fill_array.id());
  for (const auto& range : ranges) {
    glDrawArrays(GL_TRIANGLES, static_cast<GLint>(range.first), static_cast<GLsizei>(range.count));
    count_ += range.count / 3;
  }
}

void Painter::draw_lines(const GpuMesh& mesh, const Batch& batch, const Lens& lens) {
  const double margin =
      batch.reach_mm * lens.look.px_per_mm + batch.reach_m / lens.look.metres_per_px + 2;
  const auto ranges = visible(batch, lens.look.bounds(margin));
  if (ranges.empty()) return;
  lens.use(line_);
  uniform(line_, "px_per_mm", lens.look.px_per_mm);
  glBindVertexArray(mesh.line_array.id());
  glBindBuffer(GL_ARRAY_BUFFER, mesh.lines.id());
  for (const auto& range : ranges) {
    point_at_segment(range.first);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(range.count));
    count_ += std::size_t{range.count} * 2;
  }
}

namespace {

/// Corners of a sprite's quad in clip coordinates; upright ones lie on whole pixels.
struct SpriteQuad {
  std::array<geo::Point, 4> px;  ///< top left, top right, bottom left, bottom right

  SpriteQuad(const AtlasEntry& entry, geo::Point at, double angle_deg) {
    if (angle_deg == 0) {
      at.x = std::round(at.x - entry.origin_x) + entry.origin_x;
      at.y = std::round(at.y - entry.origin_y) + entry.origin_y;
    }
    const double angle = -angle_deg * 3.14159265358979323846 / 180;
    const double c = std::cos(angle), s = std::sin(angle);
    for (int i = 0; i < 4; ++i) {
      const double x = double(i & 1) * entry.width - entry.origin_x;
      const double y = double(i >> 1) * entry.height - entry.origin_y;
      px[i] = {at.x + c * x - s * y, at.y + s * x + c * y};
    }
  }
  bool inside(int width, int height) const {
    geo::Box box;
    for (const auto& p : px)
      box.add(p);
    return box.intersects({0, 0, double(width), double(height)});
  }
};

void push_corner(std::vector<float>& out, geo::Point px, const Look& look, float u, float v) {
  out.push_back(static_cast<float>(px.x / look.width * 2 - 1));
  out.push_back(static_cast<float>(1 - px.y / look.height * 2));
  out.push_back(u);
  out.push_back(v);
}

}  // namespace

template <class Visit>
void Painter::each_sprite(const GpuMesh& mesh, const Batch& batch, const Look& look,
                          const Visit& visit) {
  // The longest names reach this far from their place.
  const geo::Box near = look.bounds(160 * look.px_per_mm);
  for (const auto& bucket : batch.buckets) {
    for (std::uint32_t i = 0; i < bucket.count; ++i) {
      const Sprite& sprite = mesh.mesh.sprites[bucket.first + i];
      if (near.contains(sprite.at)) visit(sprite);
    }
  }
}

bool Painter::prepare(const GpuMesh& mesh, const Look& look, double deadline_s, double (*clock)()) {
  if (!is_shown(mesh.mesh, look)) return true;
  bool done = true;
  for (const auto& batch : mesh.mesh.batches) {
    if (batch.kind != Batch::Kind::sprite) continue;
    each_sprite(mesh, batch, look, [&](const Sprite& sprite) {
      if (done && sprite.letters.empty()) atlas_.find_or_make(sprite, look.px_per_mm);
      for (const auto& letter : sprite.letters) {
        if (done) atlas_.find_or_make(letter, look.px_per_mm);
      }
      done = done && clock() < deadline_s;
    });
  }
  return done;
}

void Painter::draw_sprites(const GpuMesh& mesh, const Batch& batch, const Lens& lens) {
  const Look& look = lens.look;
  pending_texture_ = 0;
  each_sprite(mesh, batch, look, [&](const Sprite& sprite) {
    const auto* text = std::get_if<scene::Text>(&sprite.item);
    if (!sprite.letters.empty()) return draw_letters(sprite, look);
    draw_sprite(sprite, look.to_px(sprite.at), text ? text->angle_deg : 0, look);
  });
  flush_sprites(pending_texture_);
}

void Painter::draw_sprite(const Sprite& sprite, geo::Point at_px, double angle_deg,
                          const Look& look) {
  const AtlasEntry* entry = atlas_.find_or_make(sprite, look.px_per_mm);
  if (!entry) return;
  const SpriteQuad quad(*entry, at_px, angle_deg);
  if (!quad.inside(look.width, look.height)) return;
  if (entry->texture != pending_texture_) flush_sprites(pending_texture_);
  pending_texture_ = entry->texture;
  const float u[4] = {entry->u0, entry->u1, entry->u0, entry->u1};
  const float v[4] = {entry->v0, entry->v0, entry->v1, entry->v1};
  for (const int corner : {0, 1, 2, 2, 1, 3}) {
    push_corner(pending_, quad.px[static_cast<std::size_t>(corner)], look, u[corner], v[corner]);
  }
}

/// All haloes first: a letter's halo would cover its neighbour.
void Painter::draw_letters(const Sprite& sprite, const Look& look) {
  const auto& text = std::get<scene::Text>(sprite.item);
  const auto placed = scene::placed_glyphs(text, look.metres_per_px * look.px_per_mm);
  for (const std::size_t ink : {0, 1}) {
    for (const auto& each : placed) {
      const auto index = static_cast<std::size_t>(each.glyph - text.glyphs.data());
      draw_sprite(sprite.letters[2 * index + ink], look.to_px(each.at), each.angle_deg, look);
    }
  }
}

void Painter::flush_sprites(unsigned texture) {
  if (pending_.empty()) return;
  glUseProgram(picture_.id());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture);
  glBindVertexArray(corner_array_.id());
  glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(pending_.size() * sizeof(float)),
               pending_.data(), GL_STREAM_DRAW);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(pending_.size() / 4));
  count_ += pending_.size() / 12;
  pending_.clear();
}

void Painter::draw_picture(unsigned texture, const Quad& q) {
  pending_ = {q.x0, q.y0, q.u0, q.v0, q.x1, q.y0, q.u1, q.v0, q.x0, q.y1, q.u0, q.v1,
              q.x0, q.y1, q.u0, q.v1, q.x1, q.y0, q.u1, q.v0, q.x1, q.y1, q.u1, q.v1};
  flush_sprites(texture);
}

}  // namespace nahraum::render::gl
