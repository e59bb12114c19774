#include <random>

#include <catch2/catch.hpp>

#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;

namespace {

/// Some bytes overwritten, a piece cut out or doubled: what transfers and drives do to files.
std::string damaged(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  const std::size_t at = below(bytes.size()), length = 1 + below(200);
  switch (below(3)) {
    case 0:
      for (std::size_t i = at; i < std::min(at + 1 + length / 50, bytes.size()); ++i)
        bytes[i] = char(below(256));
      return bytes;
    case 1:
      return bytes.erase(at, length);
    default:
      return bytes.insert(at, bytes.substr(at, length));
  }
}

void try_damage(const std::filesystem::path& file, const std::string& name, int times) {
  if (file.empty()) return;
  const std::string whole = read_bytes(file);
  std::mt19937 random(20261122);
  const Folder folder;
  ImportOptions options;
  options.accept_partial = true;
  for (int i = 0; i < times; ++i) {
    const auto part = folder.write(name, damaged(whole, random));
    INFO("damage " << i);
    const auto project =
        import(part, WholeFile{}, options);  // neither crash nor hang, whatever comes
    if (!project) CHECK_FALSE(project.error().what.empty());
  }
}

}  // namespace

TEST_CASE("Damaged PBF files are refused or read in part") {
  try_damage(shared_data("hoyerswerda/Hoyerswerda.osm.pbf"), "a.osm.pbf", 60);
}

TEST_CASE(
    "Damaged uncompressed PBF files, where damage reaches the parser, are refused or read in "
    "part") {
  try_damage(shared_data("hostile/gdal/osm/test_uncompressed_dense_true_nometadata.pbf"),
             "a.osm.pbf", 400);
  try_damage(shared_data("hostile/gdal/osm/test_uncompressed_dense_false.pbf"), "a.osm.pbf", 400);
}

TEST_CASE("Damaged gzip, bzip2 and XML files are refused or read in part") {
  try_damage(shared_data("monaco/monaco-2012.osm.gz"), "a.osm.gz", 12);
  try_damage(shared_data("hostile/gdal/osm/test.osm"), "a.osm", 200);
}

TEST_CASE("A refused file is not kept open") {
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  const auto file = shared_data("hoyerswerda/Hoyerswerda.osm.pbf");
  if (file.empty()) return;
  const std::string whole = read_bytes(file);
  const Folder folder;
  const auto before = open_files();
  for (int i = 0; i < 8; ++i) {
    CHECK_FALSE(import(
        folder.write("a.osm.pbf", whole.substr(0, whole.size() / 2 + std::size_t(i) * 1000))));
  }
  CHECK(open_files() == before);
}
