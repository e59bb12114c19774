#pragma once
/// Shapes as GeoPackage blobs: header with envelope, then ISO WKB, little-endian, 2D.
/// Source: OGC 12-128r18, 2.1.3.

#include <string>
#include <string_view>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::io::gpkg {

std::string encode(geo::Point at, int srs_id);
std::string encode(const geo::Line& points, int srs_id);
std::string encode(const std::vector<geo::Line>& lines, int srs_id);
std::string encode(const geo::MultiPolygon& polygons, int srs_id);

/// What `encode` wrote, exactly. Throws sqlite::Failure where the bytes are anything else; no count
/// in them is believed before the bytes for it are seen.
geo::Point decode_point(std::string_view blob);
geo::Line decode_line(std::string_view blob);
/// A point, or the points of a line.
std::vector<geo::Point> decode_points(std::string_view blob);
geo::MultiPolygon decode_polygons(std::string_view blob);

}  // namespace nahraum::io::gpkg
