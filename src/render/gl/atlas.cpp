#include "render/gl/atlas.hpp"

#include <algorithm>

#include <epoxy/gl.h>
#include <fmt/format.h>

namespace nahraum::render::gl {
namespace {

constexpr int page_px = 1024;
constexpr std::size_t most_pages = 12;

std::string name_of(scene::Color c) {
  return fmt::format("{},{},{},{}", c.r, c.g, c.b, c.a);
}

std::string key_of(const scene::Text& t) {
  return fmt::format("t|{}|{}|{}|{}|{}|{}|{}|{}|{}", t.text, t.size_pt, name_of(t.color),
                     static_cast<int>(t.align), static_cast<int>(t.weight), t.italic,
                     t.halo ? name_of(*t.halo) : "", t.halo_mm, t.wrap_mm);
}

std::string key_of(const scene::Symbol& s) {
  return fmt::format("s|{}|{}|{}|{}|{}|{}|{}|{}", s.name, s.size_mm, name_of(s.tint),
                     static_cast<int>(s.plate), s.sign, name_of(s.rim), name_of(s.ink),
                     static_cast<const void*>(s.photo.get()));
}

}  // namespace

const AtlasEntry* Atlas::find_or_make(const Sprite& sprite, double pixels_per_mm) {
  if (pixels_per_mm != pixels_per_mm_) {
    entries_.clear(), pages_.clear(), large_.clear();
    pixels_per_mm_ = pixels_per_mm;
  }
  const std::string key = std::visit([](const auto& item) { return key_of(item); }, sprite.item);
  auto found = entries_.find(key);
  if (found == entries_.end()) {
    const auto* text = std::get_if<scene::Text>(&sprite.item);
    const Bitmap bitmap =
        text ? rasterise(*text, pixels_per_mm)
             : rasterise(std::get<scene::Symbol>(sprite.item), pixels_per_mm, symbols_);
    found = entries_.emplace(key, place(bitmap)).first;
  }
  return found->second.texture ? &found->second : nullptr;
}

void Atlas::trim() {
  if (pages_.size() + large_.size() <= most_pages) return;
  entries_.clear(), pages_.clear(), large_.clear();
}

AtlasEntry Atlas::place(const Bitmap& bitmap) {
  AtlasEntry entry;
  if (bitmap.width <= 0 || bitmap.height <= 0) return entry;
  entry.width = bitmap.width, entry.height = bitmap.height;
  entry.origin_x = static_cast<float>(bitmap.origin_x);
  entry.origin_y = static_cast<float>(bitmap.origin_y);
  if (bitmap.width > page_px || bitmap.height > page_px) {
    large_.push_back(make_texture(bitmap.width, bitmap.height, bitmap.bgra.data()));
    entry.texture = large_.back().id();
    entry.u1 = entry.v1 = 1;
    return entry;
  }
  Page& page = page_for(bitmap.width, bitmap.height);
  glBindTexture(GL_TEXTURE_2D, page.texture.id());
  glTexSubImage2D(GL_TEXTURE_2D, 0, page.x, page.y, bitmap.width, bitmap.height, GL_BGRA,
                  GL_UNSIGNED_BYTE, bitmap.bgra.data());
  entry.texture = page.texture.id();
  const auto at = [](int px) { return static_cast<float>(px) / page_px; };
  entry.u0 = at(page.x), entry.v0 = at(page.y);
  entry.u1 = at(page.x + bitmap.width), entry.v1 = at(page.y + bitmap.height);
  page.x += bitmap.width + 1;
  page.row = std::max(page.row, bitmap.height);
  return entry;
}

Atlas::Page& Atlas::page_for(int width, int height) {
  if (!pages_.empty()) {
    Page& page = pages_.back();
    if (page.x + width > page_px) page.x = 0, page.y += page.row + 1, page.row = 0;
    if (page.y + height <= page_px) return page;
  }
  pages_.push_back({make_texture(page_px, page_px)});
  return pages_.back();
}

}  // namespace nahraum::render::gl
