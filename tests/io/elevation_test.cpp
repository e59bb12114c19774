#include <fstream>

#include <catch2/catch.hpp>
#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include "io/elevation_file.hpp"
#include "io/gdal.hpp"
#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

// A 200 × 160 m field near Köln in UTM 32, rising 6 cm per metre to the east and 2 cm to the north.
constexpr double west = 360000, south = 5640000;
double truth(double x, double y) {
  return 50 + 0.06 * (x - west) + 0.02 * (y - south);
}
const geo::Box field{west, south, west + 200, south + 160};

/// As the states deliver it: a line per point, from the north-west.
std::string xyz(double step_m, double from_x = west - 50, double to_x = west + 250) {
  std::string text;
  for (double y = south + 210; y >= south - 50; y -= step_m) {
    for (double x = from_x; x <= to_x; x += step_m)
      text +=
          std::to_string(x) + " " + std::to_string(y) + " " + std::to_string(truth(x, y)) + "\n";
  }
  return text;
}

/// One height in the middle of the text is impossible.
std::string with_slip(std::string text) {
  const auto line_end = text.find('\n', text.size() / 2);
  const auto height = text.rfind(' ', line_end) + 1;
  return text.replace(height, line_end - height, "99999");
}

fs::path put(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

struct TiffRecipe {
  double factor = 1;  ///< heights are divided by it
  std::string unit;
  int epsg = 25832;
  int bands = 1;
  bool hole = false;
};

/// A GeoTIFF of the same field, 10-m pixels.
fs::path tiff(const fs::path& file, const TiffRecipe& recipe) {
  io::harden_gdal();
  GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), 40, 36,
                                    recipe.bands, GDT_Float32, nullptr);
  double to_ground[] = {west - 100, 10, 0, south + 260, 0, -10};
  GDALSetGeoTransform(dataset, to_ground);
  if (recipe.epsg > 0) GDALSetProjection(dataset, io::wkt_of(recipe.epsg).c_str());
  std::vector<float> rows;
  for (int r = 0; r < 36; ++r) {
    for (int c = 0; c < 40; ++c) {
      const bool gone = recipe.hole && c > 25;
      rows.push_back(gone ? -9999.0f
                          : float(truth(west - 95 + 10 * c, south + 255 - 10 * r) / recipe.factor));
    }
  }
  for (int band = 1; band <= recipe.bands; ++band) {
    GDALRasterBandH to = GDALGetRasterBand(dataset, band);
    if (!recipe.unit.empty()) GDALSetRasterUnitType(to, recipe.unit.c_str());
    REQUIRE(GDALRasterIO(to, GF_Write, 0, 0, 40, 36, rows.data(), 40, 36, GDT_Float32, 0, 0) ==
            CE_None);
    if (recipe.hole) GDALSetRasterNoDataValue(to, -9999);
  }
  GDALClose(dataset);
  return file;
}

base::Result<model::Terrain> read(const std::vector<fs::path>& files, io::Report& report) {
  jobs::Context context;
  return io::read_elevation(files, 25832, field, report, context);
}

void check_field(const base::Result<model::Terrain>& terrain, double margin) {
  if (!terrain) FAIL(base::one_line(terrain.error()));
  for (const auto& [x, y] : {std::pair{13.0, 21.0}, {171.0, 37.0}, {88.0, 149.0}, {99.0, 81.0}}) {
    const auto height = model::height(*terrain, {west + x, south + y});
    REQUIRE(height);
    CHECK(*height == Approx(truth(west + x, south + y)).margin(margin));
  }
}

}  // namespace

TEST_CASE("heights are read from GeoTIFF, XYZ text and ESRI grids alike") {
  const io::test::Folder folder;
  io::Report report;
  SECTION("GeoTIFF, 10 m") {
    const auto terrain = read({tiff(folder.path() / "dgm.tif", {})}, report);
    check_field(terrain, 0.05);
    CHECK(terrain->resolution_m == Approx(10));
    CHECK(terrain->cell_m == 10);
  }
  SECTION("XYZ of 1 m without a word on its coordinates, in cells of 5 m") {
    const auto terrain = read({put(folder.path() / "dgm1_32_360_5640_1_nw.xyz", xyz(1))}, report);
    check_field(terrain, 0.05);
    CHECK(terrain->resolution_m == Approx(1));
    CHECK(terrain->cell_m == 5);
    CHECK(report.counted("info", "elevation_crs_guessed") == 1);
  }
  SECTION("two tiles in a folder") {
    fs::create_directories(folder.path() / "tiles");
    put(folder.path() / "tiles" / "a.xyz", xyz(1, west - 50, west + 99));
    put(folder.path() / "tiles" / "b.xyz", xyz(1, west + 100, west + 250));
    check_field(read({folder.path() / "tiles"}, report), 0.1);
  }
}

