#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/catchment.hpp"
#include "geo/overlay.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;

namespace {

std::vector<analysis::Catchment> bands_around(const analysis::District& district,
                                              const std::vector<double>& seconds) {
  std::vector<Limit> limits;
  for (const double s : seconds)
    limits.push_back({Limit::Kind::seconds, s});
  jobs::Context context;
  return analysis::catchments(district, {districts::first_gate(district)}, limits,
                              analysis::Direction::towards, context)
      .value();
}

/// The plain definition: GEOS buffer of the streets, small holes closed.
geo::MultiPolygon plain_outline(const analysis::StreetGraph& graph,
                                const analysis::Catchment& catchment, double width_m = 25) {
  auto polygons = geo::buffer(analysis::lines_of(graph, catchment), width_m, 16).value();
  for (auto& polygon : polygons) {
    std::erase_if(polygon.holes,
                  [](const geo::Ring& hole) { return std::fabs(geo::signed_area(hole)) < 2500; });
  }
  return polygons;
}

}  // namespace

TEST_CASE("one street becomes a stadium") {
  const auto world = districts::draw(R"(
    S
    A-------------------C
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto outline =
      analysis::outline(*district->network.graph, bands_around(*district, {110})[0]);
  REQUIRE(outline.size() == 1);
  const double pi = std::acos(-1.0);
  CHECK(geo::area(outline) == Approx(100 * 50 + pi * 25 * 25).epsilon(0.01));
  CHECK_FALSE(geo::invalid_reason(outline));
}

TEST_CASE("outlines are valid and keep the area of the plain definition") {
  int drawn = 0;
  int apart = 0;
  for (unsigned seed = 1; seed <= 30; ++seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 0, 1, 16), districts::walker());
    if (!districts::first_gate(*district).found()) continue;
    const auto& graph = *district->network.graph;
    for (const auto& band : bands_around(*district, {60, 200, 420})) {
      const auto outline = analysis::outline(graph, band);
      if (band.parts.empty()) {
        CHECK(outline.empty());
        continue;
      }
      const auto plain = plain_outline(graph, band);
      INFO("seed " << seed << ", " << band.length_m << " m of street");
      CHECK_FALSE(geo::invalid_reason(outline));
      ++drawn;
      const double area_m2 = geo::area(outline);
      if (std::fabs(area_m2 - geo::area(plain)) <= 0.01 * geo::area(plain)) continue;
      // A hole of 2 500 m², or a gap of some decimetres, may be open in one and closed in the
      // other: then the outline is that of streets widened by a few decimetres more or less.
      ++apart;
      CHECK(area_m2 >= 0.99 * geo::area(plain_outline(graph, band, 24.6)));
      CHECK(area_m2 <= 1.01 * geo::area(plain_outline(graph, band, 25.4)));
    }
  }
  CHECK(drawn > 60);
  CHECK(apart <= drawn / 25);
}

TEST_CASE("courtyards are closed, parks stay open") {
  const auto world = districts::draw(R"(
    A--------+-------------------+
    |        |                   |
    |        |                   |
    |        |                   |
    |        |                   |
    |   S    |                   |
    |        |                   |
    |        |                   |
    |        |                   |
    +--------+-------------------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto outline =
      analysis::outline(*district->network.graph, bands_around(*district, {1000})[0]);
  REQUIRE(outline.size() == 1);
  // West: 40 × 40 m are left, closed. East: 150 × 40 m, open.
  REQUIRE(outline[0].holes.size() == 1);
  CHECK(std::fabs(geo::signed_area(outline[0].holes[0])) == Approx(150 * 40).epsilon(0.01));
  CHECK(geo::signed_area(outline[0].holes[0]) < 0);
}

TEST_CASE("bands lie within each other") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 0, 1, 14), districts::walker());
    if (!districts::first_gate(*district).found()) continue;
    const auto bands = bands_around(*district, {90, 180, 360});
    const auto outlines = analysis::outlines(*district->network.graph, bands);
    REQUIRE(outlines.size() == 3);
    for (std::size_t i = 0; i + 1 < outlines.size(); ++i) {
      const auto outside = geo::difference(outlines[i], outlines[i + 1]).value();
      CHECK(geo::area(outside) < 0.01);
      CHECK_FALSE(geo::invalid_reason(outlines[i]));
    }
  }
}

TEST_CASE("nothing reached, nothing drawn") {
  CHECK(analysis::outline({}, {}).empty());
}
