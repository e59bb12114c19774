#include "ui/exercise_view.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/ui/small_exercise.hpp"
#include "ui/exercise_presented.hpp"

using namespace nahraum;
using testing::act;
using ui::StepSign;
using ui::StepView;

namespace {

struct Begun {
  Begun() {
    base::set_language(base::Language::english);
    state = testing::exercise_state();
    act(state, app::BeginExercise{"small", "2026-11-27"});
  }
  void go_to(const std::string& step) {
    while (app::open_step(state)->id != step)
      act(state, app::TurnStep{1, "2026-11-27"});
  }
  StepView view() { return *ui::make_step_view(state, 0); }
  app::State state;
};

}  // namespace

TEST_CASE("the list tells what an exercise is, and what the district lacks for it") {
  base::set_language(base::Language::english);
  auto state = testing::exercise_state();
  const auto catalogue = testing::small_catalogue();
  auto list = ui::make_exercise_list(state, catalogue);
  REQUIRE(list.rows.size() == 1);
  const auto& row = list.rows.front();
  CHECK(row.title == "A small exercise");
  CHECK(row.facts.find("30 min") != std::string::npos);
  CHECK(row.material == "pen and paper");
  REQUIRE(row.lacks.size() == 1);
  CHECK(row.lacks.front().find("bench") != std::string::npos);
  CHECK(row.progress.empty());
  act(state, app::BeginExercise{"small", "2026-11-27"});
  act(state, app::TurnStep{1, "2026-11-27"});
  list = ui::make_exercise_list(state, catalogue);
  CHECK(list.rows.front().progress == "Step 2 of 6");
  CHECK(list.rows.front().progress_id > 0);
  state.module = 5;
  CHECK(ui::make_exercise_list(state, catalogue).rows.empty());
}

TEST_CASE_METHOD(Begun,
                 "beginning sets the stage, winds the clock and is one edit that undo takes back") {
  CHECK(state.question.profile == "adult");
  CHECK(state.exercise.whole_asked == 1);
  CHECK(view().clock == "5:00");
  CHECK(view().light == "question");
  CHECK(view().where.empty());
  state.module = 1;
  CHECK(view().light == "Module 2");
  CHECK_FALSE(view().where.empty());
  REQUIRE(state.project->exercises.size() == 1);
  CHECK(state.project->exercises.front().began == "2026-11-27");
  app::apply(state, app::Undo{});
  CHECK(state.project->exercises.empty());
  CHECK_FALSE(ui::make_step_view(state, 0));
  app::apply(state, app::Redo{});
  CHECK(ui::make_step_view(state, 0));
}

TEST_CASE_METHOD(Begun,
                 "texts have their figures once they are told, and a mark in their place before") {
  const auto text_of = [&] {
    std::string text;
    const auto shown = view();
    for (const auto& span : shown.text.front().spans)
      text += span.text;
    return text;
  };
  CHECK(text_of() == "Text of start with ….");
  testing::tell(state, app::Verdict::done);
  CHECK(text_of() == "Told start.");
}

TEST_CASE_METHOD(Begun, "what is right is not told before the solution is looked at") {
  go_to("choice");
  act(state, app::AnswerStep{"left"});
  testing::tell(state, app::Verdict::wrong, "Right is: Right");
  CHECK(view().value == "left");
  CHECK(view().sign == StepSign::done);
  CHECK(view().status.find("Right is") == std::string::npos);
  CHECK(view().done);
  act(state, app::ShowSolution{true});
  testing::tell(state, app::Verdict::wrong, "Right is: Right");
  CHECK(view().sign == StepSign::wrong);
  CHECK(view().status.find("Right is") != std::string::npos);
  CHECK(app::open_answer(state)->revealed);
  act(state, app::ShowSolution{false});
  CHECK_FALSE(view().solution_shown);
  CHECK(app::open_answer(state)->revealed);
}

TEST_CASE_METHOD(Begun, "an answer that is given twice is one edit, and an empty one is none") {
  go_to("text");
  const auto done = state.history.done();
  act(state, app::AnswerStep{"in three words"});
  act(state, app::AnswerStep{"in three words"});
  CHECK(state.history.done() == done + 1);
  act(state, app::AnswerStep{""});
  CHECK_FALSE(app::open_answer(state));
}

TEST_CASE("a number is kept as a program reads it and shown as people write it") {
  base::set_language(base::Language::german);
  CHECK(app::kept_number("4,5") == "4.5");
  CHECK(app::kept_number("1.204") == "1204");
  CHECK(app::shown_number("4.5") == "4,5");
  CHECK_FALSE(app::kept_number("viele"));
  base::set_language(base::Language::english);
  CHECK(app::kept_number("4.5") == "4.5");
  CHECK(app::shown_number("4.5") == "4.5");
}

