#include "geo/written_place.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace nahraum;
using geo::read_place;

namespace {

constexpr int project_epsg = 25832;

struct Written {
  const char* text;
  double x, y;
  int epsg;
};

/// Aachen cathedral: 50.77477 N 6.08395 E.
const std::vector<Written> table{
    // degrees with decimals
    {"50.77477, 6.08395", 6.08395, 50.77477, 0},
    {"50.77477,6.08395", 6.08395, 50.77477, 0},
    {"50.77477 6.08395", 6.08395, 50.77477, 0},
    {"  50.77477;6.08395  ", 6.08395, 50.77477, 0},
    {"(50.77477 / 6.08395)", 6.08395, 50.77477, 0},
    {"50,77477 6,08395", 6.08395, 50.77477, 0},
    {"50,77477; 6,08395", 6.08395, 50.77477, 0},
    {"50,77477, 6,08395", 6.08395, 50.77477, 0},
    {"50,77477,6,08395", 6.08395, 50.77477, 0},
    {"50.775, 6.084", 6.084, 50.775, 0},
    {"50.775,6.084", 6.084, 50.775, 0},
    {"-33.8568, 151.2153", 151.2153, -33.8568, 0},
    {"−0,5 −0,25", -0.25, -0.5, 0},
    // letters
    {"50.77477 N 6.08395 E", 6.08395, 50.77477, 0},
    {"N 50.77477 E 6.08395", 6.08395, 50.77477, 0},
    {"N50.77477° O6.08395°", 6.08395, 50.77477, 0},
    {"6,08395° O, 50,77477° N", 6.08395, 50.77477, 0},
    {"E6.08395 N50.77477", 6.08395, 50.77477, 0},
    {"50.77477 Nord 6.08395 Ost", 6.08395, 50.77477, 0},
    {"lat: 50.77477, lon: 6.08395", 6.08395, 50.77477, 0},
    {"Länge 6,08395 Breite 50,77477", 6.08395, 50.77477, 0},
    {"33.8568 S 151.2153 E", 151.2153, -33.8568, 0},
    {"40.7 N 74.006 W", -74.006, 40.7, 0},
    // minutes and seconds: 50 + 46/60 + 29.172/3600, 6 + 5/60 + 2.22/3600
    {"50°46'29.172\"N 6°05'02.22\"E", 6.08395, 50.77477, 0},
    {"50° 46′ 29,172″ N, 6° 5′ 2,22″ O", 6.08395, 50.77477, 0},
    {"50°46'29.172''N, 6°05'02.22''E", 6.08395, 50.77477, 0},
    {"N 50 46 29.172 E 6 5 2.22", 6.08395, 50.77477, 0},
    {"50 46 29.172 6 5 2.22", 6.08395, 50.77477, 0},
    {"50°46.4862' N 6°5.037' E", 6.08395, 50.77477, 0},
    // UTM
    {"32U 294390 5628450", 294390, 5628450, 25832},
    {"32 U 0294390 5628450", 294390, 5628450, 25832},
    {"32U 294390,5 5628450,25", 294390.5, 5628450.25, 25832},
    {"32U 294.390 5.628.450", 294390, 5628450, 25832},
    {"32N 294390 5628450", 294390, 5628450, 25832},
    {"UTM 33U 392345 5819872", 392345, 5819872, 25833},
    {"32 294390 5628450", 294390, 5628450, 25832},
    {"56S 334873 6252266", 334873, 6252266, 32756},
    {"18T 583960 4507523", 583960, 4507523, 32618},
    {"32294390 5628450", 294390, 5628450, 25832},
    {"33392345.5, 5819872", 392345.5, 5819872, 25833},
    // metres
    {"294390 5628450", 294390, 5628450, project_epsg},
    {"294390,5628450", 294390, 5628450, project_epsg},
    {"294390,12 5628450,34", 294390.12, 5628450.34, project_epsg},
    {"294.390,12 5.628.450,34", 294390.12, 5628450.34, project_epsg},
    {"294.390 5.628.450", 294390, 5628450, project_epsg},
    {"5628450 294390", 294390, 5628450, project_epsg},
    {"294390 E  5628450 N", 294390, 5628450, project_epsg},
    {"294390 E  5628450 N  (EPSG:25832)", 294390, 5628450, 25832},
    {"392345 5819872 EPSG:25833", 392345, 5819872, 25833},
    // links
    {"geo:50.77477,6.08395?z=17", 6.08395, 50.77477, 0},
    {"https://www.openstreetmap.org/#map=17/50.77477/6.08395", 6.08395, 50.77477, 0},
    {"https://maps.example/maps/@50.77477,6.08395,17z", 6.08395, 50.77477, 0},
};

}  // namespace

TEST_CASE("a place is read however it is written") {
  for (const auto& row : table) {
    INFO(row.text);
    const auto found = read_place(row.text, project_epsg);
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].numbers.x == Approx(row.x).epsilon(1e-12).margin(1e-7));
    CHECK(found[0].numbers.y == Approx(row.y).epsilon(1e-12).margin(1e-7));
    CHECK(found[0].epsg == row.epsg);
  }
}

TEST_CASE("two numbers without letters are read both ways round") {
  const auto found = read_place("6.08395 50.77477", project_epsg);
  REQUIRE(found.size() == 2);
  CHECK(found[1].numbers == geo::Point{6.08395, 50.77477});
  CHECK(read_place("50.77477 N 6.08395 E", project_epsg).size() == 1);
  CHECK(read_place("120.5 6.5", project_epsg).size() == 1);  // no latitude is 120
}

TEST_CASE("what is no place is none") {
  for (const char* text : {"",
                           " ",
                           "Lindenstraße 3",
                           "3",
                           "50.7",
                           "N E",
                           "50 N 6 N",
                           "E 50 E 6",
                           "91 N 6 E",
                           "50 N 181 E",
                           "50°60' N 6°0' E",
                           "50°46'60\" N 6°0'0\" E",
                           "50.5°30' N 6°0' E",
                           "50'46° N 6'5° E",
                           "1 2 3",
                           "61U 294390 5628450",
                           "0U 294390 5628450",
                           "32U 94390 5628450",
                           "32U 294390 15628450",
                           "1e5 2e6",
                           "inf nan",
                           "0x10 0x20",
                           "50..7 6..1",
                           "50.7.7 6.1",
                           "EPSG:25832",
                           "294390 5628450 EPSG:",
                           "294390 5628450 EPSG:7",
                           "50 46 29 6 5",
                           "--50 6",
                           "geo:",
                           "#map=",
                           "/@",
                           "50.77477 N 6.08395",
                           "50.77477, 6.08395, 12, 13, 14"}) {
    INFO(text);
    CHECK(read_place(text, project_epsg).empty());
  }
}

TEST_CASE("any bytes are read without harm, and only finite numbers come out") {
  std::mt19937 random(20261127);
  const std::string alphabet = "0123456789.,;:-+NSEOWU°'\"′″ d/@#=()epsgeomt\xC3\xE2\x80\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i)
      text += alphabet[random() % alphabet.size()];
    for (const auto& place : read_place(text, project_epsg)) {
      INFO(text);
      CHECK(std::isfinite(place.numbers.x));
      CHECK(std::isfinite(place.numbers.y));
    }
  }
  CHECK(read_place(std::string(100000, '9'), project_epsg).empty());
  CHECK(read_place("50.7 6.1" + std::string(300, ' ') + "x", project_epsg).empty());
}
