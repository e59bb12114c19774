/// Corrections of the map data: always made, each alone, and those that do not fit left out.

#include "analysis/corrections.hpp"

#include <catch2/catch.hpp>

#include "analysis/foot_access.hpp"
#include "analysis/reach.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"

using namespace nahraum;
using namespace nahraum::analysis;

namespace {

model::Project drawn(std::string_view drawing) {
  auto project = districts::draw(drawing).project;
  project.district = {{geo::ring_of({499000, 5599000, 502000, 5602000}), {}}};
  project.data_extent = project.district;
  return project;
}

double seconds(const model::Project& project, const model::Profile& profile) {
  jobs::Context context;
  const auto cost = reach(*districts::district_of(project, profile), "G04", context)[0].cost;
  return cost == base::unreachable ? -1 : cost.value / 1000.0;
}

std::int64_t way_of(const model::Project& project, std::string_view highway) {
  for (const auto& way : project.streets.ways) {
    if (way.tags.is("highway", highway)) return way.osm_way_id;
  }
  return 0;
}

geo::Point middle_of(const model::Project& project, std::int64_t id) {
  const auto line = shape_of(project, model::ChangePath{id, {}});
  return geo::point_along(line, geo::length(line) / 2);
}

model::Project street_with_steps() {
  return drawn(R"(
    h
    +----+####+----+S
  )");
}

}  // namespace

TEST_CASE("a correction changes the answers and leaves the imported tables alone") {
  auto project = street_with_steps();
  const auto steps = way_of(project, "steps");
  project.corrections = {{1, model::AddRamp{steps}, "", ""}};
  const auto before = project;
  const auto corrected = with_corrections(project);
  CHECK(project == before);
  CHECK(corrected.info.corrected);
  CHECK(corrected.info.unfit.empty());
  CHECK(seconds(project, districts::rolling()) == -1);
  CHECK(seconds(corrected, districts::rolling()) > 0);
}

TEST_CASE("one that does not fit is listed, and the others hold") {
  auto project = street_with_steps();
  const auto steps = way_of(project, "steps");
  project.corrections = {{3, model::AddRamp{4711}, "", ""},
                         {4, model::AddPath{{{400000, 5000000}, {400010, 5000000}}, {}}, "", ""},
                         {8, model::AddRamp{steps}, "", ""}};
  const auto corrected = with_corrections(project);
  CHECK(corrected.info.unfit == std::vector<std::int32_t>{3, 4});
  CHECK(seconds(corrected, districts::rolling()) > 0);
  auto only_ramp = project;
  only_ramp.corrections = {{8, model::AddRamp{steps}, "", ""}};
  CHECK(corrected.streets == with_corrections(only_ramp).streets);
  CHECK_FALSE(why_unfit(project, model::AddRamp{4711}).empty());
  CHECK(why_unfit(project, model::AddRamp{steps}).empty());
}

TEST_CASE("a bench has a number of its own that outlives the others' corrections") {
  auto project = street_with_steps();
  const geo::Point at = project.streets.nodes[0].at;
  project.corrections = {{2, model::AddBench{at}, "", ""}, {5, model::AddBench{at}, "", ""}};
  const auto both = with_corrections(project);
  project.corrections.erase(project.corrections.begin());
  const auto one = with_corrections(project);
  CHECK(both.services.back().id == model::corrected_service + 5);
  CHECK(one.services.back().id == model::corrected_service + 5);
}

TEST_CASE("a locked gate stops everybody, a block only wheels") {
  const auto project = drawn(R"(
    h
    +--------------+S
  )");
  const auto walker = districts::walker(), wheels = districts::rolling();
  const auto at = middle_of(project, project.streets.ways[0].osm_way_id);
  const auto with = [&](const char* kind) {
    auto changed = project;
    changed.corrections = {{1, model::AddBarrier{{at.x, at.y + 3}, kind, 0}, "", ""}};
    return with_corrections(changed);
  };
  CHECK(seconds(project, walker) > 0);
  CHECK(seconds(with("gate"), walker) == -1);
  CHECK(seconds(with("block"), walker) == seconds(project, walker));
  CHECK(seconds(project, wheels) > 0);
  CHECK(seconds(with("block"), wheels) == -1);
  CHECK_FALSE(why_unfit(project, model::AddBarrier{{at.x, at.y + 300}, "gate", 0}).empty());
}

TEST_CASE("a way that is otherwise has the new tags and keeps the rest") {
  auto project = street_with_steps();
  auto& way = project.streets.ways[0];
  way.tags.set("surface", "asphalt");
  way.tags.set("name", "Ringstraße");
  const auto id = way.osm_way_id;
  project.corrections = {{1, model::ChangePath{id, {{"surface", "sett"}}}, "", ""}};
  const auto corrected = with_corrections(project);
  CHECK(corrected.streets.ways[0].tags.is("surface", "sett"));
  CHECK(corrected.streets.ways[0].tags.is("name", "Ringstraße"));
  CHECK_FALSE(why_unfit(project, model::ChangePath{4711, {{"surface", "sett"}}}).empty());
}

TEST_CASE("a closed part of a way lies between its two places") {
  const auto project = drawn(R"(
    +--------------+
  )");
  const auto& way = project.streets.ways[0];
  const auto a = project.streets.nodes[way.nodes.front()].at;
  const model::RemovePath closed{way.osm_way_id, {{a.x + 100, a.y + 2}, {a.x + 30, a.y - 1}}};
  const auto shape = shape_of(project, closed);
  REQUIRE(shape.size() >= 2);
  CHECK(geo::length(shape) == Approx(70));
  CHECK(shape.front().x == Approx(a.x + 30));
  CHECK(shape_of(project, model::AddBench{{7, 8}}) == geo::Line{{7, 8}});
  CHECK(shape_of(project, model::AddRamp{4711}).empty());
}
