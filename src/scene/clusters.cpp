#include "scene/clusters.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace nahraum::scene {
namespace {

/// Points in square cells: the nearest one within a cell's size.
class Nearby {
 public:
  explicit Nearby(double reach_m) : reach_m_(reach_m) {}
  void add(geo::Point at, std::size_t index) { cells_[key(at, 0, 0)].push_back({at, index}); }
  /// Nearer than the reach; of two equally near the first one added.
  std::optional<std::size_t> nearest(geo::Point at) const {
    std::optional<std::size_t> best;
    double best_m = reach_m_;
    visit(at, [&](const Entry& entry) {
      const double away = geo::distance(entry.at, at);
      const bool first = away == best_m && best && entry.index < *best;
      if (away < best_m || first) best = entry.index, best_m = away;
      return false;
    });
    return best;
  }
  /// Whether one is nearer than the reach. Stops at the first: where very many lie close together
  /// the nearest would take long.
  bool any(geo::Point at) const {
    return visit(at, [&](const Entry& entry) { return geo::distance(entry.at, at) < reach_m_; });
  }

 private:
  struct Entry {
    geo::Point at;
    std::size_t index;
  };
  /// All that may be near, until `enough` says so.
  template <class Enough>
  bool visit(geo::Point at, const Enough& enough) const {
    for (long row = -1; row <= 1; ++row) {
      for (long column = -1; column <= 1; ++column) {
        const auto found = cells_.find(key(at, column, row));
        if (found == cells_.end()) continue;
        for (const auto& entry : found->second) {
          if (enough(entry)) return true;
        }
      }
    }
    return false;
  }
  std::uint64_t key(geo::Point at, long column, long row) const {
    const auto cell = [&](double v, long by) {
      return static_cast<std::uint32_t>(static_cast<long>(std::floor(v / reach_m_)) + by);
    };
    return static_cast<std::uint64_t>(cell(at.x, column)) << 32 | cell(at.y, row);
  }
  double reach_m_;
  std::unordered_map<std::uint64_t, std::vector<Entry>> cells_;
};

}  // namespace

std::vector<Cluster> clusters(const std::vector<geo::Point>& places, double distance_m,
                              const std::vector<geo::Point>& clear, double clear_m) {
  Nearby kept_free(std::max(clear_m, 1e-6)), near(distance_m), wide(2 * distance_m);
  for (std::size_t i = 0; i < clear.size(); ++i)
    kept_free.add(clear[i], i);
  std::vector<Cluster> made;
  std::vector<std::size_t> refused;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (const auto joined = near.nearest(places[i])) {
      made[*joined].members.push_back(i);
    } else if (kept_free.any(places[i])) {
      refused.push_back(i);
    } else {
      near.add(places[i], made.size());
      wide.add(places[i], made.size());
      made.push_back({places[i], {i}});
    }
  }
  for (const auto i : refused) {
    if (const auto joined = wide.nearest(places[i])) made[*joined].members.push_back(i);
  }
  return made;
}

}  // namespace nahraum::scene
