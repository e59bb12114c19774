#include "planning/force_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

#include "base/check.hpp"

namespace nahraum::planning {
namespace {

using geo::Point;
using Points = std::vector<Point>;

constexpr double golden_angle = 2.399963229728653;
constexpr double least_distance = 1e-4;
constexpr double new_step = 0.1, kept_step = 0.02;  // the longest of the first round

double length(Point p) {
  return std::hypot(p.x, p.y);
}
Point scaled(Point p, double by) {
  return {p.x * by, p.y * by};
}
Point sum(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
Point between(Point from, Point to) {
  return {to.x - from.x, to.y - from.y};
}
Point at_angle(double radius, double angle) {
  return {radius * std::cos(angle), radius * std::sin(angle)};
}
/// The nearest place within `radius` of `centre`.
Point within(Point p, Point centre, double radius) {
  const Point off = between(centre, p);
  const double far = length(off);
  return far <= radius ? p : sum(centre, scaled(off, radius / far));
}

bool is_kept(const LayoutNode& node) {
  return node.kept && std::isfinite(node.kept->x) && std::isfinite(node.kept->y);
}

/// The nearest place of the unit disc.
Point in_disc(Point p) {
  const double most = std::max(std::abs(p.x), std::abs(p.y));
  if (most > 1) p = scaled(p, 1 / most);  // the square of the largest numbers is not finite
  const double far = length(p);
  return far <= 1 ? p : scaled(p, 1 / far);
}

std::vector<std::size_t> new_by_id(const std::vector<LayoutNode>& nodes) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_kept(nodes[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return nodes[a].id < nodes[b].id; });
  return order;
}

/// The middle of the kept neighbours.
std::optional<Point> middle_of_kept(std::size_t i, const std::vector<LayoutNode>& nodes,
                                    const std::vector<LayoutTie>& ties, const Points& at) {
  Point middle;
  int neighbours = 0;
  for (const auto& tie : ties) {
    const auto other = tie.a == i ? tie.b : tie.a;
    if ((tie.a != i && tie.b != i) || !is_kept(nodes[other])) continue;
    middle = sum(middle, at[other]);
    ++neighbours;
  }
  if (neighbours == 0) return std::nullopt;
  return scaled(middle, 1.0 / neighbours);
}

/// Beside the middle of their kept neighbours; without any, on a spiral of even density, by id.
void place_new(const std::vector<LayoutNode>& nodes, const std::vector<LayoutTie>& ties,
               Points& at) {
  const auto order = new_by_id(nodes);
  const auto count = static_cast<double>(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double turn = golden_angle * static_cast<double>(k + 1);
    const double outwards = 0.9 * std::sqrt((static_cast<double>(k) + 0.5) / count);
    const auto middle = middle_of_kept(order[k], nodes, ties, at);
    at[order[k]] = middle ? in_disc(sum(*middle, at_angle(0.1, turn))) : at_angle(outwards, turn);
  }
}

/// From a to b; for nodes on one spot a direction that only this pair has.
Point apart(const Points& at, std::size_t a, std::size_t b) {
  const Point off = between(at[a], at[b]);
  if (length(off) >= least_distance) return off;
  return at_angle(least_distance, golden_angle * static_cast<double>(a * at.size() + b + 1));
}

void push(const Points& at, double ideal, Points& force) {
  for (std::size_t a = 0; a < at.size(); ++a) {
    for (std::size_t b = a + 1; b < at.size(); ++b) {
      const Point off = apart(at, a, b);
      const double far = length(off);
      const Point push = scaled(off, ideal * ideal / (far * far));
      force[a] = sum(force[a], scaled(push, -1));
      force[b] = sum(force[b], push);
    }
  }
}

void pull(const Points& at, const std::vector<LayoutTie>& ties, double ideal, Points& force) {
  for (const auto& tie : ties) {
    if (tie.a == tie.b) continue;
    const Point off = apart(at, tie.a, tie.b);
    const Point pull = scaled(off, tie.strength * length(off) / ideal);
    force[tie.a] = sum(force[tie.a], pull);
    force[tie.b] = sum(force[tie.b], scaled(pull, -1));
  }
  for (std::size_t i = 0; i < at.size(); ++i)  // what has no ties does not drift away
    force[i] = sum(force[i], scaled(at[i], -ideal));
}

Points forces(const Points& at, const std::vector<LayoutTie>& ties, double ideal) {
  Points force(at.size());
  push(at, ideal, force);
  pull(at, ties, ideal, force);
  return force;
}

/// In the disc, and a kept node in reach of its place: that is in the disc, so the way back into
/// the disc leads no farther from it.
Point held(Point p, const std::optional<Point>& kept, double reach) {
  p = in_disc(p);
  return kept ? in_disc(within(p, *kept, reach)) : p;
}

/// So that sums of forces do not hang on the order in which ties are given.
void set_in_order(std::vector<LayoutTie>& ties, std::size_t nodes) {
  for (auto& tie : ties) {
    NAHRAUM_CHECK(tie.a < nodes && tie.b < nodes);
    tie = {std::min(tie.a, tie.b), std::max(tie.a, tie.b), std::clamp(tie.strength, 1, 3)};
  }
  std::sort(ties.begin(), ties.end(), [](const LayoutTie& a, const LayoutTie& b) {
    return std::tie(a.a, a.b, a.strength) < std::tie(b.a, b.b, b.strength);
  });
}

}  // namespace

std::vector<Point> force_layout(const std::vector<LayoutNode>& nodes, std::vector<LayoutTie> ties,
                                const ForceParameters& parameters) {
  set_in_order(ties, nodes.size());
  const auto n = nodes.size();
  Points at(n);
  std::vector<std::optional<Point>> kept(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (is_kept(nodes[i])) kept[i] = at[i] = in_disc(*nodes[i].kept);
  }
  place_new(nodes, ties, at);
  const double ideal = std::sqrt(std::numbers::pi / static_cast<double>(n + 1)) * 0.6;
  for (int step = 0; step < parameters.iterations; ++step) {
    const auto force = forces(at, ties, ideal);
    const double warmth = 1 - static_cast<double>(step) / parameters.iterations;
    for (std::size_t i = 0; i < n; ++i) {
      const double longest = warmth * (kept[i] ? kept_step : new_step);
      at[i] = held(sum(at[i], within(force[i], {}, longest)), kept[i], parameters.furthest_kept);
    }
  }
  return at;
}

RingLayout ring_layout(const std::vector<RingNode>& nodes) {
  std::vector<std::size_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(nodes[a].sector, nodes[a].id) < std::tie(nodes[b].sector, nodes[b].id);
  });
  RingLayout layout;
  layout.at.resize(nodes.size());
  const double slot =
      2 * std::numbers::pi / static_cast<double>(std::max<std::size_t>(1, nodes.size()));
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto& node = nodes[order[k]];
    const auto ring = static_cast<std::size_t>(3 - std::clamp(node.strength, 0, 3));
    const double angle = slot * (static_cast<double>(k) + 0.5);
    layout.at[order[k]] = at_angle(ring_radii[ring], angle - std::numbers::pi / 2);
    const double from = slot * static_cast<double>(k);
    if (layout.sectors.empty() || layout.sectors.back().sector != node.sector)
      layout.sectors.push_back({node.sector, from, from});
    layout.sectors.back().to = from + slot;
  }
  return layout;
}

}  // namespace nahraum::planning
