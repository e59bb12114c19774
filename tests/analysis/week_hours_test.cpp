#include "analysis/week_hours.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;
using model::OpenState;

namespace {

constexpr int day = model::minutes_of_day;
const std::vector<double> breaks{20, 40};

void set_hours(model::Service& service, const std::string& hours) {
  service.tags.set("opening_hours", hours);
}

/// Two pharmacies: in the west in the mornings, in the east by appointment on Wednesdays.
model::Project two_pharmacies() {
  auto project = districts::draw(R"(
    h        h         h
    S+---------------+S
  )")
                     .project;
  set_hours(project.services[0], "Mo-Fr 08:00-12:00");
  set_hours(project.services[1], "Mo,Tu 10:00-18:00; We \"nach Vereinbarung\"");
  for (auto& home : project.homes)
    home.residents = {10, 4, 2};
  return project;
}

}  // namespace

TEST_CASE("at a given minute an offer is open, closed or unknown") {
  auto project = two_pharmacies();
  project.services.push_back(project.services[0]);
  project.services[2].id = 9;
  set_hours(project.services[2], "Apr-Oct 09:00-18:00");
  project.services.push_back(project.services[0]);
  project.services[3].id = 8;
  set_hours(project.services[3], "");
  const auto offers = analysis::hours_of(project, "G04");
  REQUIRE(offers.size() == 4);
  CHECK(offers[2].service == 3);  // by id
  CHECK_FALSE(offers[2].unread);
  REQUIRE(offers[3].unread);
  CHECK(offers[3].unread->reason == model::Unreadable::season);
  const auto monday = analysis::offers_at(offers, 11 * 60);
  CHECK(monday.open == std::vector<std::size_t>{0, 1});
  CHECK(monday.unknown == std::vector<std::size_t>{3, 2});
  const auto wednesday = analysis::offers_at(offers, 2 * day + 14 * 60);
  CHECK(wednesday.closed == std::vector<std::size_t>{0});
  CHECK(wednesday.open_or_unknown() == std::vector<std::size_t>{1, 3, 2});
  const auto noon = analysis::offers_at(offers, 12 * 60);
  CHECK(noon.closed == std::vector<std::size_t>{0});  // at the minute of closing it is closed
}

TEST_CASE("hours within reach are the union of what is open, unknown ones apart") {
  const auto district = districts::district_of(two_pharmacies(), districts::walker());
  jobs::Context context;
  const auto near = analysis::week_hours(*district, "G04", {Limit::Kind::metres, 60}, context);
  const auto hours = [&](const analysis::WeekHours& week, std::size_t home, bool possible) {
    const auto& pattern = week.patterns[week.of_home[home]];
    return model::length_of(possible ? pattern.possible : pattern.open) / 60.0;
  };
  CHECK(hours(near, 0, false) == 20);
  CHECK(hours(near, 1, false) == 0);  // neither within 60 m
  CHECK(hours(near, 2, false) == 16);
  CHECK(hours(near, 2, true) == 40);
  const auto far = analysis::week_hours(*district, "G04", {Limit::Kind::metres, 400}, context);
  CHECK(hours(far, 0, false) == 20 + 6 + 6);  // the afternoons of Monday and Tuesday
  CHECK(hours(far, 0, true) == 20 + 6 + 6 + 20);
  const auto group =
      analysis::hours_of_group(*district->project, near, &model::Residents::age_80, breaks);
  CHECK(group.total == 6);
  CHECK(group.none == 2);
  CHECK(group.classes == std::vector<long>{2, 2, 0});
  CHECK(group.median_h == 16);
  CHECK(group.median_possible_h == 20);
  CHECK(analysis::served_at(*district->project, near, 9 * 60, false) ==
        std::vector<std::uint32_t>{0});
  CHECK(analysis::served_at(*district->project, near, 2 * day + 20 * 60, true) ==
        std::vector<std::uint32_t>{2});
}

TEST_CASE("where no hours are known nobody counts as having none") {
  auto project = two_pharmacies();
  for (auto& service : project.services)
    set_hours(service, "");
  project.homes[1].residents.all = std::nullopt;
  const auto district = districts::district_of(project, districts::walker());
  jobs::Context context;
  const auto week = analysis::week_hours(*district, "G04", {Limit::Kind::metres, 60}, context);
  const auto group =
      analysis::hours_of_group(*district->project, week, &model::Residents::all, breaks);
  CHECK(group.unknown_only == 20);
  CHECK(group.none == 0);
  CHECK(group.homes_unknown == 1);
  CHECK(group.median_h == 0);
  CHECK(group.median_possible_h == 168);
}

