// Grades of the present answer: those of the command line, whatever the handles do; and nothing
// that tells of a few people.

#include <algorithm>

#include <catch2/catch.hpp>

#include "app/graded_report.hpp"
#include "app/graded_sheet.hpp"
#include "app/new_project.hpp"
#include "app/state.hpp"
#include "app/verb_coverage.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "tests/app/quarter.hpp"

using namespace nahraum;
using analysis::Counts;
using analysis::Grade;
using analysis::Limit;

namespace {

constexpr std::array<long Counts::*, 3> groups{&Counts::all, &Counts::age_65, &Counts::age_80};

/// A project with one question answered.
struct Asked {
  Asked(model::Project project, const std::string& type, const std::string& profile)
      : workspace(districts::workspace_of(std::move(project))) {
    base::set_language(base::Language::english);
    const auto found = workspace.catalogue.type(type).value();
    const auto district = app::prepare(workspace, profile, context).value();
    const app::Question question{found->id, profile, {Limit::Kind::seconds, 600}};
    answer = std::make_shared<const app::Answer>(
        app::answer(district, app::with_way(question, workspace.catalogue), context));
  }
  std::shared_ptr<const app::Graded> grade(const app::Grading& by,
                                           const app::Graded* before = nullptr) const {
    return app::grade(answer, by, workspace.catalogue, before);
  }
  app::CoverageRow verb(const std::string& standard, const std::string& against = "") {
    app::CoverageOptions options;
    options.services = {answer->question.type};
    options.profile = answer->question.profile;
    options.standard = standard;
    options.against = against;
    return app::ask_coverage(options, workspace, context).value().rows.at(0);
  }
  jobs::Context context;
  app::Workspace workspace;
  std::shared_ptr<const app::Answer> answer;
};

model::Project lindenhof() {
  jobs::Context context;
  return app::make_project(app::demo_district(), app::shipped_catalogue().value(), context).value();
}

long persons(const app::Graded& graded, Grade grade, long Counts::*group) {
  return graded.counts.persons[static_cast<std::size_t>(grade)].*group;
}

bool is_small(long difference) {
  return difference != 0 && std::abs(difference) < 5;
}

}  // namespace

TEST_CASE("the window's grades are the figures of coverage --standard") {
  for (const std::string type : {"pharmacy", "supermarket", "bus_stop"}) {
    Asked asked(lindenhof(), type, "rollator");
    const auto graded = asked.grade({"max", {}, "minutes_10"});
    REQUIRE(graded->standard == "max");
    const auto far = asked.verb("max", "minutes_10");
    const auto near = asked.verb("soll");
    CHECK(persons(*graded, Grade::good, &Counts::all) == near.coverage.all.covered);
    CHECK(persons(*graded, Grade::good, &Counts::all) +
              persons(*graded, Grade::sufficient, &Counts::all) ==
          far.coverage.all.covered);
    CHECK(persons(*graded, Grade::gap, &Counts::age_65) == far.coverage.age_65.gap);
    CHECK(persons(*graded, Grade::unknown, &Counts::age_80) == far.coverage.age_80.not_assessable);
    CHECK(graded->between.first_only == far.between.first_only);
    CHECK(graded->between.second_only == far.between.second_only);
  }
}

TEST_CASE("the first standard with two values grades, a chosen one with one value only judges") {
  Asked asked(lindenhof(), "pharmacy", "rollator");
  const auto first = asked.grade({});
  CHECK(first->standard == "max");
  CHECK_FALSE(first->thresholds.single());
  CHECK(app::grade_name(Grade::sufficient, first->thresholds) == "sufficient (up to 1,000 m)");
  const auto one = asked.grade({"bbsr_1000", {}, ""});
  CHECK(one->thresholds.single());
  CHECK(app::grade_words(*one, asked.workspace.catalogue).tables.at(0).rows.size() == 2);
  CHECK(asked.grade({"bw_700", {}, ""})->standard == "max");  // that one is for food only
}

TEST_CASE("a moved handle makes own values, pushes the other, and leaves no step") {
  app::State state;
  state.project = std::make_shared<const model::Project>();
  Asked asked(lindenhof(), "pharmacy", "rollator");
  const auto act = [&](const app::Action& action) {
    const auto effects = app::apply(state, action);
    state.graded = asked.grade(state.grading, state.graded.get());
    return effects.size();
  };
  act(app::ChooseStandard{"max"});
  const auto stated = state.graded->stated;
  const auto groups_before = state.graded->groups;
  CHECK(act(app::MoveThreshold{true, stated.target.value + 12}) == 0);  // not a whole step
  CHECK(act(app::MoveThreshold{true, stated.limit.value + 230}) == 1);
  CHECK(state.graded->own());
  CHECK(state.graded->thresholds.target.value == stated.limit.value + 250);
  CHECK(state.graded->thresholds.limit == state.graded->thresholds.target);
  CHECK(state.graded->groups == groups_before);  // nothing was grouped anew
  act(app::MoveThreshold{false, -3});
  CHECK(state.graded->thresholds.limit.value == state.graded->range.low);
  CHECK(state.graded->thresholds.single());
  act(app::ResetThresholds{});
  CHECK(state.graded->thresholds == stated);
  act(app::MoveThreshold{false, 1500});
  act(app::ChooseType{"N03"});
  CHECK_FALSE(state.grading.own);
}

