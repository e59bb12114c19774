#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/verb_barriers.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Three homes in the west, beyond the steps; one in the east beside the pharmacy.
model::Project street(int persons_each) {
  auto project = districts::quarter(R"(
    h h h             h
    +------+###+-----------+S
  )",
                                    persons_each);
  project.streets.ways[0].tags.set("name", "Talweg");
  return project;
}

struct Asked {
  app::Workspace workspace;
  jobs::Context context;

  explicit Asked(model::Project project) {
    workspace = districts::workspace_of(std::move(project));
  }
  static app::BarriersOptions pharmacy(const std::string& limit = "500m") {
    app::BarriersOptions options;
    options.service = "pharmacy";
    options.profile = "rollator";
    options.limit = limit;
    return options;
  }
  json ask(const app::BarriersOptions& options) {
    const auto result = app::ask_barriers(options, workspace, context);
    REQUIRE(result);
    return app::barriers_json(*result, workspace);
  }
};

}  // namespace

TEST_CASE("the steps are ranked with those who gain without them") {
  Asked asked(street(40));
  const json answer = asked.ask(Asked::pharmacy());
  REQUIRE(answer["barriers"].size() == 1);
  const auto& first = answer["barriers"][0];
  CHECK(first["kind"] == "steps");
  CHECK(first["street"] == "Talweg");
  CHECK(first["persons"] == 120);
  CHECK(first["persons_65"] == 60);
  CHECK(first["persons_80"] == 30);
  CHECK(first["buildings"] == 3);
  CHECK(first["osm"] == json::array({"w2"}));
  CHECK(answer["sentence"].get<std::string>().find("120") != std::string::npos);
  std::set<std::string> keys;
  for (const auto& line : answer["method"])
    keys.insert(line["key"].get<std::string>());
  for (const auto* key : {"method", "without", "obstacles", "joined", "limits_of_method", "limit",
                          "profile", "residents", "data_gaps", "sources"})
    CHECK(keys.contains(key));
}

TEST_CASE("closing the street takes the pharmacy from those behind it, as the ranking says") {
  auto project = street(40);
  project.streets.ways[1].tags = {{"highway", "footway"}, {"bridge", "yes"}};
  Asked asked(project);
  auto options = Asked::pharmacy();
  options.closures = true;
  const json ranked = asked.ask(options);
  REQUIRE(ranked["barriers"].size() >= 2);
  CHECK(ranked["barriers"][0]["persons"] == 120);
  options.kinds = {"bridge"};
  const json bridges = asked.ask(options);
  REQUIRE(bridges["barriers"].size() == 1);
  CHECK(bridges["barriers"][0]["kind"] == "bridge");
  CHECK(bridges["barriers"][0]["persons"] == 120);
  const auto& bridge = bridges["barriers"][0];
  options = Asked::pharmacy();
  options.close = {
      fmt::format("{:.6f},{:.6f}", bridge["lon"].get<double>(), bridge["lat"].get<double>())};
  const json closed = asked.ask(options);
  REQUIRE(closed["barriers"].size() == 1);
  CHECK(closed["barriers"][0]["kind"] == "bridge");
  CHECK(closed["barriers"][0]["persons"] == 120);
}

TEST_CASE("the basket counts a person once, and once per service") {
  auto project = street(40);
  auto shop = project.services[0];
  shop.id = 2;
  shop.type = "N01";
  project.services.push_back(shop);
  Asked asked(project);
  auto options = Asked::pharmacy();
  options.service.clear();
  options.basket = true;
  const json answer = asked.ask(options);
  CHECK(answer["services"].size() == 2);
  REQUIRE(answer["barriers"].size() == 1);
  CHECK(answer["barriers"][0]["persons"] == 120);
  CHECK(answer["barriers"][0]["persons_services"] == 240);
}

TEST_CASE("counts below the minimum do not leave with the barriers") {
  Asked asked(street(8));  // 24 gain, of 65 and over 12, of 80 and over 6
  auto options = Asked::pharmacy();
  options.min_count = 7;
  const json answer = asked.ask(options);
  REQUIRE(answer["barriers"].size() == 1);
  CHECK(answer["barriers"][0]["persons"] == 24);
  CHECK(answer["barriers"][0]["persons_65"] == 12);
  CHECK(answer["barriers"][0]["persons_80"].is_null());
  CHECK(answer["min_count"] == 7);
}

TEST_CASE("a gain that is the gap less a few people is not told either") {
  // A fourth home in the gap stays there: it lies 40 m farther west.
  auto project = street(8);
  model::Home far = project.homes[0];
  far.id = 5;
  far.at.x -= 40;
  far.residents = {3, 1, 0};
  project.homes.push_back(far);
  Asked asked(project);
  const json answer = asked.ask(Asked::pharmacy("270m"));
  REQUIRE(answer["barriers"].size() == 1);
  CHECK(answer["barriers"][0]["buildings"] == 3);
  CHECK(answer["barriers"][0]["persons"].is_null());
}

TEST_CASE("a number that another list of barriers would betray is kept back in every list") {
  auto project = street(8);
  project.homes[2].residents = {3, 1, 0};
  Asked asked(project);
  auto options = Asked::pharmacy();
  auto result = app::ask_barriers(options, asked.workspace, asked.context).value();
  REQUIRE(result.rows.size() == 1);
  CHECK(result.rows[0].people.all == 19);
  auto two = result.rows[0];  // two of the three homes, 16 people: 19 less 16 would tell the third
  two.kind = "surface";
  two.any = {0, 1};
  two.people = analysis::people_in(project, two.any);
  two.homes = {two.any};
  result.rows.push_back(two);
  result.listed.clear();
  result.with_effect = 0;
  result.kinds = {"surface"};
  result.list(5);
  const json answer = app::barriers_json(result, asked.workspace);
  REQUIRE(answer["barriers"].size() == 1);
  CHECK(answer["barriers"][0]["buildings"] == 2);
  CHECK(answer["barriers"][0]["persons"].is_null());
}

TEST_CASE("where nobody is known buildings are counted, and unknown is not zero") {
  auto project = street(8);
  for (auto& home : project.homes)
    home.residents = {};
  Asked asked(project);
  const json answer = asked.ask(Asked::pharmacy());
  REQUIRE(answer["barriers"].size() == 1);
  CHECK(answer["barriers"][0]["persons"].is_null());
  CHECK(answer["barriers"][0]["buildings"] == 3);
}

TEST_CASE("bad questions about barriers are answered in one sentence") {
  Asked asked(street(40));
  auto options = Asked::pharmacy();
  options.kinds = {"lift"};
  CHECK_FALSE(app::ask_barriers(options, asked.workspace, asked.context));
  options.closures = true;
  CHECK(app::ask_barriers(options, asked.workspace, asked.context));
  options = Asked::pharmacy("soon");
  CHECK_FALSE(app::ask_barriers(options, asked.workspace, asked.context));
  options = Asked::pharmacy();
  options.close = {"8.4;51"};
  CHECK_FALSE(app::ask_barriers(options, asked.workspace, asked.context));
  options.close = {"1,1"};
  const auto nowhere = app::ask_barriers(options, asked.workspace, asked.context);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().where == "1,1");
}

TEST_CASE("barriers as a map layer and a table that are read back") {
  io::test::Folder folder;
  Asked asked(street(40));
  const auto result = app::ask_barriers(Asked::pharmacy(), asked.workspace, asked.context);
  REQUIRE(result);
  const auto table = app::barriers_table(*result, asked.workspace);
  for (const auto* name : {"b.gpkg", "b.geojson", "b.csv"})
    CHECK(io::write_features({table}, folder / name));
}
