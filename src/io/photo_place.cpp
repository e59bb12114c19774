#include "io/photo_place.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>

#include "io/gdal.hpp"

namespace nahraum::io {
namespace {

/// "(51) (20) (12.3)" → 51.3367…; nothing for anything else.
std::optional<double> degrees_of(const char* text, double most) {
  std::array<double, 3> parts{};
  if (!text || std::sscanf(text, "(%lf) (%lf) (%lf)", &parts[0], &parts[1], &parts[2]) != 3)
    return std::nullopt;
  const double degrees = parts[0] + parts[1] / 60 + parts[2] / 3600;
  return std::isfinite(degrees) && degrees >= 0 && degrees <= most ? std::optional(degrees)
                                                                   : std::nullopt;
}

/// "2026:11:27 14:05:00" → "2026-11-27".
std::string date_of(const char* text) {
  int year = 0, month = 0, day = 0;
  if (!text || std::sscanf(text, "%4d:%2d:%2d", &year, &month, &day) != 3) return "";
  if (year < 1990 || month < 1 || month > 12 || day < 1 || day > 31) return "";
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

PhotoPlace photo_place(const std::filesystem::path& path) {
  harden_gdal();
  CPLPushErrorHandler(CPLQuietErrorHandler);
  constexpr const char* drivers[] = {"JPEG", nullptr};
  const auto dataset =
      GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr);
  CPLPopErrorHandler();
  PhotoPlace place;
  if (!dataset) return place;
  const auto item = [&](const char* name) { return GDALGetMetadataItem(dataset, name, nullptr); };
  const auto lat = degrees_of(item("EXIF_GPSLatitude"), 90);
  const auto lon = degrees_of(item("EXIF_GPSLongitude"), 180);
  const char* const south = item("EXIF_GPSLatitudeRef");
  const char* const west = item("EXIF_GPSLongitudeRef");
  if (lat && lon)
    place.at =
        geo::LonLat{west && *west == 'W' ? -*lon : *lon, south && *south == 'S' ? -*lat : *lat};
  place.taken = date_of(item("EXIF_DateTimeOriginal"));
  GDALClose(dataset);
  return place;
}

}  // namespace nahraum::io
