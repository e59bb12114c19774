#pragma once
/// Position along a Hilbert curve: neighbours in the plane become neighbours in memory.

#include <algorithm>
#include <cstdint>
#include <utility>

#include "geo/values.hpp"

namespace nahraum::analysis {

/// Key of a point in a box divided into 65 536 × 65 536 cells. Source: Hilbert 1891; bit-wise form.
inline std::uint64_t hilbert_key(const geo::Box& box, geo::Point p) {
  const double scale = 65535.0 / std::max({box.width(), box.height(), 1.0});
  auto x = static_cast<std::uint32_t>((p.x - box.min_x) * scale);
  auto y = static_cast<std::uint32_t>((p.y - box.min_y) * scale);
  std::uint64_t key = 0;
  for (std::uint32_t side = 1u << 15; side > 0; side >>= 1) {
    const std::uint32_t right = (x & side) ? 1 : 0;
    const std::uint32_t top = (y & side) ? 1 : 0;
    key += static_cast<std::uint64_t>(side) * side * ((3 * right) ^ top);
    if (top == 0) {
      if (right == 1) {
        x = 65535u - x;
        y = 65535u - y;
      }
      std::swap(x, y);
    }
  }
  return key;
}

}  // namespace nahraum::analysis
