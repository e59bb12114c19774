/// Corrections of the map data, from the edit to what is answered and told.

#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/session.hpp"
#include "app/verb_corrections.hpp"
#include "app/verbs.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "scene/correction_words.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

struct Place {
  Place() {
    fs::create_directories(folder);
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    base::set_language(base::Language::english);
    town.info.title = "Kleinstadt";
    town.data_extent = {{geo::ring_of({490000, 5590000, 510000, 5610000}), {}}};
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  void store() const {
    jobs::Context context;
    REQUIRE(io::write_project(town, file, context));
  }

  fs::path folder = fs::temp_directory_path() / ("nahraum-corrections-" + std::to_string(getpid()));
  fs::path file = folder / "stadt.gpkg";
  model::Project town = districts::random_town(7);
};

model::Correction bench_at(geo::Point at) {
  return {0, model::AddBench{at}, "am Kiosk", "2026-11-27"};
}

bool has_service(const model::Project& project, std::int32_t id) {
  return std::any_of(project.services.begin(), project.services.end(),
                     [id](const auto& each) { return each.id == id; });
}

}  // namespace

TEST_CASE_METHOD(Place, "a correction is answered with, stored, listed and taken back") {
  store();
  app::Session session(app::shipped_catalogue().value());
  session.dispatch(app::OpenFile{file});
  session.settle();
  const auto before = session.state().project;
  REQUIRE(before);
  CHECK(app::ground_project(session.state()) == before);

  session.dispatch(app::PerformEdit{model::AddCorrection{bench_at(before->streets.nodes[0].at)}});
  session.settle();
  const auto& state = session.state();
  REQUIRE(state.project->corrections.size() == 1);
  CHECK(state.project->services == before->services);
  CHECK(has_service(*state.answer->district->project, model::corrected_service + 1));
  CHECK(std::string(state.history.undo_name()) == "Bench added");

  session.dispatch(app::SaveProject{});
  session.settle();
  jobs::Context context;
  const auto workspace = app::open_workspace(file, context);
  REQUIRE(workspace);
  CHECK(has_service(*workspace->project, model::corrected_service + 1));
  base::set_language(base::Language::english);  // saving took the settings' one
  CHECK(scene::corrections_text(*workspace->project) ==
        "1 correction of the map data is in force: New bench.");

  session.dispatch(app::Undo{});
  session.settle();
  CHECK(*state.project == *before);
  CHECK_FALSE(state.corrected);
  CHECK_FALSE(has_service(*state.answer->district->project, model::corrected_service + 1));
}

TEST_CASE_METHOD(Place, "what finds nothing to correct is said and not made") {
  app::State state;
  state.project = std::make_shared<const model::Project>(town);
  const auto effects =
      app::apply(state, app::PerformEdit{model::AddCorrection{{0, model::AddRamp{4711}, "", ""}}});
  CHECK(effects.empty());
  CHECK(state.project->corrections.empty());
  REQUIRE(state.messages.size() == 1);
  CHECK(state.messages[0].text.find("4711") != std::string::npos);
}

TEST_CASE_METHOD(Place, "a closed street is walked by nobody, and the streets come back whole") {
  app::State state;
  state.project = std::make_shared<const model::Project>(town);
  const auto way = town.streets.ways[0].osm_way_id;
  app::apply(state,
             app::PerformEdit{model::AddCorrection{{0, model::RemovePath{way, {}}, "", ""}}});
  REQUIRE(state.corrected);
  CHECK(state.corrected->streets != town.streets);
  CHECK(state.project->streets == town.streets);
  app::apply(state, app::Undo{});
  CHECK(app::ground_project(state)->streets == town.streets);
}

TEST_CASE_METHOD(Place, "corrections go to those who keep the map, as places and in words") {
  const auto at = town.streets.nodes[0].at;
  town.corrections = {{1, model::AddBench{at}, "am Kiosk", "2026-11-27"},
                      {4, model::RemovePath{town.streets.ways[0].osm_way_id, {}}, "", "2026-11-28"},
                      {6, model::AddRamp{4711}, "", ""}};
  store();
  app::Console console(true);
  app::CorrectionsOptions options{file, "export", false, folder / "aus.geojson"};
  REQUIRE(app::run_corrections(options, console));
  std::ifstream in(folder / "aus.geojson");
  const auto out = json::parse(in);
  REQUIRE(out["features"].size() == 3);
  CHECK(out["features"][0]["geometry"]["type"] == "Point");
  CHECK(out["features"][0]["properties"]["kind"] == "add_bench");
  CHECK(out["features"][0]["properties"]["note"] == "am Kiosk");
  CHECK(out["features"][1]["geometry"]["type"] == "LineString");
  CHECK(out["features"][2]["geometry"].is_null());
  for (const char* name : {"aus.gpkg", "aus.csv"}) {
    options.out = folder / name;
    CHECK(app::run_corrections(options, console));
    CHECK(fs::file_size(options.out) > 0);
  }
}
