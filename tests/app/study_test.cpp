// The window's further analyses: each says what its verb says, for the question that is asked, and
// is out of date when the question is another one.

#include "app/study.hpp"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/area_figures.hpp"
#include "app/barriers_report.hpp"
#include "app/capacity_report.hpp"
#include "app/figures_sheet.hpp"
#include "app/need_report.hpp"
#include "app/new_project.hpp"
#include "app/rests_report.hpp"
#include "app/session.hpp"
#include "app/site_report.hpp"
#include "app/verb_barriers.hpp"
#include "app/verb_capacity.hpp"
#include "app/verb_coverage.hpp"
#include "app/verb_hours.hpp"
#include "app/verb_mobile.hpp"
#include "app/verb_rests.hpp"
#include "app/verb_scenario.hpp"
#include "app/verb_site.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/project_gpkg.hpp"
#include "io/scenario_yaml.hpp"

using namespace nahraum;
using app::Study;
using nlohmann::json;

namespace {

const std::string ramp = "Rampe Unterführung";

/// Lindenhof with a scenario, open in a session that has settings of its own.
struct Open {
  Open() {
    base::set_language(base::Language::english);
    folder = std::filesystem::temp_directory_path() / ("nahraum-study-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    setenv("XDG_STATE_HOME", folder.c_str(), 1);
    const auto catalogue = app::shipped_catalogue().value();
    auto project = app::make_project(app::demo_district(), catalogue, context).value();
    project.scenarios.push_back(
        io::read_scenario(NAHRAUM_SOURCE_DIR
                          "/geodata/lindenhof/szenarien/rampe_unterfuehrung.yaml",
                          catalogue, project.info.epsg)
            .value());
    REQUIRE(io::write_project(project, folder / "l.gpkg", context));
    session = std::make_unique<app::Session>(catalogue);
    session->dispatch(app::OpenFile{folder / "l.gpkg"});
    session->settle();
    base::set_language(base::Language::english);  // opening follows the settings
    REQUIRE(state().project);
    workspace = {state().project, catalogue,
                 std::make_shared<const analysis::StreetGraph>(
                     analysis::street_graph_of(*state().project, context))};
  }
  ~Open() {
    session.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  const app::State& state() const { return session->state(); }
  const app::StudyResult& ask(Study study, const std::string& unit = "") {
    session->dispatch(app::AskStudy{study, unit});
    session->settle();
    const auto* result = app::study_result(state(), study);
    REQUIRE(result);
    INFO(result->trouble);
    CHECK(result->trouble.empty());
    CHECK_FALSE(result->sentence.empty());
    CHECK_FALSE(result->method.empty());
    CHECK_FALSE(app::is_stale(state(), *result));
    CHECK_FALSE(state().studying);
    return *result;
  }
  template <class Options>
  Options options() const {
    Options made;
    made.profile = state().question.profile;
    made.limit = analysis::to_text(state().question.limit);
    return made;
  }

  std::filesystem::path folder;
  std::unique_ptr<app::Session> session;
  app::Workspace workspace;
  jobs::Context context;
};

std::string shown(const json& count) {
  return count.is_null() ? "–" : base::format_number(count.get<double>(), 0, base::language());
}

bool starts_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

}  // namespace

TEST_CASE_METHOD(Open, "barriers and seats of the window are those of the command line") {
  auto barriers = options<app::BarriersOptions>();
  barriers.service = state().question.type;
  const auto verb = app::ask_barriers(barriers, workspace, context).value();
  const auto told = app::barriers_json(verb, workspace);
  const auto& window = ask(Study::barriers);
  CHECK(starts_with(window.sentence, told["sentence"].get<std::string>()));
  REQUIRE(window.tables.size() == 1);
  const auto& rows = window.tables[0].rows;
  REQUIRE(rows.size() == told["barriers"].size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].cells[1] == shown(told["barriers"][i]["persons"]));
    CHECK(rows[i].cells[3] == shown(told["barriers"][i]["persons_80"]));
    CHECK(rows[i].place);
  }

