#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "geo/crs.hpp"
#include "io/population_columns.hpp"
#include "io/population_files.hpp"
#include "io/population_grid.hpp"

namespace fs = std::filesystem;
using namespace nahraum;
using model::Residents;

namespace {

const fs::path census = fs::path(NAHRAUM_SOURCE_DIR) / ".." / "shared" / "data" / "zensus2011";
const fs::path lindenhof = fs::path(NAHRAUM_SOURCE_DIR) / "geodata" / "lindenhof";
const geo::Box everywhere{-1e7, -1e7, 1e7, 1e7};
/// UTM 32 around Aachen, and Germany west of Cologne.
const geo::Box aachen{280000, 5610000, 310000, 5650000};

struct Answer {
  base::Result<std::vector<model::PopulationCell>> cells;
  std::vector<model::ReportEntry> report;

  std::int64_t counted(const std::string& code) const {
    for (const auto& entry : report) {
      if (entry.code == code) return entry.count;
    }
    return 0;
  }
  const model::PopulationCell& cell(const std::string& id) const {
    for (const auto& each : *cells) {
      if (each.id == id) return each;
    }
    FAIL("no cell " << id);
    return cells->front();
  }
  long sum(std::optional<int> Residents::*figure) const {
    long sum = 0;
    for (const auto& each : *cells)
      sum += (each.residents.*figure).value_or(0);
    return sum;
  }
};

Answer read(const std::vector<fs::path>& files, const geo::Box& box = aachen) {
  Answer answer;
  jobs::Context context;
  answer.cells = io::read_population(files, 25832, box, answer.report, context);
  return answer;
}

/// Files of one test, removed with it.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "nahraum_population_test") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }

 private:
  fs::path path_;
};

/// Two blocks beside each other near Aachen.
const char* const blocks = R"({"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"block_nr": "0101", "name": "West", "Einwohner": "1.250",
    "ab65": 300, "a80undaelter": 90}, "geometry": {"type": "Polygon", "coordinates":
    [[[6.10, 50.77], [6.11, 50.77], [6.11, 50.78], [6.10, 50.78], [6.10, 50.77]]]}},
  {"type": "Feature", "properties": {"block_nr": "0102", "name": "Ost", "Einwohner": "80",
    "ab65": null, "a80undaelter": 7}, "geometry": {"type": "Polygon", "coordinates":
    [[[6.11, 50.77], [6.12, 50.77], [6.12, 50.78], [6.11, 50.78], [6.11, 50.77]]]}}]})";

}  // namespace

TEST_CASE("names of columns tell the ages") {
  using io::age_band_of;
  using Band = io::AgeBand;
  for (const auto* name : {"65 bis unter 70", "65-69", "a65bis69", "65 bis 69 Jahre", "65-70",
                           "alter_65_69", "EW 65 bis unter 70"}) {
    INFO(name);
    CHECK(age_band_of(name) == Band{65, 70});
  }
  for (const auto* name :
       {"80 und älter", "a80undaelter", "ab80", "80+", "ab_80", "80 Jahre und mehr", "residents_80",
        "ew_80plus", "ab80_A", "aged 80 and over"}) {
    INFO(name);
    CHECK(age_band_of(name) == Band{80, {}});
  }
  CHECK(age_band_of("unter 5") == Band{0, 5});
  CHECK(age_band_of("Unter10") == Band{0, 10});
  for (const auto* name :
       {"Einwohner", "block_nr", "Stichtag", "x_mp_100m", "Alter_D", "", "0101"}) {
    INFO(name);
    CHECK_FALSE(age_band_of(name));
  }
}

TEST_CASE("ages are added up from bands that reach to the top, and not from others") {
  const auto full = io::population_columns(
      {"nr", "Insgesamt", "60 bis unter 65", "65 bis unter 70", "70 bis unter 80", "80 und älter"});
  CHECK(full.all == 1);
  CHECK(full.age_65 == std::vector<std::size_t>{3, 4, 5});
  CHECK(full.age_80 == std::vector<std::size_t>{5});
  const auto straddling = io::population_columns({"nr", "Einwohner", "60-74", "75 und älter"});
  CHECK(straddling.age_65.empty());
  CHECK(straddling.age_80.empty());
  const auto shares = io::population_columns({"Einwohner", "Frauen_A", "ab65_A"});
  CHECK(shares.share_65);
  CHECK(shares.age_65 == std::vector<std::size_t>{2});
}

