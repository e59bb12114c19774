#include "analysis/seat_siting.hpp"

#include <algorithm>
#include <random>
#include <tuple>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;
using analysis::Rested;
using analysis::Walkers;

namespace {

const model::RestRules rules;

auto figures(const Walkers& w) {
  return std::tuple(w.age_65, w.age_80, w.all, w.homes);
}

model::Project with_benches(model::Project project, unsigned seed, int benches) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> metres(-30, 260);
  for (int i = 0; i < benches; ++i) {
    const geo::Point at{500000 + metres(random), 5600000 + metres(random)};
    project.elements.push_back({model::PointKind::bench, at, {}, {}});
  }
  return project;
}

model::Project with_bench(model::Project project, geo::Point at) {
  project.elements.push_back({model::PointKind::bench, at, {}, {}});
  return project;
}

struct Asked {
  std::shared_ptr<const analysis::District> district;
  analysis::RestNetwork network;
  std::vector<analysis::SeatPlace> places;
  analysis::SeatQuestion question;

  Asked(const model::Project& project, const model::Profile& profile, float max_gap_m, Limit limit,
        int threads = 1)
      : district(districts::district_of(project, profile, threads)),
        network(*district, analysis::seats_of(*district->project, rules), rules),
        places(analysis::seat_places(*district, rules)),
        question{analysis::targets_of(*district, "G04"), max_gap_m, limit} {}

  /// Per home of the district, counted from the beginning.
  std::vector<Rested> answers() const {
    jobs::Context context;
    const auto reach =
        analysis::rests(*district, network, question.targets, question.max_gap_m, context);
    std::vector<Rested> answers;
    for (std::size_t i = 0; i < reach.plain.size(); ++i)
      answers.push_back(analysis::rested_within(reach.plain[i], reach.rested[i], question.limit));
    return answers;
  }
  /// Who comes to have a way with rests, less who loses it.
  Walkers gained(const std::vector<Rested>& before, const std::vector<Rested>& after) const {
    Walkers walkers;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto& residents = district->project->homes[i].residents;
      if (before[i] == Rested::no && after[i] == Rested::yes) walkers.add(residents);
      if (before[i] == Rested::yes && after[i] != Rested::yes) walkers.add(residents, -1);
    }
    return walkers;
  }
  std::vector<analysis::SeatGain> suggest(int count, int threads = 1) const {
    jobs::Context context({}, threads);
    return analysis::suggest_seats(*district, network, places, question, count, context);
  }
};

Limit limit_of(unsigned seed) {
  if (seed % 3 == 0) return {Limit::Kind::metres, 150.0 + seed % 200};
  return {Limit::Kind::seconds, 200.0 + seed % 300};
}

}  // namespace

TEST_CASE("the missing bench stands where the long stretch is") {
  // 240 m from the homes in the west to the pharmacy. Places lie every 48 m.
  const auto world = districts::draw(R"(
   h h
    +-----------------------+S
  )");
  const Asked asked(world.project, districts::walker(), 160, {Limit::Kind::metres, 500});
  const auto gains = asked.suggest(1);
  REQUIRE(gains.size() == 1);
  const auto& all = world.project.homes;
  CHECK(gains[0].gained.homes == 2);
  CHECK(gains[0].gained.age_65 == *all[0].residents.age_65 + *all[1].residents.age_65);
  CHECK(gains[0].left.homes == 0);
  // Both 96 m and 144 m from the west end would do; the longest stretch of the first is shorter.
  CHECK(asked.places[gains[0].place].at.x == Approx(500000 + 40 + 96));
  CHECK(gains[0].longest_m == Approx(154));
}

TEST_CASE("no place is named where one seat alone opens nothing") {
  const auto world = districts::draw(R"(
   h+---------------------------------------------+S
  )");
  const Asked asked(world.project, districts::walker(), 150, {Limit::Kind::metres, 900});
  CHECK(asked.suggest(4).empty());
  jobs::Context context;
  const auto gaps = analysis::seat_gaps(*asked.district, asked.network, asked.question.targets, 150,
                                        asked.question.limit, context);
  CHECK(gaps.missing[3].homes == 1);  // 470 m: seats at 118, 235 and 353 m
  REQUIRE(gaps.pieces.size() == 1);
  CHECK(gaps.pieces[0].gap_m == 480);
}

TEST_CASE("each place's gain is what counting again with a bench there gives") {
  CHECK(rc::check("every place", [](unsigned seed) {
    const auto project =
        with_benches(districts::random_town(seed, 25, 5, 5), seed, static_cast<int>(seed % 9));
    const auto profile = seed % 2 == 0 ? districts::walker() : districts::rolling();
    const float max_gap_m = 61.5F + static_cast<float>(seed % 5) * 23;
    const Asked asked(project, profile, max_gap_m, limit_of(seed));
    const auto before = asked.answers();
    jobs::Context context;
    const auto gains = analysis::all_seat_gains(*asked.district, asked.network, asked.places,
                                                asked.question, context);
    Walkers best;
    for (std::size_t i = 0; i < asked.places.size(); ++i) {
      const Asked with(with_bench(project, asked.places[i].at), profile, max_gap_m, limit_of(seed));
      const Walkers gained = asked.gained(before, with.answers());
      RC_ASSERT(figures(gains[i].gained) == figures(gained));
      if (figures(gained) > figures(best)) best = gained;
    }
    const auto suggested = asked.suggest(1);
    RC_ASSERT(suggested.empty() == (figures(best) == figures(Walkers{})));
    if (!suggested.empty()) RC_ASSERT(figures(suggested[0].gained) == figures(best));
  }));
}

TEST_CASE("seats suggested one after the other add up to what they open together") {
  CHECK(rc::check("greedy", [](unsigned seed) {
    auto project = with_benches(districts::random_town(seed, 60, 5, 6), seed, 5);
    const Asked asked(project, districts::walker(), 83, limit_of(seed));
    const auto gains = asked.suggest(4);
    const auto two = asked.suggest(4, 2);
    RC_ASSERT(gains.size() == two.size());
    auto before = asked.answers();
    for (std::size_t i = 0; i < gains.size(); ++i) {
      RC_ASSERT(gains[i].place == two[i].place);
      project = with_bench(project, asked.places[gains[i].place].at);
      const auto after = Asked(project, districts::walker(), 83, limit_of(seed)).answers();
      RC_ASSERT(figures(asked.gained(before, after)) == figures(gains[i].gained));
      RC_ASSERT(std::count(after.begin(), after.end(), Rested::no) == gains[i].left.homes);
      before = after;
    }
  }));
}
