#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "app/project_objects.hpp"
#include "app/verb_merge.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/editor.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using app::GroupFile;
using io::test::Folder;
using io::test::read_bytes;

namespace {

const model::Project& town() {
  static const auto start = [] {
    auto project = test::town_with_areas();
    project.notes = {{1, model::NoteKind::text, {{10, 20}}, "Treffpunkt"}};
    project.scenarios = {{"Leer", "", "2026-11-22", {}}};
    model::Actor choir{1, "Chor", "association", "informal", "", {}, "", "", {}};
    model::Actor office{2, "Sozialamt", "office", "state", "", {}, "", "", {{3, 4}}};
    project.work.edit().actors = {choir, office};
    return project;
  }();
  return start;
}

std::vector<GroupFile> three_files() {
  std::vector<GroupFile> files;
  for (auto& project : app::hand_out(town(), 3)) {
    const auto name = "gruppe-" + std::to_string(project.work->handout.group) + ".gpkg";
    files.push_back({name, std::move(project), "2026-11-27T10:00:00.000Z"});
  }
  return files;
}

void edit(GroupFile& file, const model::Edit& edit) {
  const auto given = model::with_id(file.project, edit);
  REQUIRE(model::fits(file.project, given));
  model::perform(file.project, given);
}

model::ChangeRecords renamed(const GroupFile& file, model::Id id, const std::string& name) {
  auto actor = *model::find_row(file.project.work->actors, id);
  actor.name = name;
  return {{model::put_row(actor)}};
}

std::string bytes_of(const app::Merged& merged, const Folder& folder) {
  jobs::Context context;
  REQUIRE(io::write_project(merged.project, folder / "out.gpkg", context, merged.changed));
  return read_bytes(folder / "out.gpkg");
}

}  // namespace

TEST_CASE("files that nobody edited merge to the start") {
  const auto merged = app::merge(three_files());
  REQUIRE(merged);
  CHECK(app::objects_of(merged->project) == app::objects_of(town()));
  CHECK(merged->project.work->handout.group == 0);
  CHECK(merged->contributions == 0);
  CHECK(merged->conflicts == 0);
  CHECK(merged->merged == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("what each group did is in the merged project and told apart") {
  auto files = three_files();
  edit(files[0], model::AddNote{{0, model::NoteKind::number, {{1, 2}}, "Bank fehlt"}});
  edit(files[1], model::AddNote{{0, model::NoteKind::number, {{5, 6}}, "Bordstein"}});
  edit(files[1], renamed(files[1], 1, "Chor am Markt"));
  edit(files[2], model::RemoveNote{1});
  edit(files[2], renamed(files[2], 1, "Chor am Markt"));  // as group 2: no conflict
  const auto merged = app::merge(files);
  REQUIRE(merged);
  const auto& project = merged->project;
  REQUIRE(project.notes.size() == 2);
  CHECK(project.notes[0].text == "Bank fehlt");
  CHECK(project.notes[1].id == 2 * model::ids_of_a_group + 1);
  CHECK(project.work->actors[0].name == "Chor am Markt");
  CHECK(merged->conflicts == 0);
  std::vector<std::string> told;
  for (const auto& each : project.work->contributions)
    told.push_back(each.group + " " + each.what + " " + each.object);
  CHECK(told == std::vector<std::string>{"1 added note 10000001", "2 changed actors 1",
                                         "2 added note 20000001", "3 changed actors 1",
                                         "3 removed note 1"});
}

TEST_CASE("what groups changed differently stays as it was, with all versions to choose from") {
  auto files = three_files();
  edit(files[0], renamed(files[0], 1, "Frauenchor"));
  edit(files[2], model::ChangeRecords{{{"actors", 1, std::nullopt}}});
  auto merged = app::merge(files);
  REQUIRE(merged);
  CHECK(merged->conflicts == 1);
  auto& project = merged->project;
  CHECK(project.work->actors[0].name == "Chor");
  const auto& rows = project.work->conflicts;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].group.empty());
  CHECK(rows[0].taken);
  CHECK(rows[1].group == "1");
  CHECK(rows[1].version.find("Frauenchor") != std::string::npos);
  CHECK(rows[2].group == "3");
  CHECK_FALSE(rows[2].taken);

  model::History history;
  const auto before = project;
  for (const auto& each : app::settle(project, 2))
    history.perform(project, each);
  CHECK(project.work->actors[0].name == "Frauenchor");
  CHECK(project.work->conflicts[1].taken);
  CHECK_FALSE(project.work->conflicts[0].taken);
  for (const auto& each : app::settle(project, 3))
    history.perform(project, each);
  CHECK(project.work->actors.size() == 1);
  while (history.undo(project)) {
  }
  CHECK(project == before);
  CHECK(app::settle(project, 99).empty());
}

TEST_CASE(
    "where every group changed it, the first one's version is taken and the others are told") {
  auto files = three_files();
  for (auto& file : files)
    edit(file, model::PlaceService{
                   file.project.services[0].id, {7.0 * file.project.work->handout.group, 1}, {}});
  const auto merged = app::merge(files);
  REQUIRE(merged);
  CHECK(merged->project.services[0].at == geo::Point{7, 1});
  CHECK(merged->project.work->conflicts.size() == 3);
  CHECK(merged->project.work->conflicts[0].taken);
}

