#include "ui/indicator_view.hpp"

#include "app/area_figures.hpp"
#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"

using namespace nahraum;

namespace {

geo::MultiPolygon square(double x, double side) {
  return {{geo::ring_of({x, 0, x + side, side}), {}}};
}

/// Module 1 with two areas, of which the second one's figure is kept back.
app::State with_figures() {
  app::State state;
  state.project = std::make_shared<model::Project>();
  state.module = 1;
  auto figures = std::make_shared<app::AreaFigures>();
  figures->ids = {"01", "02"};
  figures->names = {"Old town", "Meadows"};
  figures->counts_name = "People of 80 and over";
  figures->largest_count = 142;
  app::Indicator share;
  share.id = "share_80";
  share.name = "Share of 80 and over";
  share.texts = {"8.3 %", ""};
  share.areas = {{square(0, 100), 8.3, false, 142.0}, {square(300, 50), {}, false, {}}};
  share.classes = scene::natural_classes({8.3});
  figures->indicators = {share};
  auto result = std::make_shared<app::StudyResult>();
  result->of = app::study_question(state, app::Study::need);
  result->ground = state.ground;
  result->figures = figures;
  state.studies[static_cast<std::size_t>(app::Study::need)] = result;
  return state;
}

std::vector<std::string> texts_of(const std::vector<ui::LegendEntry>& entries) {
  std::vector<std::string> texts;
  for (const auto& entry : entries)
    texts.push_back(entry.text);
  return texts;
}

}  // namespace

TEST_CASE("the legend of an indicator states its classes, what is missing and the circles") {
  base::set_language(base::Language::english);
  CHECK(texts_of(ui::indicator_legend(with_figures())) ==
        std::vector<std::string>{"Share of 80 and over", "8.3 %", "unknown or kept back",
                                 "People of 80 and over; the largest circle: 142",
                                 "Classes: natural breaks (Jenks)"});
  auto state = with_figures();
  CHECK(ui::make_legend(state).size() == 5);
  state.module = 2;
  CHECK(ui::indicator_legend(state).empty());
}

TEST_CASE("an area under the mouse tells its figures, and a click asks about it") {
  base::set_language(base::Language::english);
  const auto state = with_figures();
  const auto area = ui::area_at(state, {310, 20});
  REQUIRE(area);
  CHECK(ui::area_lines(state, *area) ==
        std::vector<std::string>{"Meadows", "Share of 80 and over: unknown or kept back",
                                 "People of 80 and over: unknown or kept back"});
  CHECK(ui::ask_area(state, *area).unit == "02");
  CHECK_FALSE(ui::area_at(state, {200, 20}));
}
