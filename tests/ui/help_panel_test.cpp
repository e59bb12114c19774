#include "ui/help_panel.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

struct Shown : Windowless {
  Shown() {
    help.open("map", {app::parse_help("start", "# First steps\n\nSee [the map](map)."),
                      app::parse_help("map", "# The map\n\nDrag it."),
                      app::parse_help("keys", "# Keyboard\n\nBy its sign.")});
  }
  auto panel() {
    return [this](const ui::Kit& kit) {
      help.show(kit, {{"Undo", "Ctrl+Z", app::Undo{}, ui::Wish::none}});
    };
  }
  ui::HelpPanel help;
};

}  // namespace

TEST_CASE_METHOD(Shown, "the help opens at a page and follows its links") {
  CHECK(help.page() == "map");
  click("First steps##topic", panel());
  CHECK(help.page() == "start");
  click("link map", panel());
  CHECK(help.page() == "map");
}

TEST_CASE_METHOD(Shown, "searching leads to the page that has the word") {
  click("Search help", panel());
  ImGui::GetIO().AddInputCharactersUTF8("sign");
  frame(panel());
  frame(panel());
  CHECK_FALSE(registry.middle("The map##hit"));
  click("Keyboard##hit", panel());
  CHECK(help.page() == "keys");
}

TEST_CASE_METHOD(Shown, "the help can be put away") {
  click("Close the help", panel());
  CHECK_FALSE(help.is_open());
}

TEST_CASE_METHOD(Shown, "an unknown page opens the first one") {
  help.open("nowhere", {app::parse_help("start", "# First steps\n\nHello.")});
  CHECK(help.page() == "start");
  help.open("nowhere", std::vector<app::HelpPage>{});
  frame(panel());  // says that the pages are missing
  CHECK(help.page().empty());
}