TEST_CASE("two homes on one building are both kept; the building is the first one's") {
  auto files = three_files();
  std::uint32_t free = 0;
  auto& buildings = files[0].project.buildings;
  while (free < buildings.size() && buildings[free].home >= 0)
    ++free;
  if (free == buildings.size()) {
    for (auto& file : files)
      file.project.buildings.push_back({});
  }
  for (auto& file : {&files[0], &files[1]}) {
    model::AddHome add;
    add.home.at = {3, 4};
    add.home.stated = "2026-11-27";
    add.buildings = {free};
    edit(*file, add);
  }
  const auto merged = app::merge(files);
  REQUIRE(merged);
  CHECK(merged->left_out.empty());
  const auto& project = merged->project;
  CHECK(project.homes.size() == town().homes.size() + 2);
  CHECK(project.homes[static_cast<std::size_t>(project.buildings[free].home)].id ==
        model::ids_of_a_group + 1);
}

TEST_CASE("twelve files, each edited at random, merge to the same bytes in any order") {
  const Folder folder;
  std::vector<GroupFile> files;
  for (auto& project : app::hand_out(town(), 12)) {
    const auto group = static_cast<unsigned>(project.work->handout.group);
    files.push_back({"g" + std::to_string(group), std::move(project),
                     "2026-11-27T10:" + std::to_string(10 + group) + ":00.000Z"});
    test::Editor editor(group);
    for (int i = 0; i < 25; ++i)
      edit(files.back(), editor.any(files.back().project));
  }
  const auto first = app::merge(files);
  REQUIRE(first);
  CHECK(first->left_out.empty());
  CHECK(first->changed == "2026-11-27T10:22:00.000Z");
  CHECK(first->conflicts > 0);
  CHECK(first->contributions > 100);
  const auto bytes = bytes_of(*first, folder);
  std::mt19937 random(5);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(files.begin(), files.end(), random);
    const auto again = app::merge(files);
    REQUIRE(again);
    CHECK(again->project == first->project);
    CHECK(bytes_of(*again, folder) == bytes);
  }
  jobs::Context context;
  CHECK(*io::read_project(folder / "out.gpkg", context) == first->project);
}

TEST_CASE("whatever one group did alone is in the merged project") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    INFO(seed);
    auto files = three_files();
    test::Editor editor(seed);
    for (int i = 0; i < 30; ++i)
      edit(files[1], editor.any(files[1].project));
    const auto merged = app::merge(files);
    REQUIRE(merged);
    CHECK(merged->conflicts == 0);
    auto expected = files[1].project;
    auto got = merged->project;
    for (auto* project : {&expected, &got}) {
      auto& work = project->work.edit();
      work.contributions.clear(), work.conflicts.clear();
      work.handout = {};
    }
    CHECK(app::objects_of(got) == app::objects_of(expected));
    CHECK(got == expected);
  }
}

TEST_CASE("files that do not belong are left out, each with its reason; the rest goes on") {
  const Folder folder;
  jobs::Context context;
  auto files = three_files();
  edit(files[1], model::RemoveNote{1});
  const auto keep = [&](const std::string& name, const model::Project& project) {
    REQUIRE(io::write_project(project, folder / name, context));
  };
  keep("a.gpkg", files[0].project);
  keep("b.gpkg", files[1].project);
  keep("b-kopie.gpkg", files[1].project);
  keep("start.gpkg", town());
  auto other = town();
  other.info.title = "Anderswo";
  keep("anderswo.gpkg", app::hand_out(other, 3)[0]);
  folder.write("notiz.txt", "Bitte bis Freitag");
  folder.write("kaputt.gpkg", read_bytes(folder / "a.gpkg").substr(0, 9000));
  std::vector<std::string> left_out;
  auto read = app::read_group_files({folder.path(), folder / "fehlt.gpkg"}, left_out, context);
  CHECK(read.size() == 5);
  REQUIRE(left_out.size() == 3);
  const auto merged = app::merge(std::move(read));
  REQUIRE(merged);
  CHECK(merged->merged == std::vector<std::string>{"1", "2"});
  CHECK(merged->project.notes.empty());
  REQUIRE(merged->left_out.size() == 3);
  CHECK(merged->left_out[0].find("anderswo.gpkg: is of another hand-out") == 0);
  CHECK(merged->left_out[1].find("is the same as b") != std::string::npos);
  CHECK(merged->left_out[2].find("start.gpkg: was not handed out") == 0);

  std::vector<GroupFile> none{{"start.gpkg", town()}};
  CHECK_FALSE(app::merge(std::move(none)));
  CHECK_FALSE(app::merge({}));
}

TEST_CASE("two different files of one group are both merged under their names") {
  auto files = three_files();
  files[1] = files[0];
  files[1].name = "gruppe-1-zweiter-tag.gpkg";
  edit(files[0], renamed(files[0], 1, "A"));
  edit(files[1], renamed(files[1], 1, "B"));
  const auto merged = app::merge(files);
  REQUIRE(merged);
  CHECK(merged->conflicts == 1);
  CHECK(std::count(merged->merged.begin(), merged->merged.end(), "1 (gruppe-1-zweiter-tag.gpkg)") ==
        1);
}

TEST_CASE("a hand-out is the same each time and has its own file for each group") {
  const auto once = app::hand_out(town(), 12), again = app::hand_out(town(), 12);
  CHECK(once == again);
  CHECK(once[4].work->handout.group == 5);
  CHECK(app::group_file("x", "y/Linden hof.gpkg", 5, 12).filename() == "Linden hof-group-05.gpkg");
  CHECK(app::group_file("x", "a.gpkg", 5, 120).filename() == "a-group-005.gpkg");
}
