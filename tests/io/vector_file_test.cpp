#include "io/vector_file.hpp"

#include <chrono>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "geo/crs.hpp"
#include "io/sqlite.hpp"
#include "io/vector_reader.hpp"
#include "io/vector_wire.hpp"
#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;
using base::ErrorCode;

namespace {

std::string collection(const std::string& features, const std::string& extra = {}) {
  return "{\"type\":\"FeatureCollection\"," + extra + "\"features\":[" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "{}") {
  return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
}

/// A triangle at Aachen, about 704 × 445 m.
const std::string triangle =
    R"({"type":"Polygon","coordinates":[[[6.1,50.77],[6.11,50.77],[6.1,50.774],[6.1,50.77]]]})";

/// Counts connections to a port of this machine: nothing may ever call.
class Listener {
 public:
  Listener() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(socket_, 16) == 0);
    socklen_t size = sizeof address;
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { ::close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/" + path;
  }
  bool was_called() const {
    const int caller = ::accept(socket_, nullptr, nullptr);
    if (caller >= 0) ::close(caller);
    return caller >= 0;
  }

 private:
  int socket_ = -1;
  int port_ = 0;
};

}  // namespace

TEST_CASE("Polygons of a GeoJSON file come with their attributes, in metres, valid") {
  const Folder folder;
  const std::string bow_tie =
      R"({"type":"Polygon","coordinates":[[[6.12,50.77],[6.13,50.774],[6.13,50.77],[6.12,50.774],[6.12,50.77]]]})";
  const auto file =
      folder.write("quartiere.geojson",
                   collection(feature(triangle, R"({"name":"Süd","einw":1234,"leer":null})") + "," +
                              feature(R"({"type":"Point","coordinates":[6.1,50.7]})") + "," +
                              feature(bow_tie, R"({"name":"Ost"})")));
  const auto layer = read_polygons(file, "", 25832);
  INFO((layer ? "" : base::one_line(layer.error())));
  REQUIRE(layer);
  CHECK(layer->columns == std::vector<std::string>{"name", "einw", "leer"});
  REQUIRE(layer->features.size() == 2);
  CHECK(layer->dropped == 1);
  CHECK(layer->features[0].attributes == std::vector<std::string>{"Süd", "1234", ""});
  CHECK(geo::area(layer->features[0].outline) == Approx(705.4 * 445 / 2).epsilon(0.01));
  CHECK(layer->features[1].outline.size() == 2);
  CHECK(read_polygons(file, "nonsense", 25832).error().what_to_do.find("quartiere") !=
        std::string::npos);
}

TEST_CASE("Coordinates without a CRS are recognised by their range") {
  const geo::LonLat aachen{6.0996, 50.77};
  for (const int epsg : {25832, 4647, 3035, 31466, 31467}) {
    const auto projection = geo::Projection::to_epsg(epsg);
    REQUIRE(projection);
    geo::Box box;
    box.add(projection->forward(aachen));
    CHECK(epsg_by_range(box) == epsg);
  }
  geo::Box degrees;
  degrees.add(geo::Point{6.1, 50.77});
  CHECK(epsg_by_range(degrees) == 4326);
  geo::Box nowhere;
  nowhere.add(geo::Point{1e9, -4e8});
  CHECK(epsg_by_range(nowhere) == 0);
}

TEST_CASE("Eastings with the zone in front are understood although the label leaves it out") {
  const Folder folder;
  const auto file = folder.write(
      "hausumringe.geojson",
      collection(
          feature(
              R"({"type":"Polygon","coordinates":[[[32295600,5628000],[32296600,5628000],[32295600,5628500],[32295600,5628000]]]})"),
          R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},)"));
  const auto layer = read_polygons(file, "", 25832);
  REQUIRE(layer);
  CHECK(layer->crs.find("4647") != std::string::npos);
  CHECK(geo::bounds(layer->features[0].outline).min_x == Approx(295600).margin(0.01));
}

TEST_CASE("What is not a polygon file is refused in one sentence") {
  const Folder folder;
  CHECK(read_polygons(folder / "none.gpkg", "", 25832).error().code == ErrorCode::not_found);
  CHECK(read_polygons(folder.path(), "", 25832).error().code == ErrorCode::bad_input);
  CHECK(read_polygons(folder.write("a.xls", "x"), "", 25832).error().code ==
        ErrorCode::unsupported);
  CHECK(read_polygons(folder.write("a.geojson", "no json"), "", 25832).error().code ==
        ErrorCode::bad_input);
  CHECK(read_polygons(folder.write("b.geojson",
                                   collection(feature(R"({"type":"Point","coordinates":[6,50]})"))),
                      "", 25832)
            .error()
            .what.find("polygon") != std::string::npos);
  for (const auto* name :
       {"/vsicurl/http://127.0.0.1:9/a.geojson", "PG:dbname=x", "/vsizip/a.zip",
        "{\"type\":\"Point\"}", "http://127.0.0.1:9/a.json", "<OGRVRTDataSource/>", ""}) {
    CHECK(read_polygons(name, "", 25832).error().code == ErrorCode::not_found);
  }
}

