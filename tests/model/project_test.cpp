#include "model/project.hpp"

#include <limits>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::model;

TEST_CASE("an OSM id is written with its kind's letter and read back") {
  CHECK(to_text({'w', 4711}) == "w4711");
  CHECK(to_text({}) == "");
  CHECK(osm_id_from("n-5") == OsmId{'n', -5});  // JOSM gives new objects negative ids
  CHECK(rc::check("round trip", [] {
    const OsmId id{*rc::gen::element('n', 'w', 'r'), *rc::gen::arbitrary<std::int64_t>()};
    RC_ASSERT(osm_id_from(to_text(id)) == id);
  }));
}

TEST_CASE("what is no OSM id is none") {
  for (const char* text : {"", "n", "5", "x5", "n5a", "n 5", "n+5", "w99999999999999999999", "-"}) {
    INFO(text);
    CHECK(osm_id_from(text) == OsmId{});
  }
}

TEST_CASE("every source is credited once, in order; a source without a credit is passed over") {
  Project project;
  CHECK(attribution(project).empty());
  for (const char* credit : {"© OpenStreetMap contributors, ODbL 1.0", "", "© Stadt Musterstadt",
                             "© OpenStreetMap contributors, ODbL 1.0"}) {
    Source source;
    source.attribution = credit;
    project.sources.push_back(source);
  }
  CHECK(attribution(project) == "© OpenStreetMap contributors, ODbL 1.0; © Stadt Musterstadt");
}

TEST_CASE(
    "a project's population is assumed where one home of the district is; the rim is not asked") {
  Project project;
  project.homes.resize(3);
  project.homes[0].basis = PopulationBasis::counted;
  project.homes[2].basis = PopulationBasis::assumed;
  project.homes[2].in_district = false;
  CHECK_FALSE(population_assumed(project));
  project.homes[1].basis = PopulationBasis::assumed;
  CHECK(population_assumed(project));
}
