#include "app/verb_site.hpp"

#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analysis/siting.hpp"
#include "app/new_project.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/project_gpkg.hpp"
#include "scene/siting_sentence.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

const geo::MultiPolygon around = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};

model::Project street() {
  auto made = districts::draw(R"(
    hS       h h
    +--------+-+-------------+
                             |
                             + h
                             |h
                             +h
  )")
                  .project;
  made.info.title = "Viertel";
  made.district = around;
  made.data_extent = around;
  for (auto& home : made.homes)
    home.basis = model::PopulationBasis::counted;
  return made;
}

struct Case {
  io::test::Folder folder;
  std::filesystem::path project = folder / "viertel.gpkg";
  app::Console console{true};

  Case() {
    jobs::Context context;
    REQUIRE(io::write_project(street(), project, context));
  }
  app::SiteOptions options() const {
    app::SiteOptions o;
    o.project = project;
    o.service = "pharmacy";
    o.profile = "adult";
    o.limit = "60m";
    o.spacing_m = 10;
    o.exact = true;
    return o;
  }
  base::Error refused(const app::SiteOptions& o) {
    const auto done = app::run_site(o, console);
    REQUIRE_FALSE(done);
    CHECK_FALSE(done.error().what.empty());
    CHECK_FALSE(done.error().what_to_do.empty());
    return done.error();
  }
  std::filesystem::path written(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }
  std::vector<std::string> lines(const std::string& name) const {
    std::ifstream file(folder / name);
    std::vector<std::string> all;
    for (std::string line; std::getline(file, line);)
      all.push_back(line);
    return all;
  }
};

struct German {
  base::Language before = base::language();
  German() { base::set_language(base::Language::german); }
  ~German() { base::set_language(before); }
  German(const German&) = delete;
  German& operator=(const German&) = delete;
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Told {
  std::shared_ptr<const analysis::District> district;
  analysis::SitingCase siting;
  analysis::SitingAnswer answer;
  model::Catalogue catalogue = app::shipped_catalogue().value();

  explicit Told(const model::Project& project, std::size_t sites = 1) {
    district = districts::district_of(project, districts::walker());
    analysis::SitingQuestion question;
    question.limit = {analysis::Limit::Kind::metres, 60};
    question.sites = sites;
    jobs::Context context;
    siting = analysis::siting_case(*district, "G04", analysis::street_candidates(*district, 10),
                                   question, context)
                 .value();
    answer = analysis::solve_siting(siting, std::nullopt, context);
  }
  scene::SitingWords words() const {
    return {siting, answer, **catalogue.type("G04"), **catalogue.profile("rollator"), 5};
  }
};

}  // namespace

TEST_CASE("the sentence names gain and bound, in German") {
  const German german;
  auto project = street();
  for (auto& home : project.homes)
    home.residents.all = home.id == 5 ? 312 : 20;
  Told told(project);
  const auto sentence = scene::siting_sentence(told.words());
  CHECK(sentence ==
        "Eine zusätzliche Apotheke am besten Ort brächte 352 Menschen auf höchstens 60 m Weg "
        "eine Apotheke (mit Rollator); das ist nachweislich das Optimum.");
  told.answer.proven = false;
  told.answer.bound = 362;
  CHECK(holds(scene::siting_sentence(told.words()), "höchstens 3 % unter dem Optimum"));
}

TEST_CASE("gains below five persons are neither told nor to be found by subtraction") {
  auto project = street();
  for (auto& home : project.homes)
    home.residents.all = home.id == 5 ? 3 : home.id == 1 ? 50 : 0;
  const Told told(project);
  CHECK(told.answer.value == 3);
  const auto figures = scene::siting_figures(told.answer, scene::AgeGroup::all, 5);
  CHECK_FALSE(figures.gained);
  CHECK_FALSE(figures.served);  // with the total it would tell the gain
  CHECK_FALSE(figures.adds.at(0));
  CHECK_FALSE(holds(scene::siting_sentence(told.words()), " 3 "));
}

TEST_CASE("of two sets that differ by a few persons only one is shown") {
  auto project = street();
  for (auto& home : project.homes)
    home.residents.all = home.id == 2 ? 3 : 40;
  scene::ShownSets sets(project, scene::AgeGroup::all, 5);
  CHECK(sets.show({3, 4, 5}) == 120);
  CHECK(sets.show({3, 4, 5}) == 120);
  CHECK_FALSE(sets.show({1, 3, 4, 5}));  // 123: three persons more
  CHECK(sets.show({2, 3, 4}) == 120);
  sets.keep_back({0, 5});
  CHECK_FALSE(sets.show({0, 5}));
  CHECK_FALSE(sets.show({1}));
}