TEST_CASE("No file makes the program call the network") {
  const Folder folder;
  const Listener listener;
  const auto linked = folder.write(
      "link.geojson",
      collection(feature(triangle), R"("crs":{"type":"link","properties":{"href":")" +
                                        listener.url("crs") + R"(","type":"proj4"}},)"));
  static_cast<void>(read_polygons(linked, "", 25832));
  const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/" +
                          listener.url("a.geojson") +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  CHECK_FALSE(read_polygons(folder.write("vrt.geojson", vrt), "", 25832));
  CHECK_FALSE(read_polygons(folder.write("vrt.gml", vrt), "", 25832));
  static_cast<void>(
      read_polygons(folder.write("schema.gml",
                                 "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" "
                                 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                 "xsi:schemaLocation=\"http://a " +
                                     listener.url("a.xsd") + "\"></gml:FeatureCollection>"),
                    "", 25832));
  static_cast<void>(read_polygons(
      folder.write(
          "link.kml",
          "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" +
              listener.url("a.kml") + "</href></Link></NetworkLink></Document></kml>"),
      "", 25832));
  CHECK_FALSE(listener.was_called());
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) ==
        5);  // no side files
}

TEST_CASE("A GeoPackage with an endless view is refused quickly") {
  const Folder folder;
  const auto file = folder / "endless.gpkg";
  {
    auto database = io::sqlite::Database::create(file);
    database.run(
        "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
        "CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT, identifier TEXT, srs_id "
        "INTEGER);"
        "INSERT INTO gpkg_contents VALUES ('v', 'attributes', 'v', 0);"
        "CREATE VIEW v AS WITH RECURSIVE r(a) AS (SELECT 1 UNION ALL SELECT a+1 FROM r) SELECT * "
        "FROM r;");
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(read_polygons(file, "", 25832).error().code == ErrorCode::bad_input);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(8));
}

TEST_CASE("What the child process sends is read back, and any part of it is noticed as such") {
  VectorLayer layer;
  layer.name = "Quartiere";
  layer.columns = {"a", "ü"};
  layer.features = {
      {{{{{0, 1}, {5, 1}, {2, 7}, {0, 1}}, {{{1, 2}, {2, 3}, {2, 2}, {1, 2}}}}}, {"x", ""}}};
  layer.dropped = 3;
  const std::string bytes = wire::encode(layer);
  const auto back = wire::decode(bytes);
  REQUIRE(back);
  REQUIRE(*back);
  CHECK((*back)->features[0].outline == layer.features[0].outline);
  CHECK((*back)->features[0].attributes == layer.features[0].attributes);
  CHECK((*back)->dropped == 3);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    CHECK_FALSE(wire::decode(bytes.substr(0, i)));
  const auto error = wire::decode(wire::encode(base::fail(ErrorCode::unsupported, "w", "h", "t")));
  REQUIRE(error);
  CHECK(error->error().code == ErrorCode::unsupported);
  CHECK(error->error().what_to_do == "t");
}

TEST_CASE("The same layer as GeoPackage, Shapefile and GeoJSON gives the same buildings") {
  const auto folder = shared_data("aachen/abgeleitet");
  if (folder.empty()) return;
  const auto gpkg = read_polygons(folder / "aachen_ost.gpkg", "gebaeude", 25832);
  const auto shape = read_polygons(folder / "shp/gebaeude.shp", "", 25832);
  const auto json = read_polygons(folder / "gebaeude.geojson", "", 25832);
  REQUIRE(gpkg);
  REQUIRE(shape);
  REQUIRE(json);
  CHECK(gpkg->features.size() == 9'349);
  CHECK(shape->features.size() == gpkg->features.size());
  CHECK(json->features.size() == gpkg->features.size());
  CHECK(geo::area(json->features[100].outline) ==
        Approx(geo::area(gpkg->features[100].outline)).epsilon(0.001));
}

TEST_CASE("Cologne's quarters, in an odd zone and Latin-1, lie in Cologne with their umlauts") {
  const auto folder = shared_data("koeln");
  if (folder.empty()) return;
  const auto layer = read_polygons(folder / "Stadtteil.shp", "", 25832);
  INFO((layer ? "" : base::one_line(layer.error())));
  REQUIRE(layer);
  CHECK(layer->features.size() == 86);
  double area = 0;
  bool umlaut = false;
  for (const auto& feature : layer->features) {
    area += geo::area(feature.outline);
    for (const auto& text : feature.attributes)
      umlaut = umlaut || text.find("Sülz") != std::string::npos;
  }
  CHECK(area == Approx(405e6).epsilon(0.01));  // the city's 405 km²
  CHECK(umlaut);
}
