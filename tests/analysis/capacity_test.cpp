#include "analysis/capacity.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/diversity.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::CapacityBasis;
using analysis::Limit;
using analysis::Status;

namespace {

analysis::CapacityQuestion question(double limit_s,
                                    analysis::Figure group = &model::Residents::all) {
  analysis::CapacityQuestion asked;
  asked.type = "G04";
  asked.limit = {Limit::Kind::seconds, limit_s};
  asked.group = group;
  return asked;
}

analysis::CapacityResult ask(const model::Project& project, const analysis::CapacityQuestion& asked,
                             int threads = 1) {
  jobs::Context context({}, threads);
  const auto district = districts::district_of(project, districts::walker(), threads);
  return analysis::capacity(*district, asked, context).value();
}

/// Homes of 5, 7 and 9 people; services of 6 and 32 places; see floating_catchment_test.cpp.
model::Project street() {
  auto world = districts::draw(R"(
    h    S       h   S       h
    +----+-------+---+-------+
  )");
  world.project.services[0].capacity = 6;
  world.project.services[1].capacity = 32;
  return world.project;
}

}  // namespace

TEST_CASE("a district's capacity: what each service carries and each home draws") {
  const auto result = ask(street(), question(100));
  REQUIRE(result.services.size() == 2);
  CHECK(result.services[0].persons == 12);
  CHECK(result.services[0].ratio.value() == Approx(0.5));
  CHECK(result.services[1].persons == 16);
  CHECK(result.services[1].homes == std::vector<std::uint32_t>{1, 2});
  CHECK(result.homes[1].access == Approx(2.5));
  CHECK(result.homes[1].services == 2);
  CHECK(result.homes[1].in_reach == 38);
  CHECK(result.totals.in_reach == 21);
  CHECK(result.totals.share == Approx(38));
  CHECK(result.totals.reached_supply == 38);
}

TEST_CASE("people in the rim compete for capacity, but are not reported") {
  auto project = street();
  project.homes[0].in_district = false;
  const auto result = ask(project, question(100));
  CHECK(result.services[0].persons == 12);
  CHECK(result.homes[1].access == Approx(2.5));
  CHECK(result.totals.persons == 16);
  CHECK(result.totals.in_reach == 16);
  CHECK(result.totals.share == Approx(38 - 5 * 0.5));
}

TEST_CASE("unknown residents want nothing, and it is said of how many homes") {
  auto project = street();
  project.homes[0].residents.all.reset();
  project.homes[2].residents.age_80.reset();
  const auto result = ask(project, question(100));
  CHECK(result.services[0].persons == 7);
  CHECK(result.services[0].homes_unknown == 1);
  CHECK(result.totals.homes_unknown == 1);
  CHECK(result.homes[0].access > 0);  // what would come to each of them
  CHECK(ask(project, question(100, &model::Residents::age_80)).totals.homes_unknown == 1);
}

TEST_CASE("a group that nobody has counted is refused") {
  auto project = street();
  for (auto& home : project.homes)
    home.residents.age_80.reset();
  jobs::Context context;
  const auto district = districts::district_of(project, districts::walker());
  const auto refused =
      analysis::capacity(*district, question(100, &model::Residents::age_80), context);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
}

TEST_CASE("an unknown capacity is left out, not zero and not one") {
  auto project = street();
  project.services[1].capacity.reset();
  auto asked = question(100);
  const auto result = ask(project, asked);
  CHECK(result.services[1].place.basis == CapacityBasis::unknown);
  CHECK(result.services[1].persons == 16);  // who would want it is known all the same
  CHECK_FALSE(result.services[1].ratio);
  CHECK(result.homes[2].access == 0);
  CHECK(result.totals.unknown_in_reach == 9);  // that is not nothing
  CHECK(result.totals.none_in_reach == 0);
  CHECK(result.totals.unknown_services == 1);

  asked.rule.assumed = 8;
  const auto assumed = ask(project, asked);
  CHECK(assumed.services[1].place.basis == CapacityBasis::assumed);
  CHECK(assumed.services[1].ratio.value() == Approx(0.5));
  CHECK(assumed.services[0].place.basis == CapacityBasis::stated);
}

TEST_CASE("where none states a capacity each counts as one") {
  auto project = street();
  for (auto& service : project.services)
    service.capacity.reset();
  const auto result = ask(project, question(100));
  for (const auto& load : result.services)
    CHECK(load.place.basis == CapacityBasis::each_one);
  CHECK(result.totals.share == Approx(2));
}

