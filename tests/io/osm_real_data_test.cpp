#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>

#include <catch2/catch.hpp>

#include "base/paths.hpp"
#include "io/catalogue_yaml.hpp"
#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;

namespace {

model::Project made(const std::filesystem::path& file, const DistrictSpec& spec = WholeFile{}) {
  const auto catalogue = read_catalogue(base::share_dir() / "catalogue");
  REQUIRE(catalogue);
  jobs::Context context;
  auto project = import_osm(file, spec, {}, *catalogue, context);
  INFO((project ? "" : base::one_line(project.error())));
  REQUIRE(project);
  return std::move(*project);
}

/// Same content, whatever the files are called.
void check_same(model::Project a, model::Project b) {
  a.sources.clear();
  b.sources.clear();
  a.info.title = b.info.title;
  CHECK(a.streets == b.streets);
  CHECK(a.buildings == b.buildings);
  CHECK(a.homes == b.homes);
  CHECK(a.services == b.services);
  CHECK(a.areas == b.areas);
  CHECK(a.lines == b.lines);
  CHECK(a.elements == b.elements);
  CHECK(a.report == b.report);
  CHECK(a == b);
}

/// Standard output of osmium-tool, "" where it is not installed.
std::string osmium(const std::string& arguments) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen(("osmium " + arguments + " 2>/dev/null").c_str(), "r"), pclose);
  std::string text;
  std::array<char, 4096> chunk{};
  while (pipe) {
    const std::size_t count = fread(chunk.data(), 1, chunk.size(), pipe.get());
    if (count == 0) break;
    text.append(chunk.data(), count);
  }
  return text;
}

}  // namespace

