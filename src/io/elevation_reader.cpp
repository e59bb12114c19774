#include "io/elevation_reader.hpp"

#include <array>
#include <cmath>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_utils.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/gdal.hpp"
#include "io/gdal_dataset.hpp"
#include "io/vector_reader.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;

constexpr double least_m = -500, most_m = 9000;
constexpr std::int64_t most_cells = 30'000'000;

struct Format {
  std::string_view extension;
  const char* driver;
};
constexpr std::array<Format, 7> formats = {{{".tif", "GTiff"},
                                            {".tiff", "GTiff"},
                                            {".xyz", "XYZ"},
                                            {".txt", "XYZ"},
                                            {".csv", "XYZ"},
                                            {".asc", "AAIGrid"},
                                            {".hgt", "SRTMHGT"}}};

base::Error refused(ErrorCode code, const char* what, const fs::path& file,
                    const char* what_to_do) {
  return {code, what, file.filename().string(), what_to_do};
}

const char* driver_of(const fs::path& name) {
  const std::string extension = base::fold_case(name.extension().string());
  for (const auto& format : formats) {
    if (format.extension == extension) return format.driver;
  }
  return nullptr;
}

/// The only member of an archive that may be heights.
std::string member_of(const fs::path& archive) {
  const std::string root = "/vsizip/" + archive.string();
  char** names = VSIReadDirRecursive(root.c_str());
  std::string found;
  for (int i = 0; names && names[i]; ++i) {
    if (!driver_of(names[i])) continue;
    if (!found.empty()) {
      found.clear();
      break;
    }
    found = root;
    found.append("/").append(names[i]);
  }
  CSLDestroy(names);
  return found;
}

/// Where GDAL finds the heights, and with which driver.
struct Place {
  std::string name;
  const char* driver = nullptr;
};
Place place_of(const fs::path& file) {
  const std::string extension = base::fold_case(file.extension().string());
  if (extension == ".gz") return {"/vsigzip/" + file.string(), driver_of(file.stem())};
  if (extension != ".zip") return {file.string(), driver_of(file)};
  const std::string member = member_of(file);
  return {member, member.empty() ? nullptr : driver_of(member)};
}

Dataset open_raster(const Place& place) {
  const char* const drivers[] = {place.driver, nullptr};
  return Dataset(GDALOpenEx(place.name.c_str(),
                            GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
                            nullptr, nullptr));
}

bool is_picture(GDALDatasetH dataset) {
  if (GDALGetRasterCount(dataset) != 1) return true;
  GDALRasterBandH band = GDALGetRasterBand(dataset, 1);
  return GDALGetRasterColorTable(band) != nullptr ||
         GDALDataTypeIsComplex(GDALGetRasterDataType(band));
}

/// Corners in the file's own coordinates.
geo::Box bounds_of(GDALDatasetH dataset, const std::array<double, 6>& to_ground) {
  geo::Box box;
  for (const double column : {0.0, double(GDALGetRasterXSize(dataset))}) {
    for (const double row : {0.0, double(GDALGetRasterYSize(dataset))}) {
      box.add(geo::Point{to_ground[0] + column * to_ground[1] + row * to_ground[2],
                         to_ground[3] + column * to_ground[4] + row * to_ground[5]});
    }
  }
  return box;
}

/// Metres per unit of height: the band's word, else the vertical part of the CRS; 1 for metres.
double metres_per_unit(GDALDatasetH dataset) {
  const std::string unit = base::fold_case(GDALGetRasterUnitType(GDALGetRasterBand(dataset, 1)));
  if (unit.find("survey") != std::string::npos && unit.find('f') != std::string::npos)
    return 1200.0 / 3937;
  if (unit == "ft" || unit == "feet" || unit == "foot" || unit == "international foot")
    return 0.3048;
  if (!unit.empty()) return 1;
  OGRSpatialReferenceH srs = GDALGetSpatialRef(dataset);
  if (!srs || !OSRIsCompound(srs)) return 1;
  const double factor = OSRGetTargetLinearUnits(srs, "VERT_CS", nullptr);
  return factor > 0 ? factor : 1;
}

