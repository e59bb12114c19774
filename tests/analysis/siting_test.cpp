/// Siting asked of a district: hand-computed worlds, and reach as the second opinion.

#include "analysis/siting.hpp"

#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using namespace nahraum::analysis;

namespace {

const geo::MultiPolygon everywhere = {{geo::ring_of({490000, 5590000, 510000, 5610000}), {}}};

model::Project with_district(model::Project project) {
  project.district = everywhere;
  project.data_extent = everywhere;
  return project;
}

/// Three clusters of homes along a bent street; a pharmacy serves the western one.
//   homes (id: persons): 1: 5, 2: 7, 3: 9, 4: 11, 5: 13, 6: 15
const auto street_with_three_clusters = R"(
  hS       h h
  +--------+-+-------------+
                           |
                           |
                           + h
                           |h
                           +h
)";

std::shared_ptr<const District> clusters() {
  return districts::district_of(with_district(districts::draw(street_with_three_clusters).project),
                                districts::walker());
}

SitingQuestion most_within(double metres, std::size_t sites = 1) {
  SitingQuestion question;
  question.limit = {Limit::Kind::metres, metres};
  question.sites = sites;
  return question;
}

SitingCase case_of(const District& district, const SitingQuestion& question,
                   double spacing_m = 10) {
  jobs::Context context;
  return siting_case(district, "G04", street_candidates(district, spacing_m), question, context)
      .value();
}

SitingAnswer answer_of(const SitingCase& siting) {
  jobs::Context context;
  return solve_siting(siting, base::Seconds(60), context);
}

/// What reach says when the services of the type and these places are there.
std::vector<HomeReach> reach_with(const District& district, bool existing,
                                  const std::vector<Candidate>& places) {
  jobs::Context context;
  Targets targets = existing ? targets_of(district, "G04") : Targets{};
  for (const auto& place : places) {
    targets.snaps.push_back(place.snap);
    targets.ids.push_back(9999);
  }
  return reach(district, targets, context);
}

std::vector<Candidate> chosen_of(const SitingCase& siting, const SitingAnswer& answer) {
  std::vector<Candidate> places;
  for (const auto& site : answer.sites)
    places.push_back(siting.candidates[site.adds.candidate]);
  return places;
}

/// Every third place of the streets: few enough to try all pairs.
std::vector<Candidate> some_candidates(const District& district) {
  std::vector<Candidate> few;
  const auto all = street_candidates(district, 60);
  for (std::size_t i = 0; i < all.size() && few.size() < 14; i += 3)
    few.push_back(all[i]);
  return few;
}

}  // namespace

TEST_CASE("one more pharmacy goes where most people have none") {
  const auto district = clusters();
  const auto siting = case_of(*district, most_within(60));
  const auto answer = answer_of(siting);
  REQUIRE(answer.sites.size() == 1);
  CHECK(answer.proven);
  CHECK(answer.served.persons[0] == 5);
  CHECK(answer.gained.persons[0] == 11 + 13 + 15);
  CHECK(answer.left.persons[0] == 7 + 9);
  CHECK(answer.value == 39);
  const auto at = siting.candidates[answer.sites[0].adds.candidate].at;
  CHECK(at.x > 500240);
  CHECK(siting.state[0] == HomeState::served);
}

TEST_CASE("two sites serve both gaps, the greater first") {
  const auto district = clusters();
  const auto siting = case_of(*district, most_within(60, 2));
  const auto answer = answer_of(siting);
  REQUIRE(answer.sites.size() == 2);
  CHECK(answer.sites[0].adds.homes.persons[0] == 39);
  CHECK(answer.sites[1].adds.homes.persons[0] == 16);
  CHECK(answer.sites[1].alone.homes.persons[0] == 16);
  CHECK(answer.left.homes == 0);
}

TEST_CASE("without what is there the western home counts too") {
  const auto district = clusters();
  auto question = most_within(60, 3);
  question.keep_existing = false;
  const auto answer = answer_of(case_of(*district, question));
  CHECK(answer.served.homes == 0);
  CHECK(answer.gained.persons[0] == 5 + 16 + 39);
}

TEST_CASE("the fewest sites for all are as many as there are gaps") {
  const auto district = clusters();
  auto question = most_within(60);
  question.model = SitingModel::lscp;
  const auto answer = answer_of(case_of(*district, question));
  CHECK(answer.sites.size() == 2);
  CHECK(answer.bound == 2);
  CHECK(answer.left.homes == 0);
}

TEST_CASE("old people weigh as the question says") {
  auto project = with_district(districts::draw(street_with_three_clusters).project);
  for (auto& home : project.homes)
    home.residents.age_80 = home.id == 3 ? 40 : 0;  // all of them in the middle
  const auto district = districts::district_of(project, districts::walker());
  auto question = most_within(60);
  question.weighting = Weighting::age_80;
  CHECK(answer_of(case_of(*district, question)).gained.persons[2] == 40);
  question.weighting = Weighting::frail;  // ages 65 and over: 3 + 4 in the middle, 5 + 6 + 7 east
  const auto frail = answer_of(case_of(*district, question));
  CHECK(frail.value == 3 + 4 + 40);
  question.weighting = Weighting::age_65;
  CHECK(answer_of(case_of(*district, question)).value == 5 + 6 + 7);
}

