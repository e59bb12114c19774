#include <algorithm>

#include <catch2/catch.hpp>

#include "app/agenda_clock.hpp"
#include "app/agenda_day.hpp"
#include "app/agenda_run.hpp"
#include "app/page_agenda.hpp"
#include "app/workspace.hpp"
#include "course/exercise_file.hpp"
#include "tests/app/page_world.hpp"
#include "tests/ui/small_exercise.hpp"

using namespace nahraum;
using app::AgendaItems;
using test::English;

namespace {

constexpr long nine = 9 * 3600;
constexpr long start = 1'800'000'000;  ///< any moment

model::AgendaItem item(model::Id id, const std::string& title, int minutes,
                       const std::string& kind = "input") {
  return {id, "Day", static_cast<std::int32_t>(id), title, kind, "", minutes, "", ""};
}

/// 9:00 to 11:00, the talk not before 10:15.
AgendaItems morning() {
  return {item(1, "9:00 Welcome", 20), item(2, "Exercise", 45, "exercise"),
          item(3, "10:15 Talk", 35), item(4, "Break", 10, "break")};
}

model::Project with_morning() {
  auto project = *testing::small_state().project;
  project.work.edit().agenda = morning();
  return project;
}

app::State morning_state() {
  auto state = testing::exercise_state();
  state.project = std::make_shared<const model::Project>(with_morning());
  return state;
}

void run(app::State& state, app::RunAgenda::Do what, long now, long day_second = nine) {
  CHECK(app::apply(state, app::RunAgenda{what, now, day_second}).empty());
}

app::AgendaMoment moment(const app::State& state, long now) {
  const auto& run = state.work.run;
  const auto found =
      app::agenda_moment(app::running_items(state.project->work->agenda, run), run, now);
  REQUIRE(found);
  return *found;
}

const std::vector<course::Exercise>& shipped() {
  static const auto all = [] {
    std::vector<course::Exercise> sound;
    for (auto& each :
         course::exercises_in(NAHRAUM_SOURCE_DIR "/assets/exercises", *app::shipped_catalogue()))
      if (each.read.exercise) sound.push_back(std::move(*each.read.exercise));
    return sound;
  }();
  return all;
}

}  // namespace

using Do = app::RunAgenda::Do;

TEST_CASE("a title may begin with the time at which its item begins") {
  CHECK(app::stated_begin("8:30 Welcome") == 510);
  CHECK(app::stated_begin("08:05") == 485);
  CHECK(app::title_alone("8:30  Welcome ") == "Welcome");
  CHECK(app::with_begin("8:30 Welcome", 525) == "8:45 Welcome");
  CHECK(app::with_begin("Welcome", 525) == "8:45 Welcome");
  for (const char* none : {"", "8", "8:3", "Welcome at 8:30", "24:00 Night", "8:60 x",
                           "8:300 seats", "1:100 model", "2:30pm", ":30", "123:00"})
    CHECK_FALSE(app::stated_begin(none));
  CHECK(app::title_alone("1:100 model") == "1:100 model");
  CHECK(app::clock_text(24 * 60 + 5) == "0:05");
  CHECK(app::clock_text(-15) == "23:45");
}

TEST_CASE("planned times follow from the first one, and what does not fit is known") {
  auto items = morning();
  auto plan = app::agenda_plan(items);
  CHECK(plan.stated);
  CHECK(plan.starts == std::vector<long>{540, 560, 615, 650});
  CHECK(plan.late == std::vector<long>{0, 0, 0, 0});
  CHECK(plan.end == 660);
  items[1].minutes = 90;
  plan = app::agenda_plan(items);
  CHECK(plan.late == std::vector<long>{0, 0, 35, 0});
  CHECK(plan.starts[2] == 650);
  items[0].title = "Welcome";
  items[2].title = "Talk";
  plan = app::agenda_plan(items);
  CHECK_FALSE(plan.stated);
  CHECK(plan.begin() == app::usual_begin);
  CHECK(app::agenda_plan({}).end == app::usual_begin);
}

TEST_CASE("by the plan an item lasts until the next one begins") {
  CHECK(app::agenda_at(morning(), 65 * 60) == app::AgendaClock{1, 600, false, 0});
  CHECK(app::agenda_at(morning(), 75 * 60) == app::AgendaClock{2, 35 * 60, false, 0});
  CHECK(app::agenda_at(morning(), 121 * 60) == app::AgendaClock{3, 0, true, 60});
}

