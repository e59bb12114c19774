#include <catch2/catch.hpp>

#include "app/walk_finds.hpp"
#include "app/walk_sheet.hpp"
#include "geo/crs.hpp"
#include "io/photo.hpp"
#include "model/work_tables.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/geotag.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using app::WalkStop;
using Kind = WalkStop::Kind;
using io::test::Folder;

namespace {

constexpr geo::Point west{500000, 5600000};

geo::Point east_of(double metres, double north = 0) {
  return {west.x + metres, west.y + north};
}

/// 700 m of one street from west to east, its surface told from 400 m on.
model::Project long_street() {
  model::Project project;
  project.info.epsg = 25832;
  project.info.title = "Langes Viertel";
  for (int i = 0; i <= 7; ++i)
    project.streets.nodes.push_back({i + 1, east_of(100.0 * i), {}, false});
  const model::Tags plain{{"highway", "footway"}, {"name", "Lange Straße"}};
  const model::Tags paved{{"highway", "footway"}, {"surface", "asphalt"}};
  project.streets.ways = {{1, {0, 1, 2, 3, 4}, plain}, {2, {4, 5, 6, 7}, paved}};
  project.district = {{geo::ring_of({499900, 5599900, 501000, 5600300}), {}}};
  project.data_extent = project.district;
  return project;
}

std::vector<geo::Point> whole_street() {
  return {east_of(0), east_of(700)};
}

const model::Catalogue& catalogue() {
  static const auto shipped = app::shipped_catalogue().value();
  return shipped;
}

std::vector<Kind> kinds_of(const std::vector<WalkStop>& stops) {
  std::vector<Kind> kinds;
  for (const auto& stop : stops)
    kinds.push_back(stop.kind);
  return kinds;
}

}  // namespace

TEST_CASE("stops stand in the order of the route; what lies aside is none") {
  auto project = long_street();
  model::Service shop;
  shop.id = 1;
  shop.type = "G04";
  shop.name = "Löwen-Apotheke";
  shop.at = east_of(650, 39);
  project.services = {shop, shop};
  project.services[1].at = east_of(650, 41);
  project.elements = {{model::PointKind::bench, east_of(250, 5), {}, {}},
                      {model::PointKind::crossing, east_of(50, -14), {}, {}},
                      {model::PointKind::crossing, east_of(60, 16), {}, {}},
                      {model::PointKind::steps, east_of(300), {}, {}}};
  const auto stops = app::walk_stops(project, catalogue(), whole_street());
  // 250 m to the bench are short enough, 450 m from it are not: their middle is at 475 m. The
  // street's surface is unknown up to 400 m.
  REQUIRE(kinds_of(stops) == std::vector<Kind>{Kind::crossing, Kind::unknown_surface, Kind::steps,
                                               Kind::no_seat, Kind::service});
  CHECK(stops[0].along_m == Approx(50));
  CHECK(stops[1].along_m == Approx(200).margin(15));
  CHECK(stops[1].text.find("Lange Straße") == 0);
  CHECK(stops[3].along_m == Approx(475));
  CHECK(stops[3].text.find("450") != std::string::npos);
  CHECK(stops[4].text.find("Löwen-Apotheke") != std::string::npos);
}

TEST_CASE("a kerb that the map tells is asked about; a route of one point has no stops") {
  auto project = long_street();
  project.elements = {{model::PointKind::crossing, east_of(50), {}, {{"kerb", "lowered"}}}};
  const auto stops = app::walk_stops(project, catalogue(), {east_of(0), east_of(100)});
  CHECK(stops.front().text.find("lowered") != std::string::npos);
  CHECK(app::walk_stops(project, catalogue(), {east_of(0)}).empty());
  CHECK(app::walk_stops(project, catalogue(), {}).empty());
  CHECK(app::route_length(whole_street()) == Approx(700));
}

TEST_CASE("the walk's sheet has every stop with room to tick, and its route") {
  const auto project = long_street();
  const model::Walk walk{1, "Rundgang Nord", "", "planned", whole_street()};
  const auto sheet = app::walk_answer(project, catalogue(), walk, scene::Theme::light);
  REQUIRE(sheet);
  const auto stops = app::walk_stops(project, catalogue(), walk.route);
  REQUIRE(sheet->list.places.size() == stops.size());
  CHECK(sheet->list.places[0].figures.size() == sheet->list.heads.size());
  CHECK(sheet->sentence.find("Rundgang Nord") != std::string::npos);
  CHECK(sheet->above.size() == 1);
  CHECK_FALSE(app::walk_answer(project, catalogue(), {}, scene::Theme::light));
  const Folder folder;
  const app::Printed printed{std::make_shared<const model::Project>(project), catalogue(), sheet};
  REQUIRE(app::print_sheet(printed, {}, folder / "walk.pdf"));
}

TEST_CASE("a track becomes a walk; a photo a note and a finding at its place") {
  const Folder folder;
  const auto project = long_street();
  const auto projection = geo::Projection::to_epsg(25832).value();
  const auto middle = projection.inverse(east_of(350));
  std::string gpx =
      "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>";
  for (const double metres : {0.0, 1.0, 100.0, 350.0}) {  // the second one is no step
    const auto at = projection.inverse(east_of(metres));
    gpx += fmt::format("<trkpt lat=\"{:.7f}\" lon=\"{:.7f}\"/>", at.lat, at.lon);
  }
  gpx += "</trkseg></trk></gpx>";
  const auto hundredths = [](double degrees) -> std::array<std::uint32_t, 3> {
    const auto all = static_cast<std::uint32_t>(std::lround(degrees * 360000));
    return {all / 360000, all / 6000 % 60, all % 6000};
  };
  const auto jpeg =
      io::read_photo(NAHRAUM_SOURCE_DIR "/geodata/lindenhof/ruhebaenke.png").value().photo->jpeg;
  const auto tagged = [&](double lat, double lon) {
    return io::test::geotagged(jpeg, {hundredths(lat), hundredths(lon)});
  };
  jobs::Context context;
  const auto finds = app::walk_finds(
      project,
      {folder.write("Runde.gpx", gpx), folder.write("a.jpg", tagged(middle.lat, middle.lon)),
       folder.write("fern.jpg", tagged(48.1, 11.5)), folder.write("ohne.jpg", jpeg),
       folder.write("leer.gpx", "<gpx/>")},
      context);
  for (const auto& trouble : finds.troubles)
    UNSCOPED_INFO(trouble);
  CHECK(finds.tracks == 1);
  CHECK(finds.photos == 1);
  CHECK(finds.troubles.size() == 3);
  auto after = project;
  for (const auto& edit : finds.edits) {
    REQUIRE(model::fits(after, edit));
    model::perform(after, edit);
  }
  REQUIRE(after.work->walks.size() == 1);
  CHECK(after.work->walks[0].title == "Runde");
  CHECK(after.work->walks[0].route.size() == 3);
  CHECK(geo::distance(after.work->walks[0].route[2], east_of(350)) < 0.1);
  REQUIRE(after.work->findings.size() == 1);
  const auto& finding = after.work->findings[0];
  CHECK(geo::distance(finding.at[0], east_of(350)) < 1);
  CHECK(finding.seen == "2026-11-27");
  CHECK(finding.photo == after.notes[0].id);
  CHECK(after.notes[0].picture.photo->jpeg.find("Exif") == std::string::npos);
}
