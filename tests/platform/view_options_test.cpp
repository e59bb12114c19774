#include "platform/view_options.hpp"

#include <catch2/catch.hpp>

using nahraum::platform::view_options;

namespace {

auto options_of(std::vector<const char*> arguments) {
  return view_options(arguments);
}

}  // namespace

TEST_CASE("a size, a scale and a picture are the window's own options") {
  const auto options = options_of(
      {"view", "a.gpkg", "--size", "1280x800", "--scale", "1.5", "--screenshot", "b.png"});
  REQUIRE(options);
  REQUIRE(*options);
  CHECK((*options)->file == "a.gpkg");
  CHECK((*options)->size.width == 1280);
  CHECK((*options)->size.height == 800);
  CHECK((*options)->size.scale == 1.5);
  CHECK((*options)->screenshot == "b.png");
}

TEST_CASE("a script is the window's, with its size") {
  const auto options = options_of({"script", "s.txt", "--size", "1280x800"});
  REQUIRE(options);
  REQUIRE(*options);
  CHECK((*options)->script == "s.txt");
  CHECK((*options)->file.empty());
  CHECK((*options)->size.width == 1280);
  CHECK_FALSE(options_of({"script"}).value());  // the command line says what is missing
}

TEST_CASE("everything else belongs to the command line") {
  CHECK_FALSE(options_of({}).value());
  CHECK_FALSE(options_of({"map", "--size", "1280x800"}).value());
  CHECK_FALSE(options_of({"view", "a.gpkg"}).value());
  CHECK_FALSE(options_of({"view", "--size", "1280x800", "--help"}).value());
  CHECK_FALSE(options_of({"view", "a.gpkg", "--size"}).value());
}

TEST_CASE("a value that is none is refused, and the error names it") {
  const std::vector<std::vector<const char*>> wrong = {
      {"view", "--size", "large"},    {"view", "--size", "1280"},
      {"view", "--size", "12x8"},     {"view", "--scale", "x"},
      {"view", "--scale", "0"},       {"view", "--bench-frames", "-3"},
      {"view", "--size", "1280x8.5"}, {"view", "--size", "nanx800"}};
  for (const auto& arguments : wrong) {
    const auto options = options_of(arguments);
    INFO(arguments[1] << " " << arguments[2]);
    REQUIRE_FALSE(options);
    CHECK(options.error().where == std::string(arguments[1]) + " " + arguments[2]);
    CHECK_FALSE(options.error().what_to_do.empty());
  }
}
