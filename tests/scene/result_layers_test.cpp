#include "scene/result_layers.hpp"

#include <catch2/catch.hpp>

#include "geo/overlay.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

const analysis::Limit ten_minutes{analysis::Limit::Kind::seconds, 600};

std::vector<Band> two_bands() {
  return {{{analysis::Limit::Kind::seconds, 300}, tests::block(180, 120, 100, 80)},
          {ten_minutes, tests::block(40, 60, 300, 220)}};
}

}  // namespace

TEST_CASE("gap homes are hatched on their outline; homes outside the district are not") {
  const auto town = tests::small_town();
  const auto layers = gap_layers(town, tests::small_reach(), ten_minutes, light_style());
  REQUIRE(layers[1]->name == "gaps");
  REQUIRE(layers[1]->items.size() == 1);
  const auto& gaps = std::get<Fill>(layers[1]->items.front());
  CHECK(gaps.hatch);
  CHECK(gaps.shape == town.buildings[2].outline);
}

TEST_CASE("what cannot be assessed is dotted grey and no gap") {
  const auto town = tests::small_town();
  auto reach = tests::small_reach();
  reach[2].status = analysis::Status::no_street;
  reach[2].cost = base::unreachable;
  const auto layers = gap_layers(town, reach, ten_minutes, light_style());
  CHECK(layers[1]->items.empty());
  REQUIRE(layers[0]->items.size() == 1);
  CHECK(std::get<Fill>(layers[0]->items.front()).hatch->pattern == Pattern::dots);
}

TEST_CASE("bands share the ground: none is painted twice") {
  const auto bands = two_bands();
  const auto layers = catchment_layers(bands, light_style());
  const auto& fields = layers[0]->items;
  REQUIRE(fields.size() == 2);
  const auto& far = std::get<Fill>(fields[0]).shape;
  const auto& near = std::get<Fill>(fields[1]).shape;
  CHECK(geo::area(far) == Approx(300 * 220 - 100 * 80));
  CHECK(geo::area(near) == Approx(100 * 80));
  const auto both = geo::intersection(far, near);
  REQUIRE(both);
  CHECK(geo::area(*both) == Approx(0).margin(1e-6));
}

TEST_CASE("results as text") {
  std::string text;
  for (const auto& layer : catchment_layers(two_bands(), light_style()))
    text += to_text(*layer);
  for (const auto& layer :
       gap_layers(tests::small_town(), tests::small_reach(), ten_minutes, light_style())) {
    text += to_text(*layer);
  }
  tests::check_golden("result_layers.txt", text);
}
