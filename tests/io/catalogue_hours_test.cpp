#include "io/catalogue_hours.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/io/small_world.hpp"

using namespace nahraum;

TEST_CASE("classes of hours per week are data, read strictly") {
  const std::filesystem::path shipped =
      std::filesystem::path(NAHRAUM_SOURCE_DIR) / "assets/catalogue/hours.yaml";
  const auto rules = io::read_hours_rules(shipped);
  REQUIRE(rules);
  CHECK(rules->breaks_h == std::vector<double>{20, 40, 60});
  CHECK(rules->evidence.mark == model::Mark::assumption);
  io::test::Folder folder;
  for (const std::string breaks : {"[40, 20]", "[]", "[20, 200]", "20", "[0]"}) {
    const auto file = folder / "hours.yaml";
    std::ofstream(file) << "sources:\n  D: \"Annahme\"\nclasses:\n  breaks_h: " << breaks
                        << "\n  mark: D\n  source: D\n";
    const auto refused = io::read_hours_rules(file);
    REQUIRE_FALSE(refused);
    CHECK(base::one_line(refused.error()).find("hours.yaml") != std::string::npos);
  }
  CHECK(io::read_hours_rules(folder / "nothing.yaml").error().code == base::ErrorCode::not_found);
}
