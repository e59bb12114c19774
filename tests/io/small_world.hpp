#pragma once
/// Small OSM files for tests, written as people draw them.

#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "io/osm_import.hpp"
#include "model/catalogue.hpp"

namespace nahraum::io::test {

/// A folder of its own under the system's temporary folder, gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "nahraum-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

inline std::string read_bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// OSM XML, built up object by object. Places are metres east and north of 6.1° E, 50.77° N.
class OsmText {
 public:
  using Tags = std::initializer_list<std::pair<std::string, std::string>>;

  OsmText& bounds(double west_m, double south_m, double east_m, double north_m) {
    bounds_ = fmt::format(
        "<bounds minlon=\"{:.7f}\" minlat=\"{:.7f}\" maxlon=\"{:.7f}\" maxlat=\"{:.7f}\"/>\n",
        lon(west_m), lat(south_m), lon(east_m), lat(north_m));
    return *this;
  }
  OsmText& node(long id, double east_m, double north_m, Tags tags = {}) {
    text_ += fmt::format("<node id=\"{}\" version=\"1\" lat=\"{:.7f}\" lon=\"{:.7f}\">{}</node>\n",
                         id, lat(north_m), lon(east_m), all(tags));
    return *this;
  }
  OsmText& way(long id, std::initializer_list<long> nodes, Tags tags = {}) {
    text_ += fmt::format("<way id=\"{}\" version=\"1\">", id);
    for (const long node : nodes)
      text_ += fmt::format("<nd ref=\"{}\"/>", node);
    text_ += all(tags) + "</way>\n";
    return *this;
  }
  OsmText& relation(long id, std::initializer_list<std::pair<long, std::string>> ways, Tags tags) {
    text_ += fmt::format("<relation id=\"{}\" version=\"1\">", id);
    for (const auto& [way, role] : ways) {
      text_ += fmt::format("<member type=\"way\" ref=\"{}\" role=\"{}\"/>", way, role);
    }
    text_ += all(tags) + "</relation>\n";
    return *this;
  }
  /// A rectangle of four new nodes, `id`·10 to `id`·10 + 3.
  OsmText& box(long id, double west, double south, double east, double north, Tags tags) {
    const long n = id * 10;
    node(n, west, south).node(n + 1, east, south).node(n + 2, east, north).node(n + 3, west, north);
    return way(id, {n, n + 1, n + 2, n + 3, n}, tags);
  }
  /// More attributes of the first element.
  OsmText& root(const std::string& attributes) {
    root_ = " " + attributes;
    return *this;
  }
  OsmText& raw(const std::string& xml) {
    text_ += xml + "\n";
    return *this;
  }
  std::string text() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" "
           "generator=\"test\"" +
           root_ + ">\n" + bounds_ + text_ + "</osm>\n";
  }

  static double lon(double east_m) { return 6.1 + east_m / 70'400; }
  static double lat(double north_m) { return 50.77 + north_m / 111'230; }

 private:
  static std::string all(Tags tags) {
    std::string xml;
    for (const auto& [key, value] : tags)
      xml += fmt::format("<tag k=\"{}\" v=\"{}\"/>", key, value);
    return xml;
  }
  std::string root_, bounds_, text_;
};

inline model::TagFilter when(const std::string& key, const std::string& value) {
  model::TagTest test;
  test.key = key;
  test.values = {value};
  model::TagFilter filter;
  filter.any_of.emplace_back().all_of = {test};
  return filter;
}

inline model::Catalogue small_catalogue() {
  model::Catalogue catalogue;
  catalogue.people.min_footprint_m2 = 20;
  catalogue.people.max_unaddressed_m2 = 2500;
  catalogue.people.area_per_dwelling.value = 80;
  catalogue.people.residential_share = {{"house", 1}, {"apartments", 1}, {"mixed", 0.6}};
  catalogue.people.unclear_kinds = {"yes"};
  catalogue.people.no_homes_on = {"industrial"};
  catalogue.people.no_unaddressed_homes_on = {"farmland"};
  catalogue.people.single_dwelling_up_to_m2 = {{"house", 220}};
  catalogue.people.default_floors = {{"apartments", 4}};
  catalogue.edition = "test";
  const auto add = [&](const char* id, const char* alias, model::TagFilter filter) {
    model::ServiceType type;
    type.id = id;
    type.alias = alias;
    type.filter = std::move(filter);
    catalogue.types.push_back(std::move(type));
  };
  add("G04", "pharmacy", when("amenity", "pharmacy"));
  add("M01", "bus_stop", when("highway", "bus_stop"));
  add("F01", "park", when("leisure", "park"));
  add("F03", "bench", when("amenity", "bench"));
  return catalogue;
}

inline base::Result<model::Project> import(const std::filesystem::path& file,
                                           const DistrictSpec& spec = WholeFile{},
                                           const ImportOptions& options = {}) {
  jobs::Context context;
  return import_osm(file, spec, options, small_catalogue(), context);
}

inline const model::ReportEntry* entry(const model::Project& project, const std::string& code) {
  for (const auto& each : project.report) {
    if (each.code == code) return &each;
  }
  return nullptr;
}

}  // namespace nahraum::io::test
