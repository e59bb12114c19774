#include "io/dwelling_list.hpp"

#include <fstream>

#include <catch2/catch.hpp>

using namespace nahraum;

namespace {

std::filesystem::path written(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "nahraum_dwellings.csv";
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

model::Project houses() {
  model::Project project;
  for (const char* address :
       {"Birkenweg 7", "Lange Straße 5, 7", "Ring 1", "Ring 1", "Am Ufer 2 a"}) {
    model::Home home;
    home.id = static_cast<std::int32_t>(project.homes.size() + 1);
    home.address = address;
    home.dwellings = 6;
    home.floors = 4;
    project.homes.push_back(home);
  }
  return project;
}

const model::ReportEntry* entry(const std::vector<model::ReportEntry>& report,
                                const std::string& code) {
  for (const auto& each : report) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a housing company's list says what OpenStreetMap does not know") {
  std::vector<model::ReportEntry> report;
  const auto rows =
      io::read_dwelling_list(written("Wohnbau Auental\n"
                                     "Adresse;Wohnungen;Geschosse;Aufzug;stufenlos;barrierearm\n"
                                     "Birkenweg 7;10;5;nein;ja;2\n"
                                     "Am Ufer 2a;4;;x;;ja\n"
                                     ";3;;;;\n"
                                     "Nirgendwo 1;viele;2,5;vielleicht;nein;nein\n"),
                             report);
  REQUIRE(rows);
  REQUIRE(rows->size() == 3);
  CHECK((*rows)[0].dwellings == 10);
  CHECK((*rows)[0].lift == false);
  CHECK((*rows)[0].low_barrier == 2);
  CHECK((*rows)[1].lift == true);
  CHECK_FALSE((*rows)[1].storeys);
  CHECK((*rows)[1].low_barrier == 4);  // all of them
  CHECK((*rows)[2].storeys == 2.5);
  CHECK((*rows)[2].low_barrier == 0);
  CHECK(entry(report, "dwelling_list_without_address")->count == 1);
  CHECK(entry(report, "dwelling_list_unreadable")->count == 2);
}

TEST_CASE("rows go to the home with their address, however it is written") {
  auto project = houses();
  std::vector<model::ReportEntry> report;
  const std::vector<io::DwellingRow> rows{{"BIRKENWEG 7", 10, 2, 5, false, true},
                                          {"Am Ufer 2a", {}, {}, {}, true, {}},
                                          {"Ring 1", 8, {}, {}, {}, {}},
                                          {"Nirgendwo 1", 8, {}, {}, {}, {}}};
  CHECK(io::take_dwellings(project, rows, "wohnbau.csv", report) == 2);
  CHECK(project.homes[0].dwellings == 10);
  CHECK_FALSE(project.homes[0].dwellings_assumed);
  CHECK(project.homes[0].floors == 5);
  CHECK_FALSE(project.homes[0].floors_assumed);
  CHECK(project.homes[0].housing == model::Housing{false, true, 2, "wohnbau.csv"});
  CHECK(project.homes[4].housing == model::Housing{true, {}, {}, "wohnbau.csv"});
  CHECK(project.homes[4].dwellings == 6);  // the list does not tell
  CHECK(project.homes[2].housing == model::Housing{});
  CHECK(entry(report, "dwelling_list_several_homes")->count == 1);
  CHECK(entry(report, "dwelling_list_no_home")->examples == "Nirgendwo 1");
}

TEST_CASE("entrances of one home are added up; where they differ, it is unknown") {
  auto project = houses();
  std::vector<model::ReportEntry> report;
  io::take_dwellings(
      project, {{"Lange Str. 5", 4, 1, 3, true, true}, {"Lange Straße 7", 5, 2, 4, false, true}},
      "list.csv", report);
  const auto& home = project.homes[1];
  CHECK(home.dwellings == 9);
  CHECK(home.floors == 4);
  CHECK(home.housing == model::Housing{{}, true, 3, "list.csv"});
  CHECK(report.empty());
  auto half = houses();
  io::take_dwellings(half, {{"Lange Straße 7", 5, 2, 4, false, true}}, "list.csv", report);
  CHECK(half.homes[1].dwellings == 6);
  CHECK(half.homes[1].housing == model::Housing{false, true, {}, "list.csv"});
  CHECK(entry(report, "dwelling_list_part_of_home"));
}

TEST_CASE("a list without addresses or without anything of dwellings is told") {
  std::vector<model::ReportEntry> report;
  CHECK_FALSE(io::read_dwelling_list(written("Name;Wohnungen\nA;3\n"), report));
  CHECK_FALSE(io::read_dwelling_list(written("Adresse;Farbe\nA 1;rot\n"), report));
  CHECK_FALSE(io::read_dwelling_list("/nowhere/at/all.csv", report));
}
