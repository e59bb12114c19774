#pragma once
/// Drawn squares of the map, for machines that draw on the processor: composing them is cheap,
/// drawing them anew is not.

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "render/gl/painter.hpp"

namespace nahraum::render::gl {

inline constexpr int tile_px = 512;
inline constexpr int cell_px = 256;  ///< a tile is drawn in four cells, so that a frame stays short

/// Column and row count tiles from the CRS's origin: a tile of one scale always has the same
/// corner.
struct TileKey {
  double metres_per_px = 1;
  std::int64_t column = 0, row = 0;
  friend auto operator<=>(const TileKey&, const TileKey&) = default;
};
geo::Box bounds_of(const TileKey& key);
/// The tiles that a view needs, nearest to its centre first.
std::vector<TileKey> tiles_for(const geo::Box& view, geo::Point centre, double metres_per_px);

/// What may be spent in one frame. The first cell goes ahead while any time is left: else slow
/// machines never end.
struct FrameBudget {
  double deadline_s = 0;
  double (*clock)() = nullptr;
  bool first = true;
};

/// One stack of layers as tiles, drawn over a background or over the tiles of another stack.
class TileCache {
 public:
  using Meshes = std::vector<std::shared_ptr<GpuMesh>>;

  explicit TileCache(TileCache* under = nullptr) : under_(under) {}

  /// Old tiles are shown until the new ones are drawn.
  void set_meshes(Meshes meshes);
  void set_background(scene::Color color) { background_ = color; }
  const Meshes& meshes() const { return meshes_; }

  void new_frame() { ++frame_; }
  /// Draws missing cells of a tile; true when it is whole and of the present version.
  bool draw_missing(Painter& painter, const TileKey& key, const Look& pixels, FrameBudget& budget);
  bool is_current(const TileKey& key) const;
  /// Puts a whole tile into the bound target; false when there is none.
  bool compose(Painter& painter, const TileKey& key, const Look& look);
  /// Tiles of the nearest other scale, cut to the missing one's place; false when there are none.
  bool compose_substitute(Painter& painter, const TileKey& key, const Look& look);
  /// Forgets what was not used for longest.
  void trim(std::size_t most);
  /// Changes with the meshes, here and below.
  std::uint64_t version() const { return version_ + (under_ ? under_->version() : 0); }

 private:
  struct Tile {
    Picture picture;
    unsigned cells_done = 0;  ///< bit per cell, of `version`
    bool complete = false;    ///< of some version: may be shown
    bool blank = false;       ///< nothing of this stack: the tile below says all
    std::uint64_t version = 0;
    std::uint64_t used = 0;
  };
  enum class Drawn { no, nothing, yes };
  static Look cell_look(const TileKey& key, unsigned cell, const Look& pixels);
  Drawn draw_cell(Painter& painter, const TileKey& key, Tile& tile, const Look& pixels,
                  const FrameBudget& budget);
  void clear_cell(Painter& painter, const TileKey& key, int x, int y);
  void compose_tile(Painter& painter, const TileKey& key, const Tile& tile, const Look& look);
  bool anything_in(const geo::Box& box, const Look& pixels) const;
  /// Marked as used.
  const Tile* whole(const TileKey& key);

  TileCache* under_;
  std::map<TileKey, Tile> tiles_;
  Meshes meshes_;
  scene::Color background_{0, 0, 0, 255};
  std::uint64_t version_ = 1;
  std::uint64_t frame_ = 0;
  double cell_s_ = 0;  ///< what a cell took lately
};

}  // namespace nahraum::render::gl
