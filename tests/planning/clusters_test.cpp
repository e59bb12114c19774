#include "planning/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;
using nahraum::base::Metres;

namespace {

using Points = std::vector<ClusterPoint>;

bool is_near(const ClusterPoint& a, const ClusterPoint& b, double radius) {
  const double dx = a.at.x - b.at.x, dy = a.at.y - b.at.y;
  return dx * dx + dy * dy <= radius * radius;
}

bool is_core(const Points& points, std::size_t i, const ClusterParameters& parameters) {
  const auto near = std::count_if(points.begin(), points.end(), [&](const ClusterPoint& other) {
    return is_near(points[i], other, parameters.radius.value);
  });
  return static_cast<std::size_t>(near) >= parameters.least_points;
}

/// The lowest id of the core points that are density-reachable from each core point; "" elsewhere.
std::vector<std::string> brute_force(const Points& points, const ClusterParameters& parameters) {
  std::vector<std::string> label(points.size());
  std::vector<bool> core(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    core[i] = is_core(points, i, parameters);
    if (core[i]) label[i] = points[i].id;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      for (std::size_t k = 0; k < points.size(); ++k) {
        if (!core[i] || !core[k] || !is_near(points[i], points[k], parameters.radius.value))
          continue;
        if (label[k] < label[i]) {
          label[i] = label[k];
          changed = true;
        }
      }
    }
  }
  auto all = label;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (core[i]) continue;
    std::tuple<double, std::string, std::string> best{parameters.radius.value, "~", ""};
    for (std::size_t k = 0; k < points.size(); ++k) {
      if (!core[k] || !is_near(points[i], points[k], parameters.radius.value)) continue;
      best = std::min(best,
                      {nahraum::geo::distance(points[i].at, points[k].at), points[k].id, label[k]});
    }
    all[i] = std::get<2>(best);
  }
  return all;
}

/// Per point the lowest core id of its cluster, as brute_force names it.
std::vector<std::string> labels(const Points& points, const PointClusters& found) {
  std::vector<std::string> label(points.size());
  for (const auto& members : found.members) {
    const auto first =
        std::find_if(members.begin(), members.end(), [&](auto i) { return found.core[i]; });
    for (const auto i : members)
      label[i] = points[*first].id;
  }
  return label;
}

Points some_points() {
  const auto places = *rc::gen::container<std::vector<std::pair<int, int>>>(
      *rc::gen::inRange(0, 60),
      rc::gen::pair(rc::gen::inRange(-300, 300), rc::gen::inRange(0, 200)));
  Points points;
  for (std::size_t i = 0; i < places.size(); ++i)
    points.push_back(
        {fmt::format("p{:03}", (i * 37) % 997), {places[i].first * 1.0, places[i].second * 1.0}});
  return points;
}

}  // namespace

TEST_CASE("pins that mean the same spot are a cluster, a lonely one is not") {
  const Points points{
      {"e", {500, 0}}, {"a", {0, 0}}, {"b", {40, 10}}, {"c", {80, 0}}, {"d", {139, 0}}};
  const auto found = clusters(points);
  REQUIRE(found.members.size() == 1);
  CHECK(found.members[0] == std::vector<std::size_t>{1, 2, 3, 4});
  CHECK_FALSE(found.cluster_of[0]);
  CHECK(found.core == std::vector<bool>{false, false, true, true, false});
}

TEST_CASE("a border point between two clusters goes to the nearer one, then to the lower id") {
  // Two vertical rows of four; x between them reaches one point of each.
  Points points;
  for (int k = 0; k < 4; ++k) {
    points.push_back({fmt::format("r{}", k), {100, 20.0 * k}});
    points.push_back({fmt::format("l{}", k), {0, -20.0 * k}});
  }
  points.push_back({"x", {50, 0}});
  const ClusterParameters parameters{Metres(50), 4};
  auto found = clusters(points, parameters);
  REQUIRE(found.members.size() == 2);
  CHECK(found.cluster_of[8] == found.cluster_of[1]);  // at equal distance l0 before r0
  points[8].at.x = 51;
  found = clusters(points, parameters);
  CHECK(found.cluster_of[8] == found.cluster_of[0]);
}

TEST_CASE("clusters are those of a search through all pairs") {
  const bool held = rc::check([] {
    const auto points = some_points();
    const ClusterParameters parameters{Metres(*rc::gen::inRange(5, 90)),
                                       *rc::gen::inRange<std::size_t>(1, 6)};
    const auto found = clusters(points, parameters);
    RC_ASSERT(labels(points, found) == brute_force(points, parameters));
    std::size_t count = 0;
    for (std::size_t c = 0; c < found.members.size(); ++c) {
      count += found.members[c].size();
      for (const auto i : found.members[c])
        RC_ASSERT(found.cluster_of[i] == c);
    }
    const auto alone = std::count(found.cluster_of.begin(), found.cluster_of.end(), std::nullopt);
    RC_ASSERT(count + static_cast<std::size_t>(alone) == points.size());
  });
  CHECK(held);
}

TEST_CASE("the order of the points changes nothing") {
  const bool held = rc::check([] {
    const auto points = some_points();
    auto turned = points;
    std::reverse(turned.begin(), turned.end());
    auto a = labels(points, clusters(points)), b = labels(turned, clusters(turned));
    std::reverse(b.begin(), b.end());
    RC_ASSERT(a == b);
  });
  CHECK(held);
}

TEST_CASE("places that are none are listed, and far ones do no harm") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const double far = std::numeric_limits<double>::max();
  const Points points{{"a", {none, 0}}, {"b", {far, -far}}, {"c", {-far, far}},  {"d", {1, 1}},
                      {"e", {2, 1}},    {"f", {1, 3}},      {"g", {0, INFINITY}}};
  const auto found = clusters(points);
  CHECK(found.without_place == std::vector<std::size_t>{0, 6});
  CHECK_FALSE(found.cluster_of[1]);
  REQUIRE(found.members.size() == 1);
  CHECK(found.members[0] == std::vector<std::size_t>{3, 4, 5});
  CHECK(clusters({}).members.empty());
}
