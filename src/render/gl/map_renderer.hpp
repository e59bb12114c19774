#pragma once
/// The map on the screen: layers in, pixels out. Meshes are made by a job; on a graphics card they
/// are drawn directly, on the processor through cached tiles with a bounded share of each frame.

#include <optional>

#include "jobs/queue.hpp"
#include "render/gl/tile_cache.hpp"

namespace nahraum::render::gl {

/// base: the ground, changes with the project. overlay: results and names, change with a question.
/// other: results of another state, drawn in overlay's place where that is compared with. live:
/// what moves with the mouse; small, drawn directly every frame.
enum class Stack { base, overlay, other, live };

class MapRenderer {
 public:
  /// `pictures` makes the meshes; it must outlive this. Errors: those of the shaders.
  static base::Result<std::unique_ptr<MapRenderer>> create(const std::filesystem::path& share,
                                                           jobs::Queue& pictures, bool software);

  /// Replaces a stack's layers. Shown as soon as their meshes are ready; live ones at once.
  void show(Stack stack, const std::vector<scene::LayerPtr>& layers);
  void set_ground(scene::Color color);

  struct Target {
    int x = 0, y = 0;  ///< lower left corner in the framebuffer, pixels
    unsigned framebuffer = 0;
  };
  /// Draws one frame. `tiles_at` is the scale that tiles are drawn for (the end of a running zoom),
  /// `budget_ms` what may be spent on new tiles. False: not everything is sharp yet, draw again.
  /// `results`: overlay or other, over the same ground.
  bool draw(const Look& look, double tiles_at, double budget_ms, const Target& target,
            Stack results = Stack::overlay);

  bool software() const { return software_; }
  bool has_base() const { return !base_.meshes().empty(); }
  /// Triangles and quads drawn since the last call.
  std::size_t take_count() { return painter_.take_count(); }

 private:
  MapRenderer(Painter painter, jobs::Queue& pictures, bool software)
      : painter_(std::move(painter)), pictures_(pictures), software_(software) {}
  std::shared_ptr<GpuMesh> known(const scene::LayerPtr& layer) const;
  void take(Stack stack, std::uint64_t number, const std::vector<scene::LayerPtr>& layers,
            std::vector<std::optional<Mesh>> made);
  /// The composed picture of the last sharp frame, and what it shows.
  struct Composed {
    Picture picture;
    Look look;
    std::uint64_t base = 0, over = 0;
    bool valid = false;
  };
  /// Results as tiles over the ground.
  struct Results {
    explicit Results(TileCache* ground) : tiles(ground) {}
    bool any() const { return !tiles.meshes().empty(); }
    TileCache tiles;
    Composed composed;
  };
  void draw_directly(const Look& look, const Results& results);
  bool draw_tiles(const Look& look, double tiles_at, double budget_ms, const Target& target,
                  Results& results);
  void compose(const Look& look, const std::vector<TileKey>& wanted, const Target& target,
               bool sharp, Results& results);
  void compose_one(const Look& look, const TileKey& key, Results& results);
  Results& results_of(Stack stack) { return stack == Stack::other ? other_ : overlay_; }
  TileCache& cache(Stack stack) { return stack == Stack::base ? base_ : results_of(stack).tiles; }

  Painter painter_;
  jobs::Queue& pictures_;
  bool software_;
  scene::Color ground_{246, 244, 239, 255};
  TileCache base_;
  Results overlay_{&base_}, other_{&base_};
  TileCache::Meshes live_;
  struct Known {
    std::weak_ptr<const scene::Layer> layer;
    std::shared_ptr<GpuMesh> mesh;
  };
  std::map<const scene::Layer*, Known> known_;
  std::uint64_t numbers_[3] = {0, 0, 0};  ///< of the newest show() per stack
};

}  // namespace nahraum::render::gl
