#include "scene/label_room.hpp"

#include <cmath>
#include <limits>

namespace nahraum::scene {
namespace {

/// Whether the normal of one of a's sides separates the two.
bool separated(const Corners& a, const Corners& b) {
  for (int side = 0; side < 2; ++side) {
    const geo::Point from = a[side];
    const geo::Point to = a[side + 1];
    const geo::Point axis{to.x - from.x, to.y - from.y};
    const auto range = [&](const Corners& c) {
      double low = std::numeric_limits<double>::infinity();
      double high = -low;
      for (const auto p : c) {
        const double along = p.x * axis.x + p.y * axis.y;
        low = std::min(low, along);
        high = std::max(high, along);
      }
      return std::pair{low, high};
    };
    const auto [a_low, a_high] = range(a);
    const auto [b_low, b_high] = range(b);
    if (a_high <= b_low || b_high <= a_low) return true;
  }
  return false;
}

}  // namespace

Corners corners_of(geo::Point centre, double width, double height, double angle_deg) {
  const double angle = angle_deg * M_PI / 180;
  const geo::Point along{std::cos(angle) * width / 2, std::sin(angle) * width / 2};
  const geo::Point across{-std::sin(angle) * height / 2, std::cos(angle) * height / 2};
  return {{{centre.x - along.x - across.x, centre.y - along.y - across.y},
           {centre.x + along.x - across.x, centre.y + along.y - across.y},
           {centre.x + along.x + across.x, centre.y + along.y + across.y},
           {centre.x - along.x + across.x, centre.y - along.y + across.y}}};
}

bool overlap(const Corners& a, const Corners& b) {
  return !separated(a, b) && !separated(b, a);
}

geo::Box bounds(const Corners& corners) {
  geo::Box box;
  for (const auto p : corners)
    box.add(p);
  return box;
}

template <class F>
void LabelRoom::for_cells(const geo::Box& box, F&& call) const {
  const auto cell = [&](double v) { return static_cast<std::int32_t>(std::floor(v / cell_)); };
  for (auto y = cell(box.min_y); y <= cell(box.max_y); ++y) {
    for (auto x = cell(box.min_x); x <= cell(box.max_x); ++x) {
      call((static_cast<std::uint64_t>(static_cast<std::uint32_t>(y)) << 32) |
           static_cast<std::uint32_t>(x));
    }
  }
}

bool LabelRoom::is_free(const Corners& wanted) const {
  bool free = true;
  for_cells(bounds(wanted), [&](std::uint64_t key) {
    const auto at = cells_.find(key);
    if (!free || at == cells_.end()) return;
    for (const auto i : at->second)
      free = free && !overlap(taken_[i], wanted);
  });
  return free;
}

void LabelRoom::take(const Corners& corners) {
  const auto index = static_cast<std::uint32_t>(taken_.size());
  taken_.push_back(corners);
  for_cells(bounds(corners), [&](std::uint64_t key) { cells_[key].push_back(index); });
}

}  // namespace nahraum::scene
