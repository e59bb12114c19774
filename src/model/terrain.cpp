#include "model/terrain.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::model {
namespace {

/// Sums over all cells south-west of a corner, so that a rectangle costs four look-ups.
class SummedArea {
 public:
  explicit SummedArea(const Terrain& terrain)
      : columns_(static_cast<std::size_t>(terrain.columns) + 1),
        sum_(columns_ * (static_cast<std::size_t>(terrain.rows) + 1), 0),
        count_(sum_.size(), 0) {
    for (int r = 0; r < terrain.rows; ++r) {
      double row_sum = 0, row_count = 0;
      for (int c = 0; c < terrain.columns; ++c) {
        const float h = terrain.at(c, r);
        row_sum += h == Terrain::unknown ? 0 : h;
        row_count += h == Terrain::unknown ? 0 : 1;
        sum_[index(c + 1, r + 1)] = sum_[index(c + 1, r)] + row_sum;
        count_[index(c + 1, r + 1)] = count_[index(c + 1, r)] + row_count;
      }
    }
  }

  /// Mean of the known cells in [c0, c1) × [r0, r1); there is at least one.
  double mean(int c0, int r0, int c1, int r1) const {
    return within(sum_, c0, r0, c1, r1) / within(count_, c0, r0, c1, r1);
  }

 private:
  std::size_t index(int c, int r) const {
    return static_cast<std::size_t>(r) * columns_ + static_cast<std::size_t>(c);
  }
  double within(const std::vector<double>& of, int c0, int r0, int c1, int r1) const {
    return of[index(c1, r1)] - of[index(c0, r1)] - of[index(c1, r0)] + of[index(c0, r0)];
  }

  std::size_t columns_;
  std::vector<double> sum_;
  std::vector<double> count_;
};

}  // namespace

std::optional<double> height(const Terrain& terrain, geo::Point at) {
  if (terrain.columns < 2 || terrain.rows < 2) return std::nullopt;
  const double x = (at.x - terrain.south_west.x) / terrain.cell_m;
  const double y = (at.y - terrain.south_west.y) / terrain.cell_m;
  if (!(x >= 0 && y >= 0 && x <= terrain.columns - 1 && y <= terrain.rows - 1)) return std::nullopt;
  const int c = std::min(static_cast<int>(x), terrain.columns - 2);
  const int r = std::min(static_cast<int>(y), terrain.rows - 2);
  const double u = x - c;
  const double v = y - r;
  double sum = 0;
  for (int corner = 0; corner < 4; ++corner) {
    const int right = corner % 2;
    const int up = corner / 2;
    const double weight = (right ? u : 1 - u) * (up ? v : 1 - v);
    if (weight == 0) continue;
    const float h = terrain.at(c + right, r + up);
    if (h == Terrain::unknown) return std::nullopt;
    sum += weight * h;
  }
  return sum;
}

Terrain smoothed(const Terrain& terrain, double window_m) {
  Terrain result = terrain;
  const int half = static_cast<int>(std::lround(window_m / terrain.cell_m / 2 - 0.5));
  if (half < 1) return result;
  const SummedArea sums(terrain);
  for (int r = 0; r < terrain.rows; ++r) {
    for (int c = 0; c < terrain.columns; ++c) {
      if (terrain.at(c, r) == Terrain::unknown) continue;
      // The window stays square and centred up to the rim: else the rim would lean.
      const int reach = std::min({half, c, r, terrain.columns - 1 - c, terrain.rows - 1 - r});
      const auto i = static_cast<std::size_t>(r) * static_cast<std::size_t>(terrain.columns) +
                     static_cast<std::size_t>(c);
      result.height_m[i] =
          static_cast<float>(sums.mean(c - reach, r - reach, c + reach + 1, r + reach + 1));
    }
  }
  return result;
}

}  // namespace nahraum::model
