#include "analysis/snap.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace nahraum::analysis {
namespace {

using geo::Point;
constexpr double cell_m = 50;

struct Segment {
  Point a, b;
  EdgeIndex edge = none;
  float before_m = 0;  ///< from the edge's tail to a
  float after_m = 0;   ///< to b
};

/// Exact at both ends: a place nearest to a node snaps to the node.
float along_edge(const Segment& s, const geo::Nearest& near) {
  if (near.along >= geo::distance(s.a, s.b) * (1 - 1e-9)) return s.after_m;
  return std::min(s.before_m + static_cast<float>(near.along), s.after_m);
}

bool open_somehow(const WalkNetwork& network, EdgeIndex edge) {
  return network.forward[edge] != base::unreachable || network.backward[edge] != base::unreachable;
}

}  // namespace

/// A grid of square cells, each listing the segments whose box touches it.
struct Snapper::Index {
  std::vector<Segment> segments;
  std::vector<std::uint32_t> cell_begin;  ///< columns · rows + 1 into `members`
  std::vector<std::uint32_t> members;
  geo::Box box;
  int columns = 0, rows = 0;

  int column(double x) const {
    return std::clamp(static_cast<int>(std::floor((x - box.min_x) / cell_m)), 0, columns - 1);
  }
  int row(double y) const {
    return std::clamp(static_cast<int>(std::floor((y - box.min_y) / cell_m)), 0, rows - 1);
  }
  std::size_t cell(int c, int r) const {
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(c);
  }

  void collect(const WalkNetwork& network) {
    const StreetGraph& graph = *network.graph;
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
      if (!open_somehow(network, e)) continue;
      double before_m = 0;
      for (auto i = graph.shape_begin[e] + 1; i < graph.shape_begin[e + 1]; ++i) {
        const Point a = graph.shape[i - 1];
        const Point b = graph.shape[i];
        const double after_m = before_m + geo::distance(a, b);
        segments.push_back({a, b, e, static_cast<float>(before_m), static_cast<float>(after_m)});
        before_m = after_m;
        box.add(a);
        box.add(b);
      }
    }
  }

  template <class Visit>
  void each_cell(const Segment& s, Visit visit) const {
    const int last_row = row(std::max(s.a.y, s.b.y));
    const int last_column = column(std::max(s.a.x, s.b.x));
    for (int r = row(std::min(s.a.y, s.b.y)); r <= last_row; ++r) {
      for (int c = column(std::min(s.a.x, s.b.x)); c <= last_column; ++c)
        visit(cell(c, r));
    }
  }

  void fill_cells() {
    if (segments.empty()) return;
    columns = static_cast<int>(box.width() / cell_m) + 1;
    rows = static_cast<int>(box.height() / cell_m) + 1;
    cell_begin.assign(cell(0, rows) + 1, 0);
    for (const auto& s : segments)
      each_cell(s, [&](std::size_t at) { ++cell_begin[at + 1]; });
    for (std::size_t i = 1; i < cell_begin.size(); ++i)
      cell_begin[i] += cell_begin[i - 1];
    members.resize(cell_begin.back());
    std::vector<std::uint32_t> next(cell_begin.begin(), cell_begin.end() - 1);
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
      each_cell(segments[i], [&](std::size_t at) { members[next[at]++] = i; });
    }
  }

  /// Equally near edges: the lowest index.
  void look_into(std::size_t at, Point p, double& best_m, Snap& best) const {
    for (auto k = cell_begin[at]; k < cell_begin[at + 1]; ++k) {
      const Segment& s = segments[members[k]];
      const geo::Nearest near = geo::nearest_on_segment(s.a, s.b, p);
      if (near.distance > best_m || (near.distance == best_m && s.edge >= best.edge)) continue;
      best_m = near.distance;
      best = {s.edge, along_edge(s, near), static_cast<float>(near.distance), near.at};
    }
  }

  void collect_within(std::size_t at, Point p, double radius_m, std::vector<Snap>& found) const {
    for (auto k = cell_begin[at]; k < cell_begin[at + 1]; ++k) {
      const Segment& s = segments[members[k]];
      const geo::Nearest near = geo::nearest_on_segment(s.a, s.b, p);
      if (near.distance > radius_m) continue;
      found.push_back({s.edge, along_edge(s, near), static_cast<float>(near.distance), near.at});
    }
  }

  /// Cells in growing squares around the place, until none nearer can be left.
  Snap nearest(Point p) const {
    Snap best;
    double best_m = max_snap_m;
    const int c0 = static_cast<int>(std::floor((p.x - box.min_x) / cell_m));
    const int r0 = static_cast<int>(std::floor((p.y - box.min_y) / cell_m));
    for (int ring = 0; (ring - 1) * cell_m <= best_m; ++ring) {
      for (int r = r0 - ring; r <= r0 + ring; ++r) {
        if (r < 0 || r >= rows) continue;
        const int step = std::abs(r - r0) == ring || ring == 0 ? 1 : 2 * ring;
        for (int c = c0 - ring; c <= c0 + ring; c += step) {
          if (c >= 0 && c < columns) look_into(cell(c, r), p, best_m, best);
        }
      }
    }
    return best;
  }
};

Snapper::Snapper(const WalkNetwork& network) : index_(std::make_unique<Index>()) {
  index_->collect(network);
  index_->fill_cells();
}
Snapper::~Snapper() = default;
Snapper::Snapper(Snapper&&) noexcept = default;
Snapper& Snapper::operator=(Snapper&&) noexcept = default;

Snap Snapper::snap(Point place) const {
  if (index_->segments.empty() || !std::isfinite(place.x) || !std::isfinite(place.y)) return {};
  const geo::Box reach = index_->box.grown(max_snap_m);
  return reach.contains(place) ? index_->nearest(place) : Snap{};
}

Snap Snapper::snap(Point place, const std::vector<Point>& entrances) const {
  if (entrances.empty()) return snap(place);
  Snap best;
  for (const Point entrance : entrances) {
    const Snap here = snap(entrance);
    if (here.found() && (!best.found() || here.walk_m < best.walk_m)) best = here;
  }
  return best;
}

std::vector<Snap> Snapper::all_within(Point place, double radius_m) const {
  std::vector<Snap> found;
  const Index& index = *index_;
  if (index.segments.empty() || !index.box.grown(radius_m).contains(place)) return found;
  for (int r = index.row(place.y - radius_m); r <= index.row(place.y + radius_m); ++r) {
    for (int c = index.column(place.x - radius_m); c <= index.column(place.x + radius_m); ++c)
      index.collect_within(index.cell(c, r), place, radius_m, found);
  }
  std::sort(found.begin(), found.end(), [](const Snap& a, const Snap& b) {
    return std::tie(a.edge, a.walk_m, a.along_m) < std::tie(b.edge, b.walk_m, b.along_m);
  });
  const auto same_edge = [](const Snap& a, const Snap& b) { return a.edge == b.edge; };
  found.erase(std::unique(found.begin(), found.end(), same_edge), found.end());
  return found;
}

}  // namespace nahraum::analysis
