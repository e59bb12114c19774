#include <limits>
#include <random>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "geo/values.hpp"
#include "io/checksum.hpp"
#include "io/edge_crossings.hpp"
#include "io/gpkg_geometry.hpp"
#include "io/osm_scan.hpp"
#include "io/point_grid.hpp"
#include "io/region.hpp"
#include "io/sqlite.hpp"
#include "io/tags_json.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;

TEST_CASE("SHA-256 gives the published digests") {  // FIPS 180-4 examples
  CHECK(sha256_of_bytes("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_of_bytes("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_of_bytes(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("Any tags survive JSON") {
  CHECK(to_json({{"highway", "footway"}, {"a\"b", "c\\d\n"}}) ==
        R"({"a\"b":"c\\d\u000a","highway":"footway"})");
  CHECK(tags_from_json(R"( {"name" : "Stra\u00dfe \/ \u20ac", "x":"1"} )").get("name") ==
        "Straße / €");
  CHECK(tags_from_json("{\"cut\":\"of").empty());
  CHECK(rc::check("round trip", [](const std::vector<std::pair<std::string, std::string>>& pairs) {
    model::Tags tags;
    for (const auto& [key, value] : pairs)
      tags.set(key, value);
    RC_ASSERT(tags_from_json(to_json(tags)) == tags);
  }));
}

TEST_CASE("Shapes survive their blobs, and a cut blob is refused") {
  const geo::MultiPolygon polygons = {
      {{{0, 0}, {9, 1}, {4, 7}, {0, 0}}, {{{3, 1}, {4, 2}, {4, 1}, {3, 1}}}},
      {{{20, 0}, {29, 1}, {24, 7}, {20, 0}}, {}}};
  const std::string blob = gpkg::encode(polygons, 25832);
  CHECK(gpkg::decode_polygons(blob) == polygons);
  CHECK(gpkg::decode_polygons(gpkg::encode(geo::MultiPolygon{}, 25832)).empty());
  CHECK(gpkg::decode_points(gpkg::encode(geo::Point{3, 4.5}, 1)) ==
        std::vector<geo::Point>{{3, 4.5}});
  const geo::Line line = {{1, 2}, {3, 5}, {8, 13}};
  CHECK(gpkg::decode_line(gpkg::encode(line, 1)) == line);
  for (std::size_t i = 0; i < blob.size(); ++i) {
    CHECK_THROWS_AS(gpkg::decode_polygons(blob.substr(0, i)), io::sqlite::Failure);
  }
}

TEST_CASE("A shape that no computation stands is refused") {
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  for (const double bad : {nan, 1e300, -std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(gpkg::decode_point(gpkg::encode(geo::Point{bad, 0}, 1)), sqlite::Failure);
    CHECK_THROWS_AS(gpkg::decode_point(gpkg::encode(geo::Point{0, bad}, 1)), sqlite::Failure);
    CHECK_THROWS_AS(gpkg::decode_line(gpkg::encode(geo::Line{{0, 0}, {1, bad}}, 1)),
                    sqlite::Failure);
  }
  const geo::MultiPolygon thin = {{{{0, 0}, {1, 0}, {0, 0}}, {}}};
  CHECK_THROWS_AS(gpkg::decode_polygons(gpkg::encode(thin, 1)), sqlite::Failure);
  CHECK_THROWS_AS(gpkg::decode_line(gpkg::encode(geo::Line{{1, 2}}, 1)), sqlite::Failure);
}

TEST_CASE("A region answers as the plain polygons do") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> at(-50, 350);
  geo::Ring star;
  for (int i = 0; i < 60; ++i) {
    const double angle = i * 2 * 3.14159265358979 / 60, radius = i % 2 ? 60 : 140 + i;
    star.push_back({150 + radius * std::cos(angle), 140 + radius * std::sin(angle)});
  }
  star.push_back(star.front());
  const geo::MultiPolygon polygons = {{star, {geo::ring_of({140, 130, 165, 151})}},
                                      {geo::circle({332, -30}, 14, 17), {}}};
  const Region region(polygons);
  int inside = 0;
  for (int i = 0; i < 20'000; ++i) {
    const geo::Point p{at(random), at(random)};
    INFO(p.x << " " << p.y);
    REQUIRE(region.contains(p) == geo::contains(polygons, p));
    inside += region.contains(p);
  }
  CHECK(inside > 2'000);
  CHECK_FALSE(Region({}).contains({0, 0}));
}

TEST_CASE("A point grid finds everything that lies in a box") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> at(-500, 700);
  std::vector<geo::Point> points(500);
  PointGrid grid(37);
  for (std::uint32_t i = 0; i < points.size(); ++i)
    grid.add(i, points[i] = {at(random), at(random) / 2});
  const geo::Box box{-100, -60, 220, 90};
  std::vector<bool> seen(points.size());
  grid.visit(box, [&](std::uint32_t i) { seen[i] = true; });
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (box.contains(points[i])) CHECK(seen[i]);
  }
}

TEST_CASE("The gates of a park are where streets cross its edge, each once") {
  model::Streets streets;
  streets.nodes = {{1, {-10, 5}, {}, false}, {2, {5, 5}, {}, false},   {3, {30, 6}, {}, false},
                   {4, {50, 50}, {}, false}, {5, {60, 50}, {}, false}, {6, {-10, 6}, {}, false}};
  streets.ways = {{11, {0, 1, 2}, {}}, {12, {3, 4}, {}}, {13, {5, 1}, {}}};
  const auto gates = EdgeCrossings(streets).of({{geo::ring_of({0, 0, 20, 10}), {}}});
  REQUIRE(gates.size() == 2);  // two ways share the western gate
  CHECK(gates[0].x == Approx(0));
  CHECK(gates[1].x == Approx(20));
  CHECK(gates[1].y == Approx(5.6));
}

TEST_CASE("A node is found from wherever the search begins") {
  CHECK(rc::check("as from the beginning", [](const std::vector<std::int16_t>& ids) {
    NodeTable nodes;
    for (const std::int64_t id : ids)
      nodes.add(id, osmium::Location(6.1, 50.8), false);
    nodes.finish();
    const auto last = static_cast<std::uint32_t>(nodes.size());
    for (const std::int64_t id : ids) {
      for (std::uint32_t near = 0; near <= last; ++near) {
        const auto at = nodes.find(id, near);
        RC_ASSERT(at < last);
        RC_ASSERT(nodes.id(at) == id);
        RC_ASSERT((nodes.find(id + 1, near) == NodeTable::none) ==
                  (std::find(ids.begin(), ids.end(), id + 1) == ids.end()));
      }
    }
  }));
}

TEST_CASE("Gates are the same on a near street and on one of many kilometres") {
  model::Streets streets;
  const auto add_street = [&](std::vector<geo::Point> points) {
    model::Street street;
    for (const auto at : points) {
      street.nodes.push_back(static_cast<std::uint32_t>(streets.nodes.size()));
      streets.nodes.push_back({0, at, {}, false});
    }
    streets.ways.push_back(std::move(street));
  };
  add_street({{-30, 4}, {5, 4}});
  add_street({{-9000, 8}, {7000, 8}});
  add_street({{9000, 3}, {9010, 3}});
  const geo::MultiPolygon park = {{geo::ring_of({0, 0, 20, 10}), {}}};
  const geo::MultiPolygon forest = {{geo::ring_of({0, 0, 5000, 10}), {}}};
  CHECK(EdgeCrossings(streets).of(park) == std::vector<geo::Point>{{0, 4}, {0, 8}, {20, 8}});
  CHECK(EdgeCrossings(streets).of(forest) == std::vector<geo::Point>{{0, 4}, {0, 8}, {5000, 8}});
}

TEST_CASE("Rows put in together come out one by one") {
  const test::Folder folder;
  auto database = sqlite::Database::create(folder / "rows.db");
  database.run("CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, b TEXT)");
  {
    sqlite::Statement insert(
        database,
        "INSERT INTO t SELECT * FROM (VALUES (?,?),(?,?),(?,?)) WHERE column1 IS NOT NULL", 3);
    for (int i = 1; i <= 7; ++i) {
      insert.put(i);
      if (i % 2 == 0) insert.put("even");
      insert.run();
    }
    CHECK(database.integer("SELECT count(*) FROM t") == 6);
    insert.run_rest();
    insert.run_rest();
  }
  CHECK(database.integer("SELECT count(*) FROM t") == 7);
  CHECK(database.integer("SELECT group_concat(a) = '2,4,6' FROM t WHERE b = 'even'") == 1);
  CHECK(database.integer("SELECT count(*) FROM t WHERE b IS NULL") == 4);
}
