/// `need` on the demo district as users get it, and what its outputs may not tell.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <yaml-cpp/yaml.h>

#include "app/need_report.hpp"
#include "app/need_shown.hpp"
#include "app/new_project.hpp"
#include "io/project_gpkg.hpp"
#include "model/disclosure.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

const app::Workspace& lindenhof() {
  static const auto workspace = [] {
    jobs::Context context;
    app::Workspace made;
    made.catalogue = app::shipped_catalogue().value();
    auto project = app::make_project(app::demo_district(), made.catalogue, context);
    made.project = std::make_shared<const model::Project>(std::move(project.value()));
    made.graph = std::make_shared<const analysis::StreetGraph>(
        analysis::build_street_graph(made.project->streets, context, made.project->roads));
    return made;
  }();
  return workspace;
}

app::NeedAnswer answer(const std::string& by, const app::Workspace& workspace = lindenhof(),
                       bool basket = false) {
  jobs::Context context;
  app::NeedOptions options;
  options.by = by;
  options.basket = basket;
  auto result = app::answer_need(options, workspace, context);
  if (!result) FAIL(base::one_line(result.error()));
  return std::move(*result);
}

YAML::Node truth(const std::string& kind) {
  for (const auto& each :
       YAML::LoadFile(NAHRAUM_SOURCE_DIR "/geodata/lindenhof/truths.yaml")["truths"]) {
    if (each["kind"].as<std::string>() == kind) return each;
  }
  FAIL("no truth " << kind);
  return {};
}

const app::NeedRow& row(const app::NeedAnswer& answer, const std::string& id) {
  for (const auto& each : answer.units) {
    if (each.unit.id == id) return each;
  }
  FAIL("no unit " << id);
  return answer.units.front();
}

/// Whether the vector is a linear combination of the rows: then it can be told from them.
class Attacker {
 public:
  explicit Attacker(std::size_t unknowns) : unknowns_(unknowns) {}
  void learn(std::vector<double> equation) {
    reduce(equation);
    const auto pivot = leading(equation);
    if (pivot == unknowns_) return;
    const double scale = equation[pivot];
    for (auto& value : equation)
      value /= scale;
    basis_.push_back({pivot, std::move(equation)});
  }
  bool tells(std::vector<double> question) const {
    reduce(question);
    return leading(question) == unknowns_;
  }

 private:
  std::size_t leading(const std::vector<double>& equation) const {
    for (std::size_t i = 0; i < unknowns_; ++i) {
      if (std::abs(equation[i]) > 1e-9) return i;
    }
    return unknowns_;
  }
  void reduce(std::vector<double>& equation) const {
    for (const auto& [pivot, known] : basis_) {
      const double factor = equation[pivot];
      for (std::size_t i = 0; i < unknowns_; ++i)
        equation[i] -= factor * known[i];
    }
  }
  std::size_t unknowns_;
  std::vector<std::pair<std::size_t, std::vector<double>>> basis_;
};

}  // namespace

TEST_CASE("the areas add up to the district, and to what every other verb counts") {
  const auto result = answer("area");
  REQUIRE(result.units.size() == 25);
  double all = 0, age_80 = 0;
  for (const auto& each : result.units) {
    all += each.need.all.value_or(0);
    age_80 += each.need.age_80.value_or(0);
  }
  CHECK(all == Approx(*result.district.need.all));
  CHECK(age_80 == Approx(588));
  CHECK(*result.district.need.age_80 == Approx(588));
  CHECK(result.base_year == 2025);
}

TEST_CASE("truth: the nursing home makes its block the oldest, and without it others are older") {
  const auto hot_spot = truth("institutional_share");
  const auto result = answer("area");
  const auto& block = row(result, hot_spot["block"].as<std::string>());
  const auto share = [](const std::vector<analysis::Ratio>& ratios) { return *ratios[1].value; };
  for (const auto& each : result.units)
    CHECK(share(each.need.ratios) <= share(block.need.ratios));
  CHECK(share(block.need.ratios) >= 100 * hot_spot["share_80_min"].as<double>());
  CHECK(block.need.institutional >= hot_spot["institutional_residents"].as<double>());
  const auto older = std::count_if(result.units.begin(), result.units.end(), [&](const auto& each) {
    return share(each.need.ratios) > share(block.need.without_institutions);
  });
  CHECK(older >= 3);
  const auto text = app::need_sentences(result, 5);
  CHECK(text.find(block.unit.name) != std::string::npos);
}

