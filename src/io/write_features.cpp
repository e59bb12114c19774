#include <memory>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "base/replace_file.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/feature_table.hpp"
#include "io/gdal.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::io {
namespace {

using base::tr;
namespace fs = std::filesystem;
using Dataset = std::unique_ptr<GDALDataset, void (*)(GDALDataset*)>;

Dataset own(GDALDataset* dataset) {
  return {dataset, [](GDALDataset* open) { GDALClose(open); }};
}

OGRFieldType field_type(Column::Type type) {
  switch (type) {
    case Column::Type::integer:
      return OFTInteger64;
    case Column::Type::real:
      return OFTReal;
    case Column::Type::text:
      return OFTString;
  }
  return OFTString;
}

struct GeometryType {
  OGRwkbGeometryType operator()(std::monostate) const { return wkbNone; }
  OGRwkbGeometryType operator()(geo::Point) const { return wkbPoint; }
  OGRwkbGeometryType operator()(const geo::Line&) const { return wkbLineString; }
  OGRwkbGeometryType operator()(const std::vector<geo::Line>&) const { return wkbMultiLineString; }
  OGRwkbGeometryType operator()(const geo::MultiPolygon&) const { return wkbMultiPolygon; }
};

/// The common type of all rows; layers of mixed shapes are declared as such.
OGRwkbGeometryType geometry_type(const FeatureTable& table) {
  OGRwkbGeometryType common = wkbNone;
  for (const auto& row : table.rows) {
    const auto type = std::visit(GeometryType{}, row.shape);
    if (common == wkbNone) common = type;
    if (type != wkbNone && type != common) return wkbUnknown;
  }
  return common;
}

struct MakeGeometry {
  using Made = std::unique_ptr<OGRGeometry>;
  static void fill(OGRSimpleCurve& curve, const geo::Line& line) {
    for (const geo::Point p : line)
      curve.addPoint(p.x, p.y);
  }
  Made operator()(std::monostate) const { return nullptr; }
  Made operator()(geo::Point p) const { return std::make_unique<OGRPoint>(p.x, p.y); }
  Made operator()(const geo::Line& line) const {
    auto made = std::make_unique<OGRLineString>();
    fill(*made, line);
    return made;
  }
  Made operator()(const std::vector<geo::Line>& lines) const {
    auto made = std::make_unique<OGRMultiLineString>();
    for (const auto& line : lines) {
      OGRLineString part;
      fill(part, line);
      made->addGeometry(&part);
    }
    return made;
  }
  Made operator()(const geo::MultiPolygon& polygons) const {
    auto made = std::make_unique<OGRMultiPolygon>();
    for (const auto& polygon : polygons) {
      OGRPolygon part;
      OGRLinearRing outer;
      fill(outer, polygon.outer);
      part.addRing(&outer);
      for (const auto& hole : polygon.holes) {
        OGRLinearRing ring;
        fill(ring, hole);
        part.addRing(&ring);
      }
      made->addGeometry(&part);
    }
    return made;
  }
};

void set_field(OGRFeature& feature, int index, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    feature.SetField(index, static_cast<GIntBig>(*number));
  } else if (const auto* real = std::get_if<double>(&value)) {
    feature.SetField(index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    feature.SetField(index, text->c_str());
  } else {
    feature.SetFieldNull(index);
  }
}

tl::unexpected<base::Error> gdal_error(const fs::path& path) {
  return base::fail(base::ErrorCode::io,
                    fmt::format(fmt::runtime(tr("cannot be written: {0}")), CPLGetLastErrorMsg()),
                    path.string(), tr("free some space or choose another folder"));
}

bool add_row(OGRLayer& layer, const Feature& row) {
  const std::unique_ptr<OGRFeature> feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
  for (std::size_t c = 0; c < row.values.size(); ++c) {
    set_field(*feature, static_cast<int>(c), row.values[c]);
  }
  if (auto geometry = std::visit(MakeGeometry{}, row.shape)) {
    feature->SetGeometryDirectly(geometry.release());
  }
  return layer.CreateFeature(feature.get()) == OGRERR_NONE;
}

bool add_table(GDALDataset& dataset, const FeatureTable& table) {
  OGRSpatialReference crs;
  crs.importFromEPSG(table.epsg);
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRLayer* layer = dataset.CreateLayer(table.name.c_str(), &crs, geometry_type(table), nullptr);
  if (!layer) return false;
  if (!table.attribution.empty()) {
    layer->SetMetadataItem("DESCRIPTION", table.attribution.c_str());
  }
  for (const auto& column : table.columns) {
    OGRFieldDefn field(column.name.c_str(), field_type(column.type));
    if (layer->CreateField(&field) != OGRERR_NONE) return false;
  }
  if (layer->StartTransaction() != OGRERR_NONE) return false;
  for (const auto& row : table.rows) {
    if (!add_row(*layer, row)) return false;
  }
  return layer->CommitTransaction() == OGRERR_NONE;
}

base::Result<void> write_gpkg(const std::vector<FeatureTable>& tables, const fs::path& path) {
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  std::error_code ignored;
  fs::remove(path, ignored);  // the driver makes its own file under the reserved name
  CPLErrorReset();
  auto dataset = own(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset) return gdal_error(path);
  for (const auto& table : tables) {
    if (!add_table(*dataset, table)) return gdal_error(path);
  }
  CPLErrorReset();
  dataset.reset();
  return CPLGetLastErrorType() == CE_Failure ? base::Result<void>(gdal_error(path))
                                             : base::Result<void>();
}

base::Result<void> count_gpkg(const std::vector<FeatureTable>& tables, const fs::path& path) {
  const char* drivers[] = {"GPKG", nullptr};
  const auto dataset = own(static_cast<GDALDataset*>(
      GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr)));
  for (const auto& table : tables) {
    OGRLayer* layer = dataset ? dataset->GetLayerByName(table.name.c_str()) : nullptr;
    if (!layer || layer->GetFeatureCount() != static_cast<GIntBig>(table.rows.size())) {
      return base::fail(base::ErrorCode::io, tr("what was written does not read back the same"),
                        path.string(), tr("check the drive; the old file is unchanged"));
    }
  }
  return {};
}

}  // namespace

base::Result<void> write_features(const std::vector<FeatureTable>& tables, const fs::path& path) {
  const std::string extension = base::fold_case(path.extension().string());
  if (extension == ".gpkg") {
    if (is_project(path)) {
      return base::fail(base::ErrorCode::bad_input, tr("is a project and is not overwritten"),
                        path.string(), tr("choose another name for the result"));
    }
    harden_gdal();
    return base::replace_file(
        path, [&](const fs::path& temporary) { return write_gpkg(tables, temporary); },
        [&](const fs::path& temporary) { return count_gpkg(tables, temporary); });
  }
  const bool one_table = tables.size() == 1;
  if (extension == ".csv" && one_table) return base::replace_file(path, to_csv(tables.front()));
  if ((extension == ".geojson" || extension == ".json") && one_table) {
    const auto text = to_geojson(tables.front());
    if (!text) return tl::unexpected(text.error());
    return base::replace_file(path, *text);
  }
  return base::fail(
      base::ErrorCode::unsupported,
      fmt::format(fmt::runtime(tr("files ending in “{0}” cannot be written")), extension),
      path.string(), tr("choose .csv, .geojson or .gpkg"));
}

}  // namespace nahraum::io
