#include "analysis/housing.hpp"

#include <numeric>
#include <random>

#include <catch2/catch.hpp>

using namespace nahraum;
using analysis::Dwelling;
using analysis::Limit;
using analysis::Status;

namespace {

constexpr double limit_s = 600;

model::Home house(int dwellings, double storeys, std::optional<bool> lift = {}) {
  model::Home home;
  home.dwellings = dwellings;
  home.dwellings_assumed = false;
  home.floors = storeys;
  home.floors_assumed = storeys <= 0;
  home.housing.lift = lift;
  return home;
}

analysis::HomeReach at(double seconds) {
  analysis::HomeReach reach;
  reach.cost = base::Millis(static_cast<std::uint32_t>(seconds * 1000));
  reach.metres = static_cast<float>(seconds);
  reach.status = Status::ok;
  return reach;
}

int of(const analysis::HomeDwellings& home, Dwelling kind) {
  return home.of[static_cast<std::size_t>(kind)];
}

/// One dwelling after the other, from the ground up: the slow twin.
struct Twin {
  std::array<int, analysis::dwelling_count> of{};
  int low_most = 0, high_most = 0;
};
Twin one_by_one(const model::Home& home) {
  Twin twin;
  const auto& h = home.housing;
  const int low = h.low_barrier.value_or(0);
  const int all = std::max(home.dwellings, low);
  const bool storeys = !home.floors_assumed && home.floors > 0;
  for (int i = 0; i < all; ++i) {
    const bool stated_low = i < low;
    const double middle = storeys ? (i + 0.5) * home.floors / all : 0;
    const bool high = storeys && middle > 2 + 1e-9;
    Dwelling kind = Dwelling::unknown;
    if (stated_low) {
      kind = Dwelling::low_barrier;
    } else if (h.lift == true) {
      kind = Dwelling::lift;
    } else if (storeys && (h.lift == false || home.floors <= 2)) {
      kind = high ? Dwelling::high_storeys : Dwelling::low_storeys;
    }
    ++twin.of[static_cast<std::size_t>(kind)];
    const bool ruled_out =
        h.low_barrier ? !stated_low : h.step_free == false || (h.lift == false && high);
    if (!ruled_out) ++twin.low_most;
    if (!stated_low && h.lift != true && (high || !storeys)) ++twin.high_most;
  }
  return twin;
}

model::Home any_home(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const auto flag = [&]() -> std::optional<bool> {
    const int which = pick(3);
    return which == 0 ? std::nullopt : std::optional(which == 1);
  };
  auto home = house(pick(14), pick(4) == 0 ? 0 : pick(9) + pick(2) * 0.5, flag());
  home.housing.step_free = flag();
  if (pick(3) == 0) home.housing.low_barrier = pick(16);
  if (pick(5) > 0) home.residents.age_80 = pick(9);
  home.in_district = pick(6) > 0;
  return home;
}

analysis::HomeReach any_reach(std::mt19937& random) {
  auto reach = at(300.0 * static_cast<double>(random() % 5U));
  if (random() % 7U == 0) reach.status = Status::no_street, reach.cost = base::unreachable;
  return reach;
}

}  // namespace

TEST_CASE("dwellings lie evenly over the storeys, and a lift reaches them all") {
  const auto stairs = analysis::dwellings_of(house(10, 5, false));
  CHECK(of(stairs, Dwelling::low_storeys) == 4);
  CHECK(of(stairs, Dwelling::high_storeys) == 6);
  CHECK(of(analysis::dwellings_of(house(10, 5, true)), Dwelling::lift) == 10);
  CHECK(of(analysis::dwellings_of(house(7, 2)), Dwelling::low_storeys) == 7);
}

TEST_CASE("what no tag tells is unknown, and the range says what it may be") {
  const auto home = analysis::dwellings_of(house(10, 5));
  CHECK(of(home, Dwelling::unknown) == 10);
  CHECK(home.high_most == 6);
  CHECK(home.low_barrier_most == 10);
  const auto nothing = analysis::dwellings_of(house(3, 0));
  CHECK(of(nothing, Dwelling::unknown) == 3);
  CHECK(nothing.high_most == 3);
}

TEST_CASE("storeys that are assumed are not known") {
  auto home = house(10, 5, false);
  home.floors_assumed = true;
  CHECK(of(analysis::dwellings_of(home), Dwelling::unknown) == 10);
}

