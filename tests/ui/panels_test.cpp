#include "ui/panels.hpp"

#include <set>
#include <thread>

#include <catch2/catch.hpp>
#include <imgui_internal.h>

#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/map_tools.hpp"
#include "ui/map_view.hpp"
#include "ui/toolbar.hpp"
#include "ui/views_list.hpp"

using namespace nahraum;

using testing::Windowless;

TEST_CASE_METHOD(Windowless, "choosing another service type asks for it") {
  const auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  const auto show = [&](const ui::Kit& kit) { ui::question_panel(kit, view, memory); };
  click("Service type", show);
  click("Bakery", show);
  const auto* chosen = find_action<app::ChooseType>();
  REQUIRE(chosen);
  CHECK(chosen->type == "N03");
}

TEST_CASE_METHOD(Windowless, "typing in the list finds a type without the mouse") {
  const auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  const auto show = [&](const ui::Kit& kit) { ui::question_panel(kit, view, memory); };
  click("Service type", show);
  frame(show);
  ImGui::GetIO().AddInputCharactersUTF8("baker");
  frame(show);
  frame(show);
  CHECK_FALSE(registry.middle("Pharmacy"));
  CHECK(registry.middle("Bakery"));
}

TEST_CASE_METHOD(Windowless, "changing from minutes to metres asks within 500 m") {
  const auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  click("Metres", [&](const ui::Kit& kit) { ui::question_panel(kit, view, memory); });
  const auto* chosen = find_action<app::ChooseLimit>();
  REQUIRE(chosen);
  CHECK(chosen->limit == analysis::Limit{analysis::Limit::Kind::metres, 500});
}

TEST_CASE_METHOD(Windowless, "the method card is one click away from every figure") {
  const auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  ui::Wish wish = ui::Wish::none;
  click("Method and sources",
        [&](const ui::Kit& kit) { wish = std::max(wish, ui::question_panel(kit, view, memory)); });
  CHECK(wish == ui::Wish::show_method);
}

TEST_CASE_METHOD(Windowless, "the rail opens the module that was clicked") {
  click("Module 5", [&](const ui::Kit& kit) { ui::rail_panel(kit, 2); });
  const auto* chosen = find_action<app::ChooseModule>();
  REQUIRE(chosen);
  CHECK(chosen->module == 5);
}

TEST_CASE_METHOD(Windowless, "a running job can be cancelled in the strip") {
  const auto view =
      ui::make_strip_view(testing::small_state(), {{9, "Saving", 0.3, "", true}}, {}, {});
  width = 1200;
  const auto show = [&](const ui::Kit& kit) { ui::strip_panel(kit, view); };
  frame(show);
  click("Cancel", show);
  const auto* cancel = find_action<app::CancelJob>();
  REQUIRE(cancel);
  CHECK(cancel->job == 9);
}

TEST_CASE_METHOD(Windowless, "the strip leads to the search where there is room for it") {
  const auto view = ui::make_strip_view(testing::small_state(), {}, {}, {});
  auto asked = ui::StripAsked::nothing;
  const auto show = [&](const ui::Kit& kit) {
    if (const auto now = ui::strip_panel(kit, view); now != ui::StripAsked::nothing) asked = now;
  };
  width = 1200;
  frame(show);
  click("strip search", show);
  CHECK(asked == ui::StripAsked::search);
  width = 500;
  frame(show);
  CHECK_FALSE(registry.middle("strip search"));
}

TEST_CASE_METHOD(Windowless, "the note tools are switches") {
  auto state = testing::small_state();
  width = 1100;
  const auto show = [&](const ui::Kit& kit) { ui::toolbar_panel(kit, state); };
  frame(show);
  click("Arrow", show);
  REQUIRE(find_action<app::ChooseTool>());
  CHECK(find_action<app::ChooseTool>()->tool == app::Tool::note_arrow);
  actions.clear();
  state.tool = app::Tool::note_arrow;
  click("Arrow", show);
  CHECK(find_action<app::ChooseTool>()->tool == app::Tool::select);
}

