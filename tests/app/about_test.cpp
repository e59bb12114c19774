#include "app/about.hpp"

#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

using namespace nahraum;

namespace {

const std::filesystem::path readme =
    std::filesystem::path(NAHRAUM_SOURCE_DIR) / "third_party" / "README.md";

/// Read another way than app::libraries_used does.
std::vector<app::LibraryUsed> rows_of_the_list() {
  std::ifstream file(readme);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto from = text.find("## Libraries");
  const std::string part = text.substr(from, text.find("\n## ", from) - from);
  const std::regex row("\\| `([^`]+)` \\| ([^|]*?) \\| ([^|]*?)( \\(see below\\))? \\|");
  std::vector<app::LibraryUsed> rows;
  for (std::sregex_iterator it(part.begin(), part.end(), row), end; it != end; ++it) {
    rows.push_back({(*it)[1], (*it)[2], (*it)[3]});
  }
  return rows;
}

}  // namespace

TEST_CASE("the About box knows every library of third_party/README.md") {
  const auto rows = rows_of_the_list();
  REQUIRE(rows.size() > 20);
  CHECK(app::libraries_used(readme) == rows);
  // What lies beside the program is that list.
  CHECK(app::libraries_used() == rows);
}

TEST_CASE("a missing list is an empty one") {
  CHECK(app::libraries_used("/nonexistent/libraries.md").empty());
}