TEST_CASE("cell ids of both censuses are places") {
  CHECK(io::grid_key_of("1kmN3077E4041") == io::GridKey{1000, 3077000, 4041000});
  CHECK(io::grid_key_of("100mN30833E40428") == io::GridKey{100, 3083300, 4042800});
  CHECK(io::grid_key_of("CRS3035RES100mN3083300E4042800") == io::GridKey{100, 3083300, 4042800});
  CHECK(io::grid_key_of("CRS3035RES1000mN3077000E4041000") == io::GridKey{1000, 3077000, 4041000});
  for (const auto* id :
       {"", "1km", "1kmNE", "5kmN3077E4041", "1kmN-3E4041", "1kmN99999999999999E1"}) {
    CHECK_FALSE(io::grid_key_of(id));
  }
}

TEST_CASE("a census cell is the square of EPSG:3035, turned into the project's system") {
  const Folder folder;
  const auto file = folder.write("z.csv",
                                 "Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner;ab65_A\r\n"
                                 "1kmN3077E4041;4041500;3077500;1313;21,1\r\n");
  const auto answer = read({file});
  REQUIRE(answer.cells);
  REQUIRE(answer.cells->size() == 1);
  const auto& cell = answer.cells->front();
  CHECK(cell.residents == Residents{1313, 277, std::nullopt});
  CHECK(geo::area(cell.outline) == Approx(1e6).epsilon(0.01));
  const auto back = geo::Projection::between("EPSG:25832", 3035);
  const auto middle = back->forward(geo::bounds(cell.outline).centre());
  CHECK(std::abs(middle.x - 4041500) < 5);
  CHECK(std::abs(middle.y - 3077500) < 5);
}

TEST_CASE("the census of 2022 is read with its dashes, marks and names") {
  const Folder folder;
  const auto file = folder.write(
      "z22.csv",
      "\xEF\xBB\xBFGITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Bevoelkerung;Unter10;a70bis79;"
      "a80undaelter\n"
      "CRS3035RES100mN3083300E4042800;4042850;3083350;41;3;–;6\n"
      "CRS3035RES100mN3083400E4042800;4042850;3083450;12;–;–;–\n"
      "CRS3035RES100mN3083500E4042800;4042850;3083550;\x96;–;–;–\n"
      "CRS3035RES100mN3083600E4042800;4042850;3083650;viele;–;–;–\n");
  const auto answer = read({file});
  REQUIRE(answer.cells);
  REQUIRE(answer.cells->size() == 2);
  CHECK(answer.cell("CRS3035RES100mN3083300E4042800").residents == Residents{41, std::nullopt, 6});
  CHECK(answer.cell("CRS3035RES100mN3083400E4042800").residents.age_80 == std::nullopt);
  CHECK(answer.counted("population_unreadable") == 1);
  CHECK(answer.counted("population_suppressed") == 2);
}

TEST_CASE("only cells near the project are kept") {
  const Folder folder;
  const auto file = folder.write("z.csv",
                                 "Gitter_ID_1km;Einwohner\n1kmN3077E4041;13\n1kmN2800E4400;99\n"
                                 "nowhere;7\n");
  const auto answer = read({file});
  REQUIRE(answer.cells);
  CHECK(answer.cells->size() == 1);
  CHECK(answer.counted("population_cell_without_place") == 1);
}

TEST_CASE("finer cells take their people out of the coarse cell, for every figure by itself") {
  const Folder folder;
  const auto coarse =
      folder.write("coarse.csv", "Gitter_ID_1km;Einwohner;ab65\n1kmN3077E4041;100;40\n");
  const auto fine = folder.write("fine.csv",
                                 "Gitter_ID_100m;Einwohner;a80undaelter\n100mN30771E40412;30;6\n"
                                 "100mN30775E40418;25;3\n100mN30875E40418;5;1\n");
  const auto answer = read({coarse, fine});
  REQUIRE(answer.cells);
  CHECK(answer.cell("1kmN3077E4041").residents == Residents{45, 40, std::nullopt});
  CHECK(answer.cell("100mN30771E40412").residents == Residents{30, std::nullopt, 6});
  CHECK(answer.cells->front().id == "100mN30771E40412");
  CHECK(answer.counted("population_refined") == 1);
}

TEST_CASE("finer cells that hold more than the coarse one are reported") {
  const Folder folder;
  const auto coarse = folder.write("coarse.csv", "Gitter_ID_1km;Einwohner\n1kmN3077E4041;20\n");
  const auto fine = folder.write("fine.csv", "Gitter_ID_100m;Einwohner\n100mN30771E40412;26\n");
  const auto answer = read({coarse, fine});
  REQUIRE(answer.cells);
  CHECK(answer.cell("1kmN3077E4041").residents.all == 0);
  CHECK(answer.counted("population_finer_cells_exceed") == 6);
}

