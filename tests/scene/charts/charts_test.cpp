#include <algorithm>
#include <set>

#include <rapidcheck.h>

#include "scene/charts/bars.hpp"
#include "scene/charts/cliff.hpp"
#include "scene/charts/corners.hpp"
#include "scene/charts/days.hpp"
#include "scene/charts/deviations.hpp"
#include "scene/charts/dots.hpp"
#include "scene/charts/gantt.hpp"
#include "scene/charts/matrix.hpp"
#include "scene/charts/network.hpp"
#include "scene/charts/pyramid.hpp"
#include "scene/charts/radar.hpp"
#include "tests/scene/charts/chart_parts.hpp"

using namespace nahraum;
using namespace nahraum::scene;
using testing::check_chart;
using testing::mark_of;
using testing::Pens;
using testing::says;

namespace {

/// The boxes of a chart's filled rectangles that are as high as a bar.
std::vector<geo::Box> boxes_of(const Chart& chart, const Color& color) {
  std::vector<geo::Box> boxes;
  for (const auto& item : chart.block.items) {
    const auto* fill = std::get_if<Fill>(&item);
    if (fill && fill->color == color && fill->shape.front().outer.size() == 5)
      boxes.push_back(geo::bounds(fill->shape));
  }
  return boxes;
}

PyramidSpec a_pyramid() {
  PyramidSpec spec;
  spec.left = "Women", spec.right = "Men", spec.other = "Town 2024", spec.unit = "persons";
  for (int age = 0; age < 90; age += 5) {
    PyramidBand band;
    band.name = std::to_string(age) + "–" + std::to_string(age + 4);
    band.left = 100 + age, band.right = 190 - age;
    band.left_other = 120, band.right_other = 110;
    band.marked = age >= 80;
    spec.bands.push_back(band);
  }
  return spec;
}

GanttSpec a_plan() {
  const int day = *day_of("2027-03-01");
  GanttSpec spec;
  spec.series = {"planned", "under way", "done"};
  spec.today = day + 40;
  spec.rows = {{"1", "Ramp at the underpass", day, day + 90, {day + 60}, {}, 0.4, true, 1},
               {"2", "Benches along the main road", day + 91, day + 150, {}, {0}, 0, true, 0},
               {"3", "Mobile library", day + 10, day + 50, {}, {}, 1, false, 2},
               {"4", "Nobody knows when", std::nullopt, std::nullopt, {}, {1}, 0, false, 0},
               {"5", "Backwards", day + 20, day, {}, {}, 0, false, 0}};
  return spec;
}

}  // namespace

TEST_CASE("two series are told apart by colour or by pattern, in black and white too") {
  for (const auto theme : all_themes) {
    const auto style = style_for(theme);
    std::set<std::string> looks;
    for (std::size_t i = 0; i < series_count; ++i) {
      const auto look = series_look(style, i);
      looks.insert(look.hatch ? std::to_string(static_cast<int>(look.hatch->pattern)) + "/" +
                                    std::to_string(look.hatch->angle_deg)
                              : "plain");
    }
    CHECK(looks.size() == series_count);  // by the pattern alone
    if (theme != Theme::bw) continue;
    for (std::size_t i = 0; i < series_count; ++i) {
      const auto fill = series_look(style, i).fill;
      CHECK((fill.r == fill.g && fill.g == fill.b));
    }
  }
}

TEST_CASE("a name that is too long is cut between letters") {
  const Pens with;
  const auto& pens = with.pens;
  const std::string name = "Städtebauförderung Überlänge";
  for (double width = 1; width < 60; width += 1.3) {
    const auto cut = pens.fitted(name, pens.label(), width);
    CHECK(base::is_valid_utf8(cut));
    const bool least = cut == "S…";
    CHECK((least || pens.width_of(cut, pens.label()) <= width));
  }
  CHECK(pens.fitted(name, pens.label(), 500) == name);
}

TEST_CASE("the pyramid's bars are as long as the ages are many, and the unknown is no zero") {
  const Pens with;
  auto spec = a_pyramid();
  spec.bands[3].left.reset();
  const auto chart = pyramid(spec, 100, with.pens);
  check_chart(chart, with.measure);
  const auto men = boxes_of(chart, series_look(with.style, 0).fill);
  REQUIRE(men.size() == spec.bands.size());
  for (std::size_t i = 0; i < men.size(); ++i)
    CHECK(men[i].width() / men[0].width() == Approx(*spec.bands[i].right / *spec.bands[0].right));
  CHECK(men[0].min_y > men[1].min_y);  // the youngest below
  CHECK(boxes_of(chart, series_look(with.style, 1).fill).size() == spec.bands.size() - 1);
  CHECK(boxes_of(chart, with.style.unknown_fill).size() == 1);
  CHECK(chart.table.rows[3][1] == "not known");
  CHECK(chart.table.head.size() == 5);
  CHECK(says(chart, "Town 2024"));
}