TEST_CASE("heights in feet become metres") {
  const io::test::Folder folder;
  io::Report report;
  check_field(read({tiff(folder.path() / "feet.tif", {0.3048, "ft"})}, report), 0.05);
  CHECK(report.counted("info", "elevation_in_feet") == 1);
}

TEST_CASE("a hole stays unknown") {
  const io::test::Folder folder;
  io::Report report;
  const auto terrain = read({tiff(folder.path() / "hole.tif", {1, "", 25832, 1, true})}, report);
  REQUIRE(terrain);
  CHECK(model::height(*terrain, {west + 40, south + 80}));
  CHECK_FALSE(model::height(*terrain, {west + 190, south + 80}));
}

TEST_CASE("packed text is read as it is, impossible heights are unknown and counted") {
  const io::test::Folder folder;
  io::Report report;
  SECTION("gzip") {
    const auto file = folder / "dgm.xyz.gz";
    io::harden_gdal();
    const std::string text = xyz(2);
    VSILFILE* out = VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "wb");
    REQUIRE(out);
    CHECK(VSIFWriteL(text.data(), 1, text.size(), out) == text.size());
    CHECK(VSIFCloseL(out) == 0);
    check_field(read({file}, report), 0.1);
  }
  SECTION("a slip of the pen") {
    const auto terrain = read({tiff(folder / "high.tif", {0.005, ""})}, report);  // above 10 000 m
    CHECK_FALSE(terrain);                                                         // nothing is left
    REQUIRE(read({put(folder / "slip.xyz", with_slip(xyz(10)))}, report));
    CHECK(report.counted("warning", "elevation_impossible") == 1);
  }
  SECTION("a slip among many") {
    check_field(read({put(folder / "slip.xyz", with_slip(xyz(1)))}, report), 0.1);
  }
}

TEST_CASE("what is no elevation model of this place is refused in one sentence") {
  const io::test::Folder folder;
  io::Report report;
  const auto refused = [&](const fs::path& file) {
    const auto terrain = read({file}, report);
    REQUIRE_FALSE(terrain);
    CHECK_FALSE(terrain.error().what.empty());
    CHECK((terrain.error().code == base::ErrorCode::not_found ||
           !terrain.error().what_to_do.empty()));
    return terrain.error().code;
  };
  CHECK(refused(folder.path() / "none.tif") == base::ErrorCode::not_found);
  CHECK(refused(put(folder.path() / "text.pdf", "heights")) == base::ErrorCode::unsupported);
  CHECK(refused(put(folder.path() / "noise.tif", "II* garbage")) == base::ErrorCode::bad_input);
  CHECK(refused(tiff(folder.path() / "photo.tif", {1, "", 25832, 3})) ==
        base::ErrorCode::bad_input);
  // elsewhere: the same numbers in the next zone
  CHECK(refused(tiff(folder.path() / "far.tif", {1, "", 25833})) == base::ErrorCode::bad_input);
  // numbers that fit no known system
  CHECK(refused(put(folder.path() / "local.xyz",
                    "1000000 100 3\n1000001 100 4\n1000000 99 3\n1000001 99 5\n")) ==
        base::ErrorCode::unsupported);
}

TEST_CASE("SRTM in degrees is read over Lauf") {
  const auto file = io::test::shared_data("lauf/lauf_srtm3_epsg4326.tif");
  if (file.empty()) return;
  io::Report report;
  jobs::Context context;
  const geo::Box lauf{663500, 5485000, 666500, 5487500};
  const auto terrain = io::read_elevation({file}, 25832, lauf, report, context);
  REQUIRE(terrain);
  CHECK(terrain->coarse());
  CHECK(terrain->resolution_m == Approx(92.7).margin(1));
  const auto height = model::height(*terrain, {665000, 5486500});
  REQUIRE(height);
  CHECK(*height > 307);
  CHECK(*height < 552);
}
