#include "io/place_file.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "geo/crs.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;

namespace {

std::filesystem::path written(const test::Folder& folder, const std::string& name,
                              const std::string& text) {
  std::ofstream(folder / name, std::ios::binary) << text;
  return folder / name;
}

double gap_m(geo::Point p, geo::LonLat expected) {
  const auto projection = geo::Projection::to_epsg(25832);
  return geo::distance(p, projection->forward(expected));
}

}  // namespace

TEST_CASE("vacant sites are read from an office's list") {
  const test::Folder folder;
  const auto file = written(folder, "leerstand.csv",
                            "Bezeichnung;Rechtswert;Hochwert\n"
                            "Alte Post;294500,5;5628800\n"
                            "ohne Ort;;\n"
                            "Markt 3;294700;5628650\n");
  const auto read = read_place_file(file, "", 25832);
  REQUIRE(read);
  REQUIRE(read->places.size() == 2);
  CHECK(read->places[0].name == "Alte Post");
  CHECK(read->places[0].at == geo::Point{294500.5, 5628800});
  CHECK(read->places[1].name == "Markt 3");
  CHECK(read->dropped == 1);
}

TEST_CASE("points and plots of a layer are places, lines are none") {
  const test::Folder folder;
  const auto file = written(folder, "flaechen.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"Ecke"},
     "geometry":{"type":"Point","coordinates":[6.1,50.77]}},
    {"type":"Feature","properties":{"name":"Weg"},
     "geometry":{"type":"LineString","coordinates":[[6.1,50.77],[6.11,50.77]]}},
    {"type":"Feature","properties":{"name":"Brache"},
     "geometry":{"type":"Polygon",
                 "coordinates":[[[6.11,50.77],[6.112,50.77],[6.112,50.772],[6.11,50.77]]]}},
    {"type":"Feature","properties":{"name":"zwei"},
     "geometry":{"type":"MultiPoint","coordinates":[[6.12,50.78],[6.13,50.79]]}}]})");
  const auto read = read_place_file(file, "", 25832);
  REQUIRE(read);
  REQUIRE(read->places.size() == 3);
  CHECK(read->dropped == 1);
  CHECK(read->places[0].name == "Ecke");
  CHECK(gap_m(read->places[0].at, {6.1, 50.77}) < 0.01);
  CHECK(read->places[1].name == "Brache");
  CHECK(gap_m(read->places[1].at, {6.1115, 50.7707}) < 100);
  CHECK(gap_m(read->places[2].at, {6.12, 50.78}) < 0.01);
}

TEST_CASE("a file without places is refused, and so is a list without columns for them") {
  const test::Folder folder;
  const auto lines = written(folder, "wege.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},
     "geometry":{"type":"LineString","coordinates":[[6.1,50.77],[6.11,50.77]]}}]})");
  const auto list = written(folder, "namen.csv", "Name;Adresse\nMarkt 3;Hof\n");
  const auto empty = written(folder, "leer.csv", "Name;lon;lat\nMarkt 3;;\n");
  for (const auto& file : {lines, list, empty}) {
    const auto read = read_place_file(file, "", 25832);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == base::ErrorCode::bad_input);
    CHECK_FALSE(read.error().what_to_do.empty());
  }
  CHECK(read_place_file(folder / "fehlt.gpkg", "", 25832).error().code ==
        base::ErrorCode::not_found);
}
