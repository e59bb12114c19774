#include "ui/legend_card.hpp"

#include "tests/ui/windowless.hpp"

using namespace nahraum;

namespace {

struct Shown : testing::Windowless {
  Shown() { width = 1200; }
  auto legend(ui::Rect map) {
    return [this, map](const ui::Kit& kit) {
      ui::show_legend(kit, entries, map, {map.x + 180, map.y + map.height - 54});
    };
  }
  std::vector<ui::LegendEntry> entries = {
      {ui::LegendEntry::Look::band, 0xff808080, "up to 5 minutes"},
      {ui::LegendEntry::Look::band, 0xffa0a0a0, "up to 10 minutes"},
      {ui::LegendEntry::Look::gap, 0xff0000b3, "Homes in the gap"}};
};

constexpr ui::Rect roomy{100, 50, 1000, 700}, tight{100, 50, 300, 130};

}  // namespace

TEST_CASE_METHOD(Shown, "the legend folds and unfolds by a click") {
  frame(legend(roomy));
  REQUIRE(registry.rect("legend"));
  click("Fold the legend", legend(roomy));
  frame(legend(roomy));
  CHECK_FALSE(registry.rect("legend"));
  click("Legend", legend(roomy));
  frame(legend(roomy));
  CHECK(registry.rect("legend"));
}

TEST_CASE_METHOD(Shown,
                 "where it would hide much of the map the legend is folded until asked for") {
  frame(legend(tight));
  CHECK_FALSE(registry.rect("legend"));
  click("Legend", legend(tight));
  frame(legend(tight));
  const auto shown = registry.rect("legend");
  REQUIRE(shown);
  CHECK(shown->first.y >= tight.y);  // longer ones scroll
  CHECK(shown->second.x <= tight.x + tight.width);
}

TEST_CASE("a legend hides much from a fifth of the map or half of its height on") {
  CHECK_FALSE(ui::hides_much({200, 100}, roomy));
  CHECK(ui::hides_much({200, 360}, roomy));
  CHECK(ui::hides_much({900, 160}, roomy));
}
