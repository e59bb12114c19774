#include "scene/clusters.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace nahraum;
using scene::clusters;

TEST_CASE("every place is told once, and no two clusters are too near") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> x(-400, 700), y(20, 480);
  std::vector<geo::Point> places;
  for (int i = 0; i < 700; ++i)
    places.push_back({x(random), y(random)});
  const auto made = clusters(places, 31);
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < made.size(); ++i) {
    CHECK(made[i].at == places[made[i].members.front()]);
    for (const auto member : made[i].members) {
      told.push_back(member);
      CHECK(geo::distance(places[member], made[i].at) < 31);
    }
    for (std::size_t k = 0; k < i; ++k)
      CHECK(geo::distance(made[i].at, made[k].at) >= 31);
  }
  std::sort(told.begin(), told.end());
  REQUIRE(told.size() == places.size());
  CHECK(std::adjacent_find(told.begin(), told.end()) == told.end());
}

TEST_CASE("who comes first stays, and the next joins the nearest") {
  const auto made = clusters({{0, 0}, {15, 0}, {6, 0}, {9, 0}}, 10);
  REQUIRE(made.size() == 2);
  CHECK(made[0].members == std::vector<std::size_t>{0, 2});
  CHECK(made[1].members == std::vector<std::size_t>{1, 3});
}

TEST_CASE("who lies on a place kept free is counted nearby, or left out far from all") {
  const auto made = clusters({{100, 0}, {119, 0}, {300, 0}}, 10, {{121, 0}, {302, 1}}, 5);
  REQUIRE(made.size() == 1);
  CHECK(made[0].members == std::vector<std::size_t>{0, 1});
}
