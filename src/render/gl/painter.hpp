#pragma once
/// Draws meshes into whatever target is bound: one look at the map, in pixels.

#include <memory>

#include "render/gl/atlas.hpp"

namespace nahraum::render::gl {

/// A rectangle of pixels and the part of the map in it. y of the map is up, of the pixels down.
struct Look {
  geo::Point centre;  ///< map metres, at the rectangle's middle
  double metres_per_px = 1;
  double px_per_mm = 96 / 25.4;
  double denominator = 5000;  ///< decides which layers are visible
  int width = 0, height = 0;

  geo::Box bounds(double margin_px = 0) const {
    const double half_w = (width / 2.0 + margin_px) * metres_per_px;
    const double half_h = (height / 2.0 + margin_px) * metres_per_px;
    return {centre.x - half_w, centre.y - half_h, centre.x + half_w, centre.y + half_h};
  }
  geo::Point to_px(geo::Point map) const {
    return {width / 2.0 + (map.x - centre.x) / metres_per_px,
            height / 2.0 - (map.y - centre.y) / metres_per_px};
  }
  geo::Point to_map(geo::Point px) const {
    return {centre.x + (px.x - width / 2.0) * metres_per_px,
            centre.y - (px.y - height / 2.0) * metres_per_px};
  }
};

/// A mesh whose bytes lie in the card's memory.
struct GpuMesh {
  Mesh mesh;  ///< vertex bytes dropped, sprites and buckets kept
  Buffer fills, lines;
  VertexArray fill_array, line_array;
};
std::shared_ptr<GpuMesh> upload(Mesh mesh);

class Painter {
 public:
  /// Errors: a missing or refused shader.
  static base::Result<Painter> create(const std::filesystem::path& shaders,
                                      const std::filesystem::path& symbols);

  /// Viewport and blending must be set by the caller's target; see `begin`.
  void begin(int x, int y, int width, int height);
  void draw(const GpuMesh& mesh, const Look& look);
  /// Makes the pictures of the texts and symbols in view; false when the deadline came first.
  bool prepare(const GpuMesh& mesh, const Look& look, double deadline_s, double (*clock)());
  /// A textured rectangle in clip coordinates of the current viewport.
  struct Quad {
    float x0, y0, x1, y1, u0, v0, u1, v1;
  };
  void draw_picture(unsigned texture, const Quad& quad);
  Atlas& atlas() { return atlas_; }
  /// Segments and vertices drawn since the last call: what a frame cost.
  std::size_t take_count() { return std::exchange(count_, 0); }

 private:
  explicit Painter(std::filesystem::path symbols) : atlas_(std::move(symbols)) {}
  struct Lens;
  void draw_fills(const GpuMesh& mesh, const Batch& batch, const Lens& lens);
  void draw_lines(const GpuMesh& mesh, const Batch& batch, const Lens& lens);
  template <class Visit>
  static void each_sprite(const GpuMesh& mesh, const Batch& batch, const Look& look,
                          const Visit& visit);
  void draw_sprites(const GpuMesh& mesh, const Batch& batch, const Lens& lens);
  void draw_sprite(const Sprite& sprite, geo::Point at_px, double angle_deg, const Look& look);
  void draw_letters(const Sprite& sprite, const Look& look);
  void flush_sprites(unsigned texture);

  Program fill_, hatch_, line_, picture_;
  Buffer corners_;
  VertexArray corner_array_;
  std::vector<float> pending_;
  unsigned pending_texture_ = 0;
  Atlas atlas_;
  std::size_t count_ = 0;
};

}  // namespace nahraum::render::gl
