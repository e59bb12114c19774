#include "ui/tour.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

struct Toured : Windowless {
  Toured() {
    state = testing::small_state();
    tour.start();
  }
  auto shown() {
    return [this](const ui::Kit& kit) {
      for (const char* name : {"question", "sentence", "map", "Print"})
        kit.registry.note(name, {20, 20}, {220, 120});
      tour.show(kit, state);
    };
  }
  app::State state;
  ui::Tour tour;
};

}  // namespace

TEST_CASE_METHOD(Toured, "the tour goes on and back by its buttons, and ends for good") {
  frame(shown());
  click("Next##tour", shown());
  CHECK(tour.step() == 1);
  click("Back##tour", shown());
  CHECK(tour.step() == 0);
  click("End the tour", shown());
  CHECK_FALSE(tour.runs());
  const auto* changed = find_action<app::ChangeSettings>();
  REQUIRE(changed);
  CHECK(changed->settings.tour_seen);
}

TEST_CASE_METHOD(Toured, "choosing a home is what the third step waits for") {
  frame(shown());
  click("Next##tour", shown());
  click("Next##tour", shown());
  REQUIRE(tour.step() == 2);
  frame(shown());
  CHECK(tour.step() == 2);
  state.selection = {app::Selection::Kind::home, 1};
  state.inspection.emplace().of = state.selection;
  frame(shown());
  CHECK(tour.step() == 3);
}

TEST_CASE_METHOD(Toured, "the tour waits until there is an answer") {
  state.answer = nullptr;
  frame(shown());
  CHECK_FALSE(registry.middle("Next##tour"));
}

TEST_CASE("the card lies beside what is lit, and always in the window") {
  const ImVec2 card{200, 100}, window{1000, 600};
  CHECK(ui::card_place({10, 50}, {300, 90}, card, window, 10).x == 310);
  CHECK(ui::card_place({700, 50}, {990, 90}, card, window, 10).x == 490);
  CHECK(ui::card_place({100, 50}, {990, 90}, card, window, 10).y == 100);
  const auto inside = ui::card_place({0, 0}, {1000, 600}, card, window, 10);
  CHECK(inside.x + card.x <= window.x);
  CHECK(inside.y + card.y <= window.y);
}
