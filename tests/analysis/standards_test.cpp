#include "analysis/standards.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;

namespace {

constexpr Limit metres(double m) {
  return {Limit::Kind::metres, m};
}

}  // namespace

TEST_CASE("a standard takes its own limit, then the catalogue's, then its default") {
  model::ServiceType pharmacy;
  pharmacy.id = "G04";
  pharmacy.target_m = 500;
  model::ServiceType bakery;
  bakery.id = "N03";
  model::Standard standard;
  standard.types["G04"] = {700, std::nullopt, {}};
  CHECK(analysis::limit_of(standard, pharmacy) == metres(700));
  CHECK_FALSE(analysis::limit_of(standard, bakery));
  standard.types.clear();
  standard.from_catalogue = model::Standard::Catalogue::target;
  CHECK(analysis::limit_of(standard, pharmacy) == metres(500));
  standard.everywhere = {std::nullopt, 10, {}};
  CHECK(analysis::limit_of(standard, bakery) == Limit{Limit::Kind::seconds, 600});
  standard.from_catalogue = model::Standard::Catalogue::limit;  // the pharmacy states no Max here
  CHECK(analysis::limit_of(standard, pharmacy) == Limit{Limit::Kind::seconds, 600});
}

TEST_CASE("grades: good, sufficient, gap") {
  analysis::HomeReach home;
  home.status = analysis::Status::ok;
  home.cost = base::Millis(600'000);
  for (const auto& [way_m, grade] : {std::pair{500.0f, analysis::Grade::good},
                                     {501.0f, analysis::Grade::sufficient},
                                     {1000.0f, analysis::Grade::sufficient},
                                     {1001.0f, analysis::Grade::gap}}) {
    home.metres = way_m;
    CHECK(analysis::grade_of(home, metres(500), metres(1000)) == grade);
  }
  home.status = analysis::Status::no_street;
  CHECK(analysis::grade_of(home, metres(500), metres(1000)) == analysis::Grade::unknown);
}

TEST_CASE("who falls between two standards is counted once, and nobody is lost") {
  CHECK(rc::check("persons", [](unsigned seed) {
    const auto district = districts::district_of(districts::random_town(seed), districts::walker());
    jobs::Context context;
    const auto reach = analysis::reach(*district, "G04", context);
    const double a = *rc::gen::inRange(20, 300), b = *rc::gen::inRange(20, 300);
    const auto result = analysis::compare(*district, reach, metres(a), metres(b));
    const auto first = analysis::coverage(*district, "G04", reach, metres(a));
    RC_ASSERT(result.both.all + result.first_only.all + result.second_only.all +
                  result.neither.all + result.unknown.all ==
              first.all.total);
    // the wider limit never loses what the narrower one has
    RC_ASSERT((a >= b ? result.second_only : result.first_only).all == 0);
    long gained = 0;
    for (std::size_t i = 0; i < reach.size(); ++i) {
      const auto& home = district->project->homes[i];
      const bool in_a = analysis::within(reach[i], metres(a)) == analysis::Within::yes;
      const bool out_of_b = analysis::within(reach[i], metres(b)) == analysis::Within::no;
      if (home.in_district && in_a && out_of_b) gained += home.residents.all.value_or(0);
    }
    RC_ASSERT(result.first_only.all == gained);
  }));
}

TEST_CASE("a circle on the map serves people who have a long way round") {
  //  the home is 80 m from the pharmacy as the crow flies, and 20 + 80 + 20 m along the street
  const auto world = districts::draw(R"(
    h       S
    |       |
    |       |
    +-------+
  )");
  auto project = world.project;
  auto& ways = project.streets.ways;
  REQUIRE_FALSE(ways.empty());
  const auto district = districts::district_of(project, districts::walker());
  jobs::Context context;
  const auto reach = analysis::reach(*district, "G04", context);
  const double way_m = reach[0].metres;
  REQUIRE(way_m > 100);
  const auto narrow = analysis::detour(*district, "G04", reach, metres(90));
  CHECK(narrow.radius_m == 90);
  REQUIRE(narrow.median);
  CHECK(*narrow.median == Approx(way_m / 80));
  CHECK(narrow.in_circle.all == project.homes[0].residents.all);
  CHECK(narrow.wrongly_served.all == project.homes[0].residents.all);
  const auto wide = analysis::detour(*district, "G04", reach, metres(way_m + 1));
  CHECK(wide.wrongly_served.all == 0);
  // minutes: the circle has the radius that the profile walks in that time
  const auto time = analysis::detour(*district, "G04", reach, {Limit::Kind::seconds, 90});
  CHECK(time.radius_m == Approx(90 * districts::walker().speed_m_s));
}
