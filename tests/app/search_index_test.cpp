#include "app/search_index.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"

using namespace nahraum;
using app::FoundKind;
using app::SearchIndex;

namespace {

struct Searched {
  Searched() {
    base::set_language(base::Language::english);
    project->homes[0].address = "Müllerstraße 3, 5 a, Am Markt 2 …";
    project->homes[1].address = "Müllerstraße 35";
    project->services[0].tags.set("addr:street", "Müllerstraße");
    project->services[0].tags.set("addr:housenumber", "7");
    project->areas.push_back({model::AreaKind::park, {}, "Stadtgarten", {}});
    project->areas.back().outline = {{geo::ring_of({500200, 5600200, 500300, 5600310}), {}}};
    project->places.push_back({"Oberviertel", "suburb", {500200, 5600100}});
  }
  /// Names of a kind in their order.
  std::vector<std::string> names(const std::string& typed, FoundKind kind,
                                 geo::Point near = {500000, 5600000}) const {
    const SearchIndex index(*project, testing::small_catalogue());
    std::vector<std::string> all;
    const auto found = index.find(typed, near, 6);
    for (const auto& hit : found[static_cast<std::size_t>(kind)])
      all.push_back(index.entries()[hit.entry].name);
    return all;
  }
  std::shared_ptr<model::Project> project = testing::small_project();
};
using Names = std::vector<std::string>;

model::Street street(std::vector<std::uint32_t> nodes, const char* name) {
  return {0, std::move(nodes), {{"highway", "residential"}, {"name", name}}};
}

}  // namespace

TEST_CASE("a home's joined addresses are taken apart") {
  CHECK(app::single_addresses("Hauptstraße 5, 7, 9") ==
        Names{"Hauptstraße 5", "Hauptstraße 7", "Hauptstraße 9"});
  CHECK(app::single_addresses("Am Markt 2, Wall 4, 6 …") ==
        Names{"Am Markt 2", "Wall 4", "Wall 6"});
  CHECK(app::single_addresses("").empty());
  CHECK(app::single_addresses("12") == Names{"12"});
}

TEST_CASE_METHOD(Searched, "house numbers are found with umlauts, without, and half typed") {
  for (const char* typed : {"müllerstr 3", "Muellerstrasse 3", "MULLER 3", "3 müllerstraße"}) {
    INFO(typed);
    CHECK(names(typed, FoundKind::address) == Names{"Müllerstraße 3", "Müllerstraße 35"});
  }
  CHECK(names("müllerstr 5a", FoundKind::address) == Names{"Müllerstraße 5 a"});
  CHECK(names("müllerstr 5 a", FoundKind::address) == Names{"Müllerstraße 5 a"});
  CHECK(names("müllerstr 4", FoundKind::address).empty());
}

TEST_CASE_METHOD(Searched, "services are found by name, type in both languages, and address") {
  CHECK(names("löwen", FoundKind::service) == Names{"Löwen-Apotheke"});
  CHECK(names("müllerstraße 7", FoundKind::service) == Names{"Löwen-Apotheke"});
  CHECK(names("frau löwe", FoundKind::service) == Names{"Löwen-Apotheke"});
  CHECK(names("apotheke", FoundKind::service) == Names{"Löwen-Apotheke", "Pharmacy"});
  CHECK(names("pharmacy", FoundKind::service) == Names{"Pharmacy", "Löwen-Apotheke"});
}

TEST_CASE_METHOD(Searched, "a wrong letter finds where nothing fits as it is typed") {
  CHECK(names("apoteke", FoundKind::service).size() == 2);
  CHECK(names("Stadtgatren", FoundKind::nature) == Names{"Stadtgarten"});
  CHECK(names("obervirtel", FoundKind::place) == Names{"Oberviertel"});
  CHECK(names("xyzzy", FoundKind::place).empty());
}

TEST_CASE_METHOD(Searched, "among equals the nearest to the view comes first") {
  project->services[1].name = "Neue Apotheke";
  CHECK(names("apotheke", FoundKind::service, {500150, 5600140}).front() == "Löwen-Apotheke");
  CHECK(names("apotheke", FoundKind::service, {500420, 5600230}).front() == "Neue Apotheke");
}

TEST_CASE_METHOD(Searched, "parts of a street are one, streets of one name far apart are two") {
  auto& streets = project->streets;
  streets.nodes.push_back({3, {500700, 5600390}, {}, false});  // goes on from node 1
  streets.nodes.push_back({4, {509000, 5600000}, {}, false});
  streets.nodes.push_back({5, {509100, 5600050}, {}, false});
  streets.ways.push_back(street({1, 2}, "Lindenstraße"));
  CHECK(names("lindenstr", FoundKind::street) == Names{"Lindenstraße"});
  streets.ways.push_back(street({3, 4}, "Lindenstraße"));
  CHECK(names("lindenstr", FoundKind::street).size() == 2);
}

TEST_CASE_METHOD(Searched, "of each kind the best few are given") {
  for (int i = 0; i < 40; ++i) {
    auto home = project->homes[0];
    home.id = 100 + i, home.address = "Wall " + std::to_string(i + 1);
    project->homes.push_back(home);
  }
  CHECK(names("wall", FoundKind::address).size() == 6);
  CHECK(names("wall 17", FoundKind::address) == Names{"Wall 17"});
}

TEST_CASE_METHOD(Searched, "nothing and signs find nothing, and any bytes do no harm") {
  for (const char* typed : {"", " ", "---", "\xFF\xFE", "((((", "\xC3"})
    CHECK(names(typed, FoundKind::street).size() <= 1);
}
