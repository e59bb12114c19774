#include "io/service_area_file.hpp"

#include <fstream>
#include <map>

#include <catch2/catch.hpp>

#include "geo/overlay.hpp"
#include "io/catalogue_yaml.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

const model::Catalogue& shipped() {
  static const auto catalogue =
      io::read_catalogue(std::filesystem::path(NAHRAUM_SOURCE_DIR) / "assets/catalogue").value();
  return catalogue;
}

model::Project two_blocks() {
  model::Project project;
  project.info.epsg = 25832;
  for (int i = 0; i < 2; ++i) {
    model::PopulationCell cell;
    cell.id = i == 0 ? "0101" : "0102";
    cell.statistics.name = i == 0 ? "Markt und Kirche" : "Mühlgasse";
    cell.outline = {{geo::ring_of({500000.0 + 100 * i, 5600000, 500100.0 + 100 * i, 5600100}), {}}};
    project.population.push_back(cell);
  }
  return project;
}

struct Reading {
  io::test::Folder folder;
  std::vector<model::ReportEntry> report;
  std::filesystem::path write(const std::string& name, const std::string& text) {
    const auto file = folder / name;
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  base::Result<std::vector<model::ServiceArea>> read(const std::filesystem::path& areas,
                                                     const std::filesystem::path& polygons = {},
                                                     const std::string& date = {}) {
    return io::read_service_areas({areas, polygons, date}, two_blocks(), shipped(), report);
  }
};

/// Two squares of postcodes in the project's CRS.
constexpr const char* postcodes = R"({"type":"FeatureCollection",
  "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
  {"type":"Feature","properties":{"plz":"00998"},"geometry":{"type":"Polygon","coordinates":
   [[[500000,5600000],[500300,5600000],[500300,5600300],[500000,5600300],[500000,5600000]]]}}]})";

}  // namespace

TEST_CASE("a list of blocks by number or name is matched, what is unknown is listed") {
  Reading reading;
  const auto file = reading.write(
      "gebiete.csv",
      "Anbieter;Art;Gebiet\r\nPflege Eins;Ambulanter Pflegedienst;0101, m\xfchlgasse\r\n"
      "Pflege Zwei;Ambulanter Pflegedienst;0101, 0777\r\nDrei;Zauberei;0101\r\n"
      "Vier;Hausnotruf;0888\r\n");
  const auto areas = reading.read(file);
  REQUIRE(areas);
  REQUIRE(areas->size() == 2);
  CHECK((*areas)[0].type == "P01");
  CHECK((*areas)[0].provider == "Pflege Eins");
  CHECK((*areas)[0].outline.size() == 1);  // the two neighbours as one
  CHECK(geo::area((*areas)[0].outline) == Approx(20000));
  CHECK_FALSE(geo::invalid_reason((*areas)[0].outline));
  CHECK(geo::area((*areas)[1].outline) == Approx(10000));
  CHECK((*areas)[1].area == "0101, 0777");
  std::map<std::string, std::int64_t> counts;
  for (const auto& entry : reading.report)
    counts[entry.code] = entry.count;
  CHECK(counts["service_area_unknown.P01"] == 1);  // of which service type stands behind the dot
  CHECK(counts["service_area_unknown.P09"] == 1);
  CHECK(counts["service_area_unknown_kind"] == 1);
  CHECK(counts["service_area_without_place.P09"] == 1);
}

TEST_CASE("how an area was stated is kept, and from when it is: its own column goes first") {
  Reading reading;
  const auto file = reading.write(
      "areas.csv",
      "provider,type,areas,Stand\nA,home_care,0101,31.12.2025\nB,home_care,00998,someday\n"
      "C,home_care,\"0102, 00998\",\nD,home_care,\"00998, 0777\",2024\n");
  const auto areas = reading.read(file, reading.write("plz.geojson", postcodes), "2026-01-31");
  REQUIRE(areas);
  REQUIRE(areas->size() == 4);
  using Given = model::AreaGiven;
  const std::vector<Given> given{Given::areas, Given::postcodes, Given::mixed, Given::postcodes};
  const std::vector<std::string> dates{"2025-12-31", "2026-01-31", "2026-01-31", "2024"};
  for (std::size_t i = 0; i < areas->size(); ++i) {
    CHECK((*areas)[i].given == given[i]);
    CHECK((*areas)[i].date == dates[i]);
    CHECK((*areas)[i].source == (i == 0 ? "areas.csv" : "areas.csv, plz.geojson"));
    CHECK((*areas)[i].sha256.size() == 64);
  }
  std::vector<std::string> codes;
  for (const auto& entry : reading.report)
    codes.push_back(entry.code);
  CHECK(codes == std::vector<std::string>{"service_area_unknown.P01", "service_area_date.P01"});
}

TEST_CASE("postcodes are matched to the polygons given beside") {
  Reading reading;
  const auto file =
      reading.write("areas.csv", "provider,type,postcodes\nEins,home_care,\"00998, 00997\"\n");
  const auto areas = reading.read(file, reading.write("plz.geojson", postcodes));
  REQUIRE(areas);
  REQUIRE(areas->size() == 1);
  CHECK(geo::contains((*areas)[0].outline, {500250, 5600250}));
  CHECK(reading.report.front().code == "service_area_unknown.P01");
  CHECK_FALSE(reading.read(file));  // no polygons of them: nothing is left
}

TEST_CASE("drawn areas bring kind and provider in their columns") {
  Reading reading;
  std::string drawn = postcodes;
  drawn.replace(drawn.find("\"plz\":\"00998\""), 13, R"("Art":"Pflegedienst","Anbieter":"Eins")");
  const auto areas = reading.read(reading.write("gebiete.geojson", drawn));
  REQUIRE(areas);
  REQUIRE(areas->size() == 1);
  CHECK((*areas)[0].provider == "Eins");
  CHECK((*areas)[0].source == "gebiete.geojson");
  CHECK((*areas)[0].given == model::AreaGiven::polygon);
  CHECK((*areas)[0].date.empty());
  CHECK_FALSE(reading.read(reading.write("plz.geojson", postcodes)));  // no kind
}

TEST_CASE("a file that is no list of areas is one sentence") {
  Reading reading;
  for (const char* text : {"", "a;b;c\n1;2;3\n", "Anbieter;Art\nEins;Pflegedienst\n", "\x01\x02"}) {
    const auto refused = reading.read(reading.write("x.csv", text));
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().what.empty());
  }
  CHECK(reading.read(reading.folder / "none.csv").error().code == base::ErrorCode::not_found);
}
