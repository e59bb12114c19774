#include "io/xlsx_file.hpp"

#include <catch2/catch.hpp>

#include "tests/io/small_world.hpp"

using namespace nahraum;

TEST_CASE("a workbook is written whole, whatever its sheets are called") {
  const io::test::Folder folder;
  const io::WorkbookSheet sheet{
      "Maßnahmen: [alle] / 2026 – ein sehr langer Name für eine Tabelle",
      {"Name", "Betrag", "Tag"},
      {{std::string("=1+1"), 1250.5, io::IsoDate{"2026-11-27"}}, {{}, {}, io::IsoDate{"bald"}}}};
  REQUIRE(io::write_xlsx({sheet, sheet}, folder / "a.xlsx"));  // the same name twice
  const auto bytes = io::test::read_bytes(folder / "a.xlsx");
  CHECK(bytes.substr(0, 2) == "PK");
  CHECK(bytes.find("xl/worksheets/sheet2.xml") != std::string::npos);
  CHECK_FALSE(io::write_xlsx({sheet}, folder / "no such folder" / "a.xlsx"));
}
