#include "app/work_tools.hpp"

#include <catch2/catch.hpp>

#include "app/page_participation.hpp"
#include "app/record_file.hpp"
#include "model/work_tables.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

app::State state_with(const model::Work& work) {
  auto project = std::make_shared<model::Project>();
  project->work = model::HeldWork(work);
  app::State state;
  state.project = project;
  return state;
}

model::Work two_actors() {
  model::Work work;
  work.actors = {{3, "Chor; „Lindenhof“", "association", "informal", "", {}, "", "", {{4, 5}}},
                 {8, "Chor; „Lindenhof“", "church", "nonprofit", "=1+1", {}, "", "2026-12-01", {}}};
  work.ties = {{1, 3, 8, "money", 2}};
  return work;
}

const model::RecordColumn& column(const char* table, const char* name) {
  const auto& rows = *model::record_table(table);
  return rows.columns[static_cast<std::size_t>(rows.column(name))];
}

}  // namespace

TEST_CASE("a pin answers the card in sight for the group that stands at the table") {
  model::Work work;
  work.questions = {{2, "Gern?", "pins", ""}, {5, "Ungern?", "pins", ""}};
  auto state = state_with(work);
  state.work.people = "80+";
  state.work.value = "far";
  state.work.question = 5;
  auto project = *state.project;
  model::perform(project, *app::work_edit(state, app::Tool::set_pin, {{7, 9}}));
  const auto& pin = project.work->marks.at(0);
  CHECK(pin.question == 5);
  CHECK(pin.people == "80+");
  CHECK(pin.value == "far");
  CHECK(pin.at == std::vector<geo::Point>{{7, 9}});
  state.work.question = 99;  // gone: the first card
  model::perform(project, *app::work_edit(state, app::Tool::draw_sketch, {{1, 1}, {2, 2}}));
  CHECK(project.work->marks.size() == 1);  // same id as the pin: the state is as it was
  CHECK(project.work->marks[0].question == 2);
  CHECK(project.work->marks[0].kind == "path");
  CHECK_FALSE(app::work_edit(state, app::Tool::draw_sketch, {{1, 1}}));
}

TEST_CASE("the open table's row gets its place; a walk its way") {
  auto state = state_with(two_actors());
  state.work.table = "actors";
  CHECK_FALSE(app::work_edit(state, app::Tool::place_row, {{1, 2}}));
  state.work.row = 8;
  auto project = *state.project;
  model::perform(project, *app::work_edit(state, app::Tool::place_row, {{1, 2}}));
  CHECK(project.work->actors[1].at == std::vector<geo::Point>{{1, 2}});
  CHECK(app::placing_tool("actors") == app::Tool::place_row);
  CHECK(app::placing_tool("walks") == app::Tool::route_row);
  CHECK_FALSE(app::placing_tool("ties"));
  state.work.table = "ties";
  CHECK_FALSE(app::work_edit(state, app::Tool::place_row, {{1, 2}}));
}

TEST_CASE("cells are read as people write them and told as they read them") {
  const auto project = *state_with(two_actors()).project;
  const auto read = [&](const char* table, const char* name, const char* words) {
    return app::cell_from_words(project, column(table, name), words);
  };
  CHECK(*read("measures", "start", "2.1.27") == model::Cell(std::string("2027-01-02")));
  CHECK(*read("measures", "start", "2027-01-02") == model::Cell(std::string("2027-01-02")));
  CHECK_FALSE(read("measures", "start", "31.2.2027"));
  CHECK_FALSE(read("measures", "start", "bald"));
  CHECK(*read("measures", "cost", "1,250.50 €") == model::Cell(1250.5));
  CHECK(*read("measures", "cost", "") == model::Cell());
  CHECK_FALSE(read("measures", "cost", "viel"));
  CHECK(*read("costs", "year", "2028") == model::Cell(std::int32_t{2028}));
  CHECK_FALSE(read("costs", "year", "2028.5"));
  CHECK(*read("ties", "kind", "Money") == model::Cell(std::string("money")));
  CHECK(*read("ties", "kind", "Nachbarschaft") == model::Cell(std::string("Nachbarschaft")));
  CHECK(*read("ties", "from", "#8") == model::Cell(std::int32_t{8}));
  CHECK(*read("ties", "from", "chor; „lindenhof“ #3") == model::Cell(std::int32_t{3}));
  CHECK_FALSE(read("ties", "from", "Chor; „Lindenhof“"));  // two are called so
  CHECK(*read("milestones", "done", "x") == model::Cell(true));
  CHECK_FALSE(read("milestones", "done", "vielleicht"));
  CHECK(app::cell_words(project, column("ties", "to"), model::Cell(std::int32_t{8})) ==
        "Chor; „Lindenhof“ #8");
  CHECK(app::cell_words(project, column("ties", "to"), model::Cell(std::int32_t{77})) == "#77");
}

TEST_CASE("a table goes to a spreadsheet and comes back the same") {
  const auto project = *state_with(two_actors()).project;
  for (const auto* table : model::record_tables()) {
    INFO(table->about.name);
    const auto rows = app::rows_of_text(app::tabbed_records(project, *table));
    REQUIRE(rows);
    if (table->count(*project.work) == 0) continue;
    const auto pasted = app::paste_records(project, *table, *rows);
    REQUIRE(pasted);
    CHECK(pasted->troubles.empty());
    for (const auto& change : pasted->edit.changes) {
      auto expected = *table->find(*project.work, change.id);
      if (change.table == "actors" && change.id == 8)
        expected.cells[3] = std::string("'=1+1");  // marked, so that nothing is computed
      CHECK(change.now == expected);
    }
  }
}

TEST_CASE("pasted rows without a header are new rows; what cannot be read is told") {
  const auto project = *state_with(two_actors()).project;
  const auto& ties = *model::record_table("ties");
  const auto pasted = app::paste_records(
      project, ties, {{"#3", "#8", "Money", "3"}, {"", ""}, {"Unbekannt", "#8", "", "viel"}});
  REQUIRE(pasted);
  REQUIRE(pasted->edit.changes.size() == 2);
  CHECK(pasted->edit.changes[0].id == 0);
  CHECK(pasted->troubles.size() == 2);
  const auto renumbered =
      app::paste_records(project, ties, {{"Strength (1–3)", "No."}, {"1", "1"}, {"2", "77"}});
  REQUIRE(renumbered);
  CHECK(renumbered->edit.changes[0].id == 1);
  CHECK(renumbered->edit.changes[0].now->cells[2] == model::Cell(std::string("money")));
  CHECK(renumbered->edit.changes[1].id == 0);
  CHECK(renumbered->troubles.size() == 1);
  CHECK_FALSE(app::paste_records(project, ties, {}));
}

TEST_CASE("a table is written as CSV and as a workbook") {
  const io::test::Folder folder;
  const auto project = *state_with(two_actors()).project;
  const auto& actors = *model::record_table("actors");
  REQUIRE(app::write_record_table(project, actors, folder / "a.csv"));
  const auto csv = io::test::read_bytes(folder / "a.csv");
  CHECK(csv.find("\xEF\xBB\xBFNo.;Organisation;") == 0);
  CHECK(csv.find("8;\"Chor; „Lindenhof“\";Parish;non-profit;'=1+1;;;2026-12-01;;\r\n") !=
        std::string::npos);
  REQUIRE(app::write_record_table(project, actors, folder / "a.xlsx"));
  CHECK(io::test::read_bytes(folder / "a.xlsx").substr(0, 2) == "PK");
  CHECK_FALSE(app::write_record_table(project, actors, folder / "a.pdf"));
}