TEST_CASE("bars in shares are all as long as each other, those in numbers as long as their sum") {
  const Pens with;
  BarsSpec spec;
  spec.series = {"State", "Market", "Non-profit"};
  spec.first = "Field";
  spec.rows = {{"Care", {1, 2, 1}, "", ""},
               {"Food", {0, 8, 0}, "", "one sector"},
               {"Culture", {}, "not known", ""}};
  spec.shares = true;
  const auto end = [&](const Chart& chart, int row) {
    double x = 0;
    for (int part = 0; part < 3; ++part) {
      const auto* mark =
          mark_of(chart, "row " + std::to_string(row) + " part " + std::to_string(part));
      if (mark) x = std::max(x, mark->box_mm.max_x);
    }
    return x;
  };
  const auto shares = bars(spec, 110, with.pens);
  check_chart(shares, with.measure);
  CHECK(end(shares, 0) == Approx(end(shares, 1)));
  CHECK_FALSE(mark_of(shares, "row 1 part 0"));
  CHECK(says(shares, "not known"));
  CHECK(says(shares, "50\u00a0%"));
  spec.shares = false;
  const auto numbers = bars(spec, 110, with.pens);
  check_chart(numbers, with.measure);
  const double root = mark_of(numbers, "row 0 part 0")->box_mm.min_x;
  CHECK((end(numbers, 1) - root) / (end(numbers, 0) - root) == Approx(2));
  CHECK(numbers.table.rows[2] ==
        std::vector<std::string>{"Culture", "not known", "not known", "not known", "not known"});
}

TEST_CASE("deviations go left and right of the town") {
  const Pens with;
  DeviationsSpec spec;
  spec.first = "Indicator", spec.here = "Here", spec.there = "Town";
  spec.rows = {{"80 and over", "9 %", "6 %", 0.5, true},
               {"Children", "10 %", "12.5 %", -0.2, false},
               {"Living alone", "", "30 %", std::nullopt, false}};
  const auto chart = deviations(spec, 100, with.pens);
  check_chart(chart, with.measure);
  const auto up = boxes_of(chart, series_look(with.style, 0).fill);
  const auto down = boxes_of(chart, series_look(with.style, 1).fill);
  REQUIRE(up.size() == 1);
  REQUIRE(down.size() == 1);
  CHECK(up[0].min_x == Approx(down[0].max_x));
  CHECK(up[0].width() / down[0].width() == Approx(2.5));
  CHECK(says(chart, "+50\u00a0%"));
  CHECK(says(chart, "−20\u00a0%"));
  CHECK(chart.table.rows[2][3] == "not known");
}

TEST_CASE("a rating's place on the matrix means that rating") {
  const Pens with;
  MatrixSpec spec;
  spec.x_name = "Interest", spec.y_name = "Influence";
  spec.fields = {"watch", "inform", "keep content", "involve closely"};
  spec.series = {"State", "Market"};
  spec.points = {{"a", "Town hall", 8, 9, std::pair(7.0, 9.0), std::nullopt, false, 0},
                 {"b", "Pharmacy", 2, 3, std::nullopt, std::pair(0.0, 7.0), true, 1}};
  spec.unrated = {"Parish"};
  const auto chart = matrix(spec, 90, with.pens);
  check_chart(chart, with.measure);
  CHECK(says(chart, "Not rated: Parish"));
  CHECK(chart.table.rows[0][3] == "involve closely");
  CHECK(chart.table.rows[1][3] == "watch");
  for (const double x : {0.0, 2.5, 10.0}) {
    const auto back = matrix_rating(spec, 90, with.pens, matrix_place(spec, 90, with.pens, x, 7));
    CHECK(back.x == Approx(x).margin(1e-9));
    CHECK(back.y == Approx(7));
  }
  CHECK(matrix_rating(spec, 90, with.pens, {-50, 900}) == geo::Point{0, 0});
  const auto at = matrix_place(spec, 90, with.pens, 8, 9);
  CHECK(mark_of(chart, "dot a")->box_mm.contains(at));
}

TEST_CASE("a field of one sector lies in its corner, an even mix in the middle") {
  const Pens with;
  CornersSpec spec;
  spec.corners = {"State", "Market", "Non-profit", "Informal"};
  spec.first = "Field";
  spec.points = {{"food", "Food", {0, 6, 0, 0}},
                 {"care", "Care", {2, 2, 2, 2}},
                 {"art", "Culture", {0, 0, 0, 0}}};
  const auto chart = corners(spec, 80, with.pens);
  check_chart(chart, with.measure);
  const auto food = mark_of(chart, "dot food")->box_mm.centre();
  const auto care = mark_of(chart, "dot care")->box_mm.centre();
  CHECK(food.x > care.x);
  CHECK(food.y < care.y);
  CHECK(care.x == Approx(40));
  CHECK(says(chart, "No offer: Culture"));
}