TEST_CASE("hours of the week are those of a clerk who looks at every home and minute") {
  CHECK(rc::check("brute force", [](unsigned seed) {
    auto town = districts::random_town(seed);
    for (auto& service : town.services) {
      set_hours(service, *rc::gen::element<std::string>(
                             "Mo-Fr 08:00-18:00", "Tu 22:30-03:15", "24/7", "Sa 09:00-13:00",
                             "Mo,Th 08:00-12:00 || \"nach Vereinbarung\"", "Apr-Oct 08:00-20:00",
                             "Fr 14:00-16:00 \"?\"", ""));
    }
    const auto district = districts::district_of(std::move(town), districts::walker());
    const Limit limit =
        seed % 2 ? Limit{Limit::Kind::metres, 90} : Limit{Limit::Kind::seconds, 110};
    jobs::Context context;
    jobs::Context two_threads({}, 2);
    const auto week = analysis::week_hours(*district, "G04", limit, context);
    const auto again = analysis::week_hours(*district, "G04", limit, two_threads);
    RC_ASSERT(again.of_home == week.of_home);
    const auto& homes = district->project->homes;
    std::vector<int> open(homes.size()), possible(homes.size());
    std::vector<std::vector<analysis::HomeReach>> reach;
    for (const auto& offer : week.offers)
      reach.push_back(
          analysis::reach(*district, analysis::targets_of(*district, offer.service), context));
    const auto near = [&](std::size_t offer, std::size_t home) {
      const auto& way = reach[offer][home];
      if (way.cost == base::unreachable) return false;
      return limit.kind == Limit::Kind::metres ? way.metres <= limit.value
                                               : way.cost.value <= limit.value * 1000;
    };
    for (int minute = 0; minute < model::minutes_of_week; minute += 5) {
      const auto served = analysis::served_at(*district->project, week, minute, false);
      std::vector<std::uint32_t> expected;
      for (std::uint32_t home = 0; home < homes.size(); ++home) {
        bool is_open = false;
        bool may_be = false;
        for (std::size_t offer = 0; offer < week.offers.size(); ++offer) {
          if (!near(offer, home)) continue;
          const auto state = analysis::state_at(week.offers[offer], minute);
          is_open = is_open || state == OpenState::open;
          may_be = may_be || state != OpenState::closed;
        }
        if (is_open) expected.push_back(home);
        open[home] += 5 * is_open;
        possible[home] += 5 * may_be;
      }
      RC_ASSERT(served == expected);
    }
    for (std::size_t home = 0; home < homes.size(); ++home) {
      const auto& pattern = week.patterns[week.of_home[home]];
      RC_ASSERT(model::length_of(pattern.open) == open[home]);
      RC_ASSERT(model::length_of(pattern.possible) == possible[home]);
    }
  }));
}

TEST_CASE("a row of the week is the coverage at that minute") {
  CHECK(rc::check("served as covered", [](unsigned seed) {
    auto town = districts::random_town(seed);
    for (auto& service : town.services)
      set_hours(service, *rc::gen::element<std::string>("Mo-Fr 08:00-18:00", "Sa 09:00-13:00", ""));
    const auto district = districts::district_of(std::move(town), districts::rolling());
    const Limit limit{Limit::Kind::seconds, 200};
    jobs::Context context;
    const auto week = analysis::week_hours(*district, "G04", limit, context);
    const int minute = *rc::gen::inRange(0, model::minutes_of_week);
    const auto sets = analysis::offers_at(week.offers, minute);
    for (const bool possible : {false, true}) {
      const auto targets =
          analysis::targets_of(*district, possible ? sets.open_or_unknown() : sets.open);
      const auto reach = analysis::reach(*district, targets, context);
      const auto covered = analysis::coverage(*district, "G04", reach, limit);
      long persons = 0;
      for (const auto home : analysis::served_at(*district->project, week, minute, possible))
        persons += district->project->homes[home].residents.all.value_or(0);
      RC_ASSERT(persons == covered.all.covered);
    }
  }));
}
