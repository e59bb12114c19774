#include <algorithm>
#include <cmath>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/capacity_report.hpp"
#include "app/capacity_sentence.hpp"
#include "app/verb_capacity.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

/// 25, 37 and 49 people of 80 and over along a street with two day care centres: 62 and 86 in reach
/// within 100 s at 1 m/s, 111 in all.
model::Project street() {
  auto world = districts::draw(R"(
    h    S       h   S       h
    +----+-------+---+-------+
  )");
  auto& project = world.project;
  for (auto& home : project.homes) {
    home.basis = model::PopulationBasis::counted;
    home.residents = {100, 80, 13 + 12 * home.id};
  }
  for (auto& service : project.services)
    service.type = "P02";
  project.services[0].capacity = 6;
  project.services[1].capacity = 32;
  project.info.title = "Viertel";
  project.district = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};
  project.data_extent = project.district;
  return project;
}

const model::Catalogue& catalogue() {
  static const auto shipped = app::shipped_catalogue().value();
  return shipped;
}

app::CapacityAnswer answer(const model::Project& project, const char* method = "2sfca",
                           scene::AgeGroup group = scene::AgeGroup::age_80) {
  base::set_language(base::Language::english);
  app::CapacityAnswer asked;
  asked.catalogue = &catalogue();
  asked.type = catalogue().type("P02").value();
  asked.method = catalogue().capacity.method(method);
  asked.rule = catalogue().capacity.of("P02");
  asked.group = group;
  auto walker = districts::walker();
  walker.label = {"Gehende", "Walker"};
  asked.district = districts::district_of(project, walker);
  analysis::CapacityQuestion question;
  question.type = "P02";
  question.method = asked.method->method;
  question.decay = *catalogue().capacity.decay(asked.method->decay);
  question.limit = {analysis::Limit::Kind::seconds, 100};
  question.group = app::figure_of(group);
  jobs::Context context;
  return app::answer_capacity(std::move(asked), question, context).value();
}

bool says(const std::vector<std::string>& remarks, const std::string& what) {
  return std::any_of(remarks.begin(), remarks.end(), [&](const std::string& remark) {
    return remark.find(what) != std::string::npos;
  });
}

const io::Value& cell(const io::FeatureTable& table, std::size_t row, const std::string& column) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == column) return table.rows[row].values[c];
  }
  FAIL("no column " << column);
  return table.rows[0].values[0];
}

bool empty(const io::Value& value) {
  return std::holds_alternative<std::monostate>(value);
}

}  // namespace

TEST_CASE("the sentence names people, places and how many that are for a thousand") {
  CHECK(app::capacity_sentence(answer(street())) ==
        "For 111 people aged 80 and over within a walk of 1.7 minutes there are 38 places “Day "
        "care”: "
        "342 per 1,000 (Walker).");
}

TEST_CASE("the rim takes its part of the places, and the sentence says so") {
  auto project = street();
  project.homes[0].in_district = false;
  const auto told = answer(project);
  CHECK(app::capacity_sentence(told).find("of which 35.6 remain for them by calculation") !=
        std::string::npos);
  CHECK(says(app::capacity_remarks(told), "outside the district"));
}

TEST_CASE("gravity and opportunities speak of what is in reach, not of shares") {
  CHECK(app::capacity_sentence(answer(street(), "opportunities")) ==
        "111 people aged 80 and over have on average 28 places “Day care” in reach within a walk "
        "of 1.7 minutes (Walker).");
  CHECK(app::capacity_sentence(answer(street(), "gravity")).find("weighted by the way") !=
        std::string::npos);
}

TEST_CASE("services left out and without people in reach are listed") {
  auto project = street();
  project.services[0].capacity.reset();
  project.services[0].name = "Haus Linde";
  project.services[1].capacity = -2;
  project.services[1].name = "Haus Ulme";
  auto lonely = project.services[1];
  lonely.id = 7;
  lonely.capacity = 9;
  lonely.name = "Haus am Ende";
  lonely.at = {lonely.at.x + 70, lonely.at.y};
  project.services.push_back(lonely);
  project.homes.pop_back();
  project.homes.pop_back();
  const auto remarks = app::capacity_remarks(answer(project));
  CHECK(says(remarks, "capacity is unknown: Haus Linde"));
  CHECK(says(remarks, "0 or less: Haus Ulme"));
  CHECK(says(remarks, "Without people in reach: Haus Ulme, Haus am Ende"));
}