TEST_CASE("the clock runs down, over, on and ahead, and says how far from the plan") {
  auto state = morning_state();
  run(state, Do::begin, start);
  CHECK(moment(state, start).seconds_left == 20 * 60);
  CHECK(moment(state, start).behind == 0);
  CHECK(moment(state, start).next_at == start + 20 * 60);
  CHECK(moment(state, start).ends == start + 120 * 60);

  const long over = start + 23 * 60;
  CHECK(moment(state, over).item == 0);
  CHECK(moment(state, over).seconds_left == -180);
  CHECK(moment(state, over).behind == 180);
  // There is room before the talk, which has its own time.
  CHECK(moment(state, over).ends == start + 120 * 60);

  run(state, Do::next, over);
  CHECK(moment(state, over).item == 1);
  CHECK(moment(state, over).seconds_left == 45 * 60);
  CHECK(moment(state, over).behind == 180);
  const long early = over + 10 * 60;
  run(state, Do::next, early);
  CHECK(moment(state, early).item == 2);
  CHECK(moment(state, early).behind == early + 35 * 60 - (start + 110 * 60));
  run(state, Do::back, early + 60);
  CHECK(moment(state, early + 60).item == 1);
  CHECK(moment(state, early + 60).seconds_left == 45 * 60);
}

TEST_CASE("a clock that rests keeps its time, while the plan goes on") {
  auto state = morning_state();
  run(state, Do::begin, start);
  run(state, Do::pause, start + 300);
  CHECK(moment(state, start + 900).rests);
  CHECK(moment(state, start + 900).seconds_left == 15 * 60);
  CHECK(moment(state, start + 900).behind == 600);
  run(state, Do::next, start + 900);
  CHECK(moment(state, start + 1200).item == 1);
  CHECK(moment(state, start + 1200).seconds_left == 45 * 60);
  run(state, Do::go_on, start + 1200);
  CHECK(moment(state, start + 1260).seconds_left == 44 * 60);
}

TEST_CASE("after the last item the meeting has ended, and can be gone back into") {
  auto state = morning_state();
  run(state, Do::begin, start);
  for (int i = 0; i < 3; ++i)
    run(state, Do::next, start + 60);
  run(state, Do::next, start + 120);
  CHECK(moment(state, start + 9000).ended);
  CHECK(moment(state, start + 9000).ends == start + 120);
  run(state, Do::next, start + 130);
  CHECK(state.work.run.ended);
  run(state, Do::back, start + 180);
  CHECK_FALSE(moment(state, start + 180).ended);
  CHECK(moment(state, start + 180).seconds_left == 9 * 60);
  run(state, Do::end, start + 200);
  CHECK_FALSE(state.work.run.runs());
}

TEST_CASE("who begins late is behind the stated time, who tries the clock at night is not") {
  auto state = morning_state();
  run(state, Do::begin, start, nine + 10 * 60);
  CHECK(moment(state, start).behind == 600);
  run(state, Do::begin, start + 9, nine);  // it runs already
  CHECK(state.work.run.began == start);
  run(state, Do::end, start);
  run(state, Do::begin, start, nine - 5 * 60);
  CHECK(moment(state, start).behind == -300);
  run(state, Do::end, start);
  run(state, Do::begin, start, 21 * 3600);
  CHECK(moment(state, start).behind == 0);
}

TEST_CASE("the clock survives looking elsewhere, and what becomes of its rows") {
  auto state = morning_state();
  run(state, Do::begin, start);
  run(state, Do::next, start + 60);
  app::WorkView other;
  other.rings = true;
  app::apply(state, app::LookAtWork{other});
  CHECK(state.work.rings);
  REQUIRE(moment(state, start + 60).item == 1);
  // The row is gone: the one that the plan has now takes its place.
  auto project = with_morning();
  auto& rows = project.work.edit().agenda;
  rows.erase(rows.begin() + 1);
  state.project = std::make_shared<const model::Project>(project);
  CHECK(moment(state, start + 60).item == 0);
  rows.clear();
  state.project = std::make_shared<const model::Project>(project);
  CHECK(app::running_items(state.project->work->agenda, state.work.run).empty());
  run(state, Do::next, start + 70);
  run(state, Do::begin, start + 80);
  CHECK_FALSE(state.work.run.runs());
  CHECK(state.messages.size() == 1);
}

TEST_CASE("a clock that is set back never gives an item more than its time") {
  auto state = morning_state();
  run(state, Do::begin, start);
  CHECK(moment(state, start - 3600).seconds_left == 20 * 60);
}

