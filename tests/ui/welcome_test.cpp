#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "tests/ui/windowless.hpp"
#include "ui/welcome_panel.hpp"

using namespace nahraum;
using testing::Windowless;
namespace fs = std::filesystem;

namespace {

struct Welcome : Windowless {
  Welcome() { width = 1100; }
  auto shown() {
    return [this](const ui::Kit& kit) { wish = std::max(wish, panel.show(kit, state, opening)); };
  }
  void frames() {
    for (int i = 0; i < 3; ++i)
      frame(shown());
  }
  /// All of it stands there, none of it beyond the right edge.
  void check_within() {
    for (const auto& [label, rect] : registry.all()) {
      INFO(label);
      CHECK(rect.first.x >= 0);
      CHECK(rect.second.x <= width + 1);
    }
  }

  bool opening = false;
  ui::Wish wish = ui::Wish::none;
  app::State state;
  ui::WelcomePanel panel;
};

}  // namespace

TEST_CASE_METHOD(Welcome, "the demo is one click away; the first time with the tour") {
  click("Open the demo district Lindenhof", shown());
  CHECK(wish == ui::Wish::start_tour);
  CHECK(actions.empty());
  state.settings.tour_seen = true;
  click("Open the demo district Lindenhof", shown());
  CHECK(find_action<app::OpenDemo>());
}

TEST_CASE_METHOD(Welcome, "a module of the course opens the demo there") {
  frames();
  for (int i = 1; i <= 8; ++i)
    CHECK(registry.middle("course " + std::to_string(i)));
  click("course 1", shown());
  CHECK(find_action<app::OpenDemo>());
  const auto* module = find_action<app::ChooseModule>();
  REQUIRE(module);
  CHECK(module->module == 1);
}

TEST_CASE_METHOD(Welcome, "a file that is gone is marked, does not open, and leaves the list") {
  const auto file = fs::temp_directory_path() / ("nahraum-da-" + std::to_string(getpid()));
  std::ofstream(file) << "x";
  state.settings.recent = {"/nirgends/weg.gpkg", file.string()};
  frames();
  click("weg.gpkg (missing)##/nirgends/weg.gpkg", shown());
  CHECK(actions.empty());
  click(file.filename().string() + "##" + file.string(), shown());
  REQUIRE(find_action<app::OpenFile>());
  CHECK(find_action<app::OpenFile>()->path == file);
  click("×##forget /nirgends/weg.gpkg", shown());
  REQUIRE(find_action<app::ForgetRecent>());
  CHECK(find_action<app::ForgetRecent>()->file == "/nirgends/weg.gpkg");
  fs::remove(file);
}

TEST_CASE_METHOD(Welcome, "everything is within a narrow window") {
  width = GENERATE(430.f, 700.f, 873.f, 1100.f);
  state.settings.recent = {"/ein/sehr/langer/Ordner/mit/einem/Projekt/" + std::string(120, 'x') +
                           ".gpkg"};
  frames();
  check_within();
  // Side by side, nothing over anything.
  const auto german = registry.rect("Deutsch"), english = registry.rect("English");
  REQUIRE((german && english));
  CHECK(german->second.x < english->first.x);
  CHECK(german->first.y == english->first.y);
  CHECK(registry.middle("New project from files …"));
  CHECK(registry.middle("Settings …"));
}

TEST_CASE_METHOD(Welcome, "while something opens nothing else is offered") {
  opening = true;
  frames();
  CHECK_FALSE(registry.middle("Open the demo district Lindenhof"));
}

TEST_CASE("the picture of the welcome is there and sound") {
  const auto picture =
      ui::load_vignette(fs::path(NAHRAUM_SOURCE_DIR) / "assets" / "welcome" / "lindenhof.txt");
  CHECK(picture.houses.size() > 100);
  CHECK(picture.lines.size() > 50);
  CHECK(picture.pharmacy.x > 0);
}

TEST_CASE("a picture that cannot be read is none") {
  const auto file = fs::temp_directory_path() / ("nahraum-bild-" + std::to_string(getpid()));
  const auto* text =
      GENERATE("street 0.01 0 0", "street 0.01 0 0 a b", "house home 0 0 1 1",
               "house what 0 0 1 1 1 1 0 0", "reached 9 0 0 1 1", "tower 1 1", "pharmacy 1");
  std::ofstream(file) << "water 0 0 1 1\n" << text << "\n";
  const auto picture = ui::load_vignette(file);
  CHECK(picture.lines.empty());
  CHECK(picture.houses.empty());
  fs::remove(file);
  CHECK(ui::load_vignette(file).lines.empty());
}