struct Source {
  Dataset dataset;
  std::string crs;  ///< WKT or "EPSG:n"
  double resolution_m = 0;
  std::string guessed_crs;
};

/// Size of a pixel on the ground, the longer side.
base::Result<double> resolution_of(const Source& source, const std::array<double, 6>& to_ground,
                                   const geo::Box& bounds, int target_epsg) {
  const auto projection = geo::Projection::between(source.crs, target_epsg);
  if (!projection) return tl::unexpected(projection.error());
  const geo::Point middle{(bounds.min_x + bounds.max_x) / 2, (bounds.min_y + bounds.max_y) / 2};
  const geo::Point here = projection->forward(middle);
  const geo::Point right =
      projection->forward(geo::Point{middle.x + to_ground[1], middle.y + to_ground[4]});
  const geo::Point below =
      projection->forward(geo::Point{middle.x + to_ground[2], middle.y + to_ground[5]});
  return std::max(geo::distance(here, right), geo::distance(here, below));
}

base::Result<Source> open_source(const fs::path& file, int target_epsg) {
  const Place place = place_of(file);
  if (!place.driver) {
    return tl::unexpected(
        refused(ErrorCode::unsupported, tr("is no elevation model that can be read"), file,
                tr("give GeoTIFF (.tif), XYZ (.xyz, .xyz.gz), ESRI grid (.asc), .hgt, or a .zip "
                   "with one of them")));
  }
  Source source{open_raster(place), {}, 0, {}};
  if (!source.dataset) {
    return tl::unexpected(refused(ErrorCode::bad_input, tr("cannot be read as an elevation model"),
                                  file, tr("get the file again, or save it as GeoTIFF")));
  }
  if (is_picture(source.dataset.get())) {
    return tl::unexpected(refused(ErrorCode::bad_input, tr("is a picture, not heights"), file,
                                  tr("give a file with one band of heights in metres")));
  }
  std::array<double, 6> to_ground{};
  if (GDALGetGeoTransform(source.dataset.get(), to_ground.data()) != CE_None) {
    return tl::unexpected(refused(ErrorCode::bad_input, tr("does not say where it lies"), file,
                                  tr("save it with coordinates, for example as GeoTIFF")));
  }
  const geo::Box bounds = bounds_of(source.dataset.get(), to_ground);
  source.crs = wkt_of(GDALGetSpatialRef(source.dataset.get()));
  const int guess = epsg_by_range(bounds);
  const bool zone_prefix = guess == 4647 || guess == 5650;
  if (source.crs.empty() || zone_prefix) {
    if (guess == 0) {
      return tl::unexpected(refused(
          ErrorCode::unsupported,
          tr("the file does not say which coordinates it uses, and they fit none that is known"),
          file, tr("save it with a coordinate reference system, for example EPSG:25832")));
    }
    source.guessed_crs = "EPSG:" + std::to_string(guess);
    source.crs = guess == 4326 ? "OGC:CRS84" : source.guessed_crs;
  }
  const auto resolution = resolution_of(source, to_ground, bounds, target_epsg);
  if (!resolution) return tl::unexpected(resolution.error());
  if (!std::isfinite(*resolution) || *resolution <= 0) {
    return tl::unexpected(refused(ErrorCode::bad_input, tr("does not say where it lies"), file,
                                  tr("save it with coordinates, for example as GeoTIFF")));
  }
  source.resolution_m = *resolution;
  return source;
}

/// Fine models become cells of 5 m, which the smoothing over 25 m leaves enough of: the median, so
/// that one slip of the pen among 25 heights moves nothing.
double cell_for(double resolution_m) {
  return resolution_m <= 7.5 ? 5 : resolution_m <= 15 ? 10 : 30;
}

model::Terrain empty_grid(const geo::Box& box, double cell_m) {
  model::Terrain terrain;
  terrain.cell_m = cell_m;
  terrain.south_west = {std::floor(box.min_x / cell_m) * cell_m,
                        std::floor(box.min_y / cell_m) * cell_m};
  terrain.columns = static_cast<int>(std::ceil((box.max_x - terrain.south_west.x) / cell_m)) + 1;
  terrain.rows = static_cast<int>(std::ceil((box.max_y - terrain.south_west.y) / cell_m)) + 1;
  return terrain;
}

