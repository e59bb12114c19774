#include "io/region.hpp"

#include <algorithm>

namespace nahraum::io {

Region::Region(const geo::MultiPolygon& polygons) : box_(geo::bounds(polygons)), bands_(512) {
  const auto add_ring = [&](const geo::Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const auto [low, high] = std::minmax(ring[i].y, ring[i + 1].y);
      for (std::size_t band = band_of(low); band <= band_of(high); ++band) {
        bands_[band].push_back({ring[i], ring[i + 1]});
      }
    }
  };
  for (const auto& polygon : polygons) {
    add_ring(polygon.outer);
    for (const auto& hole : polygon.holes)
      add_ring(hole);
  }
}

std::size_t Region::band_of(double y) const {
  const double height = box_.height();
  if (height <= 0) return 0;
  const double share = std::clamp((y - box_.min_y) / height, 0.0, 1.0);
  return std::min(bands_.size() - 1, static_cast<std::size_t>(share * double(bands_.size())));
}

bool Region::contains(geo::Point p) const {
  if (!box_.contains(p)) return false;
  bool inside = false;
  for (const auto& [a, b] : bands_[band_of(p.y)]) {
    if ((a.y > p.y) == (b.y > p.y)) continue;
    if (p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

}  // namespace nahraum::io
