#include "ui/exercise_panel.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/small_exercise.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/exercise_dock.hpp"
#include "ui/light.hpp"
#include "ui/wrapped_input.hpp"

using namespace nahraum;
using testing::act;
using testing::Windowless;

namespace {

/// The dock alone, with the clicks carried out.
struct Docked : Windowless {
  Docked() {
    state = testing::exercise_state();
    catalogue = testing::small_catalogue();
  }
  auto shown() {
    return [this](const ui::Kit& kit) {
      dock.place(kit, state, {0, 0, 400, 1400});
      dock.show(kit, state, catalogue, 0);
    };
  }
  void press(const std::string& label) {
    click(label, shown());
    for (const auto& action : std::exchange(actions, {}))
      app::apply(state, action);
    frame(shown());
    frame(shown());
  }
  void go_to(const std::string& step) {
    while (app::open_step(state)->id != step)
      act(state, app::TurnStep{1, "2026-11-27"});
    frame(shown());
    frame(shown());
  }
  app::State state;
  model::Catalogue catalogue;
  ui::ExerciseDock dock;
};

}  // namespace

TEST_CASE_METHOD(Docked, "an exercise is begun, answered, turned and left by its buttons") {
  press("exercises");
  press("Begin##small");
  REQUIRE(app::open_step(state));
  CHECK(registry.middle("step title"));
  press("exercise next");
  REQUIRE(app::open_step(state)->id == "choice");
  press("option right");
  CHECK(app::open_answer(state)->value == "right");
  press("Hint##exercise");
  CHECK(state.exercise.hint);
  press("Solution");
  CHECK(app::open_answer(state)->revealed);
  press("Back##exercise");
  CHECK(app::open_step(state)->id == "start");
  press("Start the clock");
  CHECK(state.exercise.clock.since_s);
  press("Pause");
  CHECK_FALSE(state.exercise.clock.since_s);
  press("Leave the exercise");
  CHECK_FALSE(app::open_step(state));
  press("Go on##small");
  CHECK(app::open_step(state)->id == "start");
}

TEST_CASE_METHOD(Docked, "a number is taken with Enter; what is none is said and not kept") {
  act(state, app::BeginExercise{"small", "2026-11-27"});
  go_to("number");
  const auto type = [&](const char* text) {
    press("answer");
    for (int i = 0; i < 8; ++i) {
      auto& io = ImGui::GetIO();
      io.KeysDown[io.KeyMap[ImGuiKey_Backspace] = 5] = true;
      frame(shown());
      io.KeysDown[5] = false;
      frame(shown());
    }
    ImGui::GetIO().AddInputCharactersUTF8(text);
    frame(shown());
    press("step title");
  };
  type("4.5");
  REQUIRE(app::open_answer(state));
  CHECK(app::open_answer(state)->value == "4.5");
  type("many");
  CHECK(app::open_answer(state)->value == "4.5");
  CHECK(registry.middle("step status"));
}

TEST_CASE_METHOD(Docked, "the tool for an answer is taken and put away by its button") {
  act(state, app::BeginExercise{"small", "2026-11-27"});
  go_to("pins");
  press("draw answer");
  CHECK(state.tool == app::Tool::answer_pin);
  press("Stop drawing");
  CHECK(state.tool == app::Tool::select);
  act(state, app::AddMark{{{500110, 5600105}}});
  frame(shown());
  press("Remove all##marks");
  CHECK_FALSE(app::open_answer(state));
}

TEST_CASE_METHOD(Docked, "the summary closes the exercise") {
  act(state, app::BeginExercise{"small", "2026-11-27"});
  go_to("wait");
  press("exercise next");
  testing::tell(state, app::Verdict::right);
  frame(shown());
  CHECK(registry.middle("exercise summary"));
  press("Close the exercise");
  CHECK(state.exercise.open == 0);
}

