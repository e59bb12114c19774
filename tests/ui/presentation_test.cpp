#include "ui/presentation.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/views_list.hpp"

using namespace nahraum;
using testing::Windowless;
using ui::Presentation;

TEST_CASE("slides go on and back and stop at either end") {
  Presentation presentation;
  presentation.start();
  CHECK_FALSE(presentation.step(1, 0));
  CHECK(presentation.step(1, 2) == 0u);
  CHECK(presentation.step(1, 2) == 1u);
  CHECK_FALSE(presentation.step(1, 2));
  CHECK(presentation.step(-1, 2) == 0u);
  CHECK_FALSE(presentation.step(-1, 2));
}

TEST_CASE("a clicker's keys turn the slides, Esc and F5 end them") {
  using Special = ui::KeyPress::Special;
  using Asked = Presentation::Asked;
  const auto key = [](Special special) {
    ui::KeyPress press;
    press.special = special;
    return press;
  };
  CHECK(Presentation::asked(key(Special::page_down)) == Asked::next);
  CHECK(Presentation::asked(key(Special::right)) == Asked::next);
  CHECK(Presentation::asked(key(Special::page_up)) == Asked::previous);
  CHECK(Presentation::asked(key(Special::escape)) == Asked::end);
  ui::KeyPress f5;
  f5.function = 5;
  CHECK(Presentation::asked(f5) == Asked::end);
  auto back_in_views = key(Special::left);
  back_in_views.alt = true;
  CHECK(Presentation::asked(back_in_views) == Asked::nothing);
}

TEST_CASE_METHOD(Windowless, "the sentence and the slide's name are over the map") {
  const Presentation presentation;
  ui::PresentationView view;
  view.slide = "1 / 2   Pharmacy", view.sentence = "312 of 1,204 people.";
  const auto show = [&](const ui::Kit& kit) { presentation.show(kit, view, true); };
  frame(show);
  CHECK(registry.middle("slide"));
  CHECK(registry.middle("sentence"));
}

namespace {

struct Listed : Windowless {
  Listed() {
    auto project = std::make_shared<model::Project>(*state.project);
    for (const char* name : {"North", "South"}) {
      model::NamedView view;
      view.name = name;
      model::perform(*project, model::AddView{view});
    }
    state.project = project;
  }
  auto shown() {
    return [this](const ui::Kit& kit) {
      if (auto view = views.show(kit, state, wish)) chosen = view;
    };
  }
  app::State state = testing::small_state();
  ui::ViewsList views;
  ui::Wish wish = ui::Wish::none;
  std::optional<model::NamedView> chosen;
};

}  // namespace

TEST_CASE_METHOD(Listed, "a view in the list is gone to by a click") {
  click("2  South##view", shown());
  REQUIRE(chosen);
  CHECK(chosen->name == "South");
}

TEST_CASE_METHOD(Listed, "views can be renamed, put in order and removed") {
  width = 600;
  click("Rename##view1", shown());
  frame(shown());
  frame(shown());
  ImGui::GetIO().AddInputCharactersUTF8("X");
  frame(shown());
  click("2  South##view", shown());  // leaving the field takes the name
  const auto* edit = find_action<app::PerformEdit>();
  REQUIRE(edit);
  const auto* renamed = std::get_if<model::ReplaceView>(&edit->edit);
  REQUIRE(renamed);
  CHECK(renamed->view.id == 1);
  CHECK(renamed->view.name.find('X') != std::string::npos);
  actions.clear();
  click("↑##view2", shown());
  REQUIRE(find_action<app::PerformEdit>());
  CHECK(std::holds_alternative<model::SwapViews>(find_action<app::PerformEdit>()->edit));
  actions.clear();
  click("Remove##view2", shown());
  REQUIRE(find_action<app::PerformEdit>());
  CHECK(std::holds_alternative<model::RemoveView>(find_action<app::PerformEdit>()->edit));
}

TEST_CASE_METHOD(Listed, "who may only read cannot change the views") {
  state.read_only = true;
  frame(shown());
  CHECK_FALSE(registry.middle("Rename##view1"));
  CHECK_FALSE(registry.middle("Remember this view"));
  CHECK(registry.middle("1  North##view"));
}

TEST_CASE("the parts of a page come round in both directions") {
  Presentation presentation;
  presentation.start();
  CHECK(presentation.part(0) == 0);
  CHECK(presentation.part(3) == 0);
  presentation.turn_part(-1);
  CHECK(presentation.part(3) == 2);
  presentation.turn_part(2);
  CHECK(presentation.part(3) == 1);
  presentation.start();
  CHECK(presentation.part(3) == 0);
}

TEST_CASE_METHOD(Windowless, "a page's part is shown with its heading and its picture") {
  const Presentation presentation;
  int drawn = 0;
  ui::PresentationView view;
  view.heading = "Network", view.sentence = "48 actors.", view.keys = "↓ ↑";
  view.picture = [&] { ++drawn; };
  frame([&](const ui::Kit& kit) { presentation.show(kit, view, false); });
  CHECK(drawn == 1);
  CHECK(registry.rect("presented part"));
}
