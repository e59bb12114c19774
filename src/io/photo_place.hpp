#pragma once
/// Where and when a photo was taken, as the camera wrote it: read once, and nothing else of it.

#include <filesystem>
#include <optional>
#include <string>

#include "geo/values.hpp"

namespace nahraum::io {

struct PhotoPlace {
  std::optional<geo::LonLat> at;
  std::string taken;  ///< ISO date, "" unknown
};

/// EXIF 2.3 GPSLatitude/GPSLongitude and DateTimeOriginal. Empty where there is none, or what is
/// there cannot be. Never fails. Thread-safe.
PhotoPlace photo_place(const std::filesystem::path& path);

}  // namespace nahraum::io
