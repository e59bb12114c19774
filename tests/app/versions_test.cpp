#include "app/versions.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "app/session.hpp"
#include "io/project_gpkg.hpp"
#include "tests/ui/small_project.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("nahraum-versions-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path / "here");
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

/// As saving does it: a new file takes the name.
void write(const fs::path& file, const std::string& text) {
  std::ofstream(file.string() + ".new") << text;
  fs::rename(file.string() + ".new", file);
}

std::string read(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the last five versions of a file are kept, the newest first") {
  const Folder folder;
  const auto file = folder.path / "here" / "Quartier.gpkg";
  const auto root = folder.path / "versions";
  CHECK(app::keep_version(file, root));  // there is none yet
  CHECK(app::versions_of(file, root).empty());
  for (int i = 1; i <= 8; ++i) {
    REQUIRE(app::keep_version(file, root));
    write(file, "state " + std::to_string(i));
  }
  const auto versions = app::versions_of(file, root);
  REQUIRE(versions.size() == app::kept_versions);
  CHECK(versions[0].number == 7);
  CHECK(read(versions[0].file) == "state 7");
  CHECK(read(versions[4].file) == "state 3");
  CHECK(versions[0].bytes == 7);
  CHECK(versions[0].saved.size() == 16);
  CHECK(read(file) == "state 8");
}

TEST_CASE("projects of one name in two folders have versions of their own") {
  const Folder folder;
  fs::create_directories(folder.path / "there");
  const auto root = folder.path / "versions";
  for (const char* where : {"here", "there"}) {
    write(folder.path / where / "Quartier.gpkg", where);
    REQUIRE(app::keep_version(folder.path / where / "Quartier.gpkg", root));
  }
  const auto here = app::versions_of(folder.path / "here" / "Quartier.gpkg", root);
  REQUIRE(here.size() == 1);
  CHECK(read(here[0].file) == "here");
}

TEST_CASE("a folder where versions cannot be kept is told") {
  const Folder folder;
  const auto file = folder.path / "here" / "Quartier.gpkg";
  write(file, "x");
  write(folder.path / "versions", "a file, not a folder");
  const auto kept = app::keep_version(file, folder.path / "versions");
  REQUIRE_FALSE(kept);
  CHECK(kept.error().code == base::ErrorCode::io);
  CHECK(read(file) == "x");
}

TEST_CASE("a version can be gone back to, and what was after it is a version then") {
  const Folder folder;
  const auto file = folder.path / "here" / "Klein.gpkg";
  app::Session session(testing::small_catalogue(), {}, folder.path / "unsaved");
  jobs::Context context;
  REQUIRE(io::write_project(*testing::small_project(), file, context));
  session.dispatch(app::OpenFile{file});
  session.settle();
  REQUIRE(session.state().project);
  model::Note note;
  note.points = {{500001, 5600002}};
  note.text = "Bank fehlt";
  session.dispatch(app::PerformEdit{model::AddNote{note}});
  session.dispatch(app::SaveProject{});
  session.settle();
  REQUIRE(session.versions().size() == 1);
  session.dispatch(app::OpenVersion{session.versions()[0]});
  session.settle();
  CHECK(session.state().project->notes.empty());
  CHECK(session.state().path.empty());  // nothing is overwritten unasked
  CHECK(session.state().unsaved);
  session.dispatch(app::SaveProject{file});
  session.settle();
  REQUIRE(session.versions().size() == 2);
  const auto before = io::read_project(session.versions()[0].file, context);
  REQUIRE(before);
  CHECK(before->notes.size() == 1);
}

TEST_CASE("a copy to be shared holds nothing that was removed, and no folders") {
  const Folder folder;
  auto project = testing::small_project();
  project->sources.push_back(
      {"osm", "/home/erika/Karten/stadt.osm.pbf", "2026-01-01", "ODbL", "", ""});
  model::Note note;
  note.points = {{500001, 5600002}};
  note.text = "Frau Geheimrat wohnt hier";
  model::History history;
  history.perform(*project, model::AddNote{note});
  history.undo(*project);
  const auto copy = app::shared_copy(*project);
  CHECK(copy.sources.back().file == "stadt.osm.pbf");
  const auto file = folder.path / "here" / "Kopie.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(copy, file, context));
  const auto bytes = read(file);
  CHECK(bytes.find("Geheimrat") == std::string::npos);
  CHECK(bytes.find("erika") == std::string::npos);
  CHECK(bytes.find("stadt.osm.pbf") != std::string::npos);
}
