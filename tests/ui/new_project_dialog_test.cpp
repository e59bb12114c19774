#include "ui/new_project_dialog.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using app::FileRole;
using testing::Windowless;

namespace {

struct Asked : Windowless {
  auto shown() {
    return [this](const ui::Kit& kit) { dialog.show(kit, false); };
  }
  ui::NewProjectDialog dialog;
};

}  // namespace

TEST_CASE_METHOD(Asked, "files that were sorted make a project") {
  dialog.open({{"/data/stadt.osm.pbf", FileRole::streets},
               {"/data/quartier.geojson", FileRole::district},
               {"/data/zensus.csv", FileRole::population},
               {"/data/brief.docx", FileRole::unused, "nothing is known of this kind of file"}});
  frame(shown());
  frame(shown());
  CHECK_FALSE(registry.middle("a circle"));  // the outline says where it is
  click("Make the project", shown());
  const auto* made = find_action<app::MakeProject>();
  REQUIRE(made);
  CHECK(made->options.osm == "/data/stadt.osm.pbf");
  CHECK(made->options.district == "/data/quartier.geojson");
  CHECK(made->options.population.size() == 1);
  CHECK_FALSE(dialog.is_open());
}

TEST_CASE_METHOD(Asked, "without streets nothing is made, and it says why") {
  dialog.open({{"/data/zensus.csv", FileRole::population}});
  frame(shown());
  frame(shown());
  click("Make the project", shown());
  CHECK(actions.empty());
  CHECK(dialog.is_open());
}

TEST_CASE_METHOD(Asked, "the district can be a boundary with a name") {
  dialog.open({{"/data/stadt.osm.pbf", FileRole::streets}});
  frame(shown());
  frame(shown());
  click("a boundary with a name", shown());
  frame(shown());
  click("Make the project", shown());
  CHECK(actions.empty());  // which?
  click("Boundary", shown());
  ImGui::GetIO().AddInputCharactersUTF8("Burtscheid");
  frame(shown());
  frame(shown());
  click("Make the project", shown());
  REQUIRE(find_action<app::MakeProject>());
  CHECK(find_action<app::MakeProject>()->options.district_name == "Burtscheid");
}

TEST_CASE_METHOD(Asked, "files that are dropped on the dialog are added once") {
  dialog.open({{"/data/stadt.osm.pbf", FileRole::streets}});
  dialog.add(
      {{"/data/stadt.osm.pbf", FileRole::streets}, {"/data/hoehen.tif", FileRole::elevation}});
  frame(shown());
  frame(shown());
  CHECK(registry.middle("role hoehen.tif"));
  click("Make the project", shown());
  REQUIRE(find_action<app::MakeProject>());
  CHECK(find_action<app::MakeProject>()->options.elevation.size() == 1);
}