TEST_CASE("a light leaves what it falls on, and the card, as bright as they were") {
  const ui::Corners all{{0, 0}, {100, 80}};
  double area = 0;
  for (const auto& [low, high] : ui::without(all, {{10, 20}, {30, 50}})) {
    CHECK((high.x <= 10 || low.x >= 30 || high.y <= 20 || low.y >= 50));
    area += (high.x - low.x) * (high.y - low.y);
  }
  CHECK(area == 100 * 80 - 20 * 30);
  CHECK(ui::without(all, {{200, 200}, {300, 300}}).size() == 1);
}

TEST_CASE_METHOD(Windowless,
                 "a long text wraps in its field, and has no breaks of the field's own") {
  const std::string text = "one two three four\nfive";
  frame([&](const ui::Kit&) {
    const float room = ImGui::CalcTextSize("one two th").x;
    const auto shown = ui::wrapped({text, 9}, room);
    CHECK(shown.text == "one two \r\nthree four\nfive");
    CHECK(shown.cursor == 11);
    const auto back = ui::unwrapped(shown);
    CHECK(back.text == text);
    CHECK(back.cursor == 9);
    // Backspace at the beginning of the second line takes the space.
    const auto deleted = ui::unwrapped({"one two \rthree", 9});
    CHECK(deleted.text == "one twothree");
    CHECK(deleted.cursor == 7);
  });
}

namespace {

const app::OwnExercise faulty{
    "/home/t/bad.yaml", "", "", 0, false, {{12, "there is no figure “x”", "did you mean “y”?"}}};

}  // namespace

TEST_CASE_METHOD(Docked, "what is wrong with an own file stands above the list, in any module") {
  state.exercise.own = {faulty, {"/home/t/gone.yaml", "", "", 0, true, {{0, "no such file", ""}}}};
  state.module = 7;
  const auto list = ui::make_exercise_list(state, catalogue);
  REQUIRE(list.faulty.size() == 2);
  CHECK(list.faulty[0].heading == "bad.yaml: 1 mistake");
  CHECK(list.faulty[0].faults[0] == "Line 12: there is no figure “x” – did you mean “y”?");
  CHECK(list.faulty[1].heading == "gone.yaml is not there");
  CHECK(list.faulty[1].faults[0] == "It was here: /home/t/gone.yaml");
  press("exercises");
  CHECK(registry.middle("faulty /home/t/bad.yaml"));
  click("Read the file again##/home/t/bad.yaml", shown());
  const auto* action = find_action<app::ExerciseAction>();
  REQUIRE(action);
  REQUIRE(std::get_if<app::AddExercises>(action));
  CHECK(std::get<app::AddExercises>(*action).files.front() == "/home/t/bad.yaml");
  press("Take it off the list##/home/t/gone.yaml");
}

TEST_CASE_METHOD(Docked, "an own exercise is marked as such, and its file wished for by a button") {
  state.exercise.own = {{"/home/t/mine.yaml", "small", "A small exercise", 2}};
  const auto list = ui::make_exercise_list(state, catalogue);
  REQUIRE(list.rows.size() == 1);
  CHECK(list.rows[0].own == "Own exercise, from mine.yaml");
  press("exercises");
  CHECK(registry.middle("Take it off the list##/home/t/mine.yaml"));
  auto wish = ui::Wish::none;
  click("Own exercise from a file …", [&](const ui::Kit& kit) {
    dock.place(kit, state, {0, 0, 400, 1400});
    wish = std::max(wish, dock.show(kit, state, catalogue, 0));
  });
  CHECK(wish == ui::Wish::add_exercise);
}

TEST_CASE_METHOD(Docked, "an exercise is put into the plan of module 4 once, with its minutes") {
  press("exercises");
  press("Put it into the plan##small");
  REQUIRE(state.project->work->agenda.size() == 1);
  const auto& item = state.project->work->agenda.front();
  CHECK(item.exercise == "small");
  CHECK(item.minutes == 30);
  CHECK(item.position == 1);
  CHECK_FALSE(registry.middle("Put it into the plan##small"));
}

TEST_CASE_METHOD(Docked, "files that were just read open the list") {
  frame(shown());
  CHECK_FALSE(registry.middle("Own exercise from a file …"));
  ++state.exercise.own_read;
  frame(shown());
  frame(shown());
  CHECK(registry.middle("Own exercise from a file …"));
}
