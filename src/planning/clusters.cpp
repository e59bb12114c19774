#include "planning/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/check.hpp"

namespace nahraum::planning {
namespace {

using Indices = std::vector<std::size_t>;

/// Points in square cells, a little wider than the radius: near points lie in adjacent cells.
class Grid {
 public:
  Grid(const std::vector<ClusterPoint>& points, const Indices& placed, double radius)
      : points_(points), radius_(radius) {
    for (const auto i : placed)
      box_.add(points[i].at);
    for (const auto i : placed)
      cells_[key(column(points[i].at), row(points[i].at))].push_back(i);
  }

  /// Calls `visit(point, squared distance)` for each point within the radius of `i`, `i` too.
  template <class Visit>
  void near(std::size_t i, Visit visit) const {
    const auto at = points_[i].at;
    for (auto x = column(at) - 1; x <= column(at) + 1; ++x) {
      for (auto y = row(at) - 1; y <= row(at) + 1; ++y) {
        const auto cell = cells_.find(key(x, y));
        if (cell == cells_.end()) continue;
        for (const auto other : cell->second)
          visit_if_near(at, other, visit);
      }
    }
  }

 private:
  template <class Visit>
  void visit_if_near(geo::Point at, std::size_t other, Visit& visit) const {
    const double dx = points_[other].at.x - at.x, dy = points_[other].at.y - at.y;
    const double squared = dx * dx + dy * dy;
    if (squared <= radius_ * radius_) visit(other, squared);
  }
  // Beyond a thousand million cells all share the last one: slower there, and still right.
  std::int64_t cell(double from_edge) const {
    return static_cast<std::int64_t>(std::min(from_edge / (radius_ * (1 + 1e-6)), 1e9));
  }
  std::int64_t column(geo::Point p) const { return cell(p.x - box_.min_x); }
  std::int64_t row(geo::Point p) const { return cell(p.y - box_.min_y); }
  static std::int64_t key(std::int64_t column, std::int64_t row) {
    return (column + 1) * (std::int64_t{1} << 31) + row + 1;
  }

  const std::vector<ClusterPoint>& points_;
  double radius_;
  geo::Box box_;
  std::unordered_map<std::int64_t, Indices> cells_;
};

/// Union by the lower rank, with halved paths.
class Union {
 public:
  explicit Union(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  Indices parent_;
};

/// Indices of the points that have a place, by id.
Indices by_id(const std::vector<ClusterPoint>& points, Indices& without_place) {
  Indices placed;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool finite = std::isfinite(points[i].at.x) && std::isfinite(points[i].at.y);
    (finite ? placed : without_place).push_back(i);
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [&](std::size_t a, std::size_t b) { return points[a].id < points[b].id; });
  return placed;
}

/// Per point its nearest core point, itself where it is one.
std::vector<std::optional<std::size_t>> nearest_cores(const Grid& grid, const Indices& order,
                                                      const Indices& rank,
                                                      const std::vector<bool>& core) {
  std::vector<std::optional<std::size_t>> nearest(core.size());
  for (const auto i : order) {
    double least = 0;
    grid.near(i, [&](std::size_t other, double squared) {
      if (!core[other] || (core[i] && other != i)) return;
      const bool closer =
          !nearest[i] || squared < least || (squared == least && rank[other] < rank[*nearest[i]]);
      if (!closer) return;
      nearest[i] = other;
      least = squared;
    });
  }
  return nearest;
}

void number(PointClusters& result, const Indices& order, const Indices& rank,
            const std::vector<std::optional<std::size_t>>& nearest, Union& cores) {
  std::map<std::size_t, std::size_t> cluster_of_root;  // by the rank of the first core point
  for (const auto i : order) {
    if (result.core[i]) cluster_of_root.try_emplace(cores.root(rank[i]), 0);
  }
  std::size_t count = 0;
  for (auto& [root, cluster] : cluster_of_root)
    cluster = count++;
  result.members.resize(count);
  for (const auto i : order) {
    if (!nearest[i]) continue;
    const auto cluster = cluster_of_root.at(cores.root(rank[*nearest[i]]));
    result.cluster_of[i] = cluster;
    result.members[cluster].push_back(i);
  }
}

}  // namespace

PointClusters clusters(const std::vector<ClusterPoint>& points,
                       const ClusterParameters& parameters) {
  const double radius = parameters.radius.value;
  NAHRAUM_CHECK(radius > 0 && std::isfinite(radius) && parameters.least_points >= 1);
  PointClusters result;
  result.cluster_of.resize(points.size());
  result.core.resize(points.size());
  const auto order = by_id(points, result.without_place);
  Indices rank(points.size());
  for (std::size_t k = 0; k < order.size(); ++k)
    rank[order[k]] = k;
  const Grid grid(points, order, radius);
  for (const auto i : order) {
    std::size_t count = 0;
    grid.near(i, [&](std::size_t, double) { ++count; });
    result.core[i] = count >= parameters.least_points;
  }
  Union cores(order.size());
  for (const auto i : order) {
    if (!result.core[i]) continue;
    grid.near(i, [&](std::size_t other, double) {
      if (result.core[other]) cores.join(rank[i], rank[other]);
    });
  }
  number(result, order, rank, nearest_cores(grid, order, rank, result.core), cores);
  return result;
}

}  // namespace nahraum::planning