TEST_CASE("where nobody knows the residents buildings weigh one each") {
  auto project = with_district(districts::draw(street_with_three_clusters).project);
  for (auto& home : project.homes)
    home.residents = {};
  const auto district = districts::district_of(project, districts::walker());
  const auto siting = case_of(*district, most_within(60));
  CHECK(siting.counts_homes);
  CHECK(answer_of(siting).gained.homes == 3);
}

TEST_CASE("a place is told whom it would serve, and why another is better") {
  const auto district = clusters();
  const auto siting = case_of(*district, most_within(60));
  jobs::Context context;
  const auto middle = candidate_at(*district, {500095, 5600060}, "middle").value();
  const auto west = candidate_at(*district, {500005, 5600060}, "west").value();
  const auto why = explain(siting, {middle, west}, context);
  REQUIRE(why.size() == 2);
  CHECK(why[0].worth == 16);
  CHECK(why[0].best.worth == 39);
  CHECK(why[0].both.homes == 0);
  CHECK(why[0].only_here.persons[0] == 16);
  CHECK(why[0].only_best.persons[0] == 39);
  CHECK(why[0].better > 0);
  CHECK(why[1].worth == 0);
  CHECK(why[1].served_already.persons[0] == 5);
}

TEST_CASE("a guess is scored against the optimum") {
  const auto district = clusters();
  const auto siting = case_of(*district, most_within(60));
  const auto answer = answer_of(siting);
  jobs::Context context;
  const auto middle = candidate_at(*district, {500095, 5600060}, "").value();
  const auto own = score(siting, answer, {middle}, context);
  CHECK(own.value == 16);
  CHECK(own.at_least == Approx(16.0 / 39));
  CHECK(own.at_most == Approx(16.0 / 39));
  const auto same = score(siting, answer, chosen_of(siting, answer), context);
  CHECK(same.at_least == Approx(1));
}

TEST_CASE("the best single places lie apart") {
  const auto district = clusters();
  const auto siting = case_of(*district, most_within(60));
  const auto best = best_places(siting, 3, 150);
  REQUIRE(best.size() == 2);  // west of it nothing is gained
  CHECK(best[0].worth == 39);
  CHECK(best[1].worth <= 16);
  CHECK(geo::distance(siting.candidates[best[0].candidate].at,
                      siting.candidates[best[1].candidate].at) >= 150);
}

TEST_CASE("homes of the rim and homes at the edge of the data are nobody's gap") {
  auto world = districts::draw(R"(
    S              h    h
    +--------------+----+---X
  )");
  auto project = with_district(std::move(world.project));
  project.homes[0].in_district = false;
  const auto district = districts::district_of(project, districts::walker());
  const auto siting = case_of(*district, most_within(100));
  CHECK(siting.state[0] == HomeState::elsewhere);
  CHECK(siting.state[1] == HomeState::not_assessable);
  const auto answer = answer_of(siting);
  CHECK(answer.sites.empty());
  CHECK(answer.not_assessable.homes == 1);
  CHECK(answer.left.homes == 0);
}

TEST_CASE("what counts is the way to the new site, not the way home") {
  const auto world = districts::draw(R"(
    h                 h
    C>>>>>>>>>>>>>>>>>D
  )");
  const auto district = districts::district_of(with_district(world.project), districts::walker());
  jobs::Context context;
  const auto top = candidate_at(*district, world.named.at('C'), "").value();
  const auto foot = candidate_at(*district, world.named.at('D'), "").value();
  const auto siting = siting_case(*district, "G04", {top, foot}, most_within(500), context).value();
  CHECK(siting.cover.by_place.size(0) == 1);  // nobody comes up the moving stairs
  CHECK(siting.cover.by_place.size(1) == 2);
  CHECK(siting.candidates[answer_of(siting).sites.at(0).adds.candidate].at == foot.at);
}

TEST_CASE("street points are at most the spacing apart and inside the district") {
  auto project = with_district(districts::draw(street_with_three_clusters).project);
  project.district = {{geo::ring_of({500050, 5590000, 510000, 5610000}), {}}};
  const auto district = districts::district_of(project, districts::walker());
  const auto places = street_candidates(*district, 30);
  for (const auto& place : places) {
    CHECK(place.at.x >= 500050);
    CHECK(geo::distance(place.at, district->snapper.snap(place.at).at) < 0.01);
    const auto nearest = std::count_if(places.begin(), places.end(), [&](const Candidate& other) {
      return geo::distance(place.at, other.at) <= 30.01;
    });
    CHECK(nearest >= 2);
  }
}

