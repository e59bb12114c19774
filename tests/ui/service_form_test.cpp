#include "ui/service_form.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

model::Service pharmacy() {
  model::Service s;
  s.id = 4;
  s.type = "G04";
  s.name = "Rose";
  s.capacity = 1200;
  s.tags.set("opening_hours", "Mo-Fr 08:00-18:00");
  s.origin = "user";
  return s;
}

const std::vector<ui::Choice> types{{"G04", "Pharmacy", "Health", ""},
                                    {"G05", "Optician", "Health", ""}};

struct Form : Windowless {
  Form() { width = 420; }
  void show(const ui::Kit& kit) { ui::service_form(kit, service, types, list, draft); }
  auto shown() {
    return [this](const ui::Kit& kit) { show(kit); };
  }
  /// Into the field that has the keyboard.
  void type(const std::string& text) {
    for (const char c : text)
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(c));
    frame(shown());
    frame(shown());
  }
  void leave_field() {
    ImGui::GetIO().MousePos = {5, 790};
    frame(shown());
    ImGui::GetIO().MouseDown[0] = true;
    frame(shown());
    ImGui::GetIO().MouseDown[0] = false;
    frame(shown());
  }
  const model::Service* replaced() const {
    const auto* edit = find_action<app::PerformEdit>();
    const auto* replace = edit ? std::get_if<model::ReplaceService>(&edit->edit) : nullptr;
    return replace ? &replace->service : nullptr;
  }

  model::Service service = pharmacy();
  ui::SearchableCombo list;
  ui::ServiceDraft draft;
};

}  // namespace

TEST_CASE_METHOD(Form, "a field that is left is one edit; until then there is none") {
  click("Service provider", shown());
  type("Stadt");
  CHECK(replaced() == nullptr);
  leave_field();
  REQUIRE(replaced());
  CHECK(replaced()->provider == "Stadt");
  CHECK(replaced()->name == "Rose");
  CHECK(replaced()->capacity == 1200);
  CHECK(actions.size() == 1);
}

TEST_CASE_METHOD(Form, "a form that is only looked at changes nothing") {
  frame(shown());
  click("Service name", shown());
  leave_field();
  CHECK(actions.empty());
}

TEST_CASE_METHOD(Form, "what is chosen is an edit at once") {
  click("commercial", shown());
  frame(shown());
  REQUIRE(replaced());
  CHECK(replaced()->sector == "market");
}

TEST_CASE_METHOD(Form, "the service can be removed") {
  click("Remove the service", shown());
  const auto* edit = find_action<app::PerformEdit>();
  REQUIRE(edit);
  CHECK(std::get<model::RemoveService>(edit->edit).service == 4);
}

TEST_CASE_METHOD(Form, "another service's form begins with its own values") {
  click("Service provider", shown());
  type("Stadt");
  service.id = 5;
  service.provider = "Kreis";
  frame(shown());
  CHECK(draft.service.provider == "Kreis");
  CHECK_FALSE(draft.touched);
}

TEST_CASE("a capacity is a number above zero or nothing") {
  base::set_language(base::Language::german);
  ui::ServiceDraft draft{pharmacy(), "1.200", "", true, false};
  CHECK(ui::service_of(draft)->capacity == 1200);
  draft.capacity = "37,5";
  CHECK(ui::service_of(draft)->capacity == 37.5);
  draft.capacity = "";
  CHECK_FALSE(ui::service_of(draft)->capacity);
  for (const char* wrong : {"0", "-3", "viele"}) {
    draft.capacity = wrong;
    CHECK_FALSE(ui::service_of(draft));
    CHECK_FALSE(ui::capacity_trouble(draft).empty());
  }
  base::set_language(base::Language::english);
}

TEST_CASE("hours that cannot be read are kept as typed and said to be unknown") {
  base::set_language(base::Language::english);
  ui::ServiceDraft draft{pharmacy(), "", "Mo-Fr 08:00-25:70", true, false};
  CHECK(ui::hours_remark(draft).find("counts as unknown") != std::string::npos);
  CHECK(ui::service_of(draft)->tags.get("opening_hours") == "Mo-Fr 08:00-25:70");
  draft.hours = "Mo-Fr 08:00-18:00";
  CHECK(ui::hours_remark(draft).empty());
  draft.hours = "";
  CHECK_FALSE(ui::service_of(draft)->tags.has("opening_hours"));
}
