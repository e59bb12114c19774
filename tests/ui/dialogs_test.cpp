#include "ui/dialogs.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

struct Asked : Windowless {
  auto shown() {
    return [this](const ui::Kit& kit) { dialogs.show(kit, state); };
  }
  app::State state;
  ui::Dialogs dialogs;
};

app::UnsavedWork work(std::string title, bool declined) {
  app::UnsavedWork some;
  some.title = std::move(title);
  some.folder = some.title;
  some.changed = "2026-11-27 14:05";
  some.steps = 3;
  some.declined = declined;
  return some;
}

}  // namespace

TEST_CASE_METHOD(Asked, "unsaved work can be recovered or put aside") {
  state.unsaved_work = {work("Kleinstadt", false), work("Lindenhof", false)};
  dialogs.offer_work();
  frame(shown());  // a dialog finds its size
  frame(shown());
  click("Put aside##1", shown());
  const auto* declined = find_action<app::DeclineWork>();
  REQUIRE(declined);
  CHECK(declined->work.title == "Lindenhof");
  click("Recover##0", shown());
  const auto* recovered = find_action<app::RecoverWork>();
  REQUIRE(recovered);
  CHECK(recovered->work.title == "Kleinstadt");
  frame(shown());
  CHECK_FALSE(registry.middle("Recover##0"));
}

TEST_CASE_METHOD(Asked, "what was put aside can only be recovered") {
  state.unsaved_work = {work("Kleinstadt", true)};
  dialogs.offer_work();
  frame(shown());
  frame(shown());
  CHECK(registry.middle("Recover##0"));
  CHECK_FALSE(registry.middle("Put aside##0"));
  click("Later", shown());
  CHECK(actions.empty());
}

TEST_CASE_METHOD(Asked, "a click in the history goes to that step") {
  model::Project project;
  model::Note note;
  for (int i = 0; i < 3; ++i)
    state.history.perform(project, model::AddNote{note});
  state.history.undo(project);
  dialogs.show_history();
  frame(shown());
  frame(shown());
  CHECK(registry.middle("step 3"));
  CHECK_FALSE(registry.middle("step 4"));
  click("step 1", shown());
  const auto* step = find_action<app::GoToStep>();
  REQUIRE(step);
  CHECK(step->done == 1);
}
