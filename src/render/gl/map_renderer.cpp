#include "render/gl/map_renderer.hpp"

#include <chrono>
#include <cmath>

#include <epoxy/gl.h>

#include "base/translate.hpp"

namespace nahraum::render::gl {
namespace {

void clear_to(scene::Color ground) {
  const auto part = [](int value) { return static_cast<float>(value) / 255.f; };
  glClearColor(part(ground.r), part(ground.g), part(ground.b), 1);
}

double seconds_now() {
  using clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(clock::now().time_since_epoch()).count();
}

bool same_view(const Look& a, const Look& b) {
  return a.centre == b.centre && a.metres_per_px == b.metres_per_px && a.width == b.width &&
         a.height == b.height && a.px_per_mm == b.px_per_mm;
}

void copy_pixels(unsigned from, unsigned to, int from_x, int from_y, int to_x, int to_y, int width,
                 int height) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
  glBlitFramebuffer(from_x, from_y, from_x + width, from_y + height, to_x, to_y, to_x + width,
                    to_y + height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, to);
}

}  // namespace

base::Result<std::unique_ptr<MapRenderer>> MapRenderer::create(const std::filesystem::path& share,
                                                               jobs::Queue& pictures,
                                                               bool software) {
  auto painter = Painter::create(share / "shaders", share / "symbols");
  if (!painter) return tl::unexpected(painter.error());
  std::unique_ptr<MapRenderer> made(new MapRenderer(std::move(*painter), pictures, software));
  made->set_ground(made->ground_);
  return made;
}

void MapRenderer::set_ground(scene::Color color) {
  ground_ = color;
  base_.set_background(color);
}

std::shared_ptr<GpuMesh> MapRenderer::known(const scene::LayerPtr& layer) const {
  const auto found = known_.find(layer.get());
  return found != known_.end() && found->second.layer.lock() == layer ? found->second.mesh
                                                                      : nullptr;
}

void MapRenderer::show(Stack stack, const std::vector<scene::LayerPtr>& layers) {
  if (stack == Stack::live) {
    live_.clear();
    jobs::Context here;
    for (const auto& layer : layers)
      live_.push_back(upload(build_mesh(*layer, here)));
    return;
  }
  std::vector<bool> missing;
  bool any = false;
  for (const auto& layer : layers) {
    missing.push_back(!known(layer));
    any = any || missing.back();
  }
  const auto number = ++numbers_[static_cast<int>(stack)];
  if (!any) {
    take(stack, number, layers, std::vector<std::optional<Mesh>>(layers.size()));
    return;
  }
  pictures_.submit(base::tr("Drawing the map"), [=, this](jobs::Context& context) {
    auto made = std::make_shared<std::vector<std::optional<Mesh>>>(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
      context.update(static_cast<double>(i) / static_cast<double>(layers.size()), layers[i]->name);
      if (missing[i]) (*made)[i] = build_mesh(*layers[i], context);
    }
    return [=, this] { take(stack, number, layers, std::move(*made)); };
  });
}

void MapRenderer::take(Stack stack, std::uint64_t number,
                       const std::vector<scene::LayerPtr>& layers,
                       std::vector<std::optional<Mesh>> made) {
  // Late ones are kept for the next time: layers that come and go are made once.
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (made[i] && !known(layers[i]))
      known_[layers[i].get()] = {layers[i], upload(std::move(*made[i]))};
  }
  if (number != numbers_[static_cast<int>(stack)]) return;
  TileCache::Meshes meshes;
  for (const auto& layer : layers) {
    if (auto mesh = known(layer)) meshes.push_back(std::move(mesh));
  }
  cache(stack).set_meshes(std::move(meshes));
  std::erase_if(known_, [](const auto& entry) { return entry.second.layer.expired(); });
}

bool MapRenderer::draw(const Look& look, double tiles_at, double budget_ms, const Target& target,
                       Stack results) {
  painter_.atlas().trim();
  bool sharp = true;
  if (software_) {
    sharp = draw_tiles(look, tiles_at, budget_ms, target, results_of(results));
  } else {
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    painter_.begin(target.x, target.y, look.width, look.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(target.x, target.y, look.width, look.height);
    clear_to(ground_);
    glClear(GL_COLOR_BUFFER_BIT);
    draw_directly(look, results_of(results));
  }
  painter_.begin(target.x, target.y, look.width, look.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(target.x, target.y, look.width, look.height);
  for (const auto& mesh : live_)
    painter_.draw(*mesh, look);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
  glUseProgram(0);
  return sharp;
}

void MapRenderer::draw_directly(const Look& look, const Results& results) {
  for (const auto& mesh : base_.meshes())
    painter_.draw(*mesh, look);
  for (const auto& mesh : results.tiles.meshes())
    painter_.draw(*mesh, look);
}

bool MapRenderer::draw_tiles(const Look& look, double tiles_at, double budget_ms,
                             const Target& target, Results& results) {
  auto& over = results.tiles;
  const auto& composed = results.composed;
  const bool still = composed.valid && same_view(composed.look, look) &&
                     composed.base == base_.version() && composed.over == over.version() &&
                     tiles_at == look.metres_per_px;
  if (still) {
    copy_pixels(composed.picture.framebuffer.id(), target.framebuffer, 0, 0, target.x, target.y,
                look.width, look.height);
    return true;
  }
  const auto wanted = tiles_for(look.bounds(), look.centre, tiles_at);
  Look pixels = look;
  pixels.denominator = look.denominator * tiles_at / look.metres_per_px;
  FrameBudget budget{seconds_now() + budget_ms / 1000, seconds_now};
  base_.new_frame();
  over.new_frame();
  bool sharp = true;
  for (const auto& key : wanted) {
    if (!sharp) break;
    if (results.any() && over.is_current(key)) continue;
    sharp = base_.draw_missing(painter_, key, pixels, budget);
    if (results.any()) sharp = sharp && over.draw_missing(painter_, key, pixels, budget);
  }
  compose(look, wanted, target, sharp && tiles_at == look.metres_per_px, results);
  const std::size_t most = std::max<std::size_t>(40, wanted.size() * 3);
  base_.trim(most);
  over.trim(most);
  return sharp;
}

/// The best picture that there is of a tile's place: sharp before blurred, with results before
/// without.
void MapRenderer::compose_one(const Look& look, const TileKey& key, Results& results) {
  if (results.any()) {
    if (results.tiles.compose(painter_, key, look)) return;
    if (results.tiles.compose_substitute(painter_, key, look)) return;
  }
  if (base_.compose(painter_, key, look)) return;
  base_.compose_substitute(painter_, key, look);
}

void MapRenderer::compose(const Look& look, const std::vector<TileKey>& wanted,
                          const Target& target, bool sharp, Results& results) {
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
  painter_.begin(target.x, target.y, look.width, look.height);
  glEnable(GL_SCISSOR_TEST);
  glScissor(target.x, target.y, look.width, look.height);
  clear_to(ground_);
  glClear(GL_COLOR_BUFFER_BIT);
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_BLEND);
  for (const auto& key : wanted)
    compose_one(look, key, results);
  glEnable(GL_BLEND);
  auto& composed = results.composed;
  composed.valid = sharp;
  if (!sharp) return;
  auto& picture = composed.picture;
  if (picture.width != look.width || picture.height != look.height) {
    picture = make_picture(look.width, look.height);
  }
  composed.look = look;
  composed.base = base_.version(), composed.over = results.tiles.version();
  copy_pixels(target.framebuffer, picture.framebuffer.id(), target.x, target.y, 0, 0, look.width,
              look.height);
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
}

}  // namespace nahraum::render::gl