TEST_CASE_METHOD(Begun, "pins are set until there are enough of them, then the tool is put away") {
  go_to("pins");
  app::apply(state, app::ChooseTool{app::Tool::answer_pin});
  CHECK(view().drawing);
  for (double x : {500120.0, 500130.0, 500150.0}) {
    CHECK(state.tool == app::Tool::answer_pin);
    act(state, app::AddMark{{{x, 5600111}}});
  }
  CHECK(state.tool == app::Tool::select);
  CHECK(app::open_answer(state)->marks.size() == 3);
  app::apply(state, app::Undo{});
  CHECK(app::open_answer(state)->marks.size() == 2);
  act(state, app::RemoveMarks{});
  CHECK_FALSE(view().has_marks);
}

TEST_CASE_METHOD(Begun, "a step that waits says what is missing, and ticks calmly") {
  go_to("wait");
  testing::tell(state, app::Verdict::open, "so far 0, at least 1 are needed");
  CHECK(view().sign == StepSign::waits);
  CHECK(view().status == "so far 0, at least 1 are needed");
  CHECK_FALSE(view().done);
  testing::tell(state, app::Verdict::done);
  CHECK(view().sign == StepSign::done);
  CHECK(view().done);
}

TEST_CASE_METHOD(Begun, "the clock runs only while it is wanted, and turns to words at its end") {
  act(state, app::RunClock{true, 100});
  CHECK(ui::make_step_view(state, 160)->clock == "4:00");
  act(state, app::RunClock{false, 160});
  CHECK(ui::make_step_view(state, 1000)->clock == "4:00");
  act(state, app::RunClock{true, 1000});
  CHECK(ui::make_step_view(state, 1241)->clock == "Time is up");
  CHECK(ui::make_step_view(state, 1241)->clock_over);
}

TEST_CASE_METHOD(Begun, "the last step finishes, and the summary puts answers beside solutions") {
  go_to("choice");
  act(state, app::AnswerStep{"left"});
  go_to("wait");
  CHECK(view().last);
  act(state, app::TurnStep{1, "2026-11-28"});
  CHECK(state.project->exercises.front().finished == "2026-11-28");
  CHECK_FALSE(ui::make_step_view(state, 0));
  CHECK(ui::make_summary_view(state)->computing);
  testing::tell(state, app::Verdict::right);
  const auto summary = *ui::make_summary_view(state);
  REQUIRE(summary.rows.size() == 4);  // start and wait ask nothing
  CHECK(summary.rows[0].title == "Title of choice");
  CHECK(summary.rows[0].sign == StepSign::right);
  CHECK_FALSE(summary.rows[0].solution.empty());
  act(state, app::TurnStep{-1, "2026-11-28"});
  CHECK(app::open_step(state)->id == "wait");
  CHECK(state.project->exercises.front().finished.empty());
}

TEST_CASE_METHOD(Begun, "leaving keeps what was done, and it goes on from there") {
  go_to("number");
  const auto id = state.exercise.open;
  act(state, app::LeaveExercise{});
  CHECK_FALSE(ui::make_step_view(state, 0));
  act(state, app::OpenExercise{id});
  CHECK(app::open_step(state)->id == "number");
}

TEST_CASE("nothing is begun where nothing can be kept") {
  auto state = testing::exercise_state();
  state.read_only = true;
  act(state, app::BeginExercise{"small", "2026-11-27"});
  CHECK(state.project->exercises.empty());
  CHECK_FALSE(state.messages.empty());
}

TEST_CASE_METHOD(Begun, "on the projector the trainer's keys turn steps and show the solution") {
  using Special = ui::KeyPress::Special;
  const auto press = [&](ui::KeyPress key) {
    const auto action = ui::presented_key(key, state, "2026-11-27");
    if (action) app::apply(state, *action);
    return action.has_value();
  };
  ui::KeyPress right, left, solution;
  right.special = Special::right, left.special = Special::left, solution.letter = 'S';
  CHECK(press(right));
  CHECK(app::open_step(state)->id == "choice");
  CHECK(ui::make_presented_step(state, 0)->options.size() == 2);
  CHECK(ui::make_presented_step(state, 0)->solution.empty());
  CHECK(press(solution));
  testing::tell(state, app::Verdict::right);
  CHECK_FALSE(ui::make_presented_step(state, 0)->solution.empty());
  CHECK(press(left));
  CHECK(app::open_step(state)->id == "start");
  act(state, app::LeaveExercise{});
  CHECK_FALSE(press(right));
}
