#include <chrono>
#include <iostream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/table_panel.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

struct Table : Windowless {
  Table() { width = 1100; }
  auto shown() {
    return [this](const ui::Kit& kit) { panel.show(kit, state, catalogue, jobs, memory); };
  }
  void settle() {
    frame(shown());
    while (!jobs.idle())
      jobs.deliver();
    frame(shown());
    frame(shown());
  }
  app::State state = testing::small_state();
  std::shared_ptr<const model::Catalogue> catalogue =
      std::make_shared<const model::Catalogue>(testing::small_catalogue());
  jobs::Queue jobs;
  ui::PanelMemory memory;
  ui::TablePanel panel;
};

}  // namespace

TEST_CASE_METHOD(Table, "a click on a row chooses the service and shows its place") {
  settle();
  click("row 1", shown());
  const auto* chosen = find_action<app::Select>();
  REQUIRE(chosen);
  CHECK(chosen->selection == app::Selection{app::Selection::Kind::service, 1});
  CHECK(find_action<app::ShowSpot>()->at == geo::Point{500150, 5600140});
}

TEST_CASE_METHOD(Table, "what is chosen on the map is chosen in the table") {
  panel.toggle();
  settle();
  state.selection = {app::Selection::Kind::service, 2};
  settle();
  CHECK(panel.marked().places.empty());  // one alone has its ring
  ImGui::GetIO().KeyCtrl = true;
  click("row 1", shown());
  CHECK(panel.marked().places.size() == 2);
  CHECK_FALSE(find_action<app::Select>());
  click("row 2", shown());
  ImGui::GetIO().KeyCtrl = false;
  CHECK(panel.marked().places == std::vector<geo::Point>{{500150, 5600140}});
  state.selection = {};
  settle();
  CHECK(panel.marked().places.empty());
}

TEST_CASE_METHOD(Table, "areas are chosen together with the map, and outlined on it") {
  auto project = std::make_shared<model::Project>(*state.project);
  for (const double x : {500000.0, 500200.0, 500500.0}) {
    auto& area = project->population.emplace_back();
    area.id = fmt::format("{}", x);
    area.outline = {{geo::ring_of({x, 5600000, x + 90, 5600070}), {}}};
  }
  state.project = project;
  panel.toggle();
  settle();
  click("Areas", shown());
  settle();
  CHECK(panel.shows_areas());
  actions.clear();
  click("row 2", shown());
  const app::Selection second{app::Selection::Kind::statistics, 1};
  REQUIRE(find_action<app::Select>());
  CHECK(find_action<app::Select>()->selection == second);
  CHECK(find_action<app::ShowSpot>()->at == geo::Point{500245, 5600035});
  state.selection = second;
  settle();
  CHECK(panel.marked().areas.empty());  // the map outlines it already
  state.selection = {app::Selection::Kind::statistics, 2};
  settle();
  ImGui::GetIO().KeyCtrl = true;
  click("row 1", shown());
  ImGui::GetIO().KeyCtrl = false;
  CHECK(panel.marked().areas == std::vector<std::uint32_t>{0, 2});
  CHECK(panel.marked().places.empty());
}

TEST_CASE_METHOD(Table, "the chosen rows are copied, all of them where none is chosen") {
  settle();
  click("Copy all", shown());
  settle();
  CHECK(base::split(ImGui::GetClipboardText(), '\n').size() == 4);
  click("row 1", shown());
  click("Copy", shown());
  settle();
  CHECK(base::split(ImGui::GetClipboardText(), '\n').size() == 3);
}

TEST_CASE_METHOD(Table, "pasting hands the text on, unless the project is only read") {
  ImGui::SetClipboardText("Name\tArt\n");
  settle();
  click("Paste", shown());
  REQUIRE(find_action<app::PasteServices>());
  CHECK(find_action<app::PasteServices>()->text == "Name\tArt\n");
  state.read_only = true;
  settle();
  CHECK_FALSE(registry.middle("Paste"));
}

TEST_CASE_METHOD(Table, "homes and areas have their tables") {
  settle();
  click("Residential buildings", shown());
  settle();
  CHECK(registry.middle("row 2"));
  CHECK_FALSE(registry.middle("Paste"));
  click("Areas", shown());
  settle();
  CHECK_FALSE(registry.middle("row 1"));
}

TEST_CASE_METHOD(Table, "of a hundred thousand rows only those in sight are made") {
  auto project = std::make_shared<model::Project>(*state.project);
  project->homes.resize(100000, project->homes[0]);
  for (std::size_t i = 0; i < project->homes.size(); ++i)
    project->homes[i].id = static_cast<std::int32_t>(i) + 1;
  state.project = project;
  settle();
  click("Residential buildings", shown());
  settle();
  std::size_t drawn = 0;
  for (const auto& [label, rect] : registry.all())
    drawn += label.rfind("row ", 0) == 0 ? 1 : 0;
  CHECK(drawn > 10);
  CHECK(drawn < 100);
  state.selection = {app::Selection::Kind::home, 70000};
  settle();
  settle();
  CHECK(registry.middle("row 70000"));
}

/// Not asserted on; run it by name: test_ui "a million rows: what a frame costs".
TEST_CASE_METHOD(Table, "a million rows: what a frame costs", "[.]") {
  auto project = std::make_shared<model::Project>(*state.project);
  project->homes.resize(1'000'000, project->homes[0]);
  for (std::size_t i = 0; i < project->homes.size(); ++i)
    project->homes[i].id = static_cast<std::int32_t>(i) + 1;
  state.project = project;
  settle();
  click("Residential buildings", shown());
  const auto begin = std::chrono::steady_clock::now();
  settle();
  const auto sorted = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) {
    ImGui::GetIO().MousePos = {500, 400};
    ImGui::GetIO().MouseWheel = -5;
    frame(shown());
  }
  const auto end = std::chrono::steady_clock::now();
  const auto ms = [](auto span) { return std::chrono::duration<double, std::milli>(span).count(); };
  std::cout << "sorted in " << ms(sorted - begin) << " ms, a frame in " << ms(end - sorted) / 100
            << " ms\n";
}
