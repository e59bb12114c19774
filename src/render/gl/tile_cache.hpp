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

/// One stack of layers as tiles.
class TileCache {
 public:
  using Meshes = std::vector<std::shared_ptr<GpuMesh>>;

  /// `background` transparent for overlays. Old tiles are shown until the new ones are drawn.
  void set_meshes(Meshes meshes);
  void set_background(scene::Color color) { background_ = color; }
  const Meshes& meshes() const { return meshes_; }

  /// Draws missing cells of `wanted` until `deadline_s` (seconds by `clock`); true when all are
  /// done.
  bool draw_missing(Painter& painter, const std::vector<TileKey>& wanted, const Look& pixels,
                    double deadline_s, double (*clock)());
  /// Puts the best that there is for `wanted` into the bound target.
  void compose(Painter& painter, const std::vector<TileKey>& wanted, const Look& look);
  /// Forgets what was not used for longest.
  void trim(std::size_t most);
  std::uint64_t version() const { return version_; }
  void forget() { tiles_.clear(), ++version_; }

 private:
  struct Tile {
    Picture picture;
    unsigned cells_done = 0;  ///< bit per cell, of `version`
    bool complete = false;    ///< of some version: may be shown
    bool blank = false;       ///< complete and empty: nothing to compose
    std::uint64_t version = 0;
    std::uint64_t used = 0;
  };
  enum class Drawn { no, nothing, yes };
  static Look cell_look(const TileKey& key, unsigned cell, const Look& pixels);
  Drawn draw_cell(Painter& painter, const TileKey& key, Tile& tile, const Look& pixels,
                  double deadline_s, double (*clock)());
  void compose_tile(Painter& painter, const TileKey& key, const Tile& tile, const Look& look);
  void compose_substitute(Painter& painter, const TileKey& key, const Look& look);
  bool anything_in(const geo::Box& box, const Look& pixels) const;

  std::map<TileKey, Tile> tiles_;
  Meshes meshes_;
  scene::Color background_{0, 0, 0, 0};
  std::uint64_t version_ = 1;
  std::uint64_t clock_ = 0;
  double cell_s_ = 0;  ///< what a cell took lately
};

}  // namespace nahraum::render::gl