  auto rests = options<app::RestsOptions>();
  rests.service = state().question.type;
  rests.suggest = 10;
  const auto seats = app::ask_rests(rests, workspace, context).value();
  const auto seats_told = app::rests_json(seats, workspace);
  const auto& seen = ask(Study::rests);
  CHECK(starts_with(app::rests_text(seats, workspace), seen.sentence));
  REQUIRE(seen.tables.size() == 2);
  CHECK(seen.tables[0].rows[2].cells[2] == shown(seats_told["groups"]["80"]["without_rests"]));
  REQUIRE(seen.tables[1].rows.size() == seats_told["new_seats"].size());
  CHECK(seen.tables[1].rows[0].cells[1] == shown(seats_told["new_seats"][0]["gained"]));
}

TEST_CASE_METHOD(Open, "sites and capacity of the window are those of the command line") {
  auto site = options<app::SiteOptions>();
  site.service = state().question.type;
  json told;
  REQUIRE(app::ask_site(
      site, workspace, context, [](const std::string&) {},
      [&](const app::SiteResult& result) -> base::Result<void> {
        told = app::site_json(result);
        return {};
      }));
  const auto& window = ask(Study::sites);
  CHECK(window.sentence == told["sentence"]);
  REQUIRE(window.tables.size() == 1);
  REQUIRE(window.tables[0].rows.size() == told["best_places"].size());
  CHECK(window.tables[0].rows[0].cells[1] == shown(told["best_places"][0]["alone"]["all"]));

  // The user's own place is measured as the command line does.
  const auto own = state().project->homes.at(7).at;
  const auto at = geo::Projection::to_epsg(state().project->info.epsg)->inverse(own);
  site.guess = fmt::format("{:.7f},{:.7f}", at.lon, at.lat);
  site.explain = {site.guess};
  REQUIRE(app::ask_site(
      site, workspace, context, [](const std::string&) {},
      [&](const app::SiteResult& result) -> base::Result<void> {
        told = app::site_json(result);
        return {};
      }));
  session->dispatch(app::GuessSite{own});
  session->settle();
  const auto& guessed = *app::study_result(state(), Study::sites);
  REQUIRE(guessed.tables.size() == 2);
  const auto& mine = guessed.tables[0];
  REQUIRE(mine.rows.size() == 1);
  CHECK(mine.rows[0].mark == "?");
  CHECK(mine.rows[0].cells[1] == shown(told["explained"][0]["groups"]["all"]["gain"]));
  CHECK(starts_with(mine.note, told["guess"]["text"].get<std::string>()));

  // A place far from any street is named; the best ones are told all the same.
  session->dispatch(app::GuessSite{{0, 0}});
  session->settle();
  const auto& nowhere = *app::study_result(state(), Study::sites);
  CHECK(nowhere.trouble.empty());
  REQUIRE(nowhere.tables.size() == 1);
  CHECK(starts_with(nowhere.remarks.at(0), "Your own suggestion: "));

  auto capacity = options<app::CapacityOptions>();
  capacity.services = {state().question.type};
  const auto shared = app::ask_capacity(capacity, workspace, context).value();
  const auto loads = app::capacity_json(shared, app::CapacityBy::service, {});
  const auto& seen = ask(Study::capacity);
  CHECK(seen.sentence == loads["sentence"]);
  REQUIRE(seen.tables[0].rows.size() == loads["services"].size());
  CHECK(seen.tables[0].rows[0].cells[2] == shown(loads["services"][0]["persons"]));
}

TEST_CASE_METHOD(Open, "opening hours of the window are those of the command line") {
  auto hours = options<app::HoursOptions>();
  hours.service = state().question.type;
  const auto verb = app::ask_hours(hours, workspace, context).value();
  const auto told = app::hours_json(verb, workspace);
  const auto& window = ask(Study::hours);
  CHECK(starts_with(app::hours_text(verb, workspace), window.sentence));
  REQUIRE_FALSE(window.tables.empty());
  const auto& week = window.tables[0];
  REQUIRE(week.rows.size() == 7);
  const auto grid =
      app::hour_grid(verb, app::hours_headline(verb).member, workspace.catalogue.people.min_count);
  const auto& tuesday = week.rows[1].cells;
  CHECK(tuesday[0] == "Tuesday");
  CHECK(tuesday[2] ==
        app::hour_share(grid.at_least[24 + 10], app::hours_headline(verb).figures.total));
  const std::size_t more = window.tables.size() - 1;
  CHECK(more == (told["unknown"].empty() ? 0u : 1u) + (told["unusual"].empty() ? 0u : 1u));
}

