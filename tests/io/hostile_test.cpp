#include <algorithm>
#include <chrono>
#include <map>

#include <catch2/catch.hpp>

#include "io/checksum.hpp"
#include "io/vector_file.hpp"
#include "tests/io/real_data.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> checksums(const fs::path& folder) {
  std::map<std::string, std::string> sums;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) sums[entry.path().string()] = sha256_of(entry.path());
  }
  return sums;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

double seconds_for(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool looks_like_osm(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.find(".osm") != std::string::npos || name.find(".pbf") != std::string::npos ||
         name.find(".osh") != std::string::npos || name.find(".opl") != std::string::npos ||
         name.find(".o5m") != std::string::npos || file.string().find("/osm/") != std::string::npos;
}

}  // namespace

TEST_CASE("No hostile file crashes, hangs, or is changed, as map, as district and as population") {
  const auto folder = shared_data("hostile");
  if (folder.empty()) return;
  const auto before = checksums(folder);
  int read_well = 0, tried = 0;
  for (const auto& file : files_below(folder)) {
    INFO(file.string());
    ++tried;
    double slowest = 0;
    if (looks_like_osm(file)) {
      for (const bool partial : {false, true}) {
        ImportOptions options;
        options.accept_partial = partial;
        slowest = std::max(slowest, seconds_for([&] {
                             read_well += import(file, WholeFile{}, options).has_value();
                           }));
      }
    } else {
      slowest = seconds_for([&] { CHECK_FALSE(import(file)); });
    }
    slowest = std::max(
        slowest, seconds_for([&] { read_well += read_polygons(file, "", 25832).has_value(); }));
    CHECK(slowest < 10.5);
  }
  CHECK(tried > 300);
  CHECK(read_well > 20);
  CHECK(checksums(folder) == before);
}
