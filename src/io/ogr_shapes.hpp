#pragma once
/// Shapes out of GDAL's hands.

#include <optional>

#include <ogr_api.h>

#include "io/vector_file.hpp"

namespace nahraum::io {

enum class Wanted { polygons, places };

bool all_finite(const geo::MultiPolygon& polygons);

/// The feature's shape, its attributes still missing. Curves are made straight; of several points
/// the first. Nothing where the feature is not what is wanted.
std::optional<VectorFeature> shape_of(OGRFeatureH feature, Wanted wanted);

}  // namespace nahraum::io
