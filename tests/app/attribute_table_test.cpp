#include "app/attribute_table.hpp"

#include <algorithm>
#include <chrono>
#include <random>

#include <catch2/catch.hpp>

#include "app/paste_services.hpp"
#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"

using namespace nahraum;
using app::AttributeTable;
using app::TableOf;
using app::TableOrder;

namespace {

struct Tabled {
  Tabled() {
    base::set_language(base::Language::english);
    auto made = testing::small_catalogue();
    made.people.min_count = 5;
    catalogue = std::make_shared<const model::Catalogue>(made);
    project->services[0].capacity = 1200;
    project->services[0].tags.set("addr:street", "Lindenstraße");
    project->services[0].tags.set("addr:housenumber", "7");
  }
  AttributeTable table(TableOf what, std::shared_ptr<const app::Answer> answer = nullptr) const {
    return {what, project, catalogue, std::move(answer)};
  }
  std::vector<std::uint32_t> rows(const AttributeTable& of, const TableOrder& order) const {
    return app::ordered_rows(of, order, jobs::Context());
  }
  std::shared_ptr<model::Project> project = testing::small_project();
  std::shared_ptr<const model::Catalogue> catalogue;
};
using Rows = std::vector<std::uint32_t>;

model::PopulationCell cell(const char* id, model::Residents residents) {
  model::PopulationCell made;
  made.id = id, made.residents = residents, made.outline = {{geo::ring_of({0, 0, 10, 20}), {}}};
  return made;
}

}  // namespace

TEST_CASE_METHOD(Tabled,
                 "services have their facts side by side, in the user's words and numbers") {
  const auto of = table(TableOf::services);
  REQUIRE(of.size() == 2);
  CHECK(of.cell(0, 0).text == "Löwen-Apotheke");
  CHECK(of.cell(0, 1).text == "Pharmacy");
  CHECK(of.cell(0, 4).text == "1,200");
  CHECK(of.cell(0, 5).text == "Lindenstraße 7");
  CHECK(of.cell(1, 4).text == "–");
  CHECK(of.selection(1) == app::Selection{app::Selection::Kind::service, 2});
  CHECK(of.place(1) == geo::Point{500420, 5600230});
}

TEST_CASE_METHOD(Tabled, "homes tell their minutes to what is asked for") {
  const auto answer = std::make_shared<const app::Answer>(testing::small_answer());
  const auto of = table(TableOf::homes, answer);
  CHECK(of.columns()[5].name == "Pharmacy, min");
  CHECK(of.cell(0, 5).text == "3.6");
  CHECK(of.cell(1, 6).text == "590");
  CHECK(table(TableOf::homes).columns().size() == 5);
}

TEST_CASE_METHOD(Tabled, "few people are neither shown nor told by the order") {
  for (int i = 0; i < 4; ++i) {
    auto home = project->homes[0];
    home.id = 20 + i, home.residents.all = 4 - i;  // 4, 3, 2, 1
    project->homes.push_back(home);
  }
  const auto of = table(TableOf::homes);
  for (std::size_t row = 1; row < of.size(); ++row) {
    CHECK(of.cell(row, 1).text == of.cell(1, 1).text);
    CHECK_FALSE(of.cell(row, 1).value);
  }
  CHECK(rows(of, {1, true, ""}) == Rows{0, 1, 2, 3, 4, 5});
  CHECK(rows(of, {1, false, ""}) == Rows{0, 1, 2, 3, 4, 5});
}

TEST_CASE_METHOD(Tabled, "no small count follows from an area's columns") {
  project->population = {cell("a", {100, 97, 40}),  // three under 65
                         cell("b", {200, 60, 57}),  // three from 65 to 79
                         cell("c", {300, 100, 30}), cell("d", {400, 120, 3}),
                         cell("e", {500, 140, 50})};
  const auto of = table(TableOf::areas);
  for (std::size_t row = 0; row < of.size(); ++row) {
    const auto all = of.cell(row, 2).value, old = of.cell(row, 3).value,
               oldest = of.cell(row, 4).value;
    INFO(of.cell(row, 0).text);
    if (all && old) CHECK(*all - *old >= 5);
    if (old && oldest) CHECK(*old - *oldest >= 5);
    if (oldest) CHECK(*oldest >= 5);
  }
  CHECK(of.cell(4, 2).text == "500");
  CHECK(of.selection(3) == app::Selection{app::Selection::Kind::statistics, 3});
}

TEST_CASE_METHOD(Tabled, "rows are sorted by number or by word, and what is empty comes last") {
  for (const char* name : {"Äpfel", "Zange", ""}) {
    auto service = project->services[1];
    service.id = static_cast<std::int32_t>(project->services.size()) + 1;
    service.name = name;
    project->services.push_back(service);
  }
  project->services[3].capacity = 30;
  const auto of = table(TableOf::services);
  CHECK(rows(of, {0, true, ""}) == Rows{2, 0, 3, 1, 4});
  CHECK(rows(of, {0, false, ""}) == Rows{3, 0, 2, 1, 4});
  CHECK(rows(of, {4, true, ""}) == Rows{3, 0, 1, 2, 4});
  CHECK(rows(of, {4, false, ""}) == Rows{0, 3, 1, 2, 4});
}

