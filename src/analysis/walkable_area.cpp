#include "analysis/walkable_area.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nahraum::analysis {
namespace {

using geo::Point;
constexpr std::size_t max_entrances = 40;
constexpr std::size_t max_corners = 60;

double turn(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/// A place on a ring where a way over the area may begin, end or bend.
struct Stop {
  std::size_t ring = 0;
  std::size_t position = 0;  ///< in the ring, without its closing point
  std::uint32_t node = 0;
  bool entrance = false;
  double sharpness = 0;  ///< of a corner
};

/// Rings as points, the area to their left (outer counter-clockwise, holes clockwise).
struct Outline {
  std::vector<geo::Ring> rings;
  std::vector<std::vector<std::uint32_t>> nodes;
};

Outline outline_of(const model::Streets& streets, const model::WalkableArea& area) {
  Outline outline;
  for (auto nodes : area.rings) {
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (nodes.size() < 4 || nodes.front() != nodes.back()) continue;
    geo::Ring ring;
    for (const auto node : nodes)
      ring.push_back(streets.nodes[node].at);
    if ((geo::signed_area(ring) > 0) != outline.rings.empty()) {
      std::reverse(ring.begin(), ring.end());
      std::reverse(nodes.begin(), nodes.end());
    }
    outline.rings.push_back(std::move(ring));
    outline.nodes.push_back(std::move(nodes));
  }
  return outline;
}

bool inside(const Outline& outline, Point p) {
  bool in = false;
  for (const auto& ring : outline.rings)
    in ^= geo::contains(ring, p);
  return in;
}

/// Whether a–b touches the wall c–d anywhere but in its own ends.
bool meets(Point a, Point b, Point c, Point d) {
  if (c == a || c == b || d == a || d == b) {
    // A neighbouring wall may still lie along the line of sight.
    const Point far = (c == a || c == b) ? d : c;
    if (far == a || far == b) return true;
    return geo::nearest_on_segment(a, b, far).distance < 1e-3;
  }
  if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x) ||
      std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) {
    return false;
  }
  const auto side = [](Point p, Point q, Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

bool visible(const Outline& outline, Point a, Point b) {
  for (const auto& ring : outline.rings) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      if (meets(a, b, ring[i - 1], ring[i])) return false;
    }
  }
  return inside(outline, {(a.x + b.x) / 2, (a.y + b.y) / 2});
}

/// Keeps `most` of the stops: the sharpest corners, or entrances evenly around the rings.
void limit_corners(std::vector<Stop>& corners) {
  if (corners.size() <= max_corners) return;
  std::stable_sort(corners.begin(), corners.end(),
                   [](const Stop& a, const Stop& b) { return a.sharpness > b.sharpness; });
  corners.resize(max_corners);
}

struct Stops {
  std::vector<Stop> all;  ///< entrances first, then corners
  std::size_t entrances = 0;
  std::size_t sighted = 0;  ///< entrances that get lines of sight; the others keep their rim
};

Stops stops_of(const Outline& outline, const std::vector<bool>& entrance) {
  Stops stops;
  std::vector<Stop> corners;
  for (std::size_t r = 0; r < outline.rings.size(); ++r) {
    const auto& ring = outline.rings[r];
    const std::size_t size = ring.size() - 1;
    for (std::size_t i = 0; i < size; ++i) {
      Stop stop{r, i, outline.nodes[r][i], entrance[outline.nodes[r][i]], 0};
      stop.sharpness = -turn(ring[(i + size - 1) % size], ring[i], ring[i + 1]);
      if (stop.entrance) {
        stops.all.push_back(stop);
      } else if (stop.sharpness > 1e-3) {
        corners.push_back(stop);
      }
    }
  }
  stops.entrances = stops.sighted = stops.all.size();
  if (stops.entrances > max_entrances) {  // evenly thinned: those kept come first
    std::vector<Stop> kept, rest;
    for (std::size_t i = 0; i < stops.entrances; ++i) {
      const bool keep =
          i * max_entrances / stops.entrances != (i + 1) * max_entrances / stops.entrances;
      (keep ? kept : rest).push_back(stops.all[i]);
    }
    stops.sighted = kept.size();
    kept.insert(kept.end(), rest.begin(), rest.end());
    stops.all = std::move(kept);
  }
  limit_corners(corners);
  stops.all.insert(stops.all.end(), corners.begin(), corners.end());
  return stops;
}

/// Ring path from one stop to the next stop along the same ring.
struct RimPath {
  std::size_t from = 0, to = 0;  ///< indices into Stops::all
  std::vector<std::uint32_t> nodes;
  double length_m = 0;
};

std::vector<std::size_t> stops_along(const std::vector<Stop>& stops, const std::vector<bool>& used,
                                     std::size_t ring) {
  std::vector<std::size_t> along;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    if (stops[i].ring == ring && used[i]) along.push_back(i);
  }
  std::sort(along.begin(), along.end(),
            [&](std::size_t a, std::size_t b) { return stops[a].position < stops[b].position; });
  return along;
}

