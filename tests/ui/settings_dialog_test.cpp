#include "ui/settings_dialog.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

struct Shown : Windowless {
  auto panel() {
    return [this](const ui::Kit& kit) { ui::settings_panel(kit, settings, 5); };
  }
  app::Settings settings;
};

}  // namespace

TEST_CASE_METHOD(Shown, "the language is chosen by its own name") {
  click("English", panel());
  const auto* chosen = find_action<app::ChooseLanguage>();
  REQUIRE(chosen);
  CHECK(chosen->language == base::Language::english);
}

TEST_CASE_METHOD(Shown, "text grows to the size that is clicked") {
  click("250 %", panel());
  const auto* chosen = find_action<app::ChooseTextScale>();
  REQUIRE(chosen);
  CHECK(chosen->scale == 2.5);
}

TEST_CASE_METHOD(Shown, "coordinates, least count and gliding are settings") {
  click("Degrees", panel());
  REQUIRE(find_action<app::ChangeSettings>());
  CHECK(find_action<app::ChangeSettings>()->settings.degrees);
  actions.clear();
  click("10", panel());
  REQUIRE(find_action<app::ChangeSettings>());
  CHECK(find_action<app::ChangeSettings>()->settings.min_count == 10);
  actions.clear();
  settings.min_count = 10;
  click("5", panel());  // the catalogue's own, whatever it will be
  REQUIRE(find_action<app::ChangeSettings>());
  CHECK(find_action<app::ChangeSettings>()->settings.min_count == 0);
  actions.clear();
  click("The map runs on after a swing", panel());
  REQUIRE(find_action<app::ChangeSettings>());
  CHECK(find_action<app::ChangeSettings>()->settings.glides);
}

TEST_CASE("the least count is never smaller than the catalogue's") {
  CHECK(ui::offered_counts(5) == std::vector<int>{5, 7, 10, 20});
  CHECK(ui::offered_counts(8) == std::vector<int>{8, 10, 20});
  app::Settings settings;
  CHECK(app::min_count(settings, 5) == 5);
  settings.min_count = 3;
  CHECK(app::min_count(settings, 5) == 5);
  settings.min_count = 12;
  CHECK(app::min_count(settings, 5) == 12);
}
