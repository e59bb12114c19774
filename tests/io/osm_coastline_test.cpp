#include "io/osm_coastline.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;

namespace {

io::WayPoints shore(const std::vector<geo::Point>& points) {
  io::WayPoints way;
  for (const auto at : points)
    way.push_back({0, at, true, true});
  return way;
}

const geo::Box box{0, 0, 1000, 600};

}  // namespace

TEST_CASE("water lies right of a shore, land left of it") {
  io::Coastline coast;
  coast.add(shore({{-50, 200}, {400, 200}}));  // eastwards: water in the south
  coast.add(shore({{400, 200}, {1050, 200}}));
  const auto sea = coast.sea(box);
  CHECK(geo::area(sea) == Approx(1000 * 200));
  CHECK(geo::contains(sea, {500, 100}));
  CHECK_FALSE(geo::contains(sea, {500, 300}));
}

TEST_CASE("an island in the sea stays land") {
  io::Coastline coast;
  coast.add(shore({{-50, 500}, {1050, 500}}));
  coast.add(shore({{400, 100}, {600, 100}, {600, 200}, {400, 200}, {400, 100}}));
  const auto sea = coast.sea(box);
  CHECK(geo::area(sea) == Approx(1000 * 500 - 200 * 100));
  CHECK_FALSE(geo::contains(sea, {500, 150}));
}

TEST_CASE("a shore that the file cuts goes on in its direction") {
  io::Coastline coast;
  coast.add(shore({{-50, 200}, {700, 200}}));
  CHECK(geo::area(coast.sea(box)) == Approx(1000 * 200));
}

TEST_CASE("without a shore there is no sea, and a lake's island alone makes none") {
  io::Coastline coast;
  CHECK(coast.sea(box).empty());
  coast.add(shore({{2000, 2000}, {3000, 2000}}));
  CHECK(coast.sea(box).empty());
}