TEST_CASE("services of unknown capacity make the rest a least") {
  auto project = street();
  project.services[1].capacity.reset();
  const auto told = answer(project);
  CHECK(app::capacity_sentence(told) ==
        "For 62 people aged 80 and over within a walk of 1.7 minutes there are at least 6 places "
        "“Day care”: at least 97 per 1,000 (Walker).");
  CHECK(says(app::capacity_remarks(told),
             "49 people aged 80 and over reach only services of "
             "unknown capacity"));
}

TEST_CASE("counting each as one makes facilities of them, not places") {
  auto project = street();
  for (auto& service : project.services)
    service.capacity.reset();
  const auto told = answer(project);
  CHECK(app::capacity_sentence(told).find("there are 2 facilities “Day care”") !=
        std::string::npos);
  CHECK(says(app::capacity_remarks(told), "each counts as one (assumption)"));
}

TEST_CASE("a few people are neither said nor written, nor what would tell them") {
  auto project = street();
  project.homes[0].residents.age_80 = 3;  // the first service: 40, the second 86, all 89
  const auto told = answer(project);
  const auto services = app::capacity_table(told, app::CapacityBy::service);
  CHECK_FALSE(empty(cell(services, 0, "persons")));
  CHECK(empty(cell(services, 1, "persons")));  // 89 − 86 = 3
  CHECK(empty(cell(services, 1, "ratio")));
  CHECK_FALSE(empty(cell(services, 1, "capacity")));
  const auto homes = app::capacity_table(told, app::CapacityBy::home);
  CHECK_FALSE(empty(cell(homes, 0, "access")));
  CHECK(empty(cell(homes, 1, "access")));
  CHECK(empty(cell(homes, 2, "level")));
  CHECK(app::capacity_text(told, app::CapacityBy::service).find(" 86 ") == std::string::npos);
}

namespace {

/// The street in three areas, with 3 people far off in the last one: 111 in reach, 3 without.
model::Project with_areas() {
  auto project = street();
  const double x = project.homes[0].at.x;
  const auto add_area = [&](const char* id, double from_x, double to_x) {
    model::PopulationCell cell;
    cell.source = "bloecke.csv";
    cell.id = id;
    cell.outline = {{geo::ring_of({from_x, 5600000, to_x, 5600100}), {}}};
    project.population.push_back(cell);
  };
  add_area("west", x - 5, x + 20);
  add_area("mitte", x + 20, x + 170);
  add_area("ost", x + 170, x + 2000);
  project.streets.nodes.back().at.x = x + 900;
  auto far = project.homes.back();
  far.id = 4;
  far.at.x = x + 700;
  far.residents.age_80 = 3;
  project.homes.push_back(far);
  return project;
}

}  // namespace

TEST_CASE("every row has a value for every column") {
  const auto told = answer(with_areas());
  for (const auto by : {app::CapacityBy::service, app::CapacityBy::home, app::CapacityBy::area}) {
    const auto table = app::capacity_table(told, by);
    REQUIRE(table.rows.size() >= 2);
    for (const auto& row : table.rows)
      CHECK(row.values.size() == table.columns.size());
  }
}

TEST_CASE("three people without anything are hidden in rounded numbers") {
  const auto told = answer(with_areas());
  CHECK(app::capacity_sentence(told) ==
        "For about 110 people aged 80 and over within a walk of 1.7 minutes there are 38 places "
        "“Day care”: 345 per 1,000 (Walker).");
  CHECK(says(app::capacity_remarks(told), "Fewer than 5"));
  CHECK_FALSE(says(app::capacity_remarks(told), "Gini"));
  const auto areas = app::capacity_table(told, app::CapacityBy::area);
  CHECK(empty(cell(areas, 2, "none_in_reach")));
  CHECK(empty(cell(areas, 2, "in_reach")));  // 52 − 49
  CHECK(empty(cell(areas, 2, "level")));
  CHECK(empty(cell(areas, 0, "in_reach")));  // 111 less the others
  CHECK_FALSE(empty(cell(areas, 1, "in_reach")));
  CHECK_FALSE(empty(cell(areas, 2, "persons")));
}