TEST_CASE("a capacity of zero or less shares nothing out, whatever is assumed for others") {
  auto project = street();
  project.services[0].capacity = 0;
  project.services[1].capacity = -4;
  auto asked = question(100);
  asked.rule.assumed = 3;
  const auto result = ask(project, asked);
  for (const auto& load : result.services) {
    CHECK(load.place.basis == CapacityBasis::unusable);
    CHECK_FALSE(load.ratio);
  }
  CHECK(result.totals.in_reach == 0);
}

TEST_CASE("services that are only counted are one each, whatever number they state") {
  auto asked = question(100);
  asked.rule.counted = true;
  const auto result = ask(street(), asked);
  CHECK(result.services[1].place.capacity == 1);
  CHECK(result.services[1].place.basis == CapacityBasis::counted);
}

TEST_CASE("services without people in reach and without a street are told apart") {
  auto world = districts::draw(R"(
    h    S                              S
    +----+------------------------------+
  )");
  auto& project = world.project;
  auto far = project.services[0];
  far.id = 9;
  far.at = {far.at.x, far.at.y + 5000};
  project.services.push_back(far);
  const auto result = ask(project, question(100));
  CHECK_FALSE(result.services[0].without_people());
  CHECK(result.services[1].without_people());
  CHECK_FALSE(result.services[1].ratio);
  CHECK_FALSE(result.services[2].on_street);
  CHECK_FALSE(result.services[2].without_people());

  auto elsewhere = project.homes[0];
  elsewhere.at = far.at;
  project.homes.push_back(elsewhere);
  project.homes[0].residents.all.reset();
  const auto unknown = ask(project, question(100));
  CHECK(unknown.services[0].people_unknown());
  CHECK_FALSE(unknown.services[0].without_people());
}

TEST_CASE("a home nearer to the edge of the data than the limit is not assessable") {
  // 60 s from the first home to the edge, 210 s from the second.
  auto world = districts::draw(R"(
         h              h    S
    X----+--------------+----+
  )");
  world.project.services[0].capacity = 10;
  const auto near = ask(world.project, question(100));
  CHECK(near.homes[0].status == Status::beyond_data);
  CHECK(near.homes[1].status == Status::ok);
  CHECK_FALSE(near.services[0].near_edge);
  CHECK(near.totals.not_assessable == 5);
  CHECK(near.totals.in_reach == 7);
  const auto far = ask(world.project, question(300));
  CHECK(far.services[0].near_edge);
  CHECK(far.totals.in_reach == 0);
  CHECK(far.totals.not_assessable == 12);
}

TEST_CASE("areas share out what their people get, and those in no area are a row of their own") {
  auto project = street();
  const auto add_cell = [&](const char* source, const char* id, double from_x, double to_x) {
    model::PopulationCell cell;
    cell.source = source;
    cell.id = id;
    cell.outline = {{geo::ring_of({from_x, 5600000, to_x, 5600100}), {}}};
    project.population.push_back(cell);
  };
  const double x = project.homes[0].at.x;
  add_cell("fein.csv", "f1", x - 5, x + 5);
  add_cell("grob.csv", "g1", x - 5, x + 60);
  add_cell("grob.csv", "g2", x + 60, x + 150);
  add_cell("grob.csv", "leer", x + 900, x + 950);
  jobs::Context context;
  const auto district = districts::district_of(project, districts::walker());
  const auto result = analysis::capacity(*district, question(100), context).value();
  const auto areas = analysis::areas_of(project);
  CHECK(areas.source == "grob.csv");
  CHECK(areas.cells == std::vector<std::uint32_t>{1, 2});
  CHECK(areas.of_home == std::vector<std::int32_t>{0, 1, -1});
  const auto rows = analysis::capacity_by_area(*district, result, areas);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].level().value() == Approx(0.5));
  CHECK(rows[1].level().value() == Approx(2.5));
  CHECK(rows[2].area == -1);
  CHECK(rows[2].persons == 9);
  double share = 0;
  for (const auto& row : rows)
    share += row.share;
  CHECK(share == Approx(38));
}

