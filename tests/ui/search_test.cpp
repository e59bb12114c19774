#include <catch2/catch.hpp>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/search_view.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

constexpr geo::Point middle{500300, 5600200};

struct Searched : Windowless {
  Searched() {
    for (const auto key : {ImGuiKey_DownArrow, ImGuiKey_UpArrow, ImGuiKey_Enter, ImGuiKey_Escape})
      ImGui::GetIO().KeyMap[key] = 300 + key;
  }
  auto shown() {
    return [this](const ui::Kit& kit) { dialog.show(kit, state, catalogue, jobs, middle); };
  }
  void open() {
    dialog.open();
    frame(shown());
    while (!jobs.idle())
      jobs.deliver();
    frame(shown());
  }
  void type(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    frame(shown());
    frame(shown());
  }
  void press(ImGuiKey key) {
    ImGui::GetIO().KeysDown[300 + key] = true;
    frame(shown());
    ImGui::GetIO().KeysDown[300 + key] = false;
    frame(shown());
  }
  std::vector<ui::SearchRow> rows(const std::string& typed) const {
    const app::SearchIndex index(*state.project, catalogue);
    return ui::make_search_rows(state, catalogue, &index, typed, middle);
  }
  app::State state = testing::small_state();
  model::Catalogue catalogue = testing::small_catalogue();
  jobs::Queue jobs;
  ui::SearchDialog dialog;
};

}  // namespace

TEST_CASE_METHOD(Searched, "before anything is typed the list holds the commands") {
  const auto all = rows("");
  REQUIRE_FALSE(all.empty());
  for (const auto& row : all)
    CHECK(row.heading == "Commands");
}

TEST_CASE_METHOD(Searched, "one list: services, streets, addresses, questions, commands") {
  const auto all = rows("linden");
  REQUIRE(all.size() >= 2);
  CHECK(all[0].name == "Lindenstraße");
  CHECK(all[0].heading == "Streets");
  CHECK(all[1].name == "Lindenstraße 3");
  CHECK(all[1].heading == "House numbers");
  const auto asked = rows("bakery");
  REQUIRE(asked.size() == 1);  // none is in the project, but it can be asked for
  CHECK(asked[0].heading == "Who reaches …");
  CHECK(std::get<app::ChooseType>(asked[0].actions.back()).type == "N03");
  CHECK(rows("undo").front().name == "Undo");
}

TEST_CASE_METHOD(Searched, "a coordinate comes first, and the reading that lies in the project") {
  // 500300 5600200 in EPSG:25832 lies on the meridian 9° E, 50.55 N.
  for (const char* typed : {"50.5540 9.0042", "9,0042 50,5540", "32U 500300 5600200",
                            "500300 E  5600200 N  (EPSG:25832)"}) {
    INFO(typed);
    const auto all = rows(typed);
    REQUIRE_FALSE(all.empty());
    CHECK(all[0].heading == "Coordinate");
    CHECK(all[0].possible);
    const auto at = std::get<app::ShowSpot>(all[0].actions.back()).at;
    CHECK(geo::distance(at, middle) < 60);
  }
  const auto away = rows("52.5163 13.3777");
  REQUIRE_FALSE(away.empty());
  CHECK_FALSE(away[0].possible);
  CHECK(away[0].detail == "lies outside the map");
}

TEST_CASE_METHOD(Searched, "typing and Enter choose the first line and show its place") {
  open();
  type("lowen");
  press(ImGuiKey_Enter);
  const auto* selected = find_action<app::Select>();
  REQUIRE(selected);
  CHECK(selected->selection == app::Selection{app::Selection::Kind::service, 1});
  const auto* spot = find_action<app::ShowSpot>();
  REQUIRE(spot);
  CHECK(spot->name == "Löwen-Apotheke");
  CHECK(spot->at == geo::Point{500150, 5600140});
  CHECK_FALSE(registry.middle("Search field"));
}

TEST_CASE_METHOD(Searched, "the arrow keys go through the list while one types") {
  open();
  type("linden");
  press(ImGuiKey_DownArrow);
  press(ImGuiKey_Enter);
  const auto* selected = find_action<app::Select>();
  REQUIRE(selected);
  CHECK(selected->selection == app::Selection{app::Selection::Kind::home, 11});
}

TEST_CASE_METHOD(Searched, "a command is carried out by a click") {
  open();
  type("undo");
  click("command Undo", shown());
  CHECK(find_action<app::Undo>());
}

TEST_CASE_METHOD(Searched, "what cannot be reached stays in the list") {
  open();
  type("52.5 13.4");
  press(ImGuiKey_Enter);
  CHECK(actions.empty());
  CHECK(registry.middle("Search field"));
}
