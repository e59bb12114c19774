/// fuzz_seeds TOWN.osm FOLDER: writes FOLDER/osm/town.pbf (blocks not compressed, so that changed
/// bytes matter) and FOLDER/project_file/town.gpkg (small pages).

#include <osmium/io/file.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_input.hpp>

#include "io/osm_import.hpp"
#include "io/project_gpkg.hpp"
#include "io/sqlite.hpp"
#include "tests/fuzz/input_file.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

void write_pbf(const fs::path& town, const fs::path& target) {
  osmium::io::Reader reader(town.string());
  const osmium::io::File file(target.string(), "pbf,pbf_compression=none");
  osmium::io::Writer writer(file, reader.header(), osmium::io::overwrite::allow);
  while (auto buffer = reader.read())
    writer(std::move(buffer));
  writer.close();
}

bool write_project(const fs::path& town, const fs::path& target) {
  jobs::Context context;
  const auto project = io::import_osm(town, io::WholeFile{}, {}, fuzz::catalogue(), context);
  if (!project || !io::write_project(*project, target, context)) return false;
  io::sqlite::Database::create(target).run("PRAGMA page_size = 512; VACUUM;");
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const fs::path folder = argv[2];
  fs::create_directories(folder / "osm_import");
  fs::create_directories(folder / "project_file");
  write_pbf(argv[1], folder / "osm_import" / "town.pbf");
  return write_project(argv[1], folder / "project_file" / "town.gpkg") ? 0 : 1;
}
