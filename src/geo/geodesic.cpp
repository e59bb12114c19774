#include "geo/geodesic.hpp"

#include <cmath>

#include <geodesic.h>

#include "geo/crs.hpp"

namespace nahraum::geo {

double geodesic_length(const std::vector<LonLat>& line) {
  double metres = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    metres += geodesic_distance(line[i - 1], line[i]);
  return metres;
}

double geodesic_area(const std::vector<LonLat>& ring) {
  if (ring.size() < 3) return 0;
  geod_geodesic grs80{};
  geod_init(&grs80, 6378137.0, 1.0 / 298.257222101);
  geod_polygon polygon{};
  geod_polygon_init(&polygon, 0);
  for (const LonLat corner : ring)
    geod_polygon_addpoint(&grs80, &polygon, corner.lat, corner.lon);
  double area = 0, perimeter = 0;
  geod_polygon_compute(&grs80, &polygon, 0, 1, &area, &perimeter);
  return std::abs(area);
}

}  // namespace nahraum::geo
