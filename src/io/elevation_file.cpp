#include "io/elevation_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/elevation_wire.hpp"
#include "io/reader_process.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using model::Terrain;

constexpr auto patience = std::chrono::seconds(60);

base::Result<ElevationTile> read_tile(const fs::path& file, int epsg, const geo::Box& box,
                                      double cell_m) {
  const auto bytes =
      read_in_child({"heights", file.string(), std::to_string(epsg),
                     fmt::format("{},{},{},{}", box.min_x, box.min_y, box.max_x, box.max_y),
                     fmt::format("{}", cell_m)},
                    file, patience);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto result = wire::decode_tile(*bytes)) return std::move(*result);
  return tl::unexpected(reader_crashed(file));
}

std::size_t known_cells(const Terrain& terrain) {
  return static_cast<std::size_t>(
      std::count_if(terrain.height_m.begin(), terrain.height_m.end(),
                    [](float height) { return height != Terrain::unknown; }));
}

void fill_holes(Terrain& terrain, const Terrain& more) {
  for (std::size_t i = 0; i < terrain.height_m.size(); ++i) {
    if (terrain.height_m[i] == Terrain::unknown) terrain.height_m[i] = more.height_m[i];
  }
  terrain.resolution_m = std::max(terrain.resolution_m, more.resolution_m);
}

void note(const ElevationTile& tile, Report& report) {
  const auto& file = tile.terrain.file;
  if (!tile.guessed_crs.empty())
    report.count("info", "elevation_crs_guessed", file + ": " + tile.guessed_crs);
  if (tile.feet > 0) report.count("info", "elevation_in_feet", file);
  if (tile.impossible > 0) {
    report.count("warning", "elevation_impossible", fmt::format("{}: {}", file, tile.impossible));
  }
}

}  // namespace

std::vector<fs::path> elevation_files(const std::vector<fs::path>& given) {
  std::vector<fs::path> files;
  for (const auto& place : given) {
    std::error_code error;
    if (!fs::is_directory(place, error)) {
      files.push_back(place);
      continue;
    }
    std::vector<fs::path> inside;
    for (const auto& entry : fs::directory_iterator(place, error)) {
      if (entry.is_regular_file(error)) inside.push_back(entry.path());
    }
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

base::Result<Terrain> read_elevation(const std::vector<fs::path>& given, int epsg,
                                     const geo::Box& box, Report& report, jobs::Context& context) {
  const auto files = elevation_files(given);
  std::optional<Terrain> terrain;
  for (std::size_t i = 0; i < files.size(); ++i) {
    context.update(static_cast<double>(i) / static_cast<double>(files.size()),
                   tr("Reading elevation"));
    auto tile = read_tile(files[i], epsg, box, terrain ? terrain->cell_m : 0);
    if (!tile) return tl::unexpected(tile.error());
    if (known_cells(tile->terrain) == 0) {
      report.count("warning", "elevation_elsewhere", files[i].filename().string());
      continue;
    }
    note(*tile, report);
    if (terrain)
      fill_holes(*terrain, tile->terrain);
    else
      terrain = std::move(tile->terrain);
  }
  if (terrain) return std::move(*terrain);
  return base::fail(ErrorCode::bad_input, tr("the elevation model does not cover the district"),
                    given.empty() ? "" : given.front().filename().string(),
                    tr("give the tiles of this town"));
}

}  // namespace nahraum::io
