#include "analysis/coverage.hpp"

#include <catch2/catch.hpp>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;
using analysis::Status;

namespace {

analysis::HomeReach at(double seconds) {
  analysis::HomeReach home;
  home.cost = base::Millis(static_cast<std::uint32_t>(seconds * 1000));
  home.metres = static_cast<float>(seconds);
  home.status = Status::ok;
  return home;
}

/// Homes with the given residents and ways, in a district of their own.
analysis::Coverage count(const std::vector<std::pair<model::Residents, analysis::HomeReach>>& homes,
                         double limit_s) {
  model::Project project;
  std::vector<analysis::HomeReach> reach;
  for (const auto& [residents, home_reach] : homes) {
    model::Home home;
    home.id = static_cast<std::int32_t>(project.homes.size() + 1);
    home.residents = residents;
    project.homes.push_back(home);
    reach.push_back(home_reach);
  }
  const auto district = districts::district_of(project, districts::walker());
  return analysis::coverage(*district, "G04", reach, {Limit::Kind::seconds, limit_s});
}

}  // namespace

TEST_CASE("persons are counted, not homes") {
  const auto result =
      count({{{10, 4, 1}, at(100)}, {{30, 1, 1}, at(500)}, {{7, 7, 0}, at(300)}}, 300);
  CHECK(result.homes == 3);
  CHECK(result.homes_covered == 2);
  CHECK(result.all.total == 47);
  CHECK(result.all.covered == 17);
  CHECK(result.all.gap == 30);
  CHECK(result.all.share.value() == Approx(17.0 / 47));
  CHECK(result.age_65.share.value() == Approx(11.0 / 12));
  // Sorted by time: 10 persons at 100 s, 7 at 300 s, 30 at 500 s; half of 47 is passed at 500 s.
  CHECK(result.all.median.value().value == 500);
  CHECK(result.age_65.median.value().value == 300);
  CHECK(result.all.p90_m.value().value == 500);
}

TEST_CASE("who cannot get there counts as infinitely far") {
  analysis::HomeReach cut_off;
  cut_off.status = Status::unreachable;
  const auto result = count({{{60, 1, 1}, at(100)}, {{40, 1, 1}, cut_off}}, 200);
  CHECK(result.all.gap == 40);
  CHECK(result.all.median.value().value == 100);
  CHECK_FALSE(result.all.p90);
}

TEST_CASE("what cannot be judged is neither gap nor covered") {
  analysis::HomeReach nowhere;
  nowhere.status = Status::no_street;
  const auto result = count({{{10, 3, 1}, nowhere}, {{20, 5, 2}, at(50)}}, 100);
  CHECK(result.all.not_assessable == 10);
  CHECK(result.all.share.value() == 1.0);
  CHECK(result.homes_not_assessable == 1);
}

TEST_CASE("unknown is not zero") {
  const auto result =
      count({{{10, std::nullopt, std::nullopt}, at(50)}, {{6, 2, std::nullopt}, at(80)}}, 60);
  CHECK(result.age_65.total == 2);
  CHECK(result.age_65.homes_unknown == 1);
  CHECK(result.age_80.total == -1);
  CHECK(result.age_80.covered == -1);
  CHECK_FALSE(result.age_80.share);
}

TEST_CASE("nobody gets lost: covered, gap and not assessable add up") {
  for (unsigned seed = 1; seed <= 15; ++seed) {
    auto project = districts::random_town(seed, 80, 4);
    for (auto& home : project.homes)
      home.in_district = home.id % 7 != 0;
    long residents = 0;
    for (const auto& home : project.homes)
      residents += home.in_district ? *home.residents.all : 0;
    const auto district = districts::district_of(project, districts::rolling());
    jobs::Context context;
    const auto reach = analysis::reach(*district, "G04", context);
    for (const auto& limit : {Limit{Limit::Kind::seconds, 200}, Limit{Limit::Kind::metres, 90}}) {
      const auto result = analysis::coverage(*district, "G04", reach, limit);
      CHECK(result.all.total == residents);
      CHECK(result.all.covered + result.all.gap + result.all.not_assessable == residents);
      CHECK(result.homes_covered + result.homes_gap + result.homes_not_assessable == result.homes);
    }
  }
}

TEST_CASE("limits as people write them") {
  const auto limit = [](const char* text) { return analysis::parse_limit(text).value(); };
  CHECK(limit("10min") == Limit{Limit::Kind::seconds, 600});
  CHECK(limit("7,5 min") == Limit{Limit::Kind::seconds, 450});
  CHECK(limit("90s") == Limit{Limit::Kind::seconds, 90});
  CHECK(limit("500m") == Limit{Limit::Kind::metres, 500});
  CHECK(limit("1.5km") == Limit{Limit::Kind::metres, 1500});
  for (const char* wrong : {"", "10", "min", "-5min", "0m", "ten minutes", "5min5", "1e9999m",
                            "1.500m", "200km", "0.1min"}) {
    INFO(wrong);
    CHECK_FALSE(analysis::parse_limit(wrong));
  }
  for (const char* text : {"10min", "90s", "500m", "1500m"}) {
    CHECK(analysis::to_text(limit(text)) == text);
  }
}

TEST_CASE("the frail are measured by the stricter limit") {
  model::ServiceType pharmacy;
  pharmacy.target_m = 500;
  pharmacy.limit_m = 1000;
  model::Profile adult, rollator, old;
  adult.id = "adult";
  rollator.id = "rollator";
  old.id = "age_85";
  CHECK(analysis::default_limit(pharmacy, adult) == Limit{Limit::Kind::metres, 1000});
  CHECK(analysis::default_limit(pharmacy, rollator) == Limit{Limit::Kind::metres, 500});
  CHECK(analysis::default_limit(pharmacy, old) == Limit{Limit::Kind::metres, 500});
  CHECK(analysis::default_limit({}, adult) == Limit{Limit::Kind::seconds, 600});
}