TEST_CASE("questions without an answer are refused in a sentence") {
  const auto district = clusters();
  jobs::Context context;
  const auto few = std::vector<Candidate>{candidate_at(*district, {500095, 5600060}, "").value()};
  CHECK(siting_case(*district, "G04", {}, most_within(60), context).error().code ==
        base::ErrorCode::bad_input);
  CHECK(siting_case(*district, "G04", few, most_within(60, 2), context).error().code ==
        base::ErrorCode::bad_input);
  CHECK(siting_case(*district, "G04", few, most_within(60, 0), context).error().code ==
        base::ErrorCode::bad_input);
  CHECK(candidate_at(*district, {600000, 5600060}, "far").error().code ==
        base::ErrorCode::bad_input);
  CHECK(candidate_at(*district, {505000, 5605000}, "field").error().code ==
        base::ErrorCode::no_street_nearby);
}

TEST_CASE("what siting says is what reach finds once the sites are there") {
  CHECK(rc::check("most within", [](unsigned seed, bool existing) {
    const auto district =
        districts::district_of(with_district(districts::random_town(seed)),
                               seed % 2 ? districts::walker() : districts::rolling());
    SitingQuestion question;
    question.limit = {Limit::Kind::seconds, 110};
    question.sites = 1 + seed % 3;
    question.keep_existing = existing;
    const auto siting = case_of(*district, question, 40);
    const auto answer = answer_of(siting);
    const auto after = reach_with(*district, existing, chosen_of(siting, answer));
    long gained = 0;
    for (const auto home : siting.open) {
      if (within(after[home], question.limit) == Within::yes)
        gained += district->project->homes[home].residents.all.value();
    }
    RC_ASSERT(gained == answer.value);
    RC_ASSERT(gained == answer.gained.persons[0]);
    RC_ASSERT(answer.bound >= answer.value);
    long by_site = 0;
    for (const auto& site : answer.sites)
      by_site += site.adds.homes.persons[0];
    RC_ASSERT(by_site == gained);
  }));
}

TEST_CASE("on small towns the answer is the best of all pairs of places") {
  CHECK(rc::check("", [](unsigned seed, bool existing) {
    const auto district =
        districts::district_of(with_district(districts::random_town(seed)), districts::walker());
    SitingQuestion question;
    question.limit = {Limit::Kind::seconds, seed % 2 ? 90.0 : 3600.0};
    question.model = seed % 2 ? SitingModel::mclp : SitingModel::p_median;
    question.sites = 2;
    question.keep_existing = existing;
    jobs::Context context;
    const auto places = some_candidates(*district);
    RC_PRE(places.size() >= 2);
    const auto siting = siting_case(*district, "G04", places, question, context).value();
    const auto answer = solve_siting(siting, base::Seconds(60), context);
    RC_ASSERT(answer.proven);
    std::int64_t best = question.model == SitingModel::mclp ? 0 : answer.before;
    for (const auto& a : places) {
      for (const auto& b : places) {
        const auto after = reach_with(*district, existing, {a, b});
        std::int64_t value = 0;
        for (std::size_t i = 0; i < siting.open.size(); ++i) {
          const auto& home = after[siting.open[i]];
          const bool reached = home.cost != base::unreachable;
          if (question.model == SitingModel::mclp) {
            value += within(home, question.limit) == Within::yes ? siting.weight[i] : 0;
          } else {
            value += siting.weight[i] *
                     std::min<std::int64_t>(3600000, reached ? home.cost.value : 3600000);
          }
        }
        best = question.model == SitingModel::mclp ? std::max(best, value) : std::min(best, value);
      }
    }
    RC_ASSERT(answer.value == best);
  }));
}

TEST_CASE("where no place may improve the answer, it is the best") {
  // The bound leaves no place at all for this town: a program without columns for the solver.
  const auto district =
      districts::district_of(with_district(districts::random_town(45823643)), districts::walker());
  SitingQuestion question;
  question.limit = {Limit::Kind::seconds, 90};
  question.model = SitingModel::mclp;
  question.sites = 2;
  question.keep_existing = false;
  jobs::Context context;
  const auto siting =
      siting_case(*district, "G04", some_candidates(*district), question, context).value();
  const auto answer = solve_siting(siting, base::Seconds(60), context);
  CHECK(answer.proven);
  CHECK(answer.value == answer.bound);
}

TEST_CASE("siting gives the same answer on any number of threads") {
  const auto district = districts::district_of(with_district(districts::random_town(11, 60, 4, 9)),
                                               districts::walker());
  SitingQuestion question;
  question.limit = {Limit::Kind::seconds, 120};
  question.sites = 3;
  const auto ask = [&](int threads) {
    jobs::Context context({}, threads);
    const auto siting =
        siting_case(*district, "G04", street_candidates(*district, 25), question, context).value();
    std::vector<std::int64_t> result;
    const auto answer = solve_siting(siting, std::nullopt, context);
    for (const auto& site : answer.sites)
      result.insert(result.end(), {site.adds.candidate, site.adds.worth});
    result.push_back(answer.bound);
    return result;
  };
  CHECK(ask(1) == ask(2));
}