TEST_CASE_METHOD(Open, "certainty and standards of the window are those of the command line") {
  auto coverage = options<app::CoverageOptions>();
  coverage.services = {state().question.type};
  coverage.certainty = "span";
  const auto verb = app::ask_coverage(coverage, workspace, context).value();
  const auto told =
      app::coverage_json(verb.rows, *state().project, workspace.catalogue.people.min_count);
  const auto& window = ask(Study::certainty);
  REQUIRE(window.tables[0].rows.size() == 2);
  for (const std::size_t i : {0, 1}) {
    const auto& groups = told["results"][i]["groups"];
    CHECK(window.tables[0].rows[i].cells[1] == shown(groups["all"]["covered"]));
    CHECK(window.tables[0].rows[i].cells[4] == shown(groups["80"]["gap"]));
  }

  const auto& others = ask(Study::standards);
  CHECK(others.sentence == window.sentence);
  const auto& rows = others.tables[0].rows;
  REQUIRE(rows.size() > 3);
  CHECK(rows[0].cells[1] == window.tables[0].rows[0].cells[1]);
  coverage.certainty = "optimistic";
  coverage.limit.clear();
  coverage.standard = "bbsr_1000";
  const auto wide = app::ask_coverage(coverage, workspace, context).value();
  const auto found = std::find_if(rows.begin(), rows.end(), [](const app::StudyRow& row) {
    return row.cells[0].find("BBSR") != std::string::npos;
  });
  REQUIRE(found != rows.end());
  CHECK(found->cells[1] == shown(wide.rows[0].coverage.all.covered));
}

TEST_CASE_METHOD(Open, "standards that differ by a few people are not both told") {
  session->dispatch(app::ChooseLimit{{analysis::Limit::Kind::metres, 501}});
  session->settle();
  const auto& rows = ask(Study::standards).tables[0].rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      if (rows[i].cells[4] == "–" || rows[j].cells[4] == "–") continue;
      const auto number = [](std::string text) {
        std::erase(text, ',');
        return std::stol(text);
      };
      const long differ = std::abs(number(rows[i].cells[4]) - number(rows[j].cells[4]));
      CHECK((differ == 0 || differ >= workspace.catalogue.people.min_count));
    }
  }
}

TEST_CASE_METHOD(Open, "need is told for the whole and for a chosen area, beside each other") {
  app::NeedOptions options;
  options.by = "area";
  const auto answer = app::answer_need(options, workspace, context).value();
  const int min_count = workspace.catalogue.people.min_count;
  session->dispatch(app::ChooseModule{1});  // asks by itself
  session->settle();
  const auto& whole = ask(Study::need);
  CHECK(starts_with(app::need_sentences(answer, min_count), whole.sentence));
  const auto ratios = app::need_ratios(answer, answer.district, min_count);
  CHECK(whole.tables[0].rows[1].cells[1] == ratios[2][1]);
  const auto& areas = whole.tables.back().rows;
  REQUIRE(areas.size() == answer.units.size() + 1);
  CHECK(areas[0].chosen);
  const std::string unit = *areas[2].unit;
  const auto share = areas[2].cells[2];
  const auto& one = ask(Study::need, unit);
  CHECK(one.tables[0].rows[1].cells[1] == share + " %");
  CHECK(one.tables[0].rows[1].cells[2] == ratios[2][1]);
  CHECK(one.tables.back().rows[2].chosen);

  session->dispatch(app::ChooseProfile{"age_75"});  // need does not walk
  session->settle();
  CHECK_FALSE(app::is_stale(state(), *app::study_result(state(), Study::need)));
}

