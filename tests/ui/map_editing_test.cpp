/// Drawing, correcting and dragging vertices on the map, without pixels.

#include <thread>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/correction_panel.hpp"
#include "ui/map_view.hpp"
#include "ui/toolbar.hpp"

using namespace nahraum;
using app::Tool;
using nahraum::testing::Windowless;

namespace {

struct Map : Windowless {
  Map() {
    ImGui::GetIO().KeyMap[ImGuiKey_Enter] = 1;
    ImGui::GetIO().KeyMap[ImGuiKey_Backspace] = 2;
    ImGui::GetIO().KeyMap[ImGuiKey_Delete] = 3;
    ImGui::GetIO().KeyMap[ImGuiKey_Escape] = 4;
    auto copy = *state.project;
    copy.notes = {{3,
                   model::NoteKind::polygon,
                   {{500200, 5600300}, {500260, 5600300}, {500260, 5600350}},
                   "Platz"}};
    state.project = std::make_shared<const model::Project>(copy);
    wait();
    frame(show());
    map.camera().jump({500300, 5600200}, 5000);
    frame(show());
  }
  void wait() {
    do {
      map.follow(state, catalogue, now);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      pictures.deliver();
    } while (!pictures.idle());
  }
  std::function<void(const ui::Kit&)> show() {
    return [this](const ui::Kit& kit) {
      map.follow(state, catalogue, now);
      map.show(kit, state, {0, 0, 400, 800}, now += 1.0);
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
  void click_at(geo::Point place) {
    mouse_to(place);
    button(true);
    button(false);
    for (int i = 0; i < 30; ++i)  // the next one is no double click
      frame(show());
  }
  void key(int which) {
    ImGui::GetIO().KeysDown[which] = true;
    frame(show());
    ImGui::GetIO().KeysDown[which] = false;
    frame(show());
  }
  template <class Wanted>
  Wanted edit() const {
    const auto* performed = find_action<app::PerformEdit>();
    REQUIRE(performed);
    REQUIRE(std::holds_alternative<Wanted>(performed->edit));
    return std::get<Wanted>(performed->edit);
  }

  app::State state = testing::small_state();
  model::Catalogue catalogue = testing::small_catalogue();
  jobs::Queue pictures;
  ui::MapView map{nullptr, pictures};
  double now = 0;
};

constexpr double close_m = 1.5;  // a pixel or two

}  // namespace

TEST_CASE_METHOD(Map, "a polygon is clicked together, taken back by a corner and ended by Enter") {
  state.tool = Tool::note_polygon;
  click_at({500350, 5600300});
  click_at({500400, 5600300});
  click_at({500420, 5600380});
  key(2);
  click_at({500400, 5600360});
  CHECK_FALSE(find_action<app::PerformEdit>());
  key(1);
  const auto note = edit<model::AddNote>().note;
  CHECK(note.kind == model::NoteKind::polygon);
  REQUIRE(note.points.size() == 3);
  CHECK(geo::distance(note.points[2], {500400, 5600360}) < close_m);
  CHECK(find_action<app::ChooseTool>()->tool == Tool::select);
  CHECK(find_action<app::Select>()->selection.kind == app::Selection::Kind::note);
}

TEST_CASE_METHOD(Map, "a vertex that comes near a corner holds on to it, with Alt it does not") {
  state.tool = Tool::correct_path;
  click_at({500302, 5600202});  // a house's corner lies at 500300 5600200
  ImGui::GetIO().KeyAlt = true;
  click_at({500311, 5600207});
  ImGui::GetIO().KeyAlt = false;
  key(4);
  CHECK(find_action<app::ChooseTool>()->tool == Tool::select);
  state.tool = Tool::select;
  frame(show());
  actions.clear();
  state.tool = Tool::note_polygon;
  click_at({500302, 5600202});
  ImGui::GetIO().KeyAlt = true;
  click_at({500330, 5600240});
  click_at({500298, 5600240});
  ImGui::GetIO().KeyAlt = false;
  key(1);
  const auto points = edit<model::AddNote>().note.points;
  CHECK(points[0] == geo::Point{500300, 5600200});
  CHECK(geo::distance(points[1], {500330, 5600240}) < close_m);
}

TEST_CASE_METHOD(Map, "a bench is one click, a closed way must lie under the mouse") {
  state.tool = Tool::correct_bench;
  click_at({500350, 5600300});
  const auto bench = edit<model::AddCorrection>().correction;
  CHECK(std::holds_alternative<model::AddBench>(bench.change));
  CHECK_FALSE(bench.date.empty());
  actions.clear();
  state.tool = Tool::correct_closure;
  click_at({500350, 5600390});
  CHECK_FALSE(find_action<app::PerformEdit>());
  CHECK(find_action<app::Tell>());
}

TEST_CASE_METHOD(Map, "a vertex of the chosen note is dragged, one is added, one goes") {
  state.selection = {app::Selection::Kind::note, 3};
  frame(show());
  mouse_to({500260, 5600350});
  button(true);
  mouse_to({500280, 5600360});
  mouse_to({500290, 5600370});
  button(false);
  const auto moved = edit<model::ReplaceNote>().note;
  CHECK(geo::distance(moved.points[2], {500290, 5600370}) < close_m);
  CHECK(moved.points[0] == geo::Point{500200, 5600300});

  actions.clear();
  mouse_to({500230, 5600300});
  for (const bool down : {true, false, true, false})
    button(down);
  const auto grown = edit<model::ReplaceNote>().note;
  REQUIRE(grown.points.size() == 4);
  CHECK(geo::distance(grown.points[1], {500230, 5600300}) < close_m);
}

TEST_CASE_METHOD(Map, "a house where nobody lived becomes a home, one that is one stays") {
  state.tool = Tool::add_home;
  click_at({500305, 5600203});
  const auto home = edit<model::AddHome>();
  CHECK(home.home.id == 13);
  CHECK(home.buildings == std::vector<std::uint32_t>{2});
  actions.clear();
  click_at({500510, 5600305});
  CHECK_FALSE(find_action<app::PerformEdit>());
  CHECK(find_action<app::Tell>());
}

TEST_CASE_METHOD(Map, "who reads only cannot draw") {
  state.read_only = true;
  state.tool = Tool::correct_bench;
  click_at({500350, 5600300});
  CHECK_FALSE(find_action<app::PerformEdit>());
}

TEST_CASE_METHOD(Windowless, "the menus of the bar choose their tools") {
  auto state = testing::small_state();
  width = 1100;
  const auto show = [&](const ui::Kit& kit) { ui::toolbar_panel(kit, state); };
  click("Correct", show);
  click("Ramp at steps", show);
  REQUIRE(find_action<app::ChooseTool>());
  CHECK(find_action<app::ChooseTool>()->tool == Tool::correct_ramp);
  actions.clear();
  click("Draw", show);
  click("Marker pen", show);
  CHECK(find_action<app::ChooseTool>()->tool == Tool::note_highlight);
}

TEST_CASE_METHOD(Windowless, "corrections are listed, shown, refined and taken back") {
  auto state = testing::small_state();
  auto copy = *state.project;
  copy.corrections = {
      {2, model::AddBench{{500100, 5600200}}, "am Kiosk", "2026-11-27"},
      {5, model::AddCrossing{{{500100, 5600100}, {500110, 5600110}}, "marked"}, "", ""}};
  state.project = std::make_shared<const model::Project>(copy);
  const auto lines = ui::make_corrections_list(state);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].name == "New bench");
  CHECK(lines[0].detail.find("am Kiosk") != std::string::npos);
  click("2  New bench", [&](const ui::Kit& kit) { ui::corrections_list(kit, state); });
  REQUIRE(find_action<app::ShowSpot>());
  CHECK(find_action<app::ShowSpot>()->at == geo::Point{500100, 5600200});

  actions.clear();
  ui::PanelMemory memory;
  const auto editor = [&](const ui::Kit& kit) { ui::correction_editor(kit, state, 5, memory); };
  click("Traffic island", editor);
  const auto* changed = find_action<app::PerformEdit>();
  REQUIRE(changed);
  const auto& correction = std::get<model::ReplaceCorrection>(changed->edit).correction;
  CHECK(std::get<model::AddCrossing>(correction.change).kind == "island");
  actions.clear();
  click("Take the correction back", editor);
  CHECK(std::get<model::RemoveCorrection>(find_action<app::PerformEdit>()->edit).correction == 5);
}
