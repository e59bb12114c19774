#include "io/gdal.hpp"

#include <catch2/catch.hpp>

using namespace nahraum::io;

TEST_CASE("Only the drivers that users need are there") {
  CHECK(registered_drivers() == std::vector<std::string>{"AAIGrid", "CSV", "ESRI Shapefile",
                                                         "FlatGeobuf", "GML", "GPKG", "GPX",
                                                         "GTiff", "GeoJSON", "JPEG", "KML", "MEM",
                                                         "PNG", "SRTMHGT", "XYZ"});
}

TEST_CASE("A CRS has its text, an unknown one says so") {
  CHECK(wkt_of(25832).find("ETRS89 / UTM zone 32N") != std::string::npos);
  CHECK(wkt_of(-7) == "undefined");
}