/// GDAL's warper onto the grid; nothing where it fails.
Dataset warped(const Source& source, const model::Terrain& grid, int target_epsg) {
  const double half = grid.cell_m / 2;
  const double west = grid.south_west.x - half, south = grid.south_west.y - half;
  CPLStringList words;
  const auto add = [&](std::initializer_list<std::string> more) {
    for (const auto& word : more)
      words.AddString(word.c_str());
  };
  add({"-of", "MEM", "-ot", "Float32", "-s_srs", source.crs, "-t_srs",
       "EPSG:" + std::to_string(target_epsg), "-dstnodata", std::to_string(model::Terrain::unknown),
       "-novshift", "-ovr", "NONE", "-wm", "64", "-r",
       source.resolution_m < grid.cell_m ? "med" : "bilinear", "-te"});
  add({fmt::format("{}", west), fmt::format("{}", south),
       fmt::format("{}", west + grid.columns * grid.cell_m),
       fmt::format("{}", south + grid.rows * grid.cell_m), "-ts", std::to_string(grid.columns),
       std::to_string(grid.rows)});
  GDALWarpAppOptions* options = GDALWarpAppOptionsNew(words.List(), nullptr);
  GDALDatasetH from = source.dataset.get();
  int usage_error = 0;
  Dataset result(options ? GDALWarp("", nullptr, 1, &from, options, &usage_error) : nullptr);
  GDALWarpAppOptionsFree(options);
  return result;
}

/// From GDAL's rows, north first, in metres.
bool take_heights(GDALDatasetH dataset, double metres_per_unit, ElevationTile& tile) {
  auto& terrain = tile.terrain;
  const auto columns = static_cast<std::size_t>(terrain.columns);
  const auto rows = static_cast<std::size_t>(terrain.rows);
  std::vector<float> raw(columns * rows);
  if (GDALRasterIO(GDALGetRasterBand(dataset, 1), GF_Read, 0, 0, terrain.columns, terrain.rows,
                   raw.data(), terrain.columns, terrain.rows, GDT_Float32, 0, 0) != CE_None) {
    return false;
  }
  terrain.height_m.resize(raw.size());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const float value = raw[(rows - 1 - row) * columns + column];
      const double metres = value * metres_per_unit;
      const bool known = value != model::Terrain::unknown && std::isfinite(value);
      const bool possible = known && metres >= least_m && metres <= most_m;
      tile.impossible += known && !possible ? 1 : 0;
      terrain.height_m[row * columns + column] =
          possible ? static_cast<float>(std::round(metres * 100) / 100) : model::Terrain::unknown;
    }
  }
  return true;
}

}  // namespace

base::Result<ElevationTile> read_heights_here(const fs::path& file, int target_epsg,
                                              const geo::Box& box, double cell_m) {
  harden_gdal();
  const Complaints complaints;
  const auto real = ordinary_file(file);
  if (!real) return tl::unexpected(real.error());
  const auto source = open_source(*real, target_epsg);
  if (!source) return tl::unexpected(source.error());
  ElevationTile tile;
  tile.guessed_crs = source->guessed_crs;
  tile.terrain = empty_grid(box, cell_m > 0 ? cell_m : cell_for(source->resolution_m));
  tile.terrain.file = file.filename().string();
  tile.terrain.resolution_m = source->resolution_m;
  if (std::int64_t{tile.terrain.columns} * tile.terrain.rows > most_cells) {
    return tl::unexpected(refused(ErrorCode::unsupported, tr("the area is too large for heights"),
                                  file, tr("make the project of a smaller district")));
  }
  const double factor = metres_per_unit(source->dataset.get());
  tile.feet = factor == 1 ? 0 : factor;
  const Dataset heights = warped(*source, tile.terrain, target_epsg);
  if (!heights || !take_heights(heights.get(), factor, tile) || !complaints.first_failure.empty()) {
    return base::fail(
        ErrorCode::bad_input,
        std::string(tr("cannot be read completely")) + " (" + complaints.first_failure + ")",
        file.filename().string(), tr("get the file again, or save it as GeoTIFF"));
  }
  return tile;
}

}  // namespace nahraum::io
