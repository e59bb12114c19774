#pragma once
/// An exercise for the window's tests: one step of each kind, on the small project.

#include "app/exercise_window.hpp"
#include "tests/ui/small_project.hpp"

namespace nahraum::testing {

inline course::Words words(const std::string& text) {
  return {text + " (de)", text};
}

inline course::Step step(const std::string& id) {
  course::Step made;
  made.id = id;
  made.title = words("Title of " + id);
  made.text = words("Text of " + id + " with {homes}.");
  return made;
}

inline course::Exercise small_exercise() {
  course::Exercise exercise;
  exercise.id = "small";
  exercise.module = 2;
  exercise.title = words("A small exercise");
  exercise.goal = words("You have seen every kind of step.");
  exercise.material = words("pen and paper");
  exercise.minutes = 30;
  exercise.needs = {{course::Need::What::benches, ""}};
  exercise.figures = {{"homes", course::MadeFigure{course::MadeFigure::What::notes, ""}}};
  auto start = step("start"), choice = step("choice"), number = step("number");
  auto text = step("text"), pins = step("pins"), wait = step("wait");
  start.minutes = 5;
  start.stage.emplace();
  start.stage->ask.profile = "adult";
  start.stage->whole_district = true;
  start.point_at = "question";
  course::AskChoice ask;
  ask.options = {{"left", words("Left"), {}, false}, {"right", words("Right"), {}, true}};
  choice.task = ask;
  choice.solution = words("It is the right one.");
  choice.hint = words("Not left.");
  number.task = course::AskNumber{"homes", 0, 0, words("notes")};
  number.solution = words("There are {homes}.");
  text.task = course::AskText{3};
  course::AskMarks marks;
  marks.least = 2, marks.most = 3;
  pins.task = marks;
  wait.wait = {course::Compared{course::Compared::By::at_least, "homes", 1.0, 0}};
  exercise.steps = {start, choice, number, text, pins, wait};
  return exercise;
}

/// The small state with that exercise in its list.
inline app::State exercise_state() {
  auto state = small_state();
  state.exercise.all = std::make_shared<const std::vector<course::Exercise>>(1, small_exercise());
  return state;
}

inline void act(app::State& state, app::ExerciseAction action) {
  app::apply(state, app::Action(std::move(action)));
}

/// As the session's job would, of a place without people.
inline void tell(app::State& state, app::Verdict verdict, const std::string& why = "") {
  auto told = std::make_shared<app::ToldExercise>();
  told->of = *app::exercise_key(state, 5);
  for (const auto& each : app::open_exercise(state)->steps)
    told->steps.push_back({each.id,
                           "Told **" + each.id + "**.",
                           each.hint.en,
                           each.solution.en,
                           {verdict, why, "an answer"}});
  state.exercise.told = told;
}

}  // namespace nahraum::testing
