#include "io/vector_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "geo/overlay.hpp"
#include "io/gdal.hpp"
#include "io/gdal_dataset.hpp"
#include "io/ogr_shapes.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;

constexpr std::int64_t most_features = 300'000;
constexpr std::int64_t most_points = 20'000'000;

struct Format {
  std::string_view extension;
  const char* driver;
  const char* option;
};
constexpr Format formats[] = {{".gpkg", "GPKG", "IMMUTABLE=YES"},
                              {".geojson", "GeoJSON", nullptr},
                              {".json", "GeoJSON", nullptr},
                              {".shp", "ESRI Shapefile", nullptr},
                              {".kml", "KML", nullptr},
                              {".gml", "GML", "WRITE_GFS=NO"},
                              {".xml", "GML", "WRITE_GFS=NO"},
                              {".fgb", "FlatGeobuf", nullptr},
                              {".gpx", "GPX", nullptr}};

const Format* format_of(const fs::path& file) {
  const std::string extension = base::fold_case(file.extension().string());
  const auto at = std::find_if(std::begin(formats), std::end(formats),
                               [&](const Format& format) { return format.extension == extension; });
  return at == std::end(formats) ? nullptr : at;
}

struct FeatureCloser {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
std::string utf8(const char* text) {
  if (!text) return {};
  return base::is_valid_utf8(text) ? std::string(text) : base::utf8_from_windows1252(text);
}

Dataset open(const fs::path& file, const Format& format) {
  CPLStringList options;
  if (format.option) options.AddString(format.option);
  if (std::string_view(format.driver) == "GML") options.AddString("DOWNLOAD_SCHEMA=NO");
  // Shapefiles need their neighbours; nothing else may look around.
  const bool shape = std::string_view(format.driver) == "ESRI Shapefile";
  CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", shape ? "NO" : "EMPTY_DIR");
  const char* const drivers[] = {format.driver, nullptr};
  return Dataset(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                            drivers, options.List(), nullptr));
}

std::int64_t point_count(const geo::MultiPolygon& polygons) {
  std::size_t count = 0;
  for (const auto& polygon : polygons) {
    count += polygon.outer.size();
    for (const auto& hole : polygon.holes)
      count += hole.size();
  }
  return static_cast<std::int64_t>(count);
}

std::vector<std::string> columns_of(OGRLayerH layer) {
  std::vector<std::string> names;
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  names.reserve(static_cast<std::size_t>(OGR_FD_GetFieldCount(definition)));
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    names.push_back(utf8(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i))));
  }
  return names;
}

/// Shapes as they stand in the file, with their attributes.
base::Result<VectorLayer> raw_layer(OGRLayerH handle, const fs::path& file, Wanted wanted) {
  VectorLayer layer;
  layer.name = utf8(OGR_L_GetName(handle));
  layer.columns = columns_of(handle);
  std::int64_t points = 0, seen = 0;
  OGR_L_ResetReading(handle);
  while (const std::unique_ptr<void, FeatureCloser> feature{OGR_L_GetNextFeature(handle)}) {
    auto shape = shape_of(feature.get(), wanted);
    if (shape) points += point_count(shape->outline);
    if (++seen > most_features || points > most_points) {
      return base::fail(ErrorCode::unsupported, tr("the layer is too large"),
                        file.filename().string(), tr("cut it to your town first"));
    }
    if (!shape) {
      ++layer.dropped;
      continue;
    }
    for (int i = 0; i < static_cast<int>(layer.columns.size()); ++i) {
      const bool has = OGR_F_IsFieldSetAndNotNull(feature.get(), i);
      shape->attributes.push_back(has ? utf8(OGR_F_GetFieldAsString(feature.get(), i)) : "");
    }
    layer.features.push_back(std::move(*shape));
  }
  return layer;
}

