#include "analysis/basket.hpp"

#include <catch2/catch.hpp>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"

using namespace nahraum;

namespace {

model::ServiceType type(const std::string& id, std::optional<double> target,
                        std::optional<double> limit) {
  model::ServiceType type;
  type.id = id;
  type.target_m = target;
  type.limit_m = limit;
  type.core = true;
  return type;
}

/// Pharmacies within 50 m, at most 100; bakeries within 100 m, without a second distance; day care
/// that the data do not name; home care that comes.
model::Catalogue catalogue() {
  auto catalogue = districts::surfaces_only();
  catalogue.types = {type("G04", 50, 100), type("N03", 100, {}), type("P02", 100, 300),
                     type("P01", 100, 300)};
  catalogue.types[3].comes_to_you = true;
  return catalogue;
}

}  // namespace

TEST_CASE("a walk serves wholly up to the target and not at all from twice the limit") {
  const auto types = catalogue();
  const analysis::BasketItem item{&types.types[0], 50, 100, 1, 1};
  CHECK(analysis::usefulness(item, 50) == 1);
  CHECK(analysis::usefulness(item, 125) == Approx(0.5));  // halfway from 50 to 200
  CHECK(analysis::usefulness(item, 200) == 0);
  CHECK(analysis::usefulness(item, 900) == 0);
}

TEST_CASE("the basket index of homes reckoned by hand") {
  // Homes stand 10 m from the street: 10 m + 60 m + 10 m to the pharmacy, 10 + 150 + 10 back west.
  auto world = districts::draw(R"(
    h     S        h  B
    +-----+--------+--+
  )");
  auto& project = world.project;
  project.homes[0].residents = {20, 8, 3};
  project.homes[1].residents = {10, 6, 1};
  const auto types = catalogue();
  model::Rates rates;
  rates.basket_weights = {{"N03", 3}};
  const auto basket = analysis::basket_of(project, types, rates);
  REQUIRE(basket.items.size() == 2);
  REQUIRE(basket.not_in_data.size() == 1);
  CHECK(basket.not_in_data[0]->id == "P02");
  CHECK(basket.items[1].limit_m == 100);
  const auto district = districts::district_of(project, districts::walker());
  jobs::Context context;
  const auto homes = analysis::basket_index(*district, basket, context);
  // First home: pharmacy 80 m → (200 − 80) / 150 = 0.8, bakery 200 m → 0; weights 1 and 3.
  CHECK(homes[0].index == Approx(0.2));
  // Second: pharmacy 110 m → 0.6, bakery 50 m → 1.
  CHECK(homes[1].index == Approx(0.9));
  CHECK(homes[0].assessable);
  analysis::NeedUnit unit;
  unit.homes = {0, 1};
  const auto both = analysis::unit_basket(project, unit, homes);
  CHECK(*both.index == Approx((20 * 0.2 + 10 * 0.9) / 30));
  CHECK(*both.priority == Approx(0.8 * 11 + 0.1 * 7));
}

TEST_CASE("what lies behind the edge of the data is no gap") {
  const auto world = districts::draw(R"(
    h                        S
    X------------------------+
  )");
  const auto types = catalogue();
  const auto basket = analysis::basket_of(world.project, types, {});
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto homes = analysis::basket_index(*district, basket, context);
  CHECK(homes[0].index == 1);  // a pharmacy may stand just behind
  CHECK(homes[0].doubt == Approx(1));
  CHECK_FALSE(homes[0].assessable);
}

TEST_CASE("ranks: equal priorities share one, units without have none") {
  std::vector<analysis::UnitBasket> units(4);
  units[0].priority = 3;
  units[1].priority = 8;
  units[3].priority = 3;
  CHECK(analysis::ranks(units) == std::vector<int>{2, 1, 0, 2});
}
