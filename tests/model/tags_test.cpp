#include "model/tags.hpp"

#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using nahraum::model::Tags;

TEST_CASE("tags answer by key, whatever order they came in") {
  const Tags tags{{"surface", "sett"}, {"highway", "footway"}, {"foot", "yes"}};
  CHECK(tags.get("highway") == "footway");
  CHECK(tags.is("surface", "sett"));
  CHECK_FALSE(tags.has("width"));
  CHECK(tags.get("width").empty());
  CHECK(tags.pairs().front().first == "foot");
  CHECK(tags == Tags{{"foot", "yes"}, {"highway", "footway"}, {"surface", "sett"}});
}

TEST_CASE("a later value replaces an earlier one, an empty one counts as missing") {
  Tags tags{{"kerb", "raised"}, {"kerb", "lowered"}};
  CHECK(tags.pairs().size() == 1);
  CHECK(tags.is("kerb", "lowered"));
  tags.set("kerb", "");
  CHECK_FALSE(tags.has("kerb"));
  CHECK(tags.empty());
}

TEST_CASE("tags behave like a map") {
  CHECK(rc::check("set and get", [] {
    const auto pairs = *rc::gen::arbitrary<std::vector<std::pair<std::string, std::string>>>();
    Tags tags;
    std::map<std::string, std::string> twin;
    for (const auto& [key, value] : pairs) {
      tags.set(key, value);
      twin[key] = value;
      if (value.empty()) twin.erase(key);
    }
    RC_ASSERT(tags.pairs() == std::vector<Tags::Pair>(twin.begin(), twin.end()));
    for (const auto& [key, value] : twin)
      RC_ASSERT(tags.get(key) == value);
  }));
}
