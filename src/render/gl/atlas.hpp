#pragma once
/// Texts and symbols as pictures in a few large textures, made on first use.

#include <string>
#include <unordered_map>
#include <vector>

#include "render/cairo/raster.hpp"
#include "render/gl/device.hpp"
#include "render/gl/mesh.hpp"

namespace nahraum::render::gl {

/// Where a sprite's picture lies: texture coordinates and, in pixels, its size and anchor.
struct AtlasEntry {
  unsigned texture = 0;
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  int width = 0, height = 0;
  float origin_x = 0, origin_y = 0;
};

/// Rows of pictures ("shelves") on pages of 1024 px. Forgotten as a whole when it grows too large
/// or when the pixel size changes.
class Atlas {
 public:
  explicit Atlas(std::filesystem::path symbols) : symbols_(std::move(symbols)) {}
  /// Null for nothing to draw (an empty text).
  const AtlasEntry* find_or_make(const Sprite& sprite, double pixels_per_mm);
  /// Call between frames only: entries handed out before are gone.
  void trim();

 private:
  struct Page {
    Texture texture;
    int x = 0, y = 0, row = 0;
  };
  AtlasEntry place(const Bitmap& bitmap);
  Page& page_for(int width, int height);

  Symbols symbols_;
  double pixels_per_mm_ = 0;
  std::vector<Page> pages_;
  std::vector<Texture> large_;
  std::unordered_map<std::string, AtlasEntry> entries_;
};

}  // namespace nahraum::render::gl
