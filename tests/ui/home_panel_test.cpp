/// The home's bars and the pieces of its way, clicked without a window; and the measuring tool.

#include <catch2/catch.hpp>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/measure_tool.hpp"
#include "ui/minutes_bars.hpp"
#include "ui/panels.hpp"
#include "ui/why_so_long.hpp"

using namespace nahraum;
using analysis::Limit;
using analysis::Status;
using analysis::Within;
using testing::Windowless;

namespace {

app::TypeMinutes minutes(const char* type, Limit limit, std::uint32_t millis, float metres,
                         Status status, Within within) {
  app::TypeMinutes made;
  made.type = type, made.limit = limit, made.within = within;
  made.reach.cost = base::Millis(millis), made.reach.metres = metres, made.reach.status = status;
  return made;
}

struct AHome : Windowless {
  AHome() {
    state.selection = {app::Selection::Kind::home, 11};
    auto known = std::make_shared<app::HomeMinutes>();
    known->home = 11;
    known->types = {
        minutes("G04", {Limit::Kind::metres, 500}, 420000, 250, Status::ok, Within::yes),
        minutes("N03", {Limit::Kind::seconds, 300}, 450000, 400, Status::ok, Within::no)};
    state.home_minutes = known;
  }
  std::vector<ui::MinutesBar> bars() const {
    return ui::make_minutes_bars(state, testing::small_catalogue());
  }
  app::HomeMinutes& known() {
    auto copy = std::make_shared<app::HomeMinutes>(*state.home_minutes);
    state.home_minutes = copy;
    return *copy;
  }
  app::State state = testing::small_state();
};

}  // namespace

TEST_CASE_METHOD(AHome, "each bar is the share of its own threshold, in metres or in time") {
  const auto all = bars();
  REQUIRE(all.size() == 2);
  CHECK(all[0].share == Approx(0.5));
  CHECK(all[0].value == "7 min");
  CHECK(all[0].asked);
  CHECK(all[0].tip == "7 min · 250 m · threshold 500 m");
  CHECK(all[1].share == Approx(1.5));
  CHECK(all[1].within == Within::no);
  CHECK_FALSE(all[1].asked);
}

TEST_CASE_METHOD(AHome, "unknown is no zero: no bar, and why") {
  known().types[0].in_data = false;
  CHECK_FALSE(bars()[0].share);
  CHECK(bars()[0].value == "unknown");
  known().types[1].reach = {};
  CHECK(bars()[1].value == "no way");
  known().types[1].reach.status = Status::beyond_data;
  known().types[1].within = Within::unknown;
  CHECK(bars()[1].value == "unknown");
}

TEST_CASE_METHOD(AHome, "bars are of the chosen home only") {
  state.selection = {app::Selection::Kind::home, 12};
  CHECK(bars().empty());
  state.selection = {app::Selection::Kind::service, 11};
  CHECK(bars().empty());
}

TEST_CASE_METHOD(AHome, "a click on a bar asks its type") {
  click("bar Bakery", [this](const ui::Kit& kit) { ui::show_minutes_bars(kit, bars()); });
  const auto* asked = find_action<app::ChooseType>();
  REQUIRE(asked);
  CHECK(asked->type == "N03");
}

TEST_CASE_METHOD(Windowless, "a click on a costly piece leads there") {
  const std::vector<ui::PieceRow> rows{{0, "Beeline, 210 m", "5 min", 0.6, std::nullopt},
                                       {1, "Steps", "+ 65 s", 0.1, geo::Point{3, 4}}};
  click("piece 2", [&](const ui::Kit& kit) { ui::show_piece_rows(kit, rows); });
  const auto* spot = find_action<app::ShowSpot>();
  REQUIRE(spot);
  CHECK(spot->at == geo::Point{3, 4});
  CHECK_FALSE(registry.middle("piece 1"));
}

namespace {

constexpr int epsg = 25832;  // on the meridian 9° E one metre of ground is 0.9996 of the grid
constexpr double grid = 0.9996;

}  // namespace

