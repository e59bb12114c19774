#include <catch2/catch.hpp>

#include "tests/ui/small_exercise.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/agenda_panel.hpp"
#include "ui/commands.hpp"
#include "ui/presentation.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

constexpr long start = 1'800'000'000;

model::AgendaItem item(model::Id id, const std::string& title, int minutes,
                       const std::string& exercise = "") {
  return {id, "Day", static_cast<std::int32_t>(id), title, "input", "", minutes, "", exercise};
}

/// Module 4's clock alone, with the clicks carried out. It is 9:00 when it starts.
struct Clocked : Windowless {
  Clocked() {
    auto project = *state.project;
    project.work.edit().agenda = {item(1, "9:00 Welcome", 20), item(2, "Find it", 45, "small"),
                                  item(3, "Round", 10)};
    state.project = std::make_shared<const model::Project>(std::move(project));
  }
  base::WallTime now() const { return {start + later, 9 * 3600 + later}; }
  auto shown() {
    return [this](const ui::Kit& kit) { ui::agenda_panel(kit, state, now()); };
  }
  void press(const std::string& label) {
    click(label, shown());
    for (const auto& action : std::exchange(actions, {}))
      app::apply(state, action);
    frame(shown());
  }
  ui::AgendaView view() const {
    const auto made = ui::make_agenda_view(state, now());
    REQUIRE(made);
    return *made;
  }
  app::State state = testing::exercise_state();
  long later = 0;
};

}  // namespace

TEST_CASE_METHOD(Clocked, "the clock is started, rests, goes on, turns and ends by its buttons") {
  press("Start the meeting’s clock");
  CHECK(view().title == "Welcome");
  CHECK(view().time == "20:00");
  CHECK(view().wall == "9:00");
  CHECK(view().next == "Then at 9:20: Find it (45 min)");
  CHECK(view().plan == "on time");
  CHECK(view().end == "Ends at 10:15, as planned");
  CHECK_FALSE(registry.middle("Item before"));
  later = 61;
  CHECK(view().time == "18:59");
  press("Pause##agenda");
  later = 600;
  CHECK(view().rests);
  CHECK(view().of_time == "the clock rests");
  CHECK(view().time == "18:59");
  press("Go on##agenda");
  CHECK_FALSE(view().rests);
  press("Next item");
  CHECK(view().title == "Find it");
  press("Item before");
  CHECK(view().title == "Welcome");
  press("Next item");
  press("Next item");
  press("End the meeting");
  CHECK(view().ended);
  CHECK(view().title == "The meeting has ended");
  press("Start again##agenda");
  CHECK(view().time == "20:00");
  press("End the meeting’s clock");
  CHECK_FALSE(ui::make_agenda_view(state, now()));
}

TEST_CASE_METHOD(Clocked, "over time is said plainly, with what it does to the end") {
  press("Start the meeting’s clock");
  later = 20 * 60 + 200;
  CHECK(view().over);
  CHECK(view().time == "+3:20");
  CHECK(view().of_time == "over its time");
  CHECK(view().behind);
  CHECK(view().plan == "3 min behind the plan");
  CHECK(view().end == "Ends at about 10:18, planned for 10:15");
  CHECK(ui::agenda_in_short(state, now()) == "+3:20   Welcome");
  press("Next item");
  later += 600;
  press("Next item");
  CHECK(view().plan == "31 min ahead of the plan");
  CHECK(view().next == "It is the last item.");
}

TEST_CASE_METHOD(Clocked, "one click opens the running item's exercise in its module") {
  press("Start the meeting’s clock");
  CHECK_FALSE(registry.middle("Open its exercise"));
  press("Next item");
  press("Open its exercise");
  REQUIRE(app::open_exercise(state));
  CHECK(app::open_exercise(state)->id == "small");
  CHECK(state.module == 2);
  // Once more goes on where it was.
  const auto open = state.exercise.open;
  press("Open its exercise");
  CHECK(state.exercise.open == open);
  CHECK(state.project->exercises.size() == 1);
}

TEST_CASE_METHOD(Clocked, "without a plan there is no clock to start") {
  auto project = *state.project;
  project.work.edit().agenda.clear();
  state.project = std::make_shared<const model::Project>(std::move(project));
  frame(shown());
  CHECK_FALSE(registry.middle("Start the meeting’s clock"));
  CHECK(ui::agenda_in_short(state, now()).empty());
}

TEST_CASE_METHOD(Clocked, "the keys of the clock work without a mouse") {
  const auto press_key = [&](char letter) {
    ui::KeyPress key;
    key.letter = letter;
    const auto command = ui::command_for(key, state);
    REQUIRE(command);
    REQUIRE(command->action);
    app::apply(state, *command->action);
  };
  press("Start the meeting’s clock");
  press_key('N');
  CHECK(state.work.run.item == 2);
  press_key('P');
  CHECK(state.work.run.paused_since != 0);
  press_key('P');
  CHECK(state.work.run.paused_since == 0);
}

TEST_CASE_METHOD(Clocked, "presenting, the clock lies above the sentence and over nothing") {
  press("Start the meeting’s clock");
  const ui::Presentation presentation;
  ui::PresentationView shown;
  shown.sentence = "312 of 1,204 people.";
  frame([&](const ui::Kit& kit) {
    const float high = ui::agenda_bar_height(kit);
    shown.top = high;
    ui::agenda_bar(kit, view(), {0, 0, 1200, high});
    presentation.show(kit, shown, false);
    const auto clock = registry.rect("presented agenda"), sentence = registry.rect("sentence");
    REQUIRE(clock);
    REQUIRE(sentence);
    CHECK(clock->second.y <= high);
    CHECK(sentence->first.y >= high);
  });
}
