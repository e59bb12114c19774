#pragma once
/// Coordinates as people write them.

#include <string>
#include <string_view>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::geo {

/// One way to read a text as a place.
struct WrittenPlace {
  Point numbers;  ///< longitude, latitude in degrees; or easting, northing in metres
  int epsg = 0;   ///< of the metres; 0: degrees
  friend bool operator==(const WrittenPlace&, const WrittenPlace&) = default;
};

/// Every way to read the text, the usual one first; empty: it is no place. Degrees ("50.7775,
/// 6.1113", "50,7775 6,1113", "6,1113 O 50,7775 N"), degrees with minutes and seconds
/// ("50°46'39\"N 6°06'41\"E"), UTM ("32U 294123 5628765", "32294123 5628765"), metres in the
/// project's CRS ("294123 5628765"), any of them with "(EPSG:25832)", geo: links and the part of a
/// map's web address that tells its place. Degrees without letters are read both ways round.
/// Never fails on any bytes; texts over 200 bytes are no place.
std::vector<WrittenPlace> read_place(std::string_view text, int project_epsg);

}  // namespace nahraum::geo