TEST_CASE("a line is measured on the ground, with the mouse as its next point") {
  ui::MeasureTool tool;
  tool.click({500000, 5600000}, 5);
  CHECK(tool.value(epsg, geo::Point{500030, 5600040}).metres == Approx(50 / grid).epsilon(1e-6));
  tool.click({500030, 5600040}, 5);
  tool.click({500030, 5600100}, 5);
  CHECK(tool.value(epsg, std::nullopt).metres == Approx(110 / grid).epsilon(1e-6));
  CHECK_FALSE(tool.closed());
  tool.take_back();
  CHECK(tool.value(epsg, std::nullopt).metres == Approx(50 / grid).epsilon(1e-6));
}

TEST_CASE("a click on the first point closes an area") {
  ui::MeasureTool tool;
  for (const geo::Point p : {geo::Point{500000, 5600000}, {500040, 5600000}, {500040, 5600030}})
    tool.click(p, 5);
  tool.click({500002, 5600003}, 5);
  CHECK(tool.closed());
  const auto value = tool.value(epsg, geo::Point{509000, 5600000});  // the mouse says nothing now
  REQUIRE(value.square_metres);
  CHECK(*value.square_metres == Approx(600 / grid / grid).epsilon(1e-5));
  CHECK(value.metres == Approx(120 / grid).epsilon(1e-6));
  tool.take_back();
  CHECK_FALSE(tool.closed());
  CHECK(tool.points().size() == 3);
}

TEST_CASE("after the end a click begins anew") {
  ui::MeasureTool tool;
  tool.click({500000, 5600000}, 5);
  tool.finish();  // one point is no line
  tool.click({500010, 5600000}, 5);
  CHECK(tool.points().size() == 2);
  tool.finish();
  tool.click({500020, 5600000}, 5);
  CHECK(tool.points().size() == 1);
}

TEST_CASE_METHOD(Windowless, "what was measured can be copied, in the user's numbers") {
  ui::MeasureTool tool;
  CHECK(tool.copied(epsg).empty());
  tool.click({500000, 5600000}, 5);
  tool.click({501200, 5600000}, 5);
  CHECK(tool.copied(epsg) == "1.200 km");
  base::set_language(base::Language::german);
  CHECK(tool.copied(epsg) == "1,200 km");
  CHECK(ui::measured_area(4215.3) == "4.215 m²");
  CHECK(ui::measured_area(14215.3) == "1,42 ha");
  CHECK(ui::measured_length(312.44) == "312,4 m");
  base::set_language(base::Language::english);
  click("Copy##measure", [&](const ui::Kit& kit) { tool.card(kit, epsg); });
  click("Clear##measure", [&](const ui::Kit& kit) { tool.card(kit, epsg); });
  CHECK(tool.empty());
}

TEST_CASE_METHOD(AHome, "a home's figures open the method card, which tells of them") {
  ui::PanelMemory memory;
  const auto catalogue = testing::small_catalogue();
  const auto shown = [&](const ui::Kit& kit) {
    const auto wish =
        ui::inspector_panel(kit, ui::make_inspector_view(state, catalogue), state, memory);
    if (wish == ui::Wish::show_method) state.details = true;
  };
  click("home figures", shown);
  CHECK(state.details);
  state.details = false;
  click("home facts", shown);
  CHECK(state.details);
  CHECK(ui::home_method(state).size() == 2);
  CHECK(ui::home_method({}).empty());
}

TEST_CASE_METHOD(AHome, "the question's figures open its method card") {
  ui::PanelMemory memory;
  const auto catalogue = testing::small_catalogue();
  bool asked = false;
  click("figures", [&](const ui::Kit& kit) {
    asked = ui::question_panel(kit, ui::make_question_view(state, catalogue), memory) ==
                ui::Wish::show_method ||
            asked;
  });
  CHECK(asked);
}
