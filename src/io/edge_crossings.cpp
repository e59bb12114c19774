#include "io/edge_crossings.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace nahraum::io {
namespace {

constexpr double same_gate_m = 3;
constexpr double cell_m = 200;
constexpr double large_m = 2000;  ///< a side of ten cells

/// Also what has no size, or one that is no number.
bool is_large(const geo::Box& box) {
  return !(box.width() <= large_m && box.height() <= large_m);
}

std::optional<geo::Point> crossing(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
  const double rx = b.x - a.x, ry = b.y - a.y, sx = d.x - c.x, sy = d.y - c.y;
  const double cross = rx * sy - ry * sx;
  if (cross == 0) return std::nullopt;
  const double t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
  const double u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
  if (t < 0 || t > 1 || u < 0 || u > 1) return std::nullopt;
  return geo::Point{a.x + t * rx, a.y + t * ry};
}

void add_crossings(const geo::Line& street, const geo::Ring& ring, std::vector<geo::Point>& gates) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    geo::Box edge;
    edge.add(ring[i]);
    edge.add(ring[i + 1]);
    for (std::size_t k = 0; k + 1 < street.size(); ++k) {
      geo::Box segment;
      segment.add(street[k]);
      segment.add(street[k + 1]);
      if (!edge.intersects(segment)) continue;
      if (const auto gate = crossing(street[k], street[k + 1], ring[i], ring[i + 1]))
        gates.push_back(*gate);
    }
  }
}

std::vector<geo::Point> thinned(std::vector<geo::Point> gates) {
  std::sort(gates.begin(), gates.end(),
            [](geo::Point a, geo::Point b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); });
  std::vector<geo::Point> kept;
  for (const auto gate : gates) {
    const bool near = std::any_of(kept.begin(), kept.end(), [&](geo::Point other) {
      return geo::distance(gate, other) < same_gate_m;
    });
    if (!near) kept.push_back(gate);
  }
  return kept;
}

}  // namespace

EdgeCrossings::EdgeCrossings(const model::Streets& streets) : streets_(streets), grid_(cell_m) {
  boxes_.reserve(streets.ways.size());
  for (const auto& way : streets.ways) {
    const auto street = static_cast<std::uint32_t>(boxes_.size());
    geo::Box box;
    for (const auto index : way.nodes)
      box.add(streets.nodes[index].at);
    boxes_.push_back(box);
    if (is_large(box))
      large_.push_back(street);
    else
      grid_.add(street, box);
  }
}

std::vector<std::uint32_t> EdgeCrossings::near(const geo::Box& box) const {
  std::vector<std::uint32_t> streets;
  if (is_large(box)) {
    streets.resize(boxes_.size());
    std::iota(streets.begin(), streets.end(), 0u);
    return streets;
  }
  streets = large_;
  grid_.visit(box, [&](std::uint32_t street) { streets.push_back(street); });
  std::sort(streets.begin(), streets.end());
  streets.erase(std::unique(streets.begin(), streets.end()), streets.end());
  return streets;
}

std::vector<geo::Point> EdgeCrossings::of(const geo::MultiPolygon& outline) const {
  const geo::Box box = geo::bounds(outline);
  std::vector<geo::Point> gates;
  for (const std::uint32_t i : near(box)) {
    if (!box.intersects(boxes_[i])) continue;
    geo::Line street;
    for (const auto index : streets_.ways[i].nodes)
      street.push_back(streets_.nodes[index].at);
    for (const auto& polygon : outline) {
      add_crossings(street, polygon.outer, gates);
      for (const auto& hole : polygon.holes)
        add_crossings(street, hole, gates);
    }
  }
  return thinned(std::move(gates));
}

}  // namespace nahraum::io
