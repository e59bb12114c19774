#pragma once
/// Measuring on the map: a length along clicks and, closed, an area; on the ellipsoid.

#include <optional>
#include <string>
#include <vector>

#include "geo/crs.hpp"
#include "ui/camera.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// "312,4 m", "1,234 km"
std::string measured_length(double metres);
/// "4.215 m²", "1,42 ha", "2,31 km²"
std::string measured_area(double square_metres);

class MeasureTool {
 public:
  /// A point more; within `near_m` of the first one of three it closes the area. After the end a
  /// new measurement begins.
  void click(geo::Point at, double near_m);
  /// The line ends with the last point.
  void finish();
  void take_back();
  void clear() { points_.clear(), closed_ = done_ = false; }
  bool empty() const { return points_.empty(); }
  bool closed() const { return closed_; }
  const std::vector<geo::Point>& points() const { return points_; }

  struct Value {
    double metres = 0;
    std::optional<double> square_metres;  ///< closed, or as if closed with the mouse
  };
  /// With the mouse's place as if it were clicked. CRS of the points: `epsg`.
  Value value(int epsg, const std::optional<geo::Point>& mouse);
  /// "312,4 m" or "312,4 m, 4.215 m²"; "" without two points.
  std::string copied(int epsg);

  /// Line, corners, and the length so far beside the mouse. `corner`: the map's, pixels.
  void draw(const Kit& kit, const Camera& camera, geo::Point corner, int epsg,
            const std::optional<geo::Point>& mouse);
  /// What was measured, what to do, and buttons to copy it and to begin anew; fills its window.
  void card(const Kit& kit, int epsg);

 private:
  const geo::Projection* projection(int epsg);
  std::vector<geo::LonLat> on_earth(int epsg, const std::vector<geo::Point>& points);

  std::vector<geo::Point> points_;
  bool closed_ = false, done_ = false;
  std::optional<geo::Projection> projection_;
  int epsg_ = 0;
};

}  // namespace nahraum::ui
