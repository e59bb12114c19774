#pragma once
/// Arguments as people type them.

#include <string_view>
#include <vector>

#include "analysis/coverage.hpp"
#include "geo/values.hpp"

namespace nahraum::app {

/// `count` numbers, separated by commas. Errors: bad_input naming `what` and an example.
base::Result<std::vector<double>> parse_numbers(std::string_view text, std::size_t count,
                                                const char* what, const char* example);
/// "8.42,51.86". Errors: bad_input, also outside ±180/±90.
base::Result<geo::LonLat> parse_lonlat(std::string_view text, const char* option);
/// "5min,10min,15min", ascending without doubles.
base::Result<std::vector<analysis::Limit>> parse_limits(std::string_view text);
/// "EPSG:25832" or "25832".
base::Result<int> parse_epsg(std::string_view text);
/// "a.GeoJSON" → ".geojson"
std::string extension_of(const std::string& file_name);

}  // namespace nahraum::app
