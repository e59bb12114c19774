#include "app/dropped_files.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace nahraum;
using app::FileRole;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("nahraum-drop-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path put(const std::string& name, const std::string& text = "x") const {
    std::ofstream(path / name) << text;
    return path / name;
  }
  fs::path path;
};

FileRole role_of(const fs::path& file) {
  return app::sort_files({file}).at(0).role;
}

}  // namespace

TEST_CASE("files are told apart by name and first line") {
  const Folder folder;
  CHECK(role_of(folder.put("Stadt.OSM.PBF")) == FileRole::streets);
  CHECK(role_of(folder.put("projekt.gpkg")) == FileRole::project);
  CHECK(role_of(folder.put("quartier.geojson")) == FileRole::district);
  CHECK(role_of(folder.put("Baublöcke.shp")) == FileRole::population);
  CHECK(role_of(folder.put("hoehen.tif")) == FileRole::elevation);
  CHECK(role_of(folder.put("z.csv", "Gitter_ID_1km;x_mp_1km;Einwohner\n1;2;3\n")) ==
        FileRole::population);
  CHECK(role_of(folder.put("a.csv", "Name;Art;Adresse;Rechtswert;Hochwert;Anbieter\n")) ==
        FileRole::services);
  CHECK(role_of(folder.put("p.csv", "Name;Art;Anbieter;PLZ\n")) == FileRole::service_areas);
  // Latin-1 as town halls export it.
  CHECK(role_of(folder.put("b.csv",
                           "Stra\xdf"
                           "e;Tr\xe4ger;Bev\xf6lkerung\n")) == FileRole::population);
}

TEST_CASE("what cannot be used says why") {
  const Folder folder;
  for (const auto& file : {folder.put("leer.csv", ""), folder.put("brief.docx"),
                           folder.put("grenze.shx"), folder.path / "weg.osm"}) {
    INFO(file);
    const auto given = app::sort_files({file});
    REQUIRE(given.size() == 1);
    CHECK(given[0].role == FileRole::unused);
    CHECK_FALSE(given[0].remark.empty());
  }
}

TEST_CASE("the files that come with the demo district are sorted as they are meant") {
  const fs::path demo = fs::path(NAHRAUM_SOURCE_DIR) / "geodata" / "lindenhof";
  const auto given =
      app::sort_files({demo / "lindenhof.osm", demo / "quartier.geojson", demo / "bloecke.geojson",
                       demo / "bevoelkerung.csv", demo / "angebote.csv",
                       demo / "einzugsgebiete.csv", demo / "hoehen.tif"});
  std::vector<FileRole> roles;
  for (const auto& file : given)
    roles.push_back(file.role);
  CHECK(roles == std::vector<FileRole>{FileRole::streets, FileRole::district, FileRole::population,
                                       FileRole::population, FileRole::services,
                                       FileRole::service_areas, FileRole::elevation});
  const auto options = app::new_options(given);
  REQUIRE(options);
  CHECK(options->osm == demo / "lindenhof.osm");
  CHECK(options->population.size() == 2);
}

TEST_CASE("a folder stands for its files, hidden ones left out") {
  const Folder folder;
  folder.put("stadt.osm");
  folder.put(".versteckt.osm");
  folder.put("zwei.geojson");
  folder.put("eins.geojson");
  const auto given = app::sort_files({folder.path});
  REQUIRE(given.size() == 3);
  CHECK(given[0].path.filename() == "eins.geojson");
  CHECK(given[0].role == FileRole::district);
  CHECK(given[2].role == FileRole::population);  // there is one district
}

TEST_CASE("a project needs streets, once") {
  const Folder folder;
  const auto none = app::new_options({{folder.path / "a.csv", FileRole::population}});
  REQUIRE_FALSE(none);
  CHECK(none.error().code == base::ErrorCode::bad_input);
  const auto two = app::new_options(
      {{folder.path / "a.osm", FileRole::streets}, {folder.path / "b.osm", FileRole::streets}});
  REQUIRE_FALSE(two);
  CHECK(two.error().where == "b.osm");
  CHECK(app::new_options(
      {{folder.path / "a.osm", FileRole::streets}, {folder.path / "b.osm", FileRole::unused}}));
}