TEST_CASE("the course's day is laid of its exercises, with breaks in time") {
  const English english;
  const auto day = app::example_day(shipped());
  REQUIRE(day.size() > 8);
  CHECK(app::longest_without_break(day) <= app::most_without_break);
  const auto plan = app::agenda_plan(day);
  CHECK(plan.stated);
  CHECK(plan.begin() == 9 * 60);
  CHECK(plan.end >= 15 * 60);
  CHECK(plan.end <= 16 * 60 + 15);
  int exercises = 0;
  for (std::size_t i = 0; i < day.size(); ++i) {
    CHECK(day[i].position == static_cast<std::int32_t>(i + 1));
    CHECK(day[i].minutes.value_or(0) > 0);
    if (day[i].exercise.empty()) continue;
    ++exercises;
    const auto* exercise = app::find_exercise(&shipped(), day[i].exercise);
    REQUIRE(exercise);
    CHECK(day[i].minutes == exercise->minutes);
    CHECK(day[i].title == exercise->title.en);
  }
  CHECK(exercises == 4);
  const auto lunch =
      std::find_if(day.begin(), day.end(), [](const auto& each) { return each.title == "Lunch"; });
  REQUIRE(lunch != day.end());
  const auto at = plan.starts[static_cast<std::size_t>(lunch - day.begin())];
  CHECK(at >= 11 * 60);
  CHECK(at <= 13 * 60);
}

TEST_CASE("a day needs exercises, and takes the trainer's own where there are no others") {
  CHECK(app::example_day({}).empty());
  auto own = testing::small_exercise();
  const auto day = app::example_day({own});
  CHECK(std::count_if(day.begin(), day.end(),
                      [](const auto& each) { return each.exercise == "small"; }) == 1);
  own.minutes = 240;
  CHECK(app::example_day({own}).empty());
}

TEST_CASE("the page takes the day, opens its exercises, and moves its begin") {
  const English english;
  test::PageWorld empty(test::street_of_offers());
  const auto known = std::make_shared<const std::vector<course::Exercise>>(shipped());
  empty.input.exercises = known;
  const auto find = [](const app::PageBlock& block, const std::string& label) {
    const auto at = std::find_if(block.actions.begin(), block.actions.end(),
                                 [&](const auto& each) { return each.label == label; });
    REQUIRE(at != block.actions.end());
    return *at;
  };
  app::State state = testing::exercise_state();
  state.project = empty.input.project;
  state.exercise.all = known;
  const auto take = find(empty.page(4).blocks.back(), "Take a day as an example");
  for (const auto& action : take.actions)
    app::apply(state, action);
  CHECK(state.work.agenda == "Course day");

  test::PageWorld world(*state.project);
  world.input.exercises = known;
  world.input.view = state.work;
  world.input.today = "2026-11-27";
  const auto block = world.page(4).blocks.back();
  CHECK(block.lines[0].text.find("9:00 Welcome and aim of the day (20 min)") == 0);
  for (const auto& line : block.lines)
    CHECK(line.kind == app::PageLine::Kind::fact);
  const auto& exercise = block.lines[1].actions.front();
  CHECK(exercise.label == "Open the exercise");
  auto opened = state;
  for (const auto& action : exercise.actions)
    app::apply(opened, action);
  REQUIRE(app::open_exercise(opened));
  CHECK(app::open_exercise(opened)->id == "neighbourhood-profile");
  for (const auto& action : find(block, "Begin at 9:15").actions)
    app::apply(state, action);
  CHECK(app::agenda_plan(app::agenda_items(state.project->work->agenda, "")).begin() == 555);
}

TEST_CASE("an item that names no exercise, and one that cannot begin in time, are warned about") {
  const English english;
  auto project = test::street_of_offers();
  project.work.edit().agenda = morning();
  project.work.edit().agenda[1].exercise = "never-heard-of";
  project.work.edit().agenda[1].minutes = 80;
  test::PageWorld world(std::move(project));
  world.input.exercises = std::make_shared<const std::vector<course::Exercise>>(shipped());
  const auto lines = world.page(4).blocks.back().lines;
  std::vector<std::string> warned;
  for (const auto& line : lines)
    if (line.kind == app::PageLine::Kind::warning) warned.push_back(line.text);
  REQUIRE(warned.size() == 3);
  CHECK(warned[0].find("never-heard-of") != std::string::npos);
  CHECK(
      warned[1].find("is to begin at 10:15, but what is before it takes until 10:40: 25 minutes") !=
      std::string::npos);
  CHECK(warned[2].find("135 minutes without a break") == 0);
}
