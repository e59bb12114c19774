#include "io/service_list.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "geo/crs.hpp"
#include "io/catalogue_yaml.hpp"

namespace fs = std::filesystem;
using namespace nahraum;

namespace {

const model::Catalogue& catalogue() {
  static const auto shipped =
      io::read_catalogue(fs::path(NAHRAUM_SOURCE_DIR) / "assets" / "catalogue");
  return *shipped;
}

struct Answer {
  base::Result<std::vector<model::Service>> services;
  std::vector<model::ReportEntry> report;

  std::int64_t counted(const std::string& code) const {
    for (const auto& entry : report) {
      if (entry.code == code) return entry.count;
    }
    return 0;
  }
};

Answer read(const std::string& text, int epsg = 25832) {
  const auto file = fs::temp_directory_path() / "nahraum_service_list_test.csv";
  std::ofstream(file, std::ios::binary) << text;
  Answer answer;
  answer.services = io::read_service_list(file, catalogue(), epsg, answer.report);
  fs::remove(file);
  return answer;
}

}  // namespace

TEST_CASE("an office's list in Windows-1252 becomes services") {
  const auto answer = read(
      "Name;Art;Adresse;Rechtswert;Hochwert;Anbieter;Sektor;Pl\xE4tze;\xD6"
      "ffnungszeiten\r\n"
      "Mittagstisch M\xFChlgasse;Gastronomie, Mittagstisch;M\xFChlgasse 3;459806,55;5744808,53;"
      "Caritas;gemeinn\xFCtzig;40;Mi 12:00-13:30\r\n"
      "Tagespflege;tagespflege;;459548,00;5745560,25;;Markt;;\r\n");
  REQUIRE(answer.services);
  REQUIRE(answer.services->size() == 2);
  const auto& lunch = answer.services->front();
  CHECK(lunch.id == 1);
  CHECK(lunch.type == "N13");
  CHECK(lunch.name == "Mittagstisch Mühlgasse");
  CHECK(lunch.provider == "Caritas");
  CHECK(lunch.sector == "nonprofit");
  CHECK(lunch.capacity == 40);
  CHECK(lunch.origin == "list");
  CHECK(lunch.tags.get("opening_hours") == "Mi 12:00-13:30");
  CHECK(lunch.at.x == Approx(459806.55));
  CHECK(lunch.at.y == Approx(5744808.53));
  CHECK(answer.services->back().type == "P02");
  CHECK_FALSE(answer.services->back().capacity);
}

TEST_CASE("kinds are understood by label, part of a label, id, alias and English") {
  const auto answer = read(
      "name,type,lon,lat\na,G04,8.42,51.85\nb,pharmacy,8.42,51.85\nc,Apotheke,8.42,51.85\n"
      "d,Small food shop,8.42,51.85\ne,Discounter,8.42,51.85\nf,Demenz-WG,8.42,51.85\n");
  REQUIRE(answer.services);
  std::string types;
  for (const auto& service : *answer.services)
    types += service.type + " ";
  CHECK(types == "G04 G04 G04 N02 N01 W05 ");
}

TEST_CASE("rows of unknown kind or without a place are counted with examples") {
  const auto answer = read(
      "Name;Art;Rechtswert;Hochwert\nA;Apotheke;459806;5744808\nB;Raumstation;459806;5744808\n"
      "C;Apotheke;;\nD;Apotheke;459900;5744801\nE;Apotheke;7;3\n");
  REQUIRE(answer.services);
  CHECK(answer.services->size() == 2);
  CHECK(answer.counted("service_list_unknown_kind") == 1);
  CHECK(answer.counted("service_list_without_place") == 2);
}

TEST_CASE("coordinates are understood in every system that offices use") {
  const auto expect = [](const std::string& x, const std::string& y) {
    const auto answer = read("Art;Rechtswert;Hochwert\nApotheke;" + x + ";" + y + "\n");
    REQUIRE(answer.services);
    REQUIRE(answer.services->size() == 1);
    CHECK(std::abs(answer.services->front().at.x - 459806.0) < 3);
    CHECK(std::abs(answer.services->front().at.y - 5744808.0) < 3);
  };
  const auto projection = geo::Projection::to_epsg(25832);
  REQUIRE(projection);
  const auto lonlat = projection->inverse({459806, 5744808});
  const auto lon = std::to_string(lonlat.lon);
  const auto lat = std::to_string(lonlat.lat);
  expect("459806,00", "5744808,00");
  expect("459.806,00", "5.744.808,00");
  expect("32459806", "5744808");
  expect(lon, lat);
  expect(lat, lon);
}

TEST_CASE("a list without the needed columns is refused with what to do") {
  const auto answer = read("Name;Telefon\nA;110\n");
  REQUIRE_FALSE(answer.services);
  CHECK(answer.services.error().code == base::ErrorCode::bad_input);
  CHECK(answer.services.error().what_to_do.find("Art") != std::string::npos);
  CHECK_FALSE(read("").services);
  CHECK_FALSE(read(std::string("Art\0;x", 6)).services);
}

TEST_CASE("every row of the demo district's list is understood") {
  const auto file = fs::path(NAHRAUM_SOURCE_DIR) / "geodata" / "lindenhof" / "angebote.csv";
  std::vector<model::ReportEntry> report;
  const auto services = io::read_service_list(file, catalogue(), 25832, report);
  REQUIRE(services);
  CHECK(services->size() >= 30);
  for (const auto& entry : report) {
    INFO(entry.code << " " << entry.examples);
    CHECK(entry.severity == "info");
  }
  for (const auto& service : *services)
    CHECK_FALSE(service.sector.empty());
}

TEST_CASE("places that are no number are unknown and reported, not dropped in silence") {
  const auto answer = read(
      "Name;Art;Rechtswert;Hochwert;Plätze\n"
      "Linde;Tagespflege;459548;5745560;-4\n"
      "Ulme;Tagespflege;459548;5745570;einige\n"
      "Eiche;Tagespflege;459548;5745580;0\n"
      "Esche;Tagespflege;459548;5745590;\n");
  REQUIRE(answer.services);
  const auto& services = *answer.services;
  REQUIRE(services.size() == 4);
  CHECK_FALSE(services[0].capacity);
  CHECK_FALSE(services[1].capacity);
  CHECK(services[2].capacity == 0);
  CHECK_FALSE(services[3].capacity);
  CHECK(answer.counted("service_list_places_unusable") == 2);
}