TEST_CASE_METHOD(Open,
                 "the map of module 1 shows what the table tells, and nothing that it keeps back") {
  app::NeedOptions options;
  options.by = "area";
  const auto answer = app::answer_need(options, workspace, context).value();
  const auto units = app::need_units(answer, workspace.catalogue.people.min_count);
  CHECK_FALSE(app::figures_in_sight(state()));
  session->dispatch(app::ChooseModule{1});
  session->settle();
  const auto figures = app::figures_in_sight(state());
  REQUIRE(figures);
  REQUIRE(figures->ids.size() == answer.units.size());
  const auto* share = figures->find("share_80");
  REQUIRE(share);
  for (std::size_t i = 0; i < figures->ids.size(); ++i) {
    const auto& told = units.at(i + 1).at(3);  // 80+ %
    CHECK((share->texts[i].empty() ? "–" : share->texts[i]) == (told == "–" ? told : told + " %"));
    CHECK(share->areas[i].rate.has_value() == (told != "–"));
  }
  const auto sheet =
      app::figures_answer(*figures, *share, *app::study_result(state(), Study::need));
  CHECK(sheet.topic == share->name);
  REQUIRE(sheet.signs.size() >= share->classes.upper.size());
  CHECK(sheet.signs.front().name ==
        app::class_name(*share, share->classes.upper.size() - 1));  // the highest first
  CHECK(sheet.above.back()->name == "counts");
  session->dispatch(app::ChooseIndicator{""});
  CHECK_FALSE(app::figures_in_sight(state()));
  session->dispatch(app::ChooseIndicator{"share_65"});
  CHECK(app::figures_in_sight(state()));
  session->dispatch(app::ChooseModule{2});
  CHECK_FALSE(app::figures_in_sight(state()));
}

TEST_CASE_METHOD(Open, "who comes home is told as by the command line, for each service in turn") {
  for (const std::string service : {"", "P07"}) {
    const auto& window = ask(Study::mobile, service);
    app::MobileOptions options;
    options.service = service.empty() ? "P01" : service;
    const auto verb = app::ask_mobile(options, workspace).value();
    const auto told = app::mobile_json(verb, workspace);
    CHECK(starts_with(app::mobile_text(verb, workspace), window.sentence));
    REQUIRE(window.tables.size() == 3);
    const auto& groups = window.tables[0].rows;
    REQUIRE(groups.size() == 3);
    for (const auto& [row, name] : {std::pair<std::size_t, const char*>{0, "all"}, {2, "80"}}) {
      const auto& providers = told["groups"][name]["providers"];
      const char* const columns[] = {"0", "1", "2", "3+"};
      for (std::size_t i = 0; i < 4; ++i)
        CHECK(groups[row].cells[i + 1] == shown(providers[columns[i]]));
    }
    const auto& spots = window.tables[1].rows;
    REQUIRE(spots.size() == std::min<std::size_t>(told["white_spots"].size(), 15));
    for (std::size_t i = 0; i < spots.size(); ++i) {
      CHECK(spots[i].cells[1] == shown(told["white_spots"][i]["homes"]));
      CHECK(spots[i].cells[2] == shown(told["white_spots"][i]["all"]));
      CHECK(spots[i].cells[4] == shown(told["white_spots"][i]["80"]));
      REQUIRE(spots[i].place);
      const auto& homes = state().project->homes;  // the mark stands on one to which nobody comes
      const auto at = std::find_if(homes.begin(), homes.end(), [&](const model::Home& home) {
        return home.at == *spots[i].place;
      });
      REQUIRE(at != homes.end());
      CHECK(verb.cover.provider_count[static_cast<std::size_t>(at - homes.begin())] == 0);
    }
    const auto& services = window.tables[2].rows;
    REQUIRE(services.size() == 3);
    CHECK(services[service.empty() ? 0 : 1].chosen);
    CHECK(services[1].unit == "P07");
    CHECK(services[1].cells[2] == "3");
  }
  session->dispatch(app::ChooseProfile{"age_75"});  // nobody walks
  session->settle();
  CHECK_FALSE(app::is_stale(state(), *app::study_result(state(), Study::mobile)));
}

TEST_CASE_METHOD(Open, "where no service areas are kept the panel says how to add them") {
  auto bare = *state().project;
  bare.service_areas.clear();
  REQUIRE(io::write_project(bare, folder / "bare.gpkg", context));
  session->dispatch(app::OpenFile{folder / "bare.gpkg"});
  session->settle();
  session->dispatch(app::AskStudy{Study::mobile, ""});
  session->settle();
  const auto* result = app::study_result(state(), Study::mobile);
  REQUIRE(result);
  CHECK(result->trouble.find("--service-areas") != std::string::npos);
  CHECK(result->sentence.empty());
  CHECK(result->tables.empty());
}

