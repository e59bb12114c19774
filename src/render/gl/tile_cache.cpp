#include "render/gl/tile_cache.hpp"

#include <algorithm>
#include <cmath>

#include <epoxy/gl.h>

namespace nahraum::render::gl {
namespace {

constexpr unsigned all_cells = 0xF;

/// Where a cell lies in its tile, pixels from the lower left.
int cell_x(unsigned cell) {
  return static_cast<int>(cell & 1) * cell_px;
}
int cell_y(unsigned cell) {
  return static_cast<int>(cell >> 1) * cell_px;
}

/// Pixel rectangle of map bounds in a look, snapped to whole pixels when the scales agree.
struct PixelBox {
  double x0, y0, x1, y1;  // y up from the bottom, as OpenGL counts
  PixelBox(const geo::Box& box, const Look& look, bool snap) {
    const auto low = look.to_px({box.min_x, box.min_y});
    const auto high = look.to_px({box.max_x, box.max_y});
    x0 = low.x, x1 = high.x;
    y0 = look.height - low.y, y1 = look.height - high.y;
    if (!snap) return;
    x0 = std::round(x0), x1 = std::round(x1), y0 = std::round(y0), y1 = std::round(y1);
  }
  Painter::Quad quad(const Look& look) const {
    const auto cx = [&](double px) { return static_cast<float>(px / look.width * 2 - 1); };
    const auto cy = [&](double px) { return static_cast<float>(px / look.height * 2 - 1); };
    return {cx(x0), cy(y0), cx(x1), cy(y1), 0, 0, 1, 1};
  }
};

bool same_scale(double a, double b) {
  return std::abs(a / b - 1) < 1e-9;
}

}  // namespace

geo::Box bounds_of(const TileKey& key) {
  const double size = key.metres_per_px * tile_px;
  const double x = static_cast<double>(key.column) * size;
  const double y = static_cast<double>(key.row) * size;
  return {x, y, x + size, y + size};
}

std::vector<TileKey> tiles_for(const geo::Box& view, geo::Point centre, double metres_per_px) {
  const double size = metres_per_px * tile_px;
  const auto index = [size](double v) { return static_cast<std::int64_t>(std::floor(v / size)); };
  std::vector<TileKey> keys;
  for (auto row = index(view.min_y); row <= index(view.max_y); ++row) {
    for (auto column = index(view.min_x); column <= index(view.max_x); ++column) {
      keys.push_back({metres_per_px, column, row});
    }
  }
  const auto far = [&](const TileKey& key) {
    return geo::distance(bounds_of(key).centre(), centre);
  };
  std::stable_sort(keys.begin(), keys.end(),
                   [&](const auto& a, const auto& b) { return far(a) < far(b); });
  return keys;
}

void TileCache::set_meshes(Meshes meshes) {
  if (meshes == meshes_) return;
  meshes_ = std::move(meshes);
  ++version_;
}

bool TileCache::draw_missing(Painter& painter, const TileKey& key, const Look& pixels,
                             FrameBudget& budget) {
  Tile& tile = tiles_[key];
  tile.used = frame_;
  if (tile.version != version()) tile.version = version(), tile.cells_done = 0;
  while (tile.cells_done != all_cells) {
    const double start = budget.clock();
    if (start + (budget.first ? 0 : cell_s_) >= budget.deadline_s) return false;
    const auto drawn = draw_cell(painter, key, tile, pixels, budget);
    if (drawn == Drawn::no) return false;
    if (drawn == Drawn::nothing) continue;
    glFinish();
    budget.first = false;
    const double took = budget.clock() - start;
    cell_s_ = cell_s_ == 0 ? took : 0.7 * cell_s_ + 0.3 * took;
  }
  return true;
}

const TileCache::Tile* TileCache::whole(const TileKey& key) {
  const auto found = tiles_.find(key);
  if (found == tiles_.end() || !found->second.complete) return nullptr;
  found->second.used = frame_;
  return &found->second;
}

bool TileCache::is_current(const TileKey& key) const {
  const auto found = tiles_.find(key);
  return found != tiles_.end() && found->second.version == version() &&
         found->second.cells_done == all_cells;
}

bool TileCache::anything_in(const geo::Box& box, const Look& pixels) const {
  const geo::Box near = box.grown(300 * pixels.metres_per_px);
  return std::any_of(meshes_.begin(), meshes_.end(),
                     [&](const auto& mesh) { return mesh->mesh.bounds.intersects(near); });
}

Look TileCache::cell_look(const TileKey& key, unsigned cell, const Look& pixels) {
  const geo::Box box = bounds_of(key);
  const double m = key.metres_per_px;
  Look look = pixels;
  look.metres_per_px = m;
  look.width = look.height = cell_px;
  look.centre = {box.min_x + (cell_x(cell) + cell_px / 2.0) * m,
                 box.min_y + (cell_y(cell) + cell_px / 2.0) * m};
  return look;
}

TileCache::Drawn TileCache::draw_cell(Painter& painter, const TileKey& key, Tile& tile,
                                      const Look& pixels, const FrameBudget& budget) {
  if (under_ && !anything_in(bounds_of(key), pixels)) {
    tile.cells_done = all_cells;
    tile.complete = tile.blank = true;
    return Drawn::nothing;
  }
  unsigned cell = 0;
  while (tile.cells_done & (1u << cell))
    ++cell;
  const Look look = cell_look(key, cell, pixels);
  for (const auto& mesh : meshes_) {
    if (!painter.prepare(*mesh, look, budget.deadline_s, budget.clock)) return Drawn::no;
  }
  if (!tile.picture.texture) tile.picture = make_picture(tile_px, tile_px);
  tile.cells_done |= 1u << cell;
  const int x = cell_x(cell), y = cell_y(cell);
  glBindFramebuffer(GL_FRAMEBUFFER, tile.picture.framebuffer.id());
  clear_cell(painter, key, x, y);
  painter.begin(x, y, cell_px, cell_px);
  glEnable(GL_SCISSOR_TEST);
  glScissor(x, y, cell_px, cell_px);
  for (const auto& mesh : meshes_)
    painter.draw(*mesh, look);
  glDisable(GL_SCISSOR_TEST);
  if (tile.cells_done == all_cells) tile.complete = true, tile.blank = false;
  return Drawn::yes;
}

/// The background, or the same cell of the stack below.
void TileCache::clear_cell(Painter& painter, const TileKey& key, int x, int y) {
  const Tile* below = under_ ? under_->whole(key) : nullptr;
  painter.begin(x, y, cell_px, cell_px);
  if (below) {
    const auto at = [](int px) { return static_cast<float>(px) / tile_px; };
    glDisable(GL_BLEND);
    painter.draw_picture(below->picture.texture.id(),
                         {-1, -1, 1, 1, at(x), at(y), at(x + cell_px), at(y + cell_px)});
    return;
  }
  glEnable(GL_SCISSOR_TEST);
  glScissor(x, y, cell_px, cell_px);
  const auto light = [](auto channel) { return static_cast<float>(channel) / 255; };
  glClearColor(light(background_.r), light(background_.g), light(background_.b), 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

bool TileCache::compose(Painter& painter, const TileKey& key, const Look& look) {
  const Tile* tile = whole(key);
  if (!tile) return false;
  if (tile->blank) return under_->compose(painter, key, look);
  compose_tile(painter, key, *tile, look);
  return true;
}

void TileCache::compose_tile(Painter& painter, const TileKey& key, const Tile& tile,
                             const Look& look) {
  const bool exact = same_scale(key.metres_per_px, look.metres_per_px);
  glBindTexture(GL_TEXTURE_2D, tile.picture.texture.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, exact ? GL_NEAREST : GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, exact ? GL_NEAREST : GL_LINEAR);
  const PixelBox px(bounds_of(key), look, exact);
  painter.draw_picture(tile.picture.texture.id(), px.quad(look));
}

bool TileCache::compose_substitute(Painter& painter, const TileKey& key, const Look& look) {
  const geo::Box hole = bounds_of(key);
  const double wanted = std::log(key.metres_per_px);
  double best = 0, best_distance = 1e9;
  for (const auto& [other, tile] : tiles_) {
    const double distance = std::abs(std::log(other.metres_per_px) - wanted);
    if (!tile.complete || distance < 1e-9 || distance >= best_distance) continue;
    if (bounds_of(other).contains(hole.centre()))
      best = other.metres_per_px, best_distance = distance;
  }
  if (best == 0) return false;
  const PixelBox px(hole, look, false);
  GLint viewport[4];
  glGetIntegerv(GL_VIEWPORT, viewport);
  glEnable(GL_SCISSOR_TEST);
  const int x0 = static_cast<int>(std::floor(px.x0)), y0 = static_cast<int>(std::floor(px.y0));
  glScissor(viewport[0] + x0, viewport[1] + y0, static_cast<int>(std::ceil(px.x1)) - x0,
            static_cast<int>(std::ceil(px.y1)) - y0);
  for (const auto& [other, tile] : tiles_) {
    const bool near = other.metres_per_px == best && bounds_of(other).intersects(hole);
    if (near && tile.complete) compose(painter, other, look);
  }
  glDisable(GL_SCISSOR_TEST);
  return true;
}

void TileCache::trim(std::size_t most) {
  if (tiles_.size() <= most) return;
  std::vector<std::uint64_t> ages;
  for (const auto& [key, tile] : tiles_)
    ages.push_back(tile.used);
  std::nth_element(ages.begin(), ages.end() - static_cast<std::ptrdiff_t>(most), ages.end());
  const auto oldest = ages[ages.size() - most];
  std::erase_if(tiles_, [&](const auto& entry) { return entry.second.used < oldest; });
}

}  // namespace nahraum::render::gl