TEST_CASE("bars over time begin and end on their days, and what has no dates is named") {
  const Pens with;
  const auto spec = a_plan();
  const auto chart = gantt(spec, 160, with.pens);
  check_chart(chart, with.measure);
  const auto day_at = [&](double x) { return gantt_day(spec, 160, with.pens, x); };
  const auto* bar = mark_of(chart, "bar 1");
  REQUIRE(bar);
  CHECK(day_at(bar->box_mm.min_x + 1e-6) == *spec.rows[0].start);
  CHECK(day_at(bar->box_mm.max_x - 1e-6) == *spec.rows[0].end);
  CHECK_FALSE(mark_of(chart, "bar 4"));
  CHECK(says(chart, "no dates yet"));
  CHECK(says(chart, "ends before it starts"));
  CHECK(says(chart, "today"));
  CHECK(chart.table.rows[1][4] == "Ramp at the underpass");
  CHECK(chart.table.rows[3][1].empty());
  check_chart(gantt({}, 120, with.pens), with.measure);
}

TEST_CASE("what is missing in a year is its cost less its sources") {
  const Pens with;
  CliffSpec spec;
  spec.series = {"Foundation", "Town"};
  spec.years = {{2027, {40000, 12000}, 52000},
                {2028, {40000, 8000}, 53000},
                {2029, {}, 54000},
                {2030, {0, 5000}, std::nullopt}};
  spec.ends_month = 12;
  spec.ends_name = "The post ends in January 2028";
  const auto chart = cliff(spec, 120, with.pens);
  check_chart(chart, with.measure);
  CHECK_FALSE(mark_of(chart, "year 0 gap"));
  CHECK_FALSE(mark_of(chart, "year 3 gap"));
  const auto* some = mark_of(chart, "year 1 gap");
  const auto* all = mark_of(chart, "year 2 gap");
  REQUIRE(some);
  REQUIRE(all);
  CHECK(all->box_mm.height() / some->box_mm.height() == Approx(54.0 / 5.0));
  CHECK(says(chart, "5,000"));
  CHECK(chart.table.rows[3].back() == "not known");
}

TEST_CASE("the radar breaks where nobody rated") {
  const Pens with;
  RadarSpec spec;
  spec.axes = {"Self", "Social", "Method", "Action"};
  spec.first = "Competence";
  spec.series = {{"before", {2, 3, std::nullopt, 1}}, {"after", {4, 4, 3, 5}}};
  const auto chart = radar(spec, 90, with.pens);
  check_chart(chart, with.measure);
  CHECK_FALSE(mark_of(chart, "series 0 axis 2"));
  const auto up = mark_of(chart, "series 1 axis 0")->box_mm.centre();
  const auto down = mark_of(chart, "series 1 axis 2")->box_mm.centre();
  CHECK(up.x == Approx(down.x));
  CHECK(up.y < down.y);
  CHECK(chart.table.rows[2][1] == "not rated");
}

TEST_CASE("a network draws every tie, and its table names both ends") {
  const Pens with;
  NetworkSpec spec;
  spec.series = {"State", "Non-profit"};
  spec.first = "Actor";
  spec.nodes = {{"1", "Town hall", {-0.8, -0.8}, 0, true, false},
                {"2", "Parish", {0.7, 0.1}, 1, false, false},
                {"3", "Sports club", {0, 0.9}, 1, false, true}};
  spec.ties = {{0, 1, 3, true, false}, {1, 2, 1, false, true}};
  spec.rings = {0.33, 0.66, 1};
  const auto chart = network(spec, 100, with.pens);
  check_chart(chart, with.measure);
  CHECK(chart.table.rows[1] ==
        std::vector<std::string>{"Parish", "1", "Town hall", "Sports club", ""});
  CHECK(chart.table.rows[2][4] == "without ties");
  const auto back = network_place(spec, 100, with.pens, mark_of(chart, "dot 1")->box_mm.centre());
  CHECK(back.x == Approx(-0.8));
  CHECK(back.y == Approx(-0.8));
}

TEST_CASE("names of points never cover each other, and none gets lost") {
  CHECK(rc::check("dots", [] {
    const Pens with;
    Chart chart;
    chart.block.width_mm = 100;
    std::vector<Dot> dots;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
      const geo::Point at{*rc::gen::inRange(0, 1000) / 10.0, *rc::gen::inRange(0, 1000) / 10.0};
      dots.push_back(
          {std::to_string(i), "Actor of number " + std::to_string(i), at, 1.6, 0, false, 0});
    }
    const auto listed = add_dots(chart, dots, {0, 0, 100, 100}, {}, with.pens);
    std::vector<geo::Box> names;
    for (const auto& item : chart.block.items) {
      const auto* text = std::get_if<Text>(&item);
      if (text && text->text.starts_with("Actor"))
        names.push_back(testing::ItemBox{with.measure}(*text));
    }
    RC_ASSERT(names.size() + listed.size() == dots.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto a = names[i].grown(-0.05), b = names[j].grown(-0.05);
        RC_ASSERT(!a.intersects(b));
      }
    }
  }));
}
