#include "io/project_gpkg.hpp"

#include <algorithm>
#include <csignal>

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/photo.hpp"
#include "io/project_schema.hpp"
#include "io/sqlite.hpp"
#include "tests/districts/sample_work.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;
using base::ErrorCode;

namespace {

/// One of each kind, and with what may be left out.
std::vector<model::Change> every_change() {
  const model::ServiceRef by_osm{0, {'w', 90000000012}};
  return {model::OpenService{"G04", "Neue \"Löwen\"\n\\Apotheke", {5.25, 6.1}, "A", "market", 2.5},
          model::OpenService{"P05", "", {1.0 / 3, 7}, "", "", std::nullopt},
          model::CloseService{{3, {}}},
          model::MoveService{by_osm, {460123.456789, 5745000.000001}},
          model::ResizeService{{8, {}}, 12},
          model::AddPath{{{1, 2}, {3, 4.5}, {7, 9}}, {{"highway", "path"}, {"name", "Ü: #1"}}},
          model::RemovePath{90000000125, {}},
          model::RemovePath{-7, {{1, 2}, {3, 5}}},
          model::AddCrossing{{{1, 2}}, "marked"},
          model::AddCrossing{{{1, 2}, {4, 9}}, "traffic_signals"},
          model::AddBench{{8, 1}},
          model::RemoveBench{{'n', 5}},
          model::AddRamp{90000000127},
          model::LowerKerb{-3},
          model::AddBarrier{{7.5, 1.25}, "cycle_barrier", 0.8},
          model::AddBarrier{{7, 3}, "gate", 0},
          model::ChangePath{90000000129, {{"surface", "sett"}, {"name", "Ä \"weg\""}}},
          model::AddHousing{{9, 4}, "Ahornweg 1", 24, {38, 30, 12}},
          model::AddHousing{{9, 5}, "", 2, {4, std::nullopt, std::nullopt}}};
}

/// Every field set, every kind of value, nothing symmetric.
model::Project full_project() {
  model::Project p;
  p.info = {"Ost\"viertel & Söhne",
            25832,
            "2026-11-22",
            "2021-08-01",
            1234.5,
            true,
            "2026-11-20",
            "0.1.0",
            false,
            ""};
  p.district = {{{{0, 0}, {900, 10}, {880, 700}, {0, 0}},
                 {{{300, 100}, {320, 180}, {400, 120}, {300, 100}}}}};
  p.data_extent = {{{{-100, -90}, {1000, -90}, {1000, 800}, {-100, -90}}, {}},
                   {{{2e3, 0}, {2100, 0}, {2100, 90}, {2e3, 0}}, {}}};
  p.streets.nodes = {{17, {1.25, 2.5}, {{"kerb", "lowered"}, {"name", "\"\\\n\tü"}}, false},
                     {-3, {10.1, 20.2}, {}, true},
                     {99, {30.3, 5.5}, {}, false},
                     {100, {12, 7}, {}, false}};
  p.streets.ways = {{1234567890123, {0, 1, 2}, {{"highway", "footway"}, {"name", "Weg"}}},
                    {7, {2, 0}, {}}};
  p.streets.areas = {{{'r', 8}, {{0, 1, 2, 0}, {1, 2, 3, 1}}, {{"highway", "pedestrian"}}}};
  p.roads = {{44, {{0, 0}, {5, 6}, {7, 9}}, {{"highway", "motorway"}}}};
  p.homes.resize(2);
  p.homes[0] = {1,
                {'w', 5},
                {50, 60},
                {{51, 61}, {52, 63}},
                432.5,
                3,
                false,
                5,
                true,
                {12, 4, std::nullopt},
                model::PopulationBasis::weighted,
                true,
                "Lange Straße 5"};
  p.homes[1] = {
      4,     {'r', 6}, {70, 90}, {}, 80, 1.5, true, 1, false, {}, model::PopulationBasis::none,
      false, ""};
  p.buildings = {{{'w', 5}, {{{{40, 50}, {60, 50}, {60, 72}, {40, 50}}, {}}}, "apartments", 3, 0},
                 {{'w', 9}, {{{{0, 0}, {6, 0}, {6, 7}, {0, 0}}, {}}}, "garage", 0, -1},
                 {{'r', 6}, {{{{0, 0}, {9, 0}, {6, 7}, {0, 0}}, {}}}, "house", 0, 1}};
  p.services = {{3,
                 "G04",
                 "Löwen-Apotheke",
                 {5, 6},
                 {{7, 8}},
                 {'n', 12},
                 "A. Muster",
                 "market",
                 12.5,
                 {{"wheelchair", "limited"}},
                 "osm",
                 "zu prüfen",
                 true},
                {8, "P05", "", {9, 1}, {}, {}, "", "", std::nullopt, {}, "user", "", false}};
  p.elements = {{model::PointKind::shelter, {3, 4}, {'n', 5}, {{"bench", "yes"}}},
                {model::PointKind::steps, {4, 3}, {'w', 6}, {}}};
  p.areas = {{model::AreaKind::sand, {'w', 3}, "Strand", {{{{0, 0}, {3, 0}, {3, 5}, {0, 0}}, {}}}}};
  p.lines = {{model::LineKind::tree_row, {'w', 31}, "Allee", {{0, 1}, {2, 4}}, true, false}};
  p.places = {{"Ostviertel", "suburb", {111, 222}}};
  p.homes[1].stated = "2026-11-27";
  p.homes[0].housing = {false, std::nullopt, 2, "wohnbau.csv"};
  p.homes[1].housing = {std::nullopt, true, std::nullopt, "osm"};
  p.population = {
      {"1kmN3086E4042",
       "zensus.csv",
       {{{{0, 0}, {9, 0}, {9, 8}, {0, 0}}, {}}},
       {100, std::nullopt, 3},
       2,
       true,
       {"Am Markt",
        "2025-12-31",
        {{0, 65, model::Sex::women, 40}, {65, std::nullopt, model::Sex::men, std::nullopt}},
        7,
        std::nullopt}}};
  p.sources = {{"osm", "a.osm.pbf", "2021-08-01", "ODbL 1.0",
                "© OpenStreetMap contributors, ODbL 1.0", "ab12"}};
  p.report = {{"loss", "missing_node", 7297, "w1, w2"}, {"info", "frontier_node", 3, ""}};
  p.notes = {{1, model::NoteKind::callout, {{1, 2}, {30, 40}}, "Hier fehlt\neine Bank"},
             {5, model::NoteKind::point, {{8, 9}}, ""},
             {6, model::NoteKind::freehand, {{1, 2}, {3, 9}, {4, 4}}, ""},
             {7, model::NoteKind::polygon, {{1, 2}, {3, 9}, {4, 4}}, "Platz"},
             {9, model::NoteKind::highlight, {{1, 2}, {3, 9}}, ""},
             {10, model::NoteKind::number, {{5, 2}}, "Bank fehlt"},
             {12,
              model::NoteKind::photo,
              {{7, 2}},
              "Ecke",
              stored_photo("ort.jpg", std::string("no\0picture", 10))}};
  for (const auto& change : every_change())
    p.corrections.push_back({static_cast<std::int32_t>(2 * p.corrections.size() + 3), change,
                             "Frau \"Ä\"\nam Kiosk", "2026-11-27"});
  p.views = {{2, "Überblick", {11, 22.5}, 7500, "G04", "rollator", "10min", "Leer", {}},
             {3, "Süden", {-1, 2}, 2500, "", "", "500m", "", {"gaps", "names"}}};
  p.exercises = {{1, "mein-quartier", "ende", "2026-11-27", "2026-11-28", {}},
                 {4,
                  "luecke",
                  "nadeln",
                  "2026-11-27",
                  "",
                  {{"frage", "zu \"weit\"\nund steil", {}, true},
                   {"nadeln", "", {{{1, 2}}, {{3, 4}}, {{5, 6.5}, {7, 8}, {9, 1}}}, false}}}};
  p.work = model::HeldWork(districts::sample_work(5));
  p.work.edit().handout = {"h-1", 4, 12, {{"note", 3, "ab12"}, {"actors", 7, "ff"}}};
  p.scenarios = {{"Leer", "", "2026-11-22", {}},
                 {"Rampe \"Süd\"", "zwei\nZeilen", "2026-11-23", every_change()}};
  p.service_areas = {
      {"P01",
       "Pflege & \"Söhne\"",
       "Pflege Nord",
       "52062, 52064",
       "gebiete.csv, plz.gpkg",
       {{{{0, 0}, {9, 0}, {9, 8}, {0, 0}}, {{{7, 1}, {8, 1}, {8, 2}, {7, 1}}}},
        {{{20, 0}, {29, 0}, {29, 8}, {20, 0}}, {}}},
       model::AreaGiven::mixed,
       "2025-12-31",
       "cd34"},
      {"P09", "", "", "", "essen.gpkg", {{{{0, 0}, {5, 0}, {5, 7}, {0, 0}}, {}}}, {}, "", ""}};
  return p;
}

base::Result<void> write(const model::Project& project, const std::filesystem::path& path) {
  jobs::Context context;
  return write_project(project, path, context);
}

base::Result<model::Project> read(const std::filesystem::path& path) {
  jobs::Context context;
  return read_project(path, context);
}

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  auto database = io::sqlite::Database::create(path);
  database.run(sql);
}