RimPath rim_path(const Outline& outline, const std::vector<Stop>& stops, std::size_t from,
                 std::size_t to) {
  RimPath path{from, to, {}, 0};
  const auto& ring = outline.rings[stops[from].ring];
  const auto& nodes = outline.nodes[stops[from].ring];
  const std::size_t size = ring.size() - 1;
  std::size_t i = stops[from].position;
  path.nodes.push_back(nodes[i]);
  do {
    path.length_m += geo::distance(ring[i], ring[i + 1]);
    i = (i + 1) % size;
    path.nodes.push_back(nodes[i]);
  } while (i != stops[to].position);
  return path;
}

std::vector<RimPath> rim_paths(const Outline& outline, const std::vector<Stop>& stops,
                               const std::vector<bool>& used) {
  std::vector<RimPath> paths;
  for (std::size_t ring = 0; ring < outline.rings.size(); ++ring) {
    const auto along = stops_along(stops, used, ring);
    for (std::size_t k = 0; k < along.size(); ++k) {
      paths.push_back(rim_path(outline, stops, along[k], along[(k + 1) % along.size()]));
    }
  }
  return paths;
}

/// Distances between stops that see each other, or that follow each other along the rim.
class Sights {
 public:
  Sights(const Outline& outline, const Stops& stops)
      : size_(stops.all.size()),
        length_(size_ * size_, std::numeric_limits<double>::infinity()),
        sight_(size_ * size_, false),
        kept_(size_ * size_, false) {
    const auto looks = [&](std::size_t i) { return i < stops.sighted || i >= stops.entrances; };
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t k = i + 1; k < size_; ++k) {
        if (!looks(i) || !looks(k)) continue;
        const Point a = at(outline, stops.all[i]);
        const Point b = at(outline, stops.all[k]);
        if (!(a == b) && visible(outline, a, b)) connect(i, k, geo::distance(a, b), true);
      }
    }
    for (const auto& path : rim_paths(outline, stops.all, std::vector<bool>(size_, true))) {
      connect(path.from, path.to, path.length_m, false);
    }
  }

  /// Marks the lines of sight on the shortest ways from `start` to the first `targets` stops.
  void keep_shortest(std::size_t start, std::size_t targets) {
    std::vector<double> cost(size_, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> before(size_, start);
    std::vector<bool> settled(size_, false);
    cost[start] = 0;
    for (std::size_t round = 0; round < size_; ++round) {
      std::size_t next = size_;
      for (std::size_t i = 0; i < size_; ++i) {
        if (!settled[i] && (next == size_ || cost[i] < cost[next])) next = i;
      }
      settled[next] = true;
      for (std::size_t i = 0; i < size_; ++i) {
        const double through = cost[next] + length_[next * size_ + i];
        if (through < cost[i] - 1e-6) {
          cost[i] = through;
          before[i] = next;
        }
      }
    }
    for (std::size_t i = 0; i < targets; ++i) {
      if (!std::isfinite(cost[i])) continue;
      for (std::size_t at = i; at != start; at = before[at])
        keep(at, before[at]);
    }
  }
  bool kept(std::size_t i, std::size_t k) const { return kept_[i * size_ + k]; }
  std::size_t size() const { return size_; }

 private:
  static Point at(const Outline& outline, const Stop& stop) {
    return outline.rings[stop.ring][stop.position];
  }
  void connect(std::size_t i, std::size_t k, double length_m, bool sight) {
    if (length_m >= length_[i * size_ + k]) return;
    length_[i * size_ + k] = length_[k * size_ + i] = length_m;
    sight_[i * size_ + k] = sight_[k * size_ + i] = sight;
  }
  void keep(std::size_t i, std::size_t k) {
    if (sight_[i * size_ + k]) kept_[i * size_ + k] = kept_[k * size_ + i] = true;
  }

  std::size_t size_;
  std::vector<double> length_;
  std::vector<bool> sight_;
  std::vector<bool> kept_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> area_paths(const model::Streets& streets,
                                                   const model::WalkableArea& area,
                                                   const std::vector<bool>& entrance) {
  std::vector<std::vector<std::uint32_t>> paths;
  const Outline outline = outline_of(streets, area);
  const Stops stops = stops_of(outline, entrance);
  if (stops.entrances == 0) return paths;
  Sights sights(outline, stops);
  for (std::size_t i = 0; i < stops.sighted; ++i)
    sights.keep_shortest(i, stops.sighted);

  std::vector<bool> used(stops.all.size(), false);
  std::fill_n(used.begin(), stops.entrances, true);
  for (std::size_t i = 0; i < sights.size(); ++i) {
    for (std::size_t k = i + 1; k < sights.size(); ++k) {
      if (!sights.kept(i, k)) continue;
      paths.push_back({stops.all[i].node, stops.all[k].node});
      used[i] = used[k] = true;
    }
  }
  for (auto& path : rim_paths(outline, stops.all, used))
    paths.push_back(std::move(path.nodes));
  return paths;
}

}  // namespace nahraum::analysis
