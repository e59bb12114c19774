#pragma once
/// A JPEG with the position and day that a camera writes: EXIF 2.3, GPS and Exif IFD.

#include <array>
#include <cstdint>
#include <string>

namespace nahraum::io::test {

struct Geotag {
  std::array<std::uint32_t, 3> lat{}, lon{};  ///< degrees, minutes, hundredths of seconds
  char lat_ref = 'N', lon_ref = 'E';
  std::string taken = "2026:11:27 14:05:00";  ///< 19 characters
};

/// Behind the picture's first two bytes an APP1 segment with the tag.
inline std::string geotagged(const std::string& jpeg, const Geotag& tag) {
  using namespace std::string_literals;
  const auto number = [](std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
      text += static_cast<char>((value >> (8 * i)) & 255);
    return text;
  };
  const auto entry = [&](std::uint32_t id, std::uint32_t type, std::uint32_t count,
                         std::uint32_t value) {
    return number(id, 2) + number(type, 2) + number(count, 4) + number(value, 4);
  };
  const auto rationals = [&](const std::array<std::uint32_t, 3>& parts) {
    return number(parts[0], 4) + number(1, 4) + number(parts[1], 4) + number(1, 4) +
           number(parts[2], 4) + number(100, 4);
  };
  // Header 0–7, first IFD 8–37, GPS IFD 38–91, Exif IFD 92–109, then the values.
  constexpr std::uint32_t gps = 38, exif = 92, values = 110;
  std::string tiff = "II*\0"s + number(8, 4);
  tiff += number(2, 2) + entry(0x8769, 4, 1, exif) + entry(0x8825, 4, 1, gps) + number(0, 4);
  tiff += number(4, 2) + entry(1, 2, 2, static_cast<std::uint8_t>(tag.lat_ref)) +
          entry(2, 5, 3, values) + entry(3, 2, 2, static_cast<std::uint8_t>(tag.lon_ref)) +
          entry(4, 5, 3, values + 24) + number(0, 4);
  tiff += number(1, 2) + entry(0x9003, 2, 20, values + 48) + number(0, 4);
  tiff += rationals(tag.lat) + rationals(tag.lon) + tag.taken + "\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto size = body.size() + 2;
  return jpeg.substr(0, 2) + "\xff\xe1"s + static_cast<char>(size >> 8) +
         static_cast<char>(size & 255) + body + jpeg.substr(2);
}

}  // namespace nahraum::io::test
