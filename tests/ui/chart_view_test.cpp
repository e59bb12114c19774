#include "ui/chart_view.hpp"

#include <catch2/catch.hpp>

#include "scene/charts/bars.hpp"
#include "scene/charts/matrix.hpp"
#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

scene::BarsSpec some_bars() {
  scene::BarsSpec spec;
  spec.series = {"State", "Market", "Non-profit"};
  spec.first = "Field";
  spec.rows = {{"Care", {1, 2, 5}, "", ""}, {"Food", {0, 8, 0}, "", "one sector"}};
  return spec;
}

}  // namespace

TEST_CASE("hatches end where their shape ends") {
  const geo::Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
  const auto across = ui::part_inside({-5, 5}, {25, 5}, square);
  REQUIRE(across.size() == 2);
  CHECK(across[0].x == Approx(0));
  CHECK(across[1].x == Approx(10));
  const auto corner = ui::part_inside({-1, 8}, {3, 12}, square);
  REQUIRE(corner.size() == 2);
  CHECK(corner[0].y == Approx(9));
  CHECK(corner[1].x == Approx(1));
  CHECK(ui::part_inside({-5, 11}, {25, 11}, square).empty());
  CHECK(ui::part_inside({-5, -5}, {-1, -1}, square).empty());
  // Either way round.
  const geo::Ring turned{square.rbegin(), square.rend()};
  CHECK(ui::part_inside({-5, 5}, {25, 5}, turned).size() == 2);
}

TEST_CASE_METHOD(Windowless, "a chart tells which part the mouse is on, and which is clicked") {
  ui::ChartTouch touch;
  std::optional<geo::Box> part;
  ImVec2 corner{};
  float mm = 1;
  const auto show = [&](const ui::Kit& kit) {
    const ui::ChartPaper paper(kit, scene::Theme::light, 400);
    const auto chart = scene::bars(some_bars(), paper.width_mm(), paper.pens());
    corner = ImGui::GetCursorScreenPos();
    mm = paper.px_per_mm();
    for (const auto& mark : chart.marks)
      if (mark.id == "row 1 part 1") part = mark.box_mm;
    touch = ui::show_chart(kit, paper, "bars", chart);
  };
  frame(show);
  frame(show);
  REQUIRE(part);
  REQUIRE(registry.middle("bars"));
  ImGui::GetIO().MousePos = {corner.x + static_cast<float>(part->centre().x) * mm,
                             corner.y + static_cast<float>(part->centre().y) * mm};
  frame(show);
  CHECK(touch.under == "row 1 part 1");
  CHECK_FALSE(touch.clicked);
  ImGui::GetIO().MouseDown[0] = true;
  frame(show);
  CHECK(touch.clicked == "row 1 part 1");
  CHECK(touch.held);
  CHECK(touch.at_mm.x == Approx(part->centre().x).margin(0.3));
  ImGui::GetIO().MouseDown[0] = false;
  ImGui::GetIO().MousePos = {-100, -100};
  frame(show);
  frame(show);
  CHECK_FALSE(touch.under);
}

TEST_CASE_METHOD(Windowless, "text is laid out as wide as it is written, upright text too") {
  const auto show = [&](const ui::Kit& kit) {
    const ui::ChartPaper paper(kit, scene::Theme::bw, 360);
    scene::MatrixSpec spec;
    spec.x_name = "Interest", spec.y_name = "Influence";
    const auto chart = scene::matrix(spec, paper.width_mm(), paper.pens());
    const auto corner = ImGui::GetCursorScreenPos();
    const auto& vertices = ImGui::GetWindowDrawList()->VtxBuffer;
    const int before = vertices.Size;
    ui::show_chart(kit, paper, "matrix", chart);
    REQUIRE(vertices.Size > before);
    const float right = corner.x + 360 + 2, left = corner.x - 2;
    for (int i = before; i < vertices.Size; ++i) {
      CHECK(vertices[i].pos.x >= left);
      CHECK(vertices[i].pos.x <= right);
    }
  };
  frame(show);
}

TEST_CASE_METHOD(Windowless, "the figures can be copied into a spreadsheet") {
  scene::ChartTable table{{"Field", "Market"}, {{"Food\tand drink", "8"}, {"Care", "2"}}};
  CHECK(ui::tab_separated(table) == "Field\tMarket\nFood and drink\t8\nCare\t2\n");
  click("Copy the figures##bars",
        [&](const ui::Kit& kit) { ui::show_chart_table(kit, "bars", table); });
  CHECK(std::string(ImGui::GetClipboardText()) == ui::tab_separated(table));
}
