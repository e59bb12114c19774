#include "app/dropped_files.hpp"

#include <algorithm>
#include <fstream>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::tr;
using Words = std::initializer_list<std::string_view>;

constexpr std::size_t most_of_a_folder = 500;

bool ends(const std::string& name, Words endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool has(const std::string& text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// As much as tells columns apart, in UTF-8 and lower case.
std::string head_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head(4096, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  head = head.substr(0, head.find('\n'));
  if (!base::is_valid_utf8(head)) head = base::utf8_from_windows1252(head);
  return base::fold_case(head);
}

/// By the columns' names: the same that the readers understand.
FileRole role_of_table(const std::string& name, const fs::path& file) {
  const auto head = head_of(file);
  if (has(head, {"gitter_id", "einwohner", "insgesamt", "bevölkerung", "persons", "population"}))
    return FileRole::population;
  const bool who = has(head, {"anbieter", "träger", "provider"});
  const bool where = has(head, {"plz", "postleitzahl", "postcode", "gebiet", "area"});
  const bool placed = has(head, {"rechtswert", "hochwert", "lon", "lat", "adresse", "address",
                                 "easting", "straße", "strasse"});
  if (who && where && !placed) return FileRole::service_areas;
  if (placed || has(head, {"angebot", "einrichtung"})) return FileRole::services;
  return has(name, {"bevoelk", "bevölk", "einwohner", "zensus"}) ? FileRole::population
                                                                 : FileRole::services;
}

FileRole role_of_shapes(const std::string& name) {
  if (has(name, {"block", "blöcke", "bevoelk", "bevölk", "einwohner", "zensus", "population"}))
    return FileRole::population;
  if (has(name, {"einzug", "zuständig", "zustaendig", "plz"})) return FileRole::service_areas;
  return FileRole::district;
}

GivenFile sorted(const fs::path& file, bool alone) {
  std::error_code error;
  if (!fs::exists(file, error)) return {file, FileRole::unused, tr("There is no such file.")};
  if (!fs::is_regular_file(file, error)) return {file, FileRole::unused, tr("is no file")};
  if (fs::file_size(file, error) == 0) return {file, FileRole::unused, tr("is empty")};
  const auto name = base::fold_case(file.filename().string());
  if (ends(name, {".osm", ".pbf", ".osm.gz", ".osm.bz2"})) return {file, FileRole::streets};
  if (ends(name, {".gpkg"})) return {file, alone ? FileRole::project : role_of_shapes(name)};
  if (ends(name, {".tif", ".tiff", ".xyz", ".xyz.gz", ".asc", ".hgt"}))
    return {file, FileRole::elevation};
  if (ends(name, {".csv", ".tsv", ".txt"})) return {file, role_of_table(name, file)};
  if (ends(name, {".geojson", ".json", ".shp", ".kml", ".gml", ".fgb"}))
    return {file, role_of_shapes(name)};
  if (ends(name, {".shx", ".dbf", ".prj", ".cpg", ".qpj"}))
    return {file, FileRole::unused, tr("belongs to the .shp file beside it")};
  return {file, FileRole::unused, tr("nothing is known of this kind of file")};
}

void add(std::vector<fs::path>& files, const fs::path& file) {
  std::error_code error;
  if (!fs::is_directory(file, error)) {
    files.push_back(file);
    return;
  }
  std::vector<fs::path> inside;
  for (const auto& entry : fs::directory_iterator(file, error)) {
    const bool hidden = entry.path().filename().string().starts_with(".");
    if (!hidden && entry.is_regular_file(error)) inside.push_back(entry.path());
    if (inside.size() == most_of_a_folder) break;
  }
  std::sort(inside.begin(), inside.end());
  files.insert(files.end(), inside.begin(), inside.end());
}

tl::unexpected<base::Error> twice(const char* what, const GivenFile& second) {
  return base::fail(base::ErrorCode::bad_input, what, second.path.filename().string(),
                    tr("Choose one of them, and leave the other out."));
}

}  // namespace

std::vector<GivenFile> sort_files(const std::vector<fs::path>& files) {
  std::vector<fs::path> all;
  for (const auto& file : files)
    add(all, file);
  std::vector<GivenFile> given;
  given.reserve(all.size());
  for (const auto& file : all)
    given.push_back(sorted(file, all.size() == 1));
  // The first polygons without another meaning are the district; more of them can hardly be.
  bool district = false;
  for (auto& each : given) {
    if (each.role != FileRole::district) continue;
    if (std::exchange(district, true)) each.role = FileRole::population;
  }
  return given;
}

base::Result<NewOptions> new_options(const std::vector<GivenFile>& files) {
  NewOptions options;
  for (const auto& file : files) {
    switch (file.role) {
      case FileRole::streets:
        if (!options.osm.empty()) return twice(tr("There are two files with streets"), file);
        options.osm = file.path;
        break;
      case FileRole::district:
        if (!options.district.empty()) return twice(tr("There are two districts"), file);
        options.district = file.path.string();
        break;
      case FileRole::service_areas:
        if (!options.service_areas.empty())
          return twice(tr("There are two files with service areas"), file);
        options.service_areas = file.path;
        break;
      case FileRole::population:
        options.population.push_back(file.path);
        break;
      case FileRole::services:
        options.services.push_back(file.path);
        break;
      case FileRole::elevation:
        options.elevation.push_back(file.path);
        break;
      case FileRole::project:
      case FileRole::unused:
        break;
    }
  }
  if (!options.osm.empty()) return options;
  return base::fail(base::ErrorCode::bad_input, tr("A file with streets is missing"), "",
                    tr("Add OpenStreetMap data of the town: .osm.pbf, .osm, .osm.gz, .osm.bz2."));
}

}  // namespace nahraum::app