TEST_CASE_METHOD(Open, "a scenario is asked, told and left, and the project stays as it is") {
  const auto before = state().project;
  const long covered = state().answer->coverage.all.covered;
  session->dispatch(app::AskStudy{Study::scenario, ""});
  session->settle();
  CHECK_FALSE(app::study_result(state(), Study::scenario));  // none is chosen yet
  session->dispatch(app::ChooseScenario{ramp});
  session->settle();
  CHECK(state().project == before);
  CHECK_FALSE(state().unsaved);
  CHECK(state().answer->question.scenario == ramp);
  CHECK(state().answer->coverage.all.covered > covered);
  CHECK(app::answered_project(state())->info.scenario == ramp);

  auto options = this->options<app::ScenarioOptions>();
  options.before = "base";
  options.after = ramp;
  options.services = {state().question.type};
  const auto verb = app::ask_comparison(options, workspace, context).value();
  const auto told = app::comparison_json(verb);
  const auto* window = app::study_result(state(), Study::scenario);
  REQUIRE(window);
  CHECK(window->sentence == told["results"][0]["sentence"]);
  CHECK(window->tables[0].rows[0].cells[3] == shown(told["results"][0]["groups"]["all"]["gained"]));
  CHECK(window->tables[1].rows.size() == 3);

  // The two answers are seen in turn: together they tell no group of fewer than five.
  session->dispatch(app::ChooseLimit{{analysis::Limit::Kind::seconds, 600}});
  session->settle();
  CHECK(state().answer->coverage.age_80.total == -1);  // three people gain
  CHECK(state().answer->coverage.all.covered > 0);

  const auto id = state().project->services.front().id;
  session->dispatch(app::DropService{id, state().project->services.front().at});
  CHECK(state().project == before);  // what is shown is not the project: nothing is moved in it
  session->dispatch(app::ChooseScenario{});
  session->settle();
  CHECK(state().answer->coverage.all.covered == covered);
}

TEST_CASE_METHOD(Open, "a result is out of date after another question, not after a note") {
  const auto sentence = ask(Study::barriers).sentence;
  model::Note note;
  note.points = {state().project->homes.front().at};
  session->dispatch(app::PerformEdit{model::AddNote{note}});
  session->settle();
  CHECK_FALSE(app::is_stale(state(), *app::study_result(state(), Study::barriers)));
  session->dispatch(app::ChooseLimit{{analysis::Limit::Kind::metres, 900}});
  session->settle();
  CHECK(app::is_stale(state(), *app::study_result(state(), Study::barriers)));
  CHECK(ask(Study::barriers).sentence != sentence);
  auto service =
      *std::find_if(state().project->services.begin(), state().project->services.end(),
                    [&](const model::Service& each) { return each.type == state().question.type; });
  session->dispatch(app::DropService{service.id, {service.at.x + 40, service.at.y}});
  session->settle();
  CHECK(app::is_stale(state(), *app::study_result(state(), Study::barriers)));
}

TEST_CASE_METHOD(Open, "a cancelled study leaves the one before, and nothing under way") {
  ask(Study::rests);
  session->dispatch(app::ChooseProfile{"age_85"});
  session->settle();
  session->dispatch(app::AskStudy{Study::rests, ""});
  CHECK(state().studying == Study::rests);
  for (const auto& job : session->jobs())
    session->dispatch(app::CancelJob{job.id});
  session->settle();
  CHECK_FALSE(state().studying);
  REQUIRE(app::study_result(state(), Study::rests));
}

TEST_CASE_METHOD(Open, "what a verb refuses is told in the panel, in its words") {
  session->dispatch(app::ChooseProfile{"wheelchair"});  // states no distance from seat to seat
  session->settle();
  session->dispatch(app::AskStudy{Study::rests, ""});
  session->settle();
  const auto* result = app::study_result(state(), Study::rests);
  REQUIRE(result);
  app::RestsOptions options = this->options<app::RestsOptions>();
  options.service = state().question.type;
  const auto verb = app::ask_rests(options, workspace, context);
  if (verb) {
    CHECK(result->trouble.empty());
  } else {
    CHECK(result->trouble == base::one_line(verb.error()));
    CHECK(result->tables.empty());
  }
}
