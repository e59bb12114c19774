#include "io/feature_table.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace nahraum;
using Type = io::Column::Type;

namespace {

io::FeatureTable places() {
  io::FeatureTable table{"places",
                         25832,
                         "© Nobody",
                         {{Type::text, "name"}, {Type::integer, "n"}, {Type::real, "m", 1}},
                         {}};
  table.rows.push_back({{std::string("Bäcker \"Korn\", Markt"), std::int64_t{3}, 12.25},
                        geo::Point{460000, 5745000}});
  table.rows.push_back({{std::string("=1+2"), io::Value(), io::Value()},
                        geo::Line{{460000, 5745000}, {460010, 5745000}}});
  return table;
}

}  // namespace

TEST_CASE("CSV quotes what needs it, leaves unknown cells empty and disarms formulas") {
  CHECK(io::to_csv(places()) == "name,n,m\n\"Bäcker \"\"Korn\"\", Markt\",3,12.2\n'=1+2,,\n");
}

TEST_CASE("GeoJSON is longitude and latitude and keeps the attribution") {
  const auto text = io::to_geojson(places());
  REQUIRE(text);
  const auto json = nlohmann::json::parse(*text);
  CHECK(json["attribution"] == "© Nobody");
  REQUIRE(json["features"].size() == 2);
  const auto& point = json["features"][0];
  CHECK(point["geometry"]["type"] == "Point");
  // cs2cs EPSG:25832 EPSG:4326: 8.41932… E, 51.85535… N for 460000 5745000
  CHECK(point["geometry"]["coordinates"][0].get<double>() == Approx(8.4193).margin(0.001));
  CHECK(point["geometry"]["coordinates"][1].get<double>() == Approx(51.8553).margin(0.001));
  CHECK(point["properties"]["name"] == "Bäcker \"Korn\", Markt");
  CHECK(json["features"][1]["properties"]["n"].is_null());
}