TEST_CASE("the best sites, single places, guesses and pointed places become one table") {
  Case world;
  auto o = world.options();
  o.sites = 2;
  o.csv = world.folder / "orte.csv";
  o.out = world.folder / "orte.gpkg";
  const auto projection = geo::Projection::to_epsg(25832);
  const auto at = projection->inverse({500100, 5600050});
  const auto text = fmt::format("{:.7f},{:.7f}", at.lon, at.lat);
  o.guess = text + "," + text;
  o.explain = {text};
  REQUIRE(app::run_site(o, world.console));
  std::map<std::string, int> roles;
  const auto lines = world.lines("orte.csv");
  for (const auto& line : lines)
    ++roles[line.substr(0, line.find(','))];
  CHECK(roles["role"] == 1);
  CHECK(roles["site"] == 2);
  CHECK(roles["best"] >= 1);
  CHECK(roles["guess"] == 2);
  CHECK(roles["pointed"] == 1);
  CHECK(holds(lines.at(1), ",39,"));
  CHECK(std::filesystem::exists(o.out));
}

TEST_CASE("vacant sites come from a file, and those outside the data are named") {
  Case world;
  auto o = world.options();
  o.csv = world.folder / "orte.csv";
  o.candidates = world
                     .written("leer.csv",
                              "Name;Rechtswert;Hochwert\nEcke;500100;5600050\n"
                              "Markt;500330;5600030\n")
                     .string();
  REQUIRE(app::run_site(o, world.console));
  CHECK(holds(world.lines("orte.csv").at(1), "Markt"));
  o.candidates = world
                     .written("fern.csv",
                              "Name;Rechtswert;Hochwert\nEcke;500100;5600050\n"
                              "Fern;580000;5600030\n")
                     .string();
  const auto error = world.refused(o);
  CHECK(holds(error.what, "Fern"));
  CHECK(error.where == "fern.csv");
}

TEST_CASE("siting questions that cannot be answered are refused before anything is written") {
  Case world;
  auto more = world.options();
  more.candidates = world
                        .written("zwei.csv",
                                 "Name;Rechtswert;Hochwert\nEcke;500100;5600050\n"
                                 "Markt;500330;5600030\n")
                        .string();
  more.sites = 3;
  more.csv = world.folder / "nie.csv";
  world.refused(more);
  auto covering = world.options();
  covering.model = "lscp";
  covering.sites = 2;
  CHECK(world.refused(covering).where == "-p");
  auto apart = world.options();
  apart.model = "lscp";
  apart.min_distance_m = 100;
  CHECK(world.refused(apart).where == "--min-distance");
  auto guess = world.options();
  guess.guess = "9.0,50.5,9.1";
  CHECK(world.refused(guess).where == "--guess");
  guess.guess = "9.0,50.5,9.1,50.5";
  guess.sites = 3;
  CHECK(world.refused(guess).where == "--guess");
  guess.sites = 2;
  CHECK(world.refused(guess).code == base::ErrorCode::bad_input);  // outside the data
  auto limit = world.options();
  limit.limit = "bald";
  world.refused(limit);
  CHECK_FALSE(std::filesystem::exists(world.folder / "nie.csv"));
}

TEST_CASE("in Lindenhof a supermarket where siting puts it serves whom siting says") {
  jobs::Context context;
  app::Workspace workspace;
  workspace.catalogue = app::shipped_catalogue().value();
  auto project = app::make_project(app::demo_district(), workspace.catalogue, context).value();
  const auto ask = [&](const model::Project& now) {
    workspace.project = std::make_shared<const model::Project>(now);
    workspace.graph = std::make_shared<const analysis::StreetGraph>(
        analysis::build_street_graph(now.streets, context, now.roads));
    return app::prepare(workspace, "age_85", context).value();
  };
  const auto before = ask(project);
  analysis::SitingQuestion question;
  question.limit = {analysis::Limit::Kind::seconds, 600};
  question.weighting = analysis::Weighting::age_65;
  question.sites = 3;
  const auto siting =
      analysis::siting_case(*before, "N01", analysis::street_candidates(*before, 50), question,
                            context)
          .value();
  const auto answer = analysis::solve_siting(siting, base::Seconds(60), context);
  CHECK(answer.proven);
  for (const auto& site : answer.sites) {
    model::Service shop;
    shop.id = static_cast<std::int32_t>(project.services.size()) + 1;
    shop.type = "N01";
    shop.at = siting.candidates[site.adds.candidate].at;
    project.services.push_back(shop);
  }
  const auto after = ask(project);
  const auto coverage = [&](const analysis::District& district) {
    return analysis::coverage(district, "N01", analysis::reach(district, "N01", context),
                              question.limit);
  };
  CHECK(coverage(*after).age_65.covered - coverage(*before).age_65.covered == answer.value);
  CHECK(coverage(*after).age_65.gap == answer.left.persons[1]);
}
