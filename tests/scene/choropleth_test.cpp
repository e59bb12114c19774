#include "scene/choropleth.hpp"

#include <algorithm>
#include <limits>
#include <random>

#include <catch2/catch.hpp>

#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

/// Squared differences from the classes' means.
double spread(const std::vector<double>& values, const std::vector<double>& upper) {
  double sum = 0, low = -std::numeric_limits<double>::infinity();
  for (const double high : upper) {
    std::vector<double> members;
    std::copy_if(values.begin(), values.end(), std::back_inserter(members),
                 [&](double v) { return v > low && v <= high; });
    double mean = 0;
    for (const double v : members)
      mean += v / static_cast<double>(members.size());
    for (const double v : members)
      sum += (v - mean) * (v - mean);
    low = high;
  }
  return sum;
}

/// The least spread that any choice of upper bounds has, by trying all of them.
double least_spread(const std::vector<double>& values, std::size_t count) {
  std::vector<double> bounds = values;
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  std::vector<bool> chosen(bounds.size() - 1, false);
  std::fill(chosen.end() - static_cast<std::ptrdiff_t>(count - 1), chosen.end(), true);
  double least = std::numeric_limits<double>::infinity();
  do {
    std::vector<double> upper;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i]) upper.push_back(bounds[i]);
    }
    upper.push_back(bounds.back());
    least = std::min(least, spread(values, upper));
  } while (std::next_permutation(chosen.begin(), chosen.end()));
  return least;
}

AreaFigure area(double x, std::optional<double> rate, std::optional<double> count) {
  return {tests::block(x, 20, 70, 90), rate, false, count};
}

}  // namespace

TEST_CASE("natural classes are the best of all divisions") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> value(-4, 31);
  for (int round = 0; round < 60; ++round) {
    std::vector<double> values;
    for (int i = 0; i < 6 + round % 7; ++i)
      values.push_back(round % 3 == 0 ? std::round(value(random)) : value(random));  // and ties
    std::sort(values.begin(), values.end());
    const auto classes = natural_classes(values, 4);
    REQUIRE(classes.upper.size() >= 2);
    CHECK(std::is_sorted(classes.upper.begin(), classes.upper.end()));
    CHECK(classes.upper.back() == values.back());
    CHECK(spread(values, classes.upper) ==
          Approx(least_spread(values, classes.upper.size())).margin(1e-9));
  }
}

TEST_CASE("fewer values than classes make a class each, and none make none") {
  CHECK(natural_classes({7, 2, 7, 2}, 5).upper == std::vector<double>{2, 7});
  CHECK(natural_classes({}, 5).upper.empty());
  CHECK(natural_classes({3.5}, 5).least == 3.5);
}

TEST_CASE("a value belongs to the class whose upper bound it is at most") {
  const Classes classes{1, {4, 9, 30}};
  CHECK(class_of(classes, 1) == 0);
  CHECK(class_of(classes, 4) == 0);
  CHECK(class_of(classes, 4.1) == 1);
  CHECK(class_of(classes, 30) == 2);
}

TEST_CASE("what has no figure is hatched, and a lower bound is dotted over its class") {
  auto doubtful = area(200, 12.5, 80);
  doubtful.at_least = true;
  const std::vector<AreaFigure> areas{area(0, 4, 20), doubtful, area(400, std::nullopt, 5)};
  const auto style = light_style();
  const auto layers = choropleth_layers(areas, natural_classes({4, 12.5}), style);
  const auto& items = layers[0]->items;
  REQUIRE(items.size() == 4);
  CHECK_FALSE(std::get<Fill>(items[0]).hatch);
  CHECK_FALSE(std::get<Fill>(items[1]).hatch);
  CHECK(std::get<Fill>(items[2]).hatch->pattern == Pattern::dots);
  CHECK(std::get<Fill>(items[2]).shape == doubtful.outline);
  CHECK(std::get<Fill>(items[3]).hatch->pattern == Pattern::lines);
}

TEST_CASE("circles are as large in area as their counts, the largest lies below") {
  CHECK(circle_mm(400, 400) == largest_circle_mm);
  const double ratio = circle_mm(100, 400) / largest_circle_mm;
  CHECK(ratio * ratio == Approx(0.25));
  const auto layer = count_circles(
      {area(0, 1.0, 25), area(200, 2.0, 400), area(400, 3.0, std::nullopt)}, light_style());
  REQUIRE(layer->items.size() == 2);
  const auto& large = std::get<Symbol>(layer->items[0]);
  CHECK(large.sign == "400");
  const auto& small = std::get<Symbol>(layer->items[1]);
  CHECK(small.size_mm == Approx(largest_circle_mm / 4));
  CHECK(small.sign.empty());  // no room for it
  CHECK(geo::contains(tests::block(0, 20, 70, 90), small.at));
}