std::size_t files_in(const std::filesystem::path& folder) {
  return std::size_t(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("A project comes back from its file exactly as it was") {
  const Folder folder;
  const auto project = full_project();
  REQUIRE(write(project, folder / "Größe & Maß #1?.gpkg"));
  const auto back = read(folder / "Größe & Maß #1?.gpkg");
  REQUIRE(back);
  CHECK(*back == project);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("An empty project comes back too") {
  const Folder folder;
  REQUIRE(write({}, folder / "empty.gpkg"));
  CHECK(*read(folder / "empty.gpkg") == model::Project{});
}

TEST_CASE(
    "The same project gives a file that reads the same, also over an older one and through a "
    "link") {
  const Folder folder;
  auto project = full_project();
  REQUIRE(write(project, folder / "a.gpkg"));
  std::filesystem::create_symlink(folder / "a.gpkg", folder / "link.gpkg");
  project.info.title = "second";
  REQUIRE(write(project, folder / "link.gpkg"));
  CHECK(std::filesystem::is_symlink(folder / "link.gpkg"));
  CHECK(read(folder / "a.gpkg")->info.title == "second");
}

TEST_CASE("Every table of the schema is registered as GeoPackage 1.3 asks") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  auto database = io::sqlite::Database::open_untrusted(folder / "a.gpkg", 5);
  CHECK(database.integer("PRAGMA application_id") == 0x47504B47);
  CHECK(database.integer("PRAGMA user_version") == 10300);
  const auto placed = std::count_if(model::record_tables().begin(), model::record_tables().end(),
                                    [](const auto* table) { return table->about.placed; });
  const auto count = std::int64_t(schema::tables().size() + model::record_tables().size()) + 2;
  const auto shapes = std::count_if(schema::tables().begin(), schema::tables().end(),
                                    [](const auto& table) { return !table.geometry.empty(); });
  CHECK(database.integer("SELECT count(*) FROM gpkg_contents") == count);
  CHECK(database.integer(
            "SELECT count(*) FROM gpkg_contents WHERE data_type='features' AND srs_id=25832") ==
        shapes + placed);
  CHECK(database.integer("SELECT count(*) FROM gpkg_spatial_ref_sys WHERE srs_id=25832 AND "
                         "definition LIKE '%ETRS89%'") == 1);
  CHECK(database.integer("SELECT max_x FROM gpkg_contents WHERE table_name='district'") == 900);
}

TEST_CASE("A project of a newer format opens read-only and is never overwritten") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "new.gpkg"));
  run_sql(
      folder / "new.gpkg",
      "UPDATE info SET value='999' WHERE key='format'; ALTER TABLE homes ADD COLUMN future TEXT");
  const std::string before = read_bytes(folder / "new.gpkg");
  const auto newer = read(folder / "new.gpkg");
  REQUIRE(newer);
  CHECK(newer->info.read_only_newer);
  CHECK(write(*newer, folder / "other.gpkg").error().code == ErrorCode::newer_version);
  CHECK(write(full_project(), folder / "new.gpkg").error().code == ErrorCode::newer_version);
  CHECK(read_bytes(folder / "new.gpkg") == before);
  run_sql(folder / "new.gpkg", "DROP TABLE homes");
  CHECK(read(folder / "new.gpkg").error().code == ErrorCode::newer_version);
}