TEST_CASE_METHOD(Tabled, "house number 9 stands before 10, and 10 a behind it") {
  for (const char* address : {"Weg 10 a", "Weg 9", "Weg 10", "Weg 100"}) {
    auto home = project->homes[0];
    home.id = static_cast<std::int32_t>(project->homes.size()) + 20, home.address = address;
    project->homes.push_back(home);
  }
  CHECK(rows(table(TableOf::homes), {0, true, "weg"}) == Rows{3, 4, 2, 5});
}

TEST_CASE_METHOD(Tabled, "a filter looks for all its words in all cells, umlauts or not") {
  const auto of = table(TableOf::services);
  CHECK(rows(of, {0, true, "lowe"}) == Rows{0});
  CHECK(rows(of, {0, true, "LINDENSTRASSE 7"}) == Rows{0});
  CHECK(rows(of, {0, true, "pharm"}) == Rows{0, 1});
  CHECK(rows(of, {0, true, "pharm bakery"}).empty());
}

TEST_CASE_METHOD(Tabled, "any order is a permutation sorted as a stable sort would") {
  std::mt19937 random(7);
  project->homes.resize(2000);
  for (std::size_t i = 0; i < project->homes.size(); ++i) {
    project->homes[i].id = static_cast<std::int32_t>(i) + 1;
    project->homes[i].dwellings = static_cast<int>(random() % 40);
  }
  const auto of = table(TableOf::homes);
  const auto order = rows(of, {2, false, ""});
  Rows expected(project->homes.size());
  for (std::uint32_t i = 0; i < expected.size(); ++i)
    expected[i] = i;
  std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
    return project->homes[a].dwellings > project->homes[b].dwellings;
  });
  CHECK(order == expected);
}

TEST_CASE_METHOD(Tabled, "rows are copied with tabs, and nothing becomes a formula") {
  project->services[1].name = "=1+1";
  project->services[1].note = "two\nlines\tand a tab";
  const auto of = table(TableOf::services);
  const auto text = app::as_tabbed_text(of, {1, 0});
  const auto lines = base::split(text, '\n');
  REQUIRE(lines.size() == 4);
  CHECK(base::split(lines[0], '\t')[0] == "Name");
  CHECK(base::split(lines[1], '\t')[0] == "'=1+1");
  CHECK(base::split(lines[1], '\t').back() == "two lines and a tab");
  CHECK(base::split(lines[2], '\t')[4] == "1,200");
}

TEST_CASE_METHOD(Tabled,
                 "pasted rows become services, by place or by address, and the rest is listed") {
  const auto pasted = app::read_pasted(
      "Name\tArt\tAdresse\tPlätze\n"
      "Neue Apotheke\tApotheke\tLindenstr. 3, 12345 Kleinhausen\t\n"
      "Backstube\tBäckerei\tLindenstraße 3\t12\n"
      "Nirgends\tApotheke\tUnbekannter Weg 1\t\n"
      "Was\tRaumfahrt\tLindenstraße 3\t\n",
      *project, *catalogue);
  REQUIRE(pasted);
  REQUIRE(pasted->services.size() == 1);  // "Lindenstr." is no address of the project
  CHECK(pasted->services[0].name == "Backstube");
  CHECK(pasted->services[0].type == "N03");
  CHECK(pasted->services[0].at.x == Approx(500110));
  CHECK(pasted->services[0].capacity == 12);
  CHECK(pasted->services[0].in_district);
  CHECK(pasted->services[0].id == 0);
  CHECK(pasted->troubles.size() == 2);
}

TEST_CASE_METHOD(Tabled, "pasted places outside of the map are listed, not added") {
  const auto pasted = app::read_pasted(
      "Name;Art;Rechtswert;Hochwert\nHier;Apotheke;500200;5600100\nDort;Apotheke;700200;5600100\n",
      *project, *catalogue);
  REQUIRE(pasted);
  REQUIRE(pasted->services.size() == 1);
  CHECK(pasted->services[0].name == "Hier");
  REQUIRE(pasted->troubles.size() == 1);
  CHECK(pasted->troubles[0].find("Dort") != std::string::npos);
}

TEST_CASE_METHOD(Tabled, "text that is no list is refused in one sentence") {
  for (const std::string text : {"", "hello", "a\tb\n1\t2\n", "\"never closed"}) {
    const auto pasted = app::read_pasted(text, *project, *catalogue);
    CHECK_FALSE(pasted);
  }
}
