#include "analysis/pairs.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;

TEST_CASE("pairs are the answers of reach, service by service") {
  CHECK(rc::check("every home and service", [](unsigned seed, bool by_metres) {
    const auto district = districts::district_of(
        districts::random_town(seed), seed % 2 ? districts::walker() : districts::rolling());
    const analysis::Limit limit = by_metres ? analysis::Limit{analysis::Limit::Kind::metres, 90}
                                            : analysis::Limit{analysis::Limit::Kind::seconds, 120};
    jobs::Context context;
    jobs::Context two_threads({}, 2);
    const auto places = analysis::places_of(*district, "G04");
    const auto pairs = analysis::homes_within(*district, places.gates, limit, true, context);
    RC_ASSERT(pairs.place_count() == places.service.size());
    const auto again = analysis::homes_within(*district, places.gates, limit, true, two_threads);
    RC_ASSERT(again.begin == pairs.begin);
    for (std::size_t p = 0; p < places.service.size(); ++p) {
      const auto targets = analysis::targets_of(*district, places.service[p]);
      const auto reach = analysis::reach(*district, targets, context);
      std::size_t next = 0;
      const auto row = pairs.of(p);
      for (std::uint32_t i = 0; i < reach.size(); ++i) {
        const bool within = reach[i].cost != base::unreachable &&
                            (by_metres ? reach[i].metres <= limit.value
                                       : reach[i].cost.value <= limit.value * 1000);
        if (!within) continue;
        RC_ASSERT(next < row.size());
        RC_ASSERT(row[next].home == i);
        RC_ASSERT(row[next].cost == reach[i].cost);
        RC_ASSERT(row[next].metres == reach[i].metres);
        ++next;
      }
      RC_ASSERT(next == row.size());
    }
  }));
}

TEST_CASE("pairs know the direction of a way") {
  //  the moving stairs lead to the pharmacy only; home again there is no way
  const auto world = districts::draw(R"(
    h            S
    +>>>>>>>>>>>>+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto places = analysis::places_of(*district, "G04");
  jobs::Context context;
  const analysis::Limit far{analysis::Limit::Kind::seconds, 3600};
  CHECK(analysis::homes_within(*district, places.gates, far, true, context).entries.size() == 1);
  CHECK(analysis::homes_within(*district, places.gates, far, false, context).entries.empty());
}
