#pragma once
/// Results on their way out: rows with a shape, written as CSV, GeoJSON or GeoPackage.

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::io {

/// Nothing (unknown, written as an empty cell / null), a number, or a text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Column {
  enum class Type { integer, real, text } type = Type::text;
  std::string name;
  int decimals = 2;  ///< of real columns in text formats
};

using Shape =
    std::variant<std::monostate, geo::Point, geo::Line, std::vector<geo::Line>, geo::MultiPolygon>;

struct Feature {
  std::vector<Value> values;  ///< one per column
  Shape shape;
};

/// One layer of one kind of shape. CRS of the shapes: EPSG:`epsg`, metres.
struct FeatureTable {
  std::string name;
  int epsg = 25832;
  std::string attribution;  ///< kept in GeoJSON and GeoPackage
  std::vector<Column> columns;
  std::vector<Feature> rows;
};

/// RFC 4180, UTF-8, comma, C-locale numbers, shapes left out (coordinates are columns). Text cells
/// that a spreadsheet would take for a formula are led by an apostrophe.
std::string to_csv(const FeatureTable& table);

/// RFC 7946, longitude/latitude with 7 decimals. Errors: unsupported CRS.
base::Result<std::string> to_geojson(const FeatureTable& table);

/// By extension: .csv, .geojson/.json, .gpkg (several tables: .gpkg only). Atomic and verified: the
/// file is read back and counted before it takes the old one's place. Errors: io, unsupported.
base::Result<void> write_features(const std::vector<FeatureTable>& tables,
                                  const std::filesystem::path& path);

}  // namespace nahraum::io
