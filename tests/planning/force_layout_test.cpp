#include "planning/force_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;
using nahraum::geo::Point;

namespace {

struct World {
  std::vector<LayoutNode> nodes;
  std::vector<LayoutTie> ties;
};

World some_world(int least, int most) {
  World world;
  const int n = *rc::gen::inRange(least, most);
  for (int i = 0; i < n; ++i)
    world.nodes.push_back({fmt::format("n{}", (i * 5) % 31), std::nullopt});
  for (std::size_t a = 0; a < world.nodes.size(); ++a) {
    for (std::size_t b = a + 1; b < world.nodes.size(); ++b) {
      if (*rc::gen::inRange(0, 4) == 0) world.ties.push_back({a, b, *rc::gen::inRange(1, 4)});
    }
  }
  return world;
}

World two_groups() {
  World world;
  for (std::size_t i = 0; i < 11; ++i)
    world.nodes.push_back({fmt::format("n{:02}", (i * 4) % 11), std::nullopt});
  for (std::size_t a = 0; a < 11; ++a) {
    for (std::size_t b = a + 1; b < 11; ++b) {
      if ((a < 5) == (b < 5)) world.ties.push_back({a, b, 1});
    }
  }
  world.ties.push_back({4, 5, 1});
  return world;
}

void keep(World& world, const std::vector<Point>& at) {
  for (std::size_t i = 0; i < at.size(); ++i)
    world.nodes[i].kept = at[i];
}

double farthest(const std::vector<Point>& a, const std::vector<Point>& b) {
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    most = std::max(most, nahraum::geo::distance(a[i], b[i]));
  return most;
}

bool in_disc(const std::vector<Point>& at) {
  return std::all_of(at.begin(), at.end(),
                     [](Point p) { return std::hypot(p.x, p.y) <= 1 + 1e-9; });
}

}  // namespace

TEST_CASE("those with ties stand together, and no two on one spot") {
  const auto world = two_groups();
  const auto at = force_layout(world.nodes, world.ties);
  double inner = 0, outer = 0, nearest = 2;
  for (std::size_t a = 0; a < 11; ++a) {
    for (std::size_t b = a + 1; b < 11; ++b) {
      const double far = nahraum::geo::distance(at[a], at[b]);
      nearest = std::min(nearest, far);
      ((a < 5) == (b < 5) ? inner : outer) += far / ((a < 5) == (b < 5) ? 25 : 30);
    }
  }
  CHECK(nearest > 0.08);
  CHECK(outer > 1.8 * inner);
}

TEST_CASE("one tie more or less moves nobody far") {
  const bool held = rc::check([] {
    auto world = some_world(2, 25);
    const auto before = force_layout(world.nodes, world.ties);
    keep(world, before);
    if (!world.ties.empty() && *rc::gen::arbitrary<bool>()) {
      world.ties.erase(world.ties.begin() + *rc::gen::inRange<std::ptrdiff_t>(
                                                0, static_cast<std::ptrdiff_t>(world.ties.size())));
    } else {
      world.ties.push_back({0, world.nodes.size() - 1, 3});
    }
    const auto after = force_layout(world.nodes, world.ties);
    RC_ASSERT(farthest(before, after) <= 0.08 + 1e-9);
  });
  CHECK(held);
}

TEST_CASE("a drawing that is laid out again without a change comes to rest") {
  auto world = two_groups();
  auto at = force_layout(world.nodes, world.ties);
  for (int round = 0; round < 20; ++round) {
    keep(world, at);
    at = force_layout(world.nodes, world.ties);
  }
  keep(world, at);
  CHECK(farthest(at, force_layout(world.nodes, world.ties)) < 0.005);
}

TEST_CASE("a new actor starts at those it knows and moves the others little") {
  auto world = two_groups();
  const auto before = force_layout(world.nodes, world.ties);
  keep(world, before);
  world.nodes.push_back({"new", std::nullopt});
  world.ties.push_back({11, 7, 2});
  world.ties.push_back({11, 8, 2});
  auto after = force_layout(world.nodes, world.ties);
  const Point fresh = after.back();
  after.pop_back();
  CHECK(farthest(before, after) <= 0.08 + 1e-9);
  CHECK(nahraum::geo::distance(fresh, after[7]) < nahraum::geo::distance(fresh, after[0]));
}

TEST_CASE("every start gives places in the disc, the same ones each time") {
  const double odd[] = {0,     1e-300, 0.3,      -2,
                        1e308, -1e308, INFINITY, std::numeric_limits<double>::quiet_NaN()};
  const bool held = rc::check([&] {
    auto world = some_world(0, 12);
    for (auto& node : world.nodes) {
      if (*rc::gen::arbitrary<bool>()) continue;
      node.kept = Point{odd[*rc::gen::inRange(0, 8)], odd[*rc::gen::inRange(0, 8)]};
    }
    if (!world.nodes.empty()) world.ties.push_back({0, 0, 99});
    const auto at = force_layout(world.nodes, world.ties);
    RC_ASSERT(at.size() == world.nodes.size());
    RC_ASSERT(in_disc(at));
    std::reverse(world.ties.begin(), world.ties.end());
    RC_ASSERT(at == force_layout(world.nodes, world.ties));
  });
  CHECK(held);
}

TEST_CASE("nodes on one spot come apart, and those without ties stay on the drawing") {
  std::vector<LayoutNode> nodes(6, {"same", Point{0.2, 0.1}});
  const auto at = force_layout(nodes, {{0, 1, 1}});
  CHECK(in_disc(at));
  for (std::size_t a = 0; a < at.size(); ++a) {
    for (std::size_t b = a + 1; b < at.size(); ++b)
      CHECK(nahraum::geo::distance(at[a], at[b]) > 0.01);
  }
}

TEST_CASE("rings show strength as nearness and the sector as direction") {
  const auto layout = ring_layout(
      {{"shop", 1, 1}, {"town", 3, 0}, {"church", 2, 2}, {"aid", 0, 1}, {"club", 7, 2}});
  const double expected[] = {0.8, 0.3, 0.55, 1.0, 0.3};
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(std::hypot(layout.at[i].x, layout.at[i].y) == Approx(expected[i]));
  REQUIRE(layout.sectors.size() == 3);
  CHECK(layout.sectors[1].from == Approx(2 * M_PI / 5));
  CHECK(layout.sectors[1].to == Approx(2 * M_PI * 3 / 5));
  CHECK(layout.at[1].x > 0);  // the first sector begins at the top, clockwise
  CHECK(layout.at[1].y < 0);
  CHECK(layout.at[4].x < 0);
  CHECK(ring_layout({}).at.empty());
}

TEST_CASE("no two actors share a place on the rings") {
  const bool held = rc::check([] {
    std::vector<RingNode> nodes;
    const int n = *rc::gen::inRange(0, 40);
    for (int i = 0; i < n; ++i)
      nodes.push_back({fmt::format("{}", i % 7), *rc::gen::inRange(-1, 5),
                       *rc::gen::inRange<std::size_t>(0, 5)});
    const auto layout = ring_layout(nodes);
    std::set<std::pair<double, double>> places;
    for (const auto& p : layout.at)
      places.emplace(p.x, p.y);
    RC_ASSERT(places.size() == nodes.size());
    double angle = 0;
    for (const auto& sector : layout.sectors) {
      RC_ASSERT(std::abs(sector.from - angle) < 1e-9);
      angle = sector.to;
    }
  });
  CHECK(held);
}
