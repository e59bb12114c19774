#include "ui/kit.hpp"

#include <algorithm>

#include "tests/ui/windowless.hpp"

using namespace nahraum;

TEST_CASE_METHOD(testing::Windowless, "lines end at spaces, never within a number") {
  const std::string text =
      "A circle of 390 m on the map would count 1.398 people as served.\nUnterstützungsquotient: "
      "12,4 % of 7.098 people, 1.712 of them aged 65 and over.";
  frame([&](const ui::Kit&) {
    for (int wide = 20; wide < 900; wide += 7) {
      const auto room = static_cast<float>(wide);
      const auto broken = ui::broken_at_spaces(text, room);
      REQUIRE(broken.size() == text.size());
      for (std::size_t i = 0; i < text.size(); ++i)
        REQUIRE((broken[i] == text[i] || (broken[i] == '\n' && text[i] == ' ')));
      for (std::size_t line = 0; line < broken.size();) {
        const auto end = std::min(broken.find('\n', line), broken.size());
        const auto words = broken.substr(line, end - line);
        if (words.find(' ') != std::string::npos)
          REQUIRE(ImGui::CalcTextSize(words.c_str()).x <= room);
        line = end + 1;
      }
    }
  });
}

TEST_CASE_METHOD(testing::Windowless, "a long label takes several lines and stays one button") {
  int presses = 0;
  const auto show = [&](const ui::Kit& kit) {
    presses += kit.button("Open a project or OpenStreetMap data from anywhere##long") ? 1 : 0;
  };
  const auto high = [&](float wide) {
    width = wide;
    frame(show);
    frame(show);
    const auto rect = registry.rect("Open a project or OpenStreetMap data from anywhere##long");
    REQUIRE(rect);
    CHECK(rect->second.x <= wide);
    return rect->second.y - rect->first.y;
  };
  CHECK(high(200) > 1.8f * high(900));
  width = 200;
  click("Open a project or OpenStreetMap data from anywhere##long", show);
  CHECK(presses == 1);
}

TEST_CASE_METHOD(testing::Windowless, "what is cut is told to the registry, what fits is not") {
  std::string cut, whole;
  frame([&](const ui::Kit& kit) {
    cut = kit.fitted("Kleiner Lebensmittelladen am Markt", 90);
    whole = kit.fitted("Bank", 90);
  });
  CHECK(cut.ends_with("…"));
  CHECK(whole == "Bank");
  CHECK(registry.cuts() == std::set<std::string>{cut});
}
