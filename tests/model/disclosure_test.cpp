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