TEST_CASE("What is not a project, or damaged, is refused") {
  const Folder folder;
  CHECK(read(folder / "none.gpkg").error().code == ErrorCode::not_found);
  CHECK(read(folder.path()).error().code == ErrorCode::bad_input);
  CHECK(read(folder.write("text.gpkg", "no database")).error().code == ErrorCode::bad_input);
  CHECK(read(folder.write("zero.gpkg", "")).error().code == ErrorCode::bad_input);
  run_sql(folder / "foreign.gpkg", "CREATE TABLE info(key, value); CREATE TABLE t(a)");
  CHECK(read(folder / "foreign.gpkg").error().code == ErrorCode::bad_input);
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  run_sql(folder / "a.gpkg", "UPDATE streets SET nodes = x'00000000FFFFFFFF'");
  CHECK(read(folder / "a.gpkg").error().code == ErrorCode::bad_input);
}

TEST_CASE("A project in no reference system is refused") {  // the fuzzer's, tests/fuzz
  const Folder folder;
  for (const auto* epsg : {"-9223372036854775808", "1e300", "0"}) {
    REQUIRE(write(full_project(), folder / "a.gpkg"));
    run_sql(folder / "a.gpkg", fmt::format("UPDATE info SET value='{}' WHERE key='epsg'", epsg));
    CHECK(read(folder / "a.gpkg").error().code == ErrorCode::bad_input);
  }
}