/// The layer that was asked for, or the first with what is wanted.
base::Result<std::pair<VectorLayer, std::string>> find_layer(GDALDatasetH dataset,
                                                             const std::string& wanted,
                                                             const fs::path& file, Wanted shapes) {
  std::vector<std::string> names;
  std::optional<std::pair<VectorLayer, std::string>> first;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    OGRLayerH handle = GDALDatasetGetLayer(dataset, i);
    names.push_back(utf8(OGR_L_GetName(handle)));
    if (!wanted.empty() && names.back() != wanted) continue;
    auto layer = raw_layer(handle, file, shapes);
    if (!layer) return tl::unexpected(layer.error());
    if (wanted.empty() && layer->features.empty()) continue;
    first = std::pair(std::move(*layer), wkt_of(OGR_L_GetSpatialRef(handle)));
    break;
  }
  if (first) return std::move(*first);
  if (wanted.empty()) {
    const bool places = shapes == Wanted::places;
    return base::fail(
        ErrorCode::bad_input, places ? tr("holds no place") : tr("holds no polygon"),
        file.filename().string(),
        places ? tr("choose a file with points or plots") : tr("choose a file with outlines"));
  }
  std::string list;
  for (const auto& name : names)
    list += (list.empty() ? "" : ", ") + name;
  return base::fail(ErrorCode::not_found, tr("no such layer"),
                    file.filename().string() + ":" + wanted,
                    std::string(tr("the file has: ")) + list);
}

geo::Box box_of(const VectorLayer& layer) {
  geo::Box box;
  for (const auto& feature : layer.features) {
    if (feature.outline.empty()) box.add(feature.at);
    box.add(geo::bounds(feature.outline));
  }
  return box;
}

/// GeoJSON without a word about it counts as longitude and latitude, whatever its numbers are.
bool no_degrees(const std::string& wkt, const geo::Box& box) {
  const bool geographic = wkt.rfind("GEOG", 0) == 0;
  return geographic && !geo::Box{-360, -90, 360, 90}.contains({box.max_x, box.max_y});
}

/// Official outlines often carry the zone before the easting but are labelled without (EPSG:4647).
base::Result<geo::Projection> projection_of(VectorLayer& layer, const std::string& wkt,
                                            int target_epsg, const fs::path& file) {
  const int guess = epsg_by_range(box_of(layer));
  const bool zone_prefix = guess == 4647 || guess == 5650;
  if (!wkt.empty() && !zone_prefix && !no_degrees(wkt, box_of(layer))) {
    layer.crs = "as the file says";
    return geo::Projection::between(wkt, target_epsg);
  }
  if (guess == 0) {
    return base::fail(
        ErrorCode::unsupported,
        tr("the file does not say which coordinates it uses, and they fit none that is known"),
        file.filename().string(),
        tr("save it with a coordinate reference system, for example EPSG:25832"));
  }
  layer.crs = "EPSG:" + std::to_string(guess) + " (by value range)";
  // Longitude first, as every one of these files is written.
  return geo::Projection::between(guess == 4326 ? "OGC:CRS84" : "EPSG:" + std::to_string(guess),
                                  target_epsg);
}

void project(geo::MultiPolygon& polygons, const geo::Projection& projection) {
  for (auto& polygon : polygons) {
    projection.forward(polygon.outer);
    for (auto& hole : polygon.holes)
      projection.forward(hole);
  }
}

bool finish_point(VectorFeature& feature, const geo::Projection& projection) {
  feature.at = projection.forward(feature.at);
  return std::isfinite(feature.at.x) && std::isfinite(feature.at.y);
}

bool finish_polygon(VectorFeature& feature, const geo::Projection& projection, Wanted wanted) {
  project(feature.outline, projection);
  if (!all_finite(feature.outline)) return false;
  auto valid = geo::make_valid(feature.outline);
  if (!valid || valid->empty()) return false;
  feature.outline = std::move(*valid);
  if (wanted == Wanted::polygons) return true;
  const auto at = geo::point_on_surface(feature.outline);
  if (at) feature.at = *at;
  return at.has_value();
}

