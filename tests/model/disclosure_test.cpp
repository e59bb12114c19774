#include "model/disclosure.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;
using base::Language;

TEST_CASE("counts below the minimum are masked, nobody is not") {
  CHECK(model::may_show(0, 5));
  CHECK_FALSE(model::may_show(1, 5));
  CHECK_FALSE(model::may_show(4, 5));
  CHECK(model::may_show(5, 5));
  CHECK(model::may_show(1, 1));
}

TEST_CASE("a masked count leaves the program as nothing and is shown as less than the minimum") {
  CHECK(model::disclosed(4, 5) == std::nullopt);
  CHECK(model::disclosed(std::nullopt, 5) == std::nullopt);
  CHECK(model::disclosed(17, 5) == 17);
  CHECK(model::count_text(3, 5, Language::german) == "< 5");
  CHECK(model::count_text(3, 4, Language::german) == "< 4");
  CHECK(model::count_text(0, 5, Language::german) == "0");
  CHECK(model::count_text(1204, 5, Language::german) == "1.204");
  CHECK(model::count_text(std::nullopt, 5, Language::english) == "–");
}

TEST_CASE("a small part takes others with it until nothing follows by subtraction") {
  using Shown = std::vector<bool>;
  CHECK(model::may_show_parts({184, 404, 0}, 5) == Shown{true, true, true});
  // 588 − 585 would tell the 3.
  CHECK(model::may_show_parts({3, 585, 0}, 5) == Shown{false, false, true});
  // 3 + 4 are enough together.
  CHECK(model::may_show_parts({3, 581, 4}, 5) == Shown{false, true, false});
  // 1 + 2 are not.
  CHECK(model::may_show_parts({1, 581, 2}, 5) == Shown{false, false, false});
  CHECK(model::may_show_parts({3, 60, 700}, 5) == Shown{false, false, true});
  CHECK(model::may_show_parts({3, 0, 0}, 5) == Shown{false, true, true});  // the whole is small too
  CHECK(model::may_show_parts({-1, -1, -1}, 5) == Shown{false, false, false});
  const std::vector<std::string> texts{"< 5", "–", "0"};
  CHECK(model::parts_text({3, 1585, 0}, 5, base::Language::german) == texts);
}

TEST_CASE("no small part can be told from what is shown, whatever the parts") {
  for (long a = 0; a < 12; ++a) {
    for (long b = 0; b < 12; ++b) {
      for (long c = 0; c < 12; ++c) {
        const std::vector<long> parts{a, b, c};
        if (a + b + c < 5) continue;
        const auto shown = model::may_show_parts(parts, 5);
        long hidden = 0;
        int count = 0;
        for (std::size_t i = 0; i < 3; ++i) {
          CHECK_FALSE((shown[i] && parts[i] > 0 && parts[i] < 5));
          hidden += shown[i] ? 0 : parts[i];
          count += shown[i] ? 0 : 1;
        }
        CHECK((count == 0 || (count >= 2 && hidden >= 5)));
      }
    }
  }
}

TEST_CASE("a row with a small count is kept back whole, and another with it") {
  using Shown = std::vector<bool>;
  CHECK(model::may_show_rows({{30, 12}, {40, 9}, {20, 7}}, 5) == Shown{true, true, true});
  // The first has 3; the last is the smallest of the others.
  CHECK(model::may_show_rows({{30, 3}, {40, 9}, {20, 7}}, 5) == Shown{false, true, false});
  // 1 + 3 are still too few: one more.
  CHECK(model::may_show_rows({{30, 1}, {20, 3}, {90, 9}, {80, 6}}, 5) ==
        Shown{false, false, true, false});
  CHECK(model::may_show_rows({{30, 0}, {20, 7}}, 5) == Shown{true, true});
  CHECK(model::may_show_rows({{30, 9}, {20, 7}, {25, 8}}, 5, {false, true, false}) ==
        Shown{true, false, false});
}

TEST_CASE("ages are joined until no group is small") {
  CHECK(model::breaks_to_show({0, 20, 65}, {{9}, {40}, {8}}, 5) == std::vector<int>{0, 20, 65});
  CHECK(model::breaks_to_show({0, 20, 65, 80}, {{9}, {40}, {8}, {3}}, 5) ==
        std::vector<int>{0, 20, 65});
  CHECK(model::breaks_to_show({0, 20, 65}, {{3}, {40}, {8}}, 5) == std::vector<int>{0, 65});
  CHECK(model::breaks_to_show({0, 65}, {{2}, {1}}, 5).empty());
}