TEST_CASE("A scenario that cannot be read is damage; a project from before there were any is not") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  for (const char* change :
       {"change='{\"way\": \"x\"}'", "change='[[[['", "kind='fly'", "scenario='Nobody'"}) {
    std::filesystem::copy_file(folder / "a.gpkg", folder / "b.gpkg",
                               std::filesystem::copy_options::overwrite_existing);
    run_sql(folder / "b.gpkg", std::string("UPDATE scenario_changes SET ") + change);
    const auto back = read(folder / "b.gpkg");
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::bad_input);
  }
  run_sql(folder / "a.gpkg", "DROP TABLE scenarios; DROP TABLE scenario_changes");
  const auto older = read(folder / "a.gpkg");
  REQUIRE(older);
  CHECK(older->scenarios.empty());
}

TEST_CASE("A project says the least format that reads it right") {
  const Folder folder;
  const auto format_of = [&](const model::Project& project) {
    REQUIRE(write(project, folder / "a.gpkg"));
    auto database = io::sqlite::Database::open_untrusted(folder / "a.gpkg", 5);
    return database.integer("SELECT value FROM info WHERE key='format'");
  };
  auto plain = full_project();
  CHECK(format_of(plain) == 2);
  plain.corrections.clear();
  CHECK(format_of(plain) == 2);
  plain.notes.resize(2);
  CHECK(format_of(plain) == 2);
  plain.homes[1].stated.clear();
  CHECK(format_of(plain) == 1);
  plain.corrections = {{1, model::AddBench{{1, 2}}, "", ""}};
  CHECK(format_of(plain) == 2);
}

TEST_CASE(
    "A correction that cannot be read is damage; a project from before there were any is not") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  for (const char* change :
       {"change='{}'", "change='[[[['", "kind='fly'", "correction_id=4", "correction_id=0"}) {
    std::filesystem::copy_file(folder / "a.gpkg", folder / "b.gpkg",
                               std::filesystem::copy_options::overwrite_existing);
    run_sql(folder / "b.gpkg", std::string("UPDATE corrections SET ") + change);
    const auto back = read(folder / "b.gpkg");
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::bad_input);
  }
  run_sql(folder / "a.gpkg",
          "DROP TABLE corrections; DROP TABLE photos; DROP TABLE home_statements");
  const auto older = read(folder / "a.gpkg");
  REQUIRE(older);
  CHECK(older->corrections.empty());
}

TEST_CASE("An exercise that cannot be is damage; a project from before there were any is not") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  for (const char* change :
       {"exercises SET exercise_id=0", "exercises SET exercise_id=4",
        "exercise_answers SET exercise_id=99", "exercise_answers SET step='frage'",
        "exercise_marks SET step='nowhere'", "exercise_marks SET exercise_id=1",
        "exercise_marks SET geom=NULL", "exercise_marks SET geom=x'4750'"}) {
    INFO(change);
    std::filesystem::copy_file(folder / "a.gpkg", folder / "b.gpkg",
                               std::filesystem::copy_options::overwrite_existing);
    run_sql(folder / "b.gpkg", std::string("UPDATE ") + change);
    const auto back = read(folder / "b.gpkg");
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::bad_input);
  }
  auto expected = full_project();
  expected.exercises.clear();
  run_sql(folder / "a.gpkg",
          "DROP TABLE exercises; DROP TABLE exercise_answers; DROP TABLE exercise_marks");
  CHECK(*read(folder / "a.gpkg") == expected);
}