TEST_CASE("polygons state residents in their attributes") {
  const Folder folder;
  const auto answer = read({folder.write("blocks.geojson", blocks)});
  REQUIRE(answer.cells);
  CHECK(answer.cell("0101").residents == Residents{1250, 300, 90});
  CHECK(answer.cell("0102").residents == Residents{80, std::nullopt, 7});
}

TEST_CASE("a statistics table joins its polygons by the key, whatever it is called") {
  const Folder folder;
  const auto polygons = folder.write("blocks.geojson", blocks);
  const auto table = folder.write("table.csv",
                                  "Bev\xF6lkerung am 31.12.2025\r\n\r\n"
                                  "Baublock;Blockname;Insgesamt;65 bis unter 80;80 und \xE4lter\r\n"
                                  "0101;West;1.204;150;61\r\n0102;Ost;95;x;4\r\n"
                                  "0999;S\xFC"
                                  "d;7;1;1\r\n;Insgesamt;1.306;151;66\r\n");
  const auto answer = read({polygons, table});
  REQUIRE(answer.cells);
  REQUIRE(answer.cells->size() == 2);
  CHECK(answer.cell("0101").residents == Residents{1204, 211, 61});
  CHECK(answer.cell("0102").residents == Residents{95, std::nullopt, 4});
  CHECK(answer.counted("population_row_without_polygon") == 1);
  CHECK(answer.counted("population_total_agrees") == 1);
}

TEST_CASE("keys that lost their leading zeros still join") {
  const Folder folder;
  const auto polygons = folder.write("blocks.geojson", blocks);
  const auto table = folder.write("table.csv", "nr;Einwohner\n101;55\n102;66\n");
  const auto answer = read({table, polygons});
  REQUIRE(answer.cells);
  CHECK(answer.cell("0102").residents.all == 66);
}

TEST_CASE("files that state nothing, do not fit or contradict are refused in one sentence") {
  const Folder folder;
  const auto polygons = folder.write("blocks.geojson", blocks);
  const auto expect = [](const Answer& answer, const std::string& what) {
    REQUIRE_FALSE(answer.cells);
    CHECK(answer.cells.error().what.find(what) != std::string::npos);
    CHECK_FALSE(answer.cells.error().what_to_do.empty());
  };
  expect(read({folder.write("no.csv", "a;b\n1;2\n")}), "no column of residents");
  expect(read({folder.write("alone.csv", "nr;Einwohner\n0101;5\n")}), "needs its polygons");
  expect(read({polygons, folder.write("other.csv", "nr;Einwohner\n77;5\n78;6\n")}), "matches");
  expect(read({polygons, folder.write("z.csv", "Gitter_ID_1km;Einwohner\n1kmN3077E4041;13\n")}),
         "same figure");
  expect(read({folder.write("empty.csv", "")}), "empty");
  expect(read({folder.write("binary.csv", std::string("\0\1\2", 3))}), "no text");
  expect(read({folder.write("quote.csv", "nr;\"Einwohner\n0101;5\n")}), "never ends");
  CHECK_FALSE(read({"/nonexistent/file.csv"}).cells);
}

TEST_CASE("the blocks of the demo district keep the table's total") {
  if (!fs::exists(lindenhof / "bloecke.geojson")) {
    WARN("no demo district");
    return;
  }
  const auto answer =
      read({lindenhof / "bloecke.geojson", lindenhof / "bevoelkerung.csv"}, everywhere);
  if (!answer.cells) FAIL(base::one_line(answer.cells.error()));
  CHECK(answer.counted("population_total_agrees") == 1);
  CHECK(answer.counted("population_row_without_polygon") == 0);
  CHECK(answer.cells->size() == 25);
  CHECK(answer.sum(&Residents::all) >= 6000);
  CHECK(answer.sum(&Residents::age_80) <= answer.sum(&Residents::age_65));
}

TEST_CASE("the census files of Aachen keep their sums, in both encodings") {
  if (!fs::exists(census)) {
    WARN("no census data");
    return;
  }
  const auto answer =
      read({census / "zensus2011_1km_aachen.csv", census / "zensus2011_100m_senioren_aachen.csv"},
           {200000, 5500000, 400000, 5800000});
  REQUIRE(answer.cells);
  // data/README.md: 203 181 inhabitants in 76 cells, 9 866 persons of 80 and older.
  CHECK(answer.sum(&Residents::all) == 203181);
  CHECK(answer.sum(&Residents::age_80) == 9866);
  const auto latin = read({census / "zensus2011_100m_senioren_aachen_latin9.csv"},
                          {200000, 5500000, 400000, 5800000});
  REQUIRE(latin.cells);
  CHECK(latin.sum(&Residents::age_80) == 9866);
}