TEST_CASE("diversity counts the types within their limits") {
  auto world = districts::draw(R"(
    h    S       h   B       h
    +----+-------+---+-------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto result = analysis::diversity(
      *district,
      {{"G04", {Limit::Kind::seconds, 100}}, {"N03", {Limit::Kind::metres, 60}}, {"P02", {}}},
      context);
  CHECK(result.homes[0].reached == 1);
  CHECK(result.homes[1].reached == 2);
  CHECK(result.homes[2].reached == 0);
  CHECK(result.homes[2].unknown == 0);
}

TEST_CASE("a home counts in a class of diversity where nothing unknown can lift it out") {
  auto project = districts::draw("hhhhh\n+---+S").project;
  for (auto& home : project.homes)
    home.residents = {10 * home.id, 4 * home.id, home.id};
  project.homes[3].in_district = false;
  project.homes[4].residents = {50, std::nullopt, std::nullopt};
  analysis::Diversity diversity;
  diversity.types.resize(4);
  diversity.homes = {{4, 0}, {1, 1}, {1, 2}, {4, 0}, {0, 1}};
  const auto result = analysis::classes_of(project, diversity, {4, 2, 0});
  REQUIRE(result.classes.size() == 3);
  CHECK(result.classes[0].at_most == 4);
  CHECK(result.classes[0].all == 10);
  CHECK(result.classes[0].age_80 == 1);
  CHECK(result.classes[1].at_least == 2);
  CHECK(result.classes[1].at_most == 3);
  CHECK(result.classes[1].homes == 0);
  CHECK(result.classes[1].all == -1);
  CHECK(result.classes[2].at_most == 1);
  CHECK(result.classes[2].homes == 1);
  CHECK(result.classes[2].all == 50);
  CHECK(result.classes[2].age_65 == -1);
  CHECK(result.open.homes == 2);
  CHECK(result.open.all == 50);
}

TEST_CASE("diversity by the ways of each type is the sum of the types asked one by one") {
  CHECK(rc::check("three types, three ways", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 30), districts::rolling());
    jobs::Context context;
    const std::vector<analysis::TypeLimit> types{{"G04", {Limit::Kind::seconds, 140}},
                                                 {"N03", {Limit::Kind::metres, 170}},
                                                 {"G04", {Limit::Kind::seconds, 140}}};
    const std::vector<analysis::Way> ways{analysis::Way::both, analysis::Way::to,
                                          analysis::Way::to};
    const auto result = analysis::diversity(*district, types, context, ways);
    std::vector<int> reached(district->homes.size(), 0), unknown = reached;
    for (std::size_t t = 0; t < types.size(); ++t) {
      const auto answers = analysis::reach_by(
          *district, analysis::targets_of(*district, types[t].type), ways[t], context);
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto answer = analysis::within(answers[i], types[t].limit);
        reached[i] += answer == analysis::Within::yes ? 1 : 0;
        unknown[i] += answer == analysis::Within::unknown ? 1 : 0;
      }
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
      RC_ASSERT(result.homes[i].reached == reached[i]);
      RC_ASSERT(result.homes[i].unknown == unknown[i]);
    }
  }));
}

TEST_CASE("nobody and no place gets lost on crooked towns, on any number of threads") {
  CHECK(rc::check("totals add up", [](bool by_metres) {
    const auto seed = *rc::gen::arbitrary<unsigned>();
    auto project = districts::random_town(seed, 40, 6);
    for (auto& service : project.services)
      service.capacity = service.id % 3 == 0 ? std::nullopt : std::optional(1.5 * service.id);
    for (auto& home : project.homes)
      home.in_district = home.id % 5 != 0;
    auto asked = question(150, &model::Residents::age_80);
    if (by_metres) asked.limit = {Limit::Kind::metres, 130};
    const auto result = ask(project, asked);
    const auto& totals = result.totals;
    RC_ASSERT(totals.in_reach + totals.unknown_in_reach + totals.none_in_reach +
                  totals.not_assessable ==
              totals.persons);
    double handed_out = 0, wanted = 0;
    for (std::size_t i = 0; i < project.homes.size(); ++i)
      handed_out += project.homes[i].residents.age_80.value_or(0) * result.homes[i].access;
    for (const auto& load : result.services)
      wanted += load.ratio ? load.place.capacity : 0;
    RC_ASSERT(std::fabs(handed_out - wanted) < 1e-9 * std::max(1.0, wanted));
    RC_ASSERT(totals.share <= totals.reached_supply + 1e-9);
    const auto again = ask(project, asked, 2);
    for (std::size_t i = 0; i < result.homes.size(); ++i)
      RC_ASSERT(result.homes[i].access == again.homes[i].access);
    for (std::size_t s = 0; s < result.services.size(); ++s)
      RC_ASSERT(result.services[s].near_edge == again.services[s].near_edge);
  }));
}