TEST_CASE("A service area that cannot be is damage; a project from before there were any is not") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  for (const char* change : {"type=''", "given='by hand'", "geom=NULL", "geom=x'4750'"}) {
    std::filesystem::copy_file(folder / "a.gpkg", folder / "b.gpkg",
                               std::filesystem::copy_options::overwrite_existing);
    run_sql(folder / "b.gpkg", std::string("UPDATE service_areas SET ") + change);
    const auto back = read(folder / "b.gpkg");
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::bad_input);
  }
  auto expected = full_project();
  expected.service_areas.front().outline.clear();  // nothing of it is left
  REQUIRE(write(expected, folder / "b.gpkg"));
  CHECK_FALSE(read(folder / "b.gpkg"));
  run_sql(folder / "a.gpkg", "DROP TABLE service_areas");
  expected.service_areas.clear();
  CHECK(read(folder / "a.gpkg") == expected);
}

TEST_CASE("An endless view in the place of a table does not hang") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  run_sql(folder / "a.gpkg",
          "DROP TABLE places; CREATE VIEW places AS WITH RECURSIVE r(fid, geom, name, kind) AS "
          "(SELECT 1, NULL, '', '' UNION ALL SELECT fid+1, NULL, '', '' FROM r) SELECT * FROM r");
  CHECK(read(folder / "a.gpkg").error().code == ErrorCode::bad_input);
}

TEST_CASE("Any byte flipped or cut off is noticed or harmless, never a crash") {
  const Folder folder;
  auto small = full_project();
  REQUIRE(write(small, folder / "a.gpkg"));
  const std::string whole = read_bytes(folder / "a.gpkg");
  int refused = 0;
  for (std::size_t i = 0; i < 150; ++i) {
    std::string bytes = whole;
    const std::size_t at = i * 7919 % bytes.size();
    if (i % 2)
      bytes.resize(at);
    else
      for (std::size_t k = at; k < std::min(at + 40, bytes.size()); ++k)
        bytes[k] = char(bytes[k] ^ 0x5A);
    if (!read(folder.write("b.gpkg", bytes))) ++refused;
  }
  CHECK(refused > 60);
}

TEST_CASE("Another program's unfinished log is respected") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  folder.write("a.gpkg-wal", "log");
  CHECK(read(folder / "a.gpkg").error().code == ErrorCode::io);
}

TEST_CASE("Where nothing can be written the old file stays and the error says why") {
  const Folder folder;
  const auto file = folder.write("file", "plain");
  CHECK(write(full_project(), file / "below.gpkg").error().code == ErrorCode::io);
  CHECK(write(full_project(), "/proc/below.gpkg").error().code == ErrorCode::io);
  CHECK(write(full_project(), folder / "none" / "a.gpkg").error().code == ErrorCode::io);
  CHECK(read_bytes(file) == "plain");
}

TEST_CASE("On a full disk the old project stays whole") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  const std::string before = read_bytes(folder / "a.gpkg");
  auto large = full_project();
  large.places.resize(30'000, {"Ein Ort mit einem Namen", "suburb", {1, 2}});
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  getrlimit(RLIMIT_FSIZE, &old);
  const rlimit small{400'000, old.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const auto result = write(large, folder / "a.gpkg");
  setrlimit(RLIMIT_FSIZE, &old);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::io);
  CHECK(read_bytes(folder / "a.gpkg") == before);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("Killed at any moment of writing, the file is the old or the new project") {
  const Folder folder;
  auto project = full_project();
  project.places.resize(3'000, {"Ort", "suburb", {1, 2}});
  project.info.title = "old";
  REQUIRE(write(project, folder / "a.gpkg"));
  project.info.title = "new";
  int kept_old = 0, replaced = 0;
  // Later and later, until some come too late: how long a write takes depends on the machine.
  double wait_us = 500;
  for (int i = 0; i < 200 && (i < 30 || kept_old < 5 || replaced < 5); ++i, wait_us *= 1.1) {
    const pid_t child = fork();
    if (child == 0) {
      for (;;)
        static_cast<void>(write(project, folder / "a.gpkg"));
    }
    usleep(useconds_t(wait_us));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const auto back = read(folder / "a.gpkg");
    REQUIRE(back);
    CHECK(back->places.size() == 3'000);
    ++(back->info.title == "old" ? kept_old : replaced);
  }
  CHECK(kept_old > 0);
  CHECK(replaced > 0);
}

TEST_CASE("A cancelled save leaves the old file and no other") {
  const Folder folder;
  REQUIRE(write(full_project(), folder / "a.gpkg"));
  const std::string before = read_bytes(folder / "a.gpkg");
  jobs::Context context;
  context.cancel();
  CHECK_THROWS_AS(write_project(full_project(), folder / "a.gpkg", context), jobs::Cancelled);
  CHECK(read_bytes(folder / "a.gpkg") == before);
  CHECK(files_in(folder.path()) == 1);
}