TEST_CASE("every place of the handles is among the steps that the map was made for") {
  Asked asked(lindenhof(), "pharmacy", "rollator");
  for (const std::string standard : {"max", "minutes_10"}) {
    auto graded = asked.grade({standard, {}, ""});
    for (double at = graded->range.low; at <= graded->range.high; at += graded->range.step) {
      const auto limit = app::on_slider(graded->range, at);
      CHECK(graded->groups->step(limit));
    }
    CHECK(graded->groups->step(graded->stated.target));
    CHECK(graded->groups->step(graded->stated.limit));
  }
}

TEST_CASE("wherever the handles stand, no few people follow from the figures in sight") {
  Asked asked(lindenhof(), "pharmacy", "rollator");
  auto graded = asked.grade({"max", {}, ""});
  const int min_count = asked.workspace.catalogue.people.min_count;
  std::size_t told = 0;
  for (double at = 100; at <= 2000; at += 50) {
    const Limit target{Limit::Kind::metres, std::min(at, 500.0)}, limit{Limit::Kind::metres, at};
    graded = asked.grade({"max", analysis::Thresholds{target, limit}, ""}, graded.get());
    for (const auto group : groups) {
      const auto shown = app::shown_grades(*graded, group, min_count);
      if (!shown.assessed()) continue;
      ++told;
      for (std::size_t i = 0; i < 4; ++i)
        CHECK((!shown.shown[i] || !is_small(shown.persons[i])));
      // the first of what the window tells beside it: the question's own figures
      const auto& question = graded->told.front();
      CHECK_FALSE(is_small(question.covered.*group - shown.persons[0]));
      CHECK_FALSE(is_small(question.covered.*group - shown.persons[0] - shown.persons[1]));
      CHECK_FALSE(is_small(question.gap.*group - shown.persons[2]));
    }
  }
  CHECK(told > 20);
}

TEST_CASE("in a scenario buildings are graded, persons are not told") {
  auto project = lindenhof();
  Asked asked(std::move(project), "pharmacy", "rollator");
  auto answer = *asked.answer;
  answer.question.scenario = "Rampe";
  asked.answer = std::make_shared<const app::Answer>(answer);
  const auto graded = asked.grade({"max", {}, "minutes_10"});
  CHECK(graded->counts.persons[0].all == -1);
  CHECK(graded->counts.homes[0] > 0);
  const auto words = app::grade_words(*graded, asked.workspace.catalogue);
  CHECK(words.sentence.find("residential buildings") != std::string::npos);
  CHECK(words.remarks.front().find("scenario") != std::string::npos);
  for (const auto& row : words.tables.at(0).rows)
    CHECK(row.cells[1] == "–");
}

TEST_CASE("the grades of a drawn quarter can be reckoned in one's head") {
  Asked asked(districts::quarter(R"(
    S   h       h
    |   |       |
    +---+-------+
  )",
                                 40),
              "pharmacy", "adult");
  const auto reach = asked.answer->reach;
  const double near = std::min(reach[0].metres, reach[1].metres);
  const double far = std::max(reach[0].metres, reach[1].metres);
  REQUIRE(near < far);
  const auto at = [&](double target, double limit) {
    const analysis::Thresholds own{{Limit::Kind::metres, target}, {Limit::Kind::metres, limit}};
    return asked.grade({"max", own, ""})->counts;
  };
  CHECK(at(near - 1, near - 1).persons[2] == Counts{80, 40, 20});
  CHECK(at(near, far - 1).persons[0] == Counts{40, 20, 10});
  CHECK(at(near, far - 1).persons[2] == Counts{40, 20, 10});
  CHECK(at(near, far).persons[1] == Counts{40, 20, 10});
  CHECK(at(far, far).persons[0] == Counts{80, 40, 20});
}

TEST_CASE("the sheet of grades tells the panel's figures, and names what can be seen") {
  Asked asked(lindenhof(), "pharmacy", "rollator");
  const auto graded = asked.grade({"max", {}, "minutes_10"});
  const auto words = app::grade_words(*graded, asked.workspace.catalogue);
  const auto sheet = app::grades_answer(*graded, asked.workspace.catalogue);
  CHECK(sheet.sentence == words.sentence);
  REQUIRE(sheet.people.rows.size() == 3);
  const auto shown = app::shown_grades(*graded, &Counts::all, 5);
  for (std::size_t i = 0; i < shown.persons.size(); ++i) {
    if (shown.shown[i]) {
      CHECK(sheet.people.rows[0].at(i + 1) ==
            base::format_number(static_cast<double>(shown.persons[i]), 0, base::language()));
    }
  }
  std::vector<std::string> signs;
  for (const auto& sign : sheet.signs)
    signs.push_back(sign.name);
  for (const auto& name :
       {app::grade_name(Grade::good, graded->thresholds),
        app::grade_name(Grade::sufficient, graded->thresholds),
        app::grade_name(Grade::gap, graded->thresholds), app::between_name(*graded)})
    CHECK(std::find(signs.begin(), signs.end(), name) != signs.end());
  // The ring of those between lies below the grades' own markers, their rims above the buildings.
  CHECK(sheet.above.front()->name == "gap_markers");
  CHECK(sheet.above.back()->name == "between");
  REQUIRE(sheet.list.places.size() == words.tables.back().rows.size());
  CHECK(sheet.list.places[0].figures.size() == sheet.list.heads.size());
}

TEST_CASE("with one threshold the sheet has no merely sufficient") {
  Asked asked(lindenhof(), "pharmacy", "rollator");
  const auto graded = asked.grade({"soll", {}, ""});
  REQUIRE(graded->thresholds.single());
  const auto sheet = app::grades_answer(*graded, asked.workspace.catalogue);
  CHECK(sheet.people.heads.size() == 4);
  for (const auto& row : sheet.people.rows)
    CHECK(row.size() == 4);
  CHECK(sheet.list.places.empty());
}
