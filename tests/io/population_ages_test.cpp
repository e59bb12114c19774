#include "io/population_ages.hpp"

#include <catch2/catch.hpp>

#include "io/age_table.hpp"
#include "io/population_columns.hpp"
#include "io/population_files.hpp"
#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using model::AgeCount;
using model::Sex;

namespace {

const std::filesystem::path lindenhof =
    std::filesystem::path(NAHRAUM_SOURCE_DIR) / "geodata" / "lindenhof";

std::vector<model::PopulationCell> read(const std::vector<std::filesystem::path>& files) {
  std::vector<model::ReportEntry> report;
  jobs::Context context;
  auto cells = io::read_population(files, 25832, {-1e7, -1e7, 1e7, 1e7}, report, context);
  if (!cells) FAIL(base::one_line(cells.error()));
  return *cells;
}

}  // namespace

TEST_CASE("ages, sexes, dates and households are found in the header") {
  const std::vector<std::string> header{"sb",       "Name",           "Stichtag",       "EW",
                                        "unter 65", "w_65_79",        "65-79 männlich", "80+",
                                        "HH_65",    "HH_single_ab65", "Anteil 65+"};
  const auto columns = io::age_columns(header);
  REQUIRE(columns.bands.size() == 4);
  CHECK(columns.bands[1].band == AgeCount{65, 80, Sex::women, {}});
  CHECK(columns.bands[2].band == AgeCount{65, 80, Sex::men, {}});
  CHECK(columns.bands[3].band == AgeCount{80, {}, Sex::both, {}});
  long unreadable = 0;
  const auto area = columns.read(
      {"7", "Am Markt", "31.12.2024", "1.310", "1.200", "60", "x", "–", "50", "21", "8,4"}, true,
      unreadable);
  CHECK(area.name == "Am Markt");
  CHECK(area.date == "2024-12-31");
  CHECK(area.ages[0].persons == 1200);
  CHECK(area.ages[1].persons == 60);
  CHECK_FALSE(area.ages[2].persons);
  CHECK(area.households_65 == 50);
  CHECK(area.living_alone_65 == 21);
  CHECK(unreadable == 0);
}

TEST_CASE("dates of offices become ISO") {
  CHECK(io::iso_date_of("1.7.2025") == "2025-07-01");
  CHECK(io::iso_date_of("2012") == "2012");
  CHECK(io::iso_date_of("Sommer") == "");
}

TEST_CASE("Lindenhof's blocks keep their nineteen age groups, names and date") {
  const auto cells = read({lindenhof / "bloecke.geojson", lindenhof / "bevoelkerung.csv"});
  REQUIRE(cells.size() == 25);
  const auto& market = cells.front();
  CHECK(market.statistics.name == "Markt und Kirche");
  CHECK(market.statistics.date == "2025-12-31");
  REQUIRE(market.statistics.ages.size() == 19);
  int sum = 0;
  for (const auto& band : market.statistics.ages)
    sum += band.persons.value_or(0);
  CHECK(sum == 43);
  CHECK(market.statistics.ages.back() == AgeCount{90, {}, Sex::both, 1});
}

TEST_CASE("a long table is turned to one record per area, of the year that is asked for") {
  const io::test::Folder folder;
  const auto file = folder.write("lang.csv",
                                 "raum_id,raum,jahr,zeile,zahl\n"
                                 "101,Nord,2007,00 - < 65,80\n"
                                 "101,Nord,2012,Einwohner,99\n"
                                 "101,Nord,2012,00 - < 65,70\n"
                                 "101,Nord,2012,65 und älter,29.0\n"
                                 "101,Nord,2012,katholisch,44\n"
                                 "102,Süd,2012,00 - < 65,12\n"
                                 "101,Nord,2012,00 - < 65,71\n");
  std::vector<model::ReportEntry> report;
  const auto latest = io::read_age_table(file, {}, report);
  if (!latest) FAIL(base::one_line(latest.error()));
  CHECK(latest->date == "2012");
  REQUIRE(latest->rows.size() == 2);
  CHECK(latest->rows[0].keys[0] == "101");
  CHECK(latest->rows[0].ages[0] == AgeCount{0, 65, Sex::both, 70});
  CHECK(latest->rows[0].ages[1] == AgeCount{65, {}, Sex::both, 29});
  CHECK_FALSE(latest->rows[1].ages[1].persons);
  CHECK(io::read_age_table(file, 2007, report)->rows.size() == 1);
  const auto none = io::read_age_table(file, 1999, report);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == base::ErrorCode::not_found);
  CHECK(none.error().what_to_do.find("2007, 2012") != std::string::npos);
}

TEST_CASE("Cologne's quarters are read with their thirteen age bands") {
  const auto shape = io::test::shared_data("koeln/Stadtteil.shp");
  const auto table = io::test::shared_data("koeln/bevoelkerung_2005-2012.csv");
  if (shape.empty() || table.empty()) return;
  const auto cells = read({shape, table});
  REQUIRE(cells.size() == 86);
  long all = 0, older = 0;
  for (const auto& cell : cells) {
    CHECK(cell.statistics.ages.size() == 13);
    CHECK(cell.statistics.date == "2012");
    all += cell.residents.all.value_or(0);
    older += cell.residents.age_65.value_or(0);
  }
  CHECK(all == 1044555);
  CHECK(older == 185068);
  CHECK(cells.front().statistics.ages[0].below == 3);
}

TEST_CASE("areas are the same with and without leading zeros") {
  CHECK(io::same_area("0101", "101"));
  CHECK(io::same_area("101.0", "101"));
  CHECK_FALSE(io::same_area("101", "1010"));
}