TEST_CASE("truth: a block is too small for its age groups to be shown, and nothing tells them") {
  const auto small = truth("small_block");
  const auto result = answer("area");
  const auto& block = row(result, small["block"].as<std::string>());
  CHECK_FALSE(block.shown);
  CHECK_FALSE(app::shown_persons(block, 80));
  CHECK(app::shown_persons(block, 0) == 43);
  const auto hidden = std::count_if(result.units.begin(), result.units.end(),
                                    [](const auto& each) { return !each.shown; });
  CHECK(hidden >= 2);
  const auto output = app::need_json(result, *lindenhof().project, 5);
  for (const auto& unit : output["units"]) {
    if (unit["id"] != small["block"].as<std::string>()) continue;
    CHECK(unit["persons"]["80"].is_null());
    CHECK(unit["ratios"]["share_80"]["value"].is_null());
    CHECK(unit["estimates"]["care_need"]["low"].is_null());
    CHECK(unit["projection"][0]["80"].is_null());
  }
}

TEST_CASE("the projection of the demo district names 2035 and 2050 with their range") {
  const auto result = answer("district");
  REQUIRE(result.district.years.size() == 2);
  for (const auto& year : result.district.years) {
    CHECK(year.age_80->low < year.age_80->expected);
    CHECK(year.age_80->expected < year.age_80->high);
    CHECK(year.age_80->high < year.age_65->high);
  }
  CHECK(app::need_sentences(result, 5).find("2050") != std::string::npos);
}

TEST_CASE("the demo district's basket ranks every area that is shown") {
  const auto result = answer("area", lindenhof(), true);
  CHECK(result.basket.items.size() > 10);
  for (const auto& each : result.units) {
    REQUIRE(each.basket);
    if (each.shown) CHECK((each.rank > 0 || !each.basket->priority));
    if (!each.shown) CHECK(each.rank == 0);
  }
}

/// Every unit's persons by age and by home or not are unknowns; every figure of the output is an
/// equation. No group between two of the output's ages that is small may follow from them.
TEST_CASE("property: no small count follows from what is shown") {
  rc::check("random tables", [] {
    const auto units = static_cast<std::size_t>(*rc::gen::inRange(2, 8));
    constexpr std::size_t groups = 4;
    std::vector<std::vector<long>> rows(units, std::vector<long>(groups));
    for (auto& each : rows) {
      for (auto& count : each)
        count = *rc::gen::inRange(0, 3) == 0 ? *rc::gen::inRange(0, 8) : *rc::gen::inRange(5, 90);
    }
    const auto shown = model::may_show_rows(rows, 5);
    std::vector<long> totals;
    for (const auto& each : rows)
      totals.push_back(std::accumulate(each.begin(), each.end(), 0L));
    const auto total_shown = model::may_show_parts(totals, 5);
    Attacker attacker(units * groups);
    const auto cells = [&](auto wanted) {
      std::vector<double> equation(units * groups);
      for (std::size_t u = 0; u < units; ++u) {
        for (std::size_t g = 0; g < groups; ++g)
          equation[u * groups + g] = wanted(u, g) ? 1 : 0;
      }
      return equation;
    };
    for (std::size_t g = 0; g < groups; ++g)
      attacker.learn(cells([&](std::size_t, std::size_t h) { return h == g; }));
    for (std::size_t u = 0; u < units; ++u) {
      if (total_shown[u]) attacker.learn(cells([&](std::size_t v, std::size_t) { return v == u; }));
      for (std::size_t g = 0; shown[u] && g < groups; ++g)
        attacker.learn(cells([&](std::size_t v, std::size_t h) { return v == u && h == g; }));
    }
    std::vector<long> columns(groups);
    for (const auto& each : rows) {
      for (std::size_t g = 0; g < groups; ++g)
        columns[g] += each[g];
    }
    for (std::size_t u = 0; u < units; ++u) {
      for (std::size_t g = 0; g < groups; ++g) {
        const bool small = rows[u][g] > 0 && rows[u][g] < 5;
        // A column that is small itself is the district's to hide.
        if (!small || columns[g] < 5) continue;
        RC_ASSERT(
            !attacker.tells(cells([&](std::size_t v, std::size_t h) { return v == u && h == g; })));
      }
    }
  });
}

