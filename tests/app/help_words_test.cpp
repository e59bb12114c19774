#include "app/help_words.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"

using namespace nahraum;

namespace {

struct Line {
  CLI::App app{"what it does", "tool"};
  int count = 1;
  std::string language, file, at, name;
  bool json = false;

  explicit Line(bool with_data = false) {
    base::set_language(base::Language::english);
    app.formatter(app::help_formatter());
    app.add_option("FILE", file, "the file")->required();
    auto* flag = app.add_flag("--json", json, "as JSON");
    app.add_option("--count", count, "größe")->check(CLI::Range(1, 64))->capture_default_str();
    app.add_option("--language", language, "de or en")->check(CLI::IsMember({"de", "en"}));
    auto* group = app.add_option_group("place", "where");
    group->add_option("--at", at, "a point")->excludes(flag);
    group->add_option("--name", name, "a name");
    group->require_option(0, 1);
    if (with_data) add_data();
  }
  void add_data() {
    auto* data = app.add_option_group("data", "what is added");
    data->add_option("--dem", at, "heights");
    auto* areas = data->add_option("--areas", name, "areas");
    data->require_option(1, 0);
    app.add_option("--date", language, "of them")->needs(areas);
  }
  std::string problem(const std::string& arguments) {
    try {
      app.parse(arguments, false);
    } catch (const CLI::ParseError& error) {
      return app::usage_problem(error);
    }
    return "";
  }
};

}  // namespace

TEST_CASE("help shows words, not CLI11's types, and columns stand under each other") {
  const auto help = Line().app.help();
  CHECK(help.find("FILE (required)             the file\n") != std::string::npos);
  CHECK(help.find("--count NUMBER=1            größe\n") != std::string::npos);
  CHECK(help.find("--language {de,en}          de or en\n") != std::string::npos);
  CHECK(help.find("\nplace: where (at most one of these)\n  --at TEXT") != std::string::npos);
  CHECK(Line(true).app.help().find("\ndata: what is added (at least one of these)\n") !=
        std::string::npos);
  for (const char* foreign : {"INT", "REQUIRED", "Option Group", "Positionals", "[1 - 64]"}) {
    CHECK(help.find(foreign) == std::string::npos);
  }
}

TEST_CASE("a wrong command line is answered with what to change") {
  CHECK(Line().problem("x --count 9") == "");
  CHECK(Line().problem("--count 9") == "FILE is missing");
  CHECK(Line().problem("x --count 65") == "--count: choose a number from 1 to 64");
  CHECK(Line().problem("x --language fr") == "--language: choose one of de,en");
  CHECK(Line().problem("x --count") == "--count needs a value");
  CHECK(Line().problem("x y") == "not understood: y");
  CHECK(Line().problem("x --at 1 --json") == "--json and --at cannot be used together");
  CHECK(Line().problem("x --at 1 --name n") == "only one of these may be given: --at,--name");
  CHECK(Line(true).problem("x") == "at least one of these is needed: --dem,--areas");
  CHECK(Line(true).problem("x --dem 1 --date 2") == "--date is of use with --areas only");
  CHECK(Line(true).problem("x --dem 1 --areas 1 --date 2") == "");
}
