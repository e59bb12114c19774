/// Any sequence of edits, taken back, leaves the project and its file as they were.

#include <fstream>
#include <regex>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "io/project_gpkg.hpp"
#include "tests/app/editor.hpp"

using namespace nahraum;
using test::Editor;
using test::town_with_areas;
namespace fs = std::filesystem;

namespace {

/// The file's bytes without the moments at which its tables were written.
std::string bytes_of(const model::Project& project) {
  const auto file = fs::temp_directory_path() / ("nahraum-edits-" + std::to_string(getpid()));
  jobs::Context context;
  REQUIRE(io::write_project(project, file, context));
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  fs::remove(file);
  return std::regex_replace(bytes, std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"), "then");
}

}  // namespace

TEST_CASE("edits of all kinds, taken back, leave the project equal and its file the same bytes") {
  const auto start = town_with_areas();
  const auto stored = bytes_of(start);
  for (unsigned seed = 1; seed <= 6; ++seed) {
    INFO("seed " << seed);
    Editor editor(seed);
    auto project = start;
    model::History history;
    for (int i = 0; i < 60; ++i) {
      const auto edit = model::with_id(project, editor.any(project));
      REQUIRE(model::fits(project, edit));
      history.perform(project, edit);
    }
    const auto end = project;
    CHECK(bytes_of(project) != stored);
    while (history.undo(project)) {
    }
    CHECK(project == start);
    CHECK(bytes_of(project) == stored);
    while (history.redo(project)) {
    }
    CHECK(project == end);
  }
}