namespace {

/// The map without pixels: what mouse and keys make of it.
struct MapFixture : Windowless {
  MapFixture() {
    follow();
    for (int i = 0; i < 400 && !pictures.idle(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      pictures.deliver();
      follow();
    }
    frame(show());
    map.camera().jump({500300, 5600200}, 5000);
    frame(show());
  }
  void follow() { map.follow(state, catalogue, now); }
  std::function<void(const ui::Kit&)> show() {
    return [this](const ui::Kit& kit) {
      follow();
      map.show(kit, state, {0, 0, 400, 800}, now += 0.2);
    };
  }
  void mouse_to(geo::Point place) {
    const auto px = map.camera().to_px(place);
    ImGui::GetIO().MousePos = {static_cast<float>(px.x), static_cast<float>(px.y)};
    frame(show());
  }
  void button(bool down) {
    ImGui::GetIO().MouseDown[0] = down;
    frame(show());
  }

  app::State state = testing::small_state();
  model::Catalogue catalogue = testing::small_catalogue();
  jobs::Queue pictures;
  ui::MapView map{nullptr, pictures};
  double now = 0;
};

}  // namespace

TEST_CASE_METHOD(MapFixture, "a click on a house selects its home") {
  mouse_to({500510, 5600305});
  button(true);
  button(false);
  const auto* chosen = find_action<app::Select>();
  REQUIRE(chosen);
  CHECK(chosen->selection == app::Selection{app::Selection::Kind::home, 12});
}

TEST_CASE_METHOD(MapFixture, "a click lists the statistical area, and chooses it by its table") {
  auto project = std::make_shared<model::Project>(*state.project);
  project->population.emplace_back().outline = {
      {geo::ring_of({500200, 5600000, 500599, 5600399}), {}}};
  state.project = project;
  const auto click_at = [&](geo::Point place) {
    actions.clear();
    mouse_to(place);
    button(true);
    button(false);
    const auto* chosen = find_action<app::Select>();
    REQUIRE(chosen);
    return *chosen;
  };
  for (int i = 0; i < 3; ++i)
    frame(show());
  const app::Selection area{app::Selection::Kind::statistics, 0};
  const auto home = click_at({500510, 5600305});
  CHECK(home.selection == app::Selection{app::Selection::Kind::home, 12});
  CHECK(home.under.back() == area);
  CHECK(click_at({500400, 5600050}).selection.kind == app::Selection::Kind::none);
  map.areas_are_listed(true);
  CHECK(click_at({500400, 5600050}).selection == area);
}

TEST_CASE_METHOD(MapFixture, "a dragged service is followed and dropped where the mouse lets go") {
  mouse_to({500150, 5600140});
  button(true);
  mouse_to({500180, 5600160});
  mouse_to({500260, 5600200});
  const auto* drag = find_action<app::DragService>();
  REQUIRE(drag);
  CHECK(drag->service == 1);
  button(false);
  const auto* drop = find_action<app::DropService>();
  REQUIRE(drop);
  CHECK(drop->to.x == Approx(500260).margin(1));
  CHECK(drop->to.y == Approx(5600200).margin(1));
  CHECK_FALSE(find_action<app::Select>());
}

TEST_CASE_METHOD(MapFixture, "dragging the ground moves the map and nothing else") {
  const auto before = map.camera().centre();
  mouse_to({500300, 5600050});
  button(true);
  ImGui::GetIO().MousePos.x += 60;
  frame(show());
  ImGui::GetIO().MousePos.x += 30;
  frame(show());
  button(false);
  CHECK(map.camera().centre().x < before.x - 50);
  CHECK(actions.empty());
}

TEST_CASE_METHOD(MapFixture, "the wheel zooms to the place under the mouse") {
  mouse_to({500150, 5600140});
  const auto at = ImGui::GetIO().MousePos;
  ImGui::GetIO().MouseWheel = 1;
  frame(show());
  ImGui::GetIO().MouseWheel = 0;
  for (int i = 0; i < 4; ++i)
    frame(show());
  CHECK(map.camera().denominator() == 4000);
  const auto now_there = map.camera().to_map({double(at.x), double(at.y)});
  CHECK(now_there.x == Approx(500150).margin(1.5));
}

TEST_CASE_METHOD(MapFixture, "an arrow note runs from press to release") {
  state.tool = app::Tool::note_arrow;
  mouse_to({500300, 5600100});
  button(true);
  mouse_to({500360, 5600150});
  button(false);
  const auto* edit = find_action<app::PerformEdit>();
  REQUIRE(edit);
  const auto& note = std::get<model::AddNote>(edit->edit).note;
  CHECK(note.kind == model::NoteKind::arrow);
  REQUIRE(note.points.size() == 2);
  CHECK(note.points[0].x == Approx(500300).margin(1));
  CHECK(note.points[1].y == Approx(5600150).margin(1));
}

TEST_CASE_METHOD(MapFixture, "Escape takes a service back to where it was") {
  mouse_to({500150, 5600140});
  button(true);
  mouse_to({500220, 5600180});
  ImGui::GetIO().KeyMap[ImGuiKey_Escape] = 1;
  ImGui::GetIO().KeysDown[1] = true;
  frame(show());
  ImGui::GetIO().KeysDown[1] = false;
  button(false);
  CHECK(find_action<app::CancelDrag>());
  CHECK_FALSE(find_action<app::DropService>());
}

TEST_CASE_METHOD(MapFixture, "the tool for a service tries it wherever the mouse is") {
  state.tool = app::Tool::add_service;
  mouse_to({500300, 5600100});
  const auto* tried = find_action<app::TryService>();
  REQUIRE(tried);
  CHECK(tried->at.x == Approx(500300).margin(1));
  app::Preview preview;
  preview.service = app::tried_service;
  state.preview = std::make_shared<const app::Preview>(preview);
  actions.clear();
  ImGui::GetIO().MousePos = {-10, -10};  // off the map
  frame(show());
  frame(show());
  CHECK(find_action<app::CancelDrag>());
}

TEST_CASE_METHOD(MapFixture, "with Shift a rectangle is drawn that then fills the map") {
  const double before = map.camera().denominator();
  ImGui::GetIO().KeyShift = true;
  mouse_to({500200, 5600100});
  button(true);
  mouse_to({500300, 5600160});
  button(false);
  ImGui::GetIO().KeyShift = false;
  map.camera().advance(1e9);
  CHECK(map.camera().denominator() < before);
  CHECK(map.camera().centre().x == Approx(500250).margin(2));
  CHECK(map.camera().centre().y == Approx(5600130).margin(2));
  CHECK_FALSE(find_action<app::DragService>());
}

TEST_CASE_METHOD(Windowless, "a layer is switched off with the mouse") {
  const auto state = testing::small_state();
  ui::ViewsList views;
  std::optional<model::NamedView> chosen;
  const auto show = [&](const ui::Kit& kit) {
    ui::map_tools_panel(kit, state, 5000, views, chosen);
  };
  click("Layers", show);
  click("Names", show);
  const auto* action = find_action<app::ShowLayer>();
  REQUIRE(action);
  CHECK(action->layer == app::MapLayer::names);
  CHECK_FALSE(action->shown);
}

TEST_CASE_METHOD(Windowless, "tools without room are found in the list") {
  const auto state = testing::small_state();
  width = 260;
  const auto show = [&](const ui::Kit& kit) { ui::toolbar_panel(kit, state); };
  frame(show);
  CHECK_FALSE(registry.middle("Arrow"));
  click("More", show);
  click("Arrow", show);
  REQUIRE(find_action<app::ChooseTool>());
  CHECK(find_action<app::ChooseTool>()->tool == app::Tool::note_arrow);
}

TEST_CASE_METHOD(Windowless, "the rail's foot tells what the program is") {
  ui::Wish wish = ui::Wish::none;
  click("About Nahraum",
        [&](const ui::Kit& kit) { wish = std::max(wish, ui::rail_panel(kit, 2)); });
  CHECK(wish == ui::Wish::show_about);
}

TEST_CASE_METHOD(Windowless, "Tab reaches every control in turn, and Space presses it") {
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ImGui::GetIO().KeyMap[ImGuiKey_Space] = 2;
  const auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  ui::Wish wish = ui::Wish::none;
  const auto show = [&](const ui::Kit& kit) {
    wish = std::max(wish, ui::question_panel(kit, view, memory));
  };
  const auto tab = [&](int step) {
    registry.order().move(step);
    frame(show);
    frame(show);
  };
  frame(show);
  std::set<ImGuiID> reached;
  for (int i = 0; i < 7; ++i) {
    tab(1);
    CHECK(ui::focus_is_visible());
    reached.insert(ImGui::GetCurrentContext()->NavId);
  }
  CHECK(reached.size() == 7);  // two lists, two units, slider, method, print
  const ImGuiID last = ImGui::GetCurrentContext()->NavId;
  registry.order().move(-1);
  tab(-1);  // two taps in one frame
  tab(1);
  tab(1);
  CHECK(ImGui::GetCurrentContext()->NavId == last);
  tab(-1);
  ImGui::GetIO().KeysDown[2] = true;
  frame(show);
  ImGui::GetIO().KeysDown[2] = false;
  frame(show);
  CHECK(wish == ui::Wish::show_method);
}

TEST_CASE_METHOD(Windowless, "in a low window the whole sentence is seen without scrolling") {
  auto view = ui::make_question_view(testing::small_state(), testing::small_catalogue());
  ui::PanelMemory memory;
  for (const float height : {520.f, 800.f}) {
    ImGui::GetIO().DisplaySize = {1200, height};
    const auto show = [&](const ui::Kit& kit) {
      ImGui::BeginChild("low", {300, height - 20});
      ui::question_panel(kit, view, memory);
      ImGui::EndChild();
    };
    frame(show);
    const auto found = registry.all().find("sentence");
    REQUIRE(found != registry.all().end());
    CHECK(found->second.second.y < height);
  }
}

TEST_CASE_METHOD(MapFixture, "a service of another type is clicked, never dragged") {
  auto project = std::make_shared<model::Project>(*state.project);
  project->services[0].type = "N03";
  state.project = project;
  for (int i = 0; i < 400 && !pictures.idle(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    pictures.deliver();
    follow();
  }
  frame(show());
  mouse_to({500150, 5600140});
  button(true);
  button(false);
  REQUIRE(find_action<app::Select>());
  CHECK(find_action<app::Select>()->selection == app::Selection{app::Selection::Kind::service, 1});
  button(true);
  mouse_to({500180, 5600160});
  mouse_to({500260, 5600200});
  CHECK_FALSE(find_action<app::DragService>());
  button(false);
  CHECK_FALSE(find_action<app::DropService>());
}

TEST_CASE_METHOD(MapFixture, "what was chosen is moved out from under the inspector") {
  map.camera().jump({500300, 5600200}, 5000);
  frame(show());
  state.selection = {app::Selection::Kind::home, 12};
  map.camera().jump({500330, 5600305}, 5000);  // the home lies right of the middle
  frame([this](const ui::Kit& kit) {
    follow();
    map.show(kit, state, {0, 0, 140, 800}, now += 0.2);
  });
  const auto px = map.camera().to_px({500511, 5600306});
  CHECK(px.x < 140);
  CHECK(px.x > 0);
}
