#include "app/help.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace nahraum;
using app::HelpBlock;
using app::HelpSpan;

namespace {

std::string text_of(const HelpBlock& block) {
  std::string text;
  for (const auto& span : block.spans)
    text += span.text;
  return text;
}

std::vector<app::HelpPage> shipped(const char* language) {
  return app::help_pages(std::filesystem::path(NAHRAUM_SOURCE_DIR) / "assets" / "help" / language);
}

}  // namespace

TEST_CASE("a page of the help is its title, its blocks and their spans") {
  const auto page = app::parse_help("map", R"(# Die Karte

Erst **fett**, dann `Strg+K`,
dann [ein Verweis](question).

## Zweites

3. drei
4. vier
   - innen <b>kein HTML</b>
)");
  CHECK(page.id == "map");
  CHECK(page.title == "Die Karte");
  REQUIRE(page.blocks.size() == 5);
  const std::vector<HelpSpan> first{
      {HelpSpan::Kind::plain, "Erst ", ""},   {HelpSpan::Kind::strong, "fett", ""},
      {HelpSpan::Kind::plain, ", dann ", ""}, {HelpSpan::Kind::key, "Strg+K", ""},
      {HelpSpan::Kind::plain, ", dann ", ""}, {HelpSpan::Kind::link, "ein Verweis", "question"},
      {HelpSpan::Kind::plain, ".", ""}};
  CHECK(page.blocks[0].spans == first);
  CHECK(page.blocks[1].kind == HelpBlock::Kind::heading);
  CHECK(page.blocks[1].level == 2);
  CHECK(page.blocks[2].number == 3);
  CHECK(page.blocks[3].number == 4);
  CHECK(page.blocks[4].level == 2);
  CHECK(page.blocks[4].number == 0);
  CHECK(text_of(page.blocks[4]) == "innen <b>kein HTML</b>");
}

TEST_CASE("searching the help finds pages with all words, titles first") {
  const std::vector<app::HelpPage> pages{
      app::parse_help("a", "# Anfang\n\nEine Bank steht am Weg.\n\nDie Karte."),
      app::parse_help("b", "# Bank und Karte\n\nNichts weiter."),
      app::parse_help("c", "# Weg\n\nOhne Sitz.")};
  const auto both = app::search_help(pages, "karte BANK");
  REQUIRE(both.size() == 2);
  CHECK(both[0].page == 1);
  CHECK(both[0].text.empty());
  CHECK(both[1].page == 0);
  CHECK(both[1].text == "Eine Bank steht am Weg.");
  CHECK(app::search_help(pages, "  ").empty());
  CHECK(app::search_help(pages, "Bank Sitz").empty());
}

TEST_CASE("the help has the same pages in both languages, and every link leads somewhere") {
  const auto german = shipped("de"), english = shipped("en");
  REQUIRE(german.size() > 10);
  REQUIRE(german.size() == english.size());
  std::set<std::string> ids;
  for (const auto& page : german)
    ids.insert(page.id);
  for (std::size_t i = 0; i < german.size(); ++i) {
    INFO(german[i].id);
    CHECK(german[i].id == english[i].id);
    CHECK_FALSE(german[i].title.empty());
    CHECK(german[i].blocks.size() == english[i].blocks.size());
    for (const auto* page : {&german[i], &english[i]}) {
      for (const auto& block : page->blocks) {
        for (const auto& span : block.spans) {
          if (span.kind == HelpSpan::Kind::link) CHECK(ids.count(span.page) == 1);
        }
      }
    }
  }
}

TEST_CASE("F1 opens the page about what one is doing") {
  app::State state;
  const auto pages = shipped("en");
  const auto exists = [&](const std::string& id) {
    return std::any_of(pages.begin(), pages.end(), [&](const auto& page) { return page.id == id; });
  };
  CHECK(app::help_page_for(state) == "start");
  state.project = std::make_shared<const model::Project>();
  CHECK(app::help_page_for(state) == "question");
  state.study = app::Study::barriers;
  CHECK(app::help_page_for(state) == "studies");
  state.question.scenario = "ramp";
  CHECK(app::help_page_for(state) == "scenarios");
  const char* const pages_of_modules[] = {"need", "",         "participation", "network",
                                          "mix",  "measures", "staff",         "money"};
  for (const int module : {1, 3, 4, 5, 6, 7, 8}) {
    INFO(module);
    state.module = module;
    CHECK(app::help_page_for(state) == pages_of_modules[module - 1]);
    CHECK(exists(pages_of_modules[module - 1]));
  }
  state.work.table = "conflicts";
  CHECK(app::help_page_for(state) == "groups");
  state.module = 1;
  state.work.table = "costs";  // left open from another module
  CHECK(app::help_page_for(state) == "need");
  state.work.table = "findings";
  CHECK(app::help_page_for(state) == "walk");
  state.work.table.clear();
  state.tool = app::Tool::route_row;
  CHECK(app::help_page_for(state) == "walk");
  state.tool = app::Tool::select;
  state.selection = {app::Selection::Kind::home, 3};
  CHECK(app::help_page_for(state) == "way");
  state.selection = {app::Selection::Kind::service, 3};
  CHECK(app::help_page_for(state) == "editing");
  state.tool = app::Tool::note_arrow;
  CHECK(app::help_page_for(state) == "notes");
  for (const char* id : {"start", "question", "studies", "scenarios", "walk", "groups", "chain",
                         "records", "course", "way", "editing", "notes", "keys"})
    CHECK(exists(id));
}

TEST_CASE("a missing folder gives no pages") {
  CHECK(app::help_pages(std::filesystem::path("/nonexistent")).empty());
}