/// Unknown is how many of each cluster are below 65, 65–79, 80+; the outputs by district, area and
/// cluster are laid side by side.
TEST_CASE(
    "no small count of an area or cluster follows from the demo district's outputs together") {
  const auto areas = answer("area");
  const auto clusters = answer("cluster");
  const auto groups = [](const app::NeedRow& each) {
    return analysis::disclosure_atoms(each.unit, {0, 65, 80});
  };
  Attacker attacker(3 * clusters.units.size());
  const auto sum_of = [&](auto belongs, std::initializer_list<std::size_t> ages) {
    std::vector<double> equation(3 * clusters.units.size());
    for (std::size_t c = 0; c < clusters.units.size(); ++c) {
      for (const auto age : ages)
        equation[3 * c + age] = belongs(clusters.units[c]) ? 1 : 0;
    }
    return equation;
  };
  const auto learn = [&](const json& unit, auto belongs) {
    const auto& persons = unit["persons"];
    if (!persons["all"].is_null()) attacker.learn(sum_of(belongs, {0, 1, 2}));
    if (!persons["65"].is_null()) attacker.learn(sum_of(belongs, {1, 2}));
    if (!persons["80"].is_null()) attacker.learn(sum_of(belongs, {2}));
  };
  const auto in_area = [](const std::string& id) {
    return [id](const app::NeedRow& cluster) { return cluster.unit.id.starts_with(id + "/"); };
  };
  const auto by_area = app::need_json(areas, *lindenhof().project, 5);
  learn(by_area["district"], [](const app::NeedRow&) { return true; });
  for (const auto& unit : by_area["units"])
    learn(unit, in_area(unit["id"]));
  const auto by_cluster = app::need_json(clusters, *lindenhof().project, 5);
  for (const auto& unit : by_cluster["units"]) {
    learn(unit, [&](const app::NeedRow& cluster) { return cluster.unit.id == unit["id"]; });
  }
  const auto check = [&](const app::NeedRow& each, auto belongs) {
    const auto persons = groups(each);
    for (std::size_t age = 0; age < 3; ++age) {
      INFO(each.unit.id << " group " << age);
      if (persons[age] > 0 && persons[age] < 5) CHECK_FALSE(attacker.tells(sum_of(belongs, {age})));
    }
  };
  for (const auto& each : areas.units)
    check(each, in_area(each.unit.id));
  for (const auto& each : clusters.units)
    check(each, [&](const app::NeedRow& other) { return other.unit.id == each.unit.id; });
}

TEST_CASE("the verb writes sentence, JSON, table and map") {
  const io::test::Folder folder;
  jobs::Context context;
  REQUIRE(io::write_project(*lindenhof().project, folder / "lindenhof.gpkg", context));
  app::Console console(true);
  app::NeedOptions options;
  options.project = folder / "lindenhof.gpkg";
  options.by = "area";
  options.csv = folder / "bedarf.csv";
  options.out = folder / "bedarf.geojson";
  REQUIRE(app::run_need(options, console));
  const auto csv = io::test::read_bytes(folder / "bedarf.csv");
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 26);
  const auto map = json::parse(std::ifstream(folder / "bedarf.geojson"));
  CHECK(map["features"].size() == 25);
  options.year = 1999;
  const auto refused = app::run_need(options, console);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
  options.year = 0;
  options.method = "hamilton-perry";
  const auto without = app::run_need(options, console);
  REQUIRE_FALSE(without);
  CHECK(without.error().what_to_do.find("--earlier") != std::string::npos);
}

TEST_CASE("Hamilton and Perry's ratios come from a table of five years before") {
  const io::test::Folder folder;
  // Every group five years ago as large as the one that it is today.
  std::ifstream now(std::filesystem::path(NAHRAUM_SOURCE_DIR) /
                    "geodata/lindenhof/bevoelkerung.csv");
  std::string text((std::istreambuf_iterator<char>(now)), {});
  for (std::size_t at = 0; (at = text.find("31.12.2025", at)) != std::string::npos;)
    text.replace(at, 10, "31.12.2020");
  jobs::Context context;
  app::NeedOptions options;
  options.method = "hamilton-perry";
  options.earlier = folder.write("2020.csv", text);
  const auto result = app::answer_need(options, lindenhof(), context);
  if (!result) FAIL(base::one_line(result.error()));
  CHECK(result->earlier_areas == 25);
  CHECK(result->earlier_year == 2020);
  // The ratios reproduce the same structure for ever.
  CHECK(result->district.years[0].age_80->expected == Approx(588).margin(0.5));
  CHECK(result->district.years[1].age_65->expected ==
        Approx(*result->district.need.age_65).margin(0.5));
  options.earlier = folder.write("2024.csv", [&] {
    auto other = text;
    for (std::size_t at = 0; (at = other.find("31.12.2020", at)) != std::string::npos;)
      other.replace(at, 10, "31.12.2024");
    return other;
  }());
  const auto refused = app::answer_need(options, lindenhof(), context);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
}