TEST_CASE("too few people in reach and the sentence has no figure") {
  auto project = street();
  for (auto& home : project.homes)
    home.residents.age_80 = 1;
  const auto told = answer(project);
  CHECK(app::capacity_sentence(told).find("not shown") != std::string::npos);
  CHECK_FALSE(says(app::capacity_remarks(told), "Gini"));
  const auto json = app::capacity_json(told, app::CapacityBy::home, {});
  CHECK(json["totals"]["in_reach"].is_null());
  CHECK(json["totals"]["level"].is_null());
  CHECK(json["equity"]["lorenz"].empty());
  for (const auto& home : json["homes"])
    CHECK(home["access"].is_null());
}

TEST_CASE("the planning ratio stands beside doctors for everybody") {
  auto project = street();
  for (auto& service : project.services)
    service.type = "G01";
  io::test::Folder folder;
  jobs::Context context;
  REQUIRE(io::write_project(project, folder / "p.gpkg", context));
  app::Console console(true);
  app::CapacityOptions options;
  options.project = folder / "p.gpkg";
  options.services = {"gp"};
  options.profile = "adult";
  options.out = folder / "aus.geojson";
  options.csv = folder / "aus.csv";
  options.by = "home";
  CHECK(app::run_capacity(options, console));
  CHECK(io::test::read_bytes(folder / "aus.csv").find("capacity_in_reach") != std::string::npos);
  CHECK(nlohmann::json::parse(std::ifstream(folder / "aus.geojson"))["features"].size() == 3);
}

TEST_CASE("capacity questions that make no sense are refused in one sentence") {
  io::test::Folder folder;
  jobs::Context context;
  REQUIRE(io::write_project(street(), folder / "p.gpkg", context));
  app::Console console(true);
  app::CapacityOptions good;
  good.project = folder / "p.gpkg";
  good.services = {"day_care"};
  good.profile = "adult";
  CHECK(app::run_capacity(good, console));
  const auto refuses = [&](const auto& change) {
    auto options = good;
    options.out = folder / "nicht.gpkg";
    change(options);
    const auto result = app::run_capacity(options, console);
    CHECK_FALSE(std::filesystem::exists(options.out));
    return !result && !result.error().what.empty();
  };
  CHECK(refuses([](auto& o) { o.default_capacity = 0; }));
  CHECK(refuses([](auto& o) { o.default_capacity = -3; }));
  CHECK(refuses([](auto& o) { o.default_capacity = std::nan(""); }));
  CHECK(refuses([](auto& o) { o.services.push_back("gp"); }));
  CHECK(refuses([](auto& o) { o.services.clear(); }));
  CHECK(refuses([](auto& o) { o.services = {"home_care"}; }));
  CHECK(refuses([](auto& o) { o.decay = "sudden"; }));
  CHECK(refuses([](auto& o) { o.decay = "steep"; }));  // 2sfca weighs all ways alike
  CHECK(refuses([](auto& o) { o.half = "300m"; }));
  CHECK(refuses([](auto& o) { o.limit = "near"; }));
  CHECK(refuses([](auto& o) { o.by = "area"; }));
  CHECK(refuses([](auto& o) { o.profile = "athlete"; }));
}

TEST_CASE("diversity is written for every home") {
  io::test::Folder folder;
  jobs::Context context;
  REQUIRE(io::write_project(street(), folder / "p.gpkg", context));
  app::Console console(true);
  app::CapacityOptions options;
  options.project = folder / "p.gpkg";
  options.services = {"day_care", "pharmacy"};
  options.profile = "adult";
  options.method = "diversity";
  options.limit = "150m";
  options.out = folder / "vielfalt.geojson";
  REQUIRE(app::run_capacity(options, console));
  const auto homes = nlohmann::json::parse(std::ifstream(options.out))["features"];
  REQUIRE(homes.size() == 3);
  for (const auto& home : homes) {
    CHECK(home["properties"]["types"] == 2);
    CHECK(home["properties"]["types_reached"] == 1);
  }
}