/// In the target CRS and valid; what cannot be made so is counted.
void finish(VectorLayer& layer, const geo::Projection& projection, Wanted wanted) {
  std::vector<VectorFeature> good;
  for (auto& feature : layer.features) {
    const bool sound = feature.outline.empty() ? finish_point(feature, projection)
                                               : finish_polygon(feature, projection, wanted);
    if (sound) {
      good.push_back(std::move(feature));
    } else {
      ++layer.dropped;
    }
  }
  layer.features = std::move(good);
}

tl::unexpected<base::Error> unreadable(const fs::path& file, const std::string& reason) {
  return base::fail(ErrorCode::bad_input,
                    std::string(tr("cannot be read completely")) + " (" + reason + ")",
                    file.filename().string(), tr("export the layer again, for example with QGIS"));
}

}  // namespace

int epsg_by_range(const geo::Box& box) {
  struct Range {
    int epsg = 0;
    geo::Box box;
  };
  static const Range ranges[] = {{4326, {5, 47, 16, 56}},
                                 {25832, {260e3, 5.2e6, 920e3, 6.2e6}},
                                 {4647, {32.26e6, 5.2e6, 32.92e6, 6.2e6}},
                                 {5650, {33.1e6, 5.2e6, 33.9e6, 6.2e6}},
                                 {3035, {3.9e6, 2.6e6, 4.8e6, 3.6e6}},
                                 {31466, {2.45e6, 5.2e6, 2.68e6, 6.2e6}},
                                 {31467, {3.2e6, 5.2e6, 3.75e6, 6.2e6}},
                                 {31468, {4.2e6, 5.2e6, 4.8e6, 6.2e6}},
                                 {3857, {550e3, 5.9e6, 1.8e6, 7.4e6}},
                                 {4326, {-180, -90, 180, 90}}};
  for (const auto& [epsg, limits] : ranges) {
    if (limits.contains({box.min_x, box.min_y}) && limits.contains({box.max_x, box.max_y}))
      return epsg;
  }
  return 0;
}

namespace {

base::Result<VectorLayer> read_here(const fs::path& file, const std::string& layer, int target_epsg,
                                    Wanted wanted) {
  const auto real = ordinary_file(file);
  if (!real) return tl::unexpected(real.error());
  const Format* format = format_of(*real);
  if (!format) {
    return base::fail(ErrorCode::unsupported, tr("this kind of file is not read"),
                      file.filename().string(),
                      tr("use .gpkg, .geojson, .shp, .kml, .gml or .fgb"));
  }
  harden_gdal();
  if (std::string_view(format->driver) == "GPKG") {
    if (const auto safe = check_foreign_geopackage(*real); !safe)
      return tl::unexpected(safe.error());
  }
  Complaints complaints;
  const Dataset dataset = open(*real, *format);
  if (!dataset) return unreadable(file, complaints.first_failure);
  auto found = find_layer(dataset.get(), layer, file, wanted);
  if (!found) return tl::unexpected(found.error());
  if (!complaints.first_failure.empty()) return unreadable(file, complaints.first_failure);
  auto& [shapes, wkt] = *found;
  const auto projection = projection_of(shapes, wkt, target_epsg, file);
  if (!projection) return tl::unexpected(projection.error());
  finish(shapes, *projection, wanted);
  shapes.warnings = complaints.warnings;
  return std::move(shapes);
}

}  // namespace

base::Result<VectorLayer> read_polygons_here(const fs::path& file, const std::string& layer,
                                             int target_epsg) {
  return read_here(file, layer, target_epsg, Wanted::polygons);
}

base::Result<VectorLayer> read_points_here(const fs::path& file, const std::string& layer,
                                           int target_epsg) {
  return read_here(file, layer, target_epsg, Wanted::places);
}

}  // namespace nahraum::io