TEST_CASE("dwellings with few barriers lie lowest, and are counted first") {
  auto home = house(10, 5, false);
  home.housing.low_barrier = 3;
  const auto made = analysis::dwellings_of(home);
  CHECK(of(made, Dwelling::low_barrier) == 3);
  CHECK(of(made, Dwelling::low_storeys) == 1);
  CHECK(of(made, Dwelling::high_storeys) == 6);
  CHECK(made.low_barrier_most == 3);
  home.housing.low_barrier = 12;  // more than the estimate
  CHECK(analysis::dwellings_of(home).all == 12);
}

TEST_CASE("steps at the entrance leave no dwelling with few barriers unless somebody states one") {
  auto home = house(6, 4, true);
  CHECK(analysis::dwellings_of(home).low_barrier_most == 6);
  home.housing.step_free = false;
  CHECK(analysis::dwellings_of(home).low_barrier_most == 0);
  home.housing.low_barrier = 2;
  CHECK(analysis::dwellings_of(home).low_barrier_most == 2);
}

TEST_CASE("every figure agrees with counting one dwelling after the other") {
  std::mt19937 random(1927);
  for (int round = 0; round < 400; ++round) {
    model::Project project;
    std::vector<analysis::HomeReach> reach;
    analysis::DwellingTable dwellings{};
    std::array<std::array<double, analysis::within_count>, analysis::dwelling_count> people{};
    std::array<long, analysis::within_count> people_in{};
    analysis::DwellingRange low, high;
    for (int i = 0; i < 12; ++i) {
      project.homes.push_back(any_home(random));
      reach.push_back(any_reach(random));
      const auto& home = project.homes.back();
      if (!home.in_district) continue;
      const auto twin = one_by_one(home);
      const auto within = analysis::within(reach.back(), {Limit::Kind::seconds, limit_s});
      const auto column = static_cast<std::size_t>(within);
      const int all = std::accumulate(twin.of.begin(), twin.of.end(), 0);
      for (std::size_t k = 0; k < analysis::dwelling_count; ++k) {
        dwellings[k][column] += twin.of[k];
        const double share = all > 0                             ? double(twin.of[k]) / all
                             : k + 1 == analysis::dwelling_count ? 1.0
                                                                 : 0.0;
        people[k][column] += share * home.residents.age_80.value_or(0);
      }
      people_in[column] += home.residents.age_80.value_or(0);
      const auto only = [&](Dwelling kind) { return twin.of[static_cast<std::size_t>(kind)]; };
      if (within == analysis::Within::yes)
        low.least += only(Dwelling::low_barrier), low.most += twin.low_most;
      if (within == analysis::Within::no)
        high.least += only(Dwelling::high_storeys), high.most += twin.high_most;
    }
    const auto found = analysis::housing_reach(project, reach, {Limit::Kind::seconds, limit_s});
    CHECK(found.dwellings == dwellings);
    CHECK(found.low_within.least == low.least);
    CHECK(found.low_within.most == low.most);
    CHECK(found.high_gap.least == high.least);
    CHECK(found.high_gap.most == high.most);
    for (std::size_t column = 0; column < analysis::within_count; ++column) {
      long sum = 0;
      for (std::size_t k = 0; k < analysis::dwelling_count; ++k) {
        sum += found.age_80[k][column];
        CHECK(std::abs(double(found.age_80[k][column]) - people[k][column]) < 1 + 1e-6);
      }
      CHECK(sum == people_in[column]);
    }
    CHECK(low.least <= low.most);
    CHECK(high.least <= high.most);
  }
}

TEST_CASE("the homes to look at first have the most high dwellings in the gap") {
  model::Project project;
  project.homes = {house(4, 4, false), house(12, 4, false), house(20, 8, false),
                   house(12, 4, false), house(9, 5)};
  for (std::size_t i = 0; i < project.homes.size(); ++i)
    project.homes[i].id = static_cast<std::int32_t>(i + 1);
  const std::vector<analysis::HomeReach> reach{at(900), at(900), at(300), at(900), at(900)};
  const auto found = analysis::housing_reach(project, reach, {Limit::Kind::seconds, limit_s});
  REQUIRE(found.stranded.size() == 3);  // one is within reach, of one the lift is unknown
  CHECK(found.stranded[0].home == 1);
  CHECK(found.stranded[1].home == 3);
  CHECK(found.stranded[2].home == 0);
  CHECK(found.stranded[0].dwellings == 6);
  CHECK(found.known.lift == 48);
  CHECK(found.known.storeys == 57);
  CHECK(found.known.low_barrier == 0);
}