TEST_CASE("Dreieich is the same project from XML in gzip and from PBF") {
  const auto folder = shared_data("dreieich");
  if (folder.empty()) return;
  const auto pbf = made(folder / "dreieich.osm.pbf");
  CHECK(pbf.buildings.size() > 3'000);
  CHECK(pbf.info.data_date == "2022-10-16");
  check_same(pbf, made(folder / "dreieich.osm.gz"));
}

TEST_CASE("Liechtenstein of 2013 is the same project from bzip2 and from PBF") {
  const auto folder = shared_data("liechtenstein");
  if (folder.empty()) return;
  const auto pbf = made(folder / "liechtenstein-2013-08-03.osm.pbf");
  CHECK(pbf.info.epsg == 32632);
  check_same(pbf, made(folder / "liechtenstein-2013-08-03.osm.bz2"));
}

TEST_CASE("Faurndau with ids in disorder is the same project as sorted") {
  const auto folder = shared_data("goeppingen-faurndau");
  if (folder.empty()) return;
  const auto sorted = made(folder / "faurndau_sortiert.osm.pbf");
  CHECK(sorted.buildings.size() > 1'600);
  check_same(sorted, made(folder / "faundau_destination.osm"));
}

TEST_CASE("Lauf's 7 297 missing references are counted") {
  const auto file = shared_data("lauf/lauf-200115.osm.pbf");
  if (file.empty()) return;
  const auto project = made(file);
  REQUIRE(entry(project, "missing_node"));
  CHECK(entry(project, "missing_node")->count == 7'297);
  CHECK(project.info.data_date == "2020-01-15");
}

TEST_CASE("Aachen's streets, buildings and steps are as many as osmium-tool counts") {
  const auto file = shared_data("aachen/aachen.osm.pbf");
  if (file.empty()) return;
  const auto project = made(file);
  std::set<std::int64_t> ways;
  for (const auto& way : project.streets.ways)
    ways.insert(way.osm_way_id);
  CHECK(ways.size() > 14'000);
  CHECK(project.buildings.size() > 34'000);
  CHECK(project.homes.size() > 15'000);
  const std::string opl =
      osmium("tags-filter -R --no-progress -f opl -o - " + file.string() + " w/highway=steps");
  if (opl.empty()) {
    WARN("skipped: osmium-tool is not installed");
    return;
  }
  const auto lines = std::count(opl.begin(), opl.end(), '\n');
  const auto steps =
      std::count_if(project.elements.begin(), project.elements.end(), [](const auto& element) {
        return element.kind == model::PointKind::steps && element.osm.kind == 'w';
      });
  CHECK(steps == Approx(double(lines)).epsilon(0.01));  // the extent's corners are round
}

TEST_CASE("A pharmacy count by hand agrees: every tagged pharmacy of Aachen is there once") {
  const auto file = shared_data("aachen/aachen.osm.pbf");
  if (file.empty()) return;
  const std::string opl =
      osmium("tags-filter -R --no-progress -f opl -o - " + file.string() + " amenity=pharmacy");
  if (opl.empty()) {
    WARN("skipped: osmium-tool is not installed");
    return;
  }
  const auto project = made(file);
  std::set<std::string> found, tagged;
  for (const auto& service : project.services) {
    if (service.type == "G04") found.insert(model::to_text(service.osm));
  }
  for (std::size_t at = 0; at < opl.size(); at = opl.find('\n', at) + 1) {
    tagged.insert(opl.substr(at, opl.find(' ', at) - at));
  }
  for (const auto& id : found)
    CHECK(tagged.count(id) == 1);
  CHECK(found.size() >= tagged.size() - 2);
}

TEST_CASE("A named boundary of a real file becomes the district") {
  const auto file = shared_data("liechtenstein/liechtenstein-2021-10-28.osm.pbf");
  if (file.empty()) return;
  const auto project = made(file, BoundaryName{"Triesen"});
  CHECK(geo::area(project.district) ==
        Approx(26.4e6).epsilon(0.05));  // the municipality's 26.4 km²
  CHECK(project.info.title == "Triesen");
}

TEST_CASE("Real files cut at many places are refused; on demand the rest is read and marked") {
  const auto file = shared_data("aachen/aachen_ost_3x3km.osm.pbf");
  if (file.empty()) return;
  const std::string whole = read_bytes(file);
  const Folder folder;
  int partial = 0;
  for (int i = 1; i < 12; ++i) {
    const auto part =
        folder.write("part.osm.pbf", whole.substr(0, whole.size() * std::size_t(i) / 12));
    CHECK_FALSE(import(part));
    ImportOptions options;
    options.accept_partial = true;
    const auto project = import(part, WholeFile{}, options);
    if (!project) continue;
    CHECK(project->info.partial);
    ++partial;
  }
  CHECK(partial > 0);
}

TEST_CASE("A PBF cut exactly between two blocks is noticed although it reads well") {
  for (const auto* name : {"aachen/aachen_ost_3x3km.osm.pbf", "dreieich/dreieich.osm.pbf",
                           "monaco/monaco-2020-07-19.osm.pbf"}) {
    const auto file = shared_data(name);
    if (file.empty()) return;
    const std::string whole = read_bytes(file);
    const auto number_at = [&](std::size_t at) {
      const auto byte = [&](std::size_t i) {
        return std::size_t(static_cast<unsigned char>(whole[at + i]));
      };
      return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
    };
    // A block: 4 bytes length of its header, the header with the length of its data as last varint.
    std::vector<std::size_t> edges;
    for (std::size_t at = 0; at + 4 < whole.size();) {
      const std::size_t header = number_at(at);
      std::size_t size = 0, shift = 0, i = at + 4 + header;
      std::size_t first = i - 1;
      while (whole[first - 1] & '\x80')
        --first;
      for (std::size_t k = first; k < i; ++k, shift += 7)
        size |= std::size_t(whole[k] & 0x7F) << shift;
      at = i + size;
      edges.push_back(at);
    }
    REQUIRE(edges.back() == whole.size());
    const Folder folder;
    const std::size_t step = std::max<std::size_t>(1, edges.size() / 10);
    for (std::size_t i = 0; i + 1 < edges.size(); i += step) {
      INFO(name << " cut at block " << i + 1 << " of " << edges.size());
      CHECK_FALSE(import(folder.write("cut.osm.pbf", whole.substr(0, edges[i]))));
    }
  }
}
