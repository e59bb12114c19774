#include "render/cairo/plates.hpp"

#include <cmath>

namespace nahraum::render {
namespace {

geo::Ring regular(int corners, double radius, double first_angle_deg) {
  geo::Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = (first_angle_deg + 360.0 * i / corners) * M_PI / 180;
    ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return ring;
}

geo::Ring arc(geo::Point centre, double radius, double from_deg, double to_deg) {
  constexpr int steps = 24;
  geo::Ring ring;
  for (int i = 0; i <= steps; ++i) {
    const double angle = (from_deg + (to_deg - from_deg) * i / steps) * M_PI / 180;
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return ring;
}

geo::Ring house() {
  return {{-0.8, 0.82}, {-0.8, -0.22}, {0, -0.95}, {0.8, -0.22}, {0.8, 0.82}};
}

/// A round speech bubble with its tip below on the left.
geo::Ring bubble() {
  geo::Ring ring = arc({0, -0.08}, 0.86, -210, 100);
  ring.push_back({-0.62, 0.98});
  return ring;
}

/// Round, but with two opposite corners drawn out.
geo::Ring leaf() {
  geo::Ring ring = arc({0, 0}, 0.88, 0, 90);
  ring.push_back({-0.86, 0.86});
  const geo::Ring other = arc({0, 0}, 0.88, 180, 270);
  ring.insert(ring.end(), other.begin(), other.end());
  ring.push_back({0.86, -0.86});
  return ring;
}

geo::Ring shield() {
  return {{-0.78, -0.8}, {0.78, -0.8}, {0.78, 0.1}, {0.5, 0.6},
          {0, 0.95},     {-0.5, 0.6},  {-0.78, 0.1}};
}

}  // namespace

geo::Ring plate_outline(scene::Plate plate) {
  using P = scene::Plate;
  switch (plate) {
    case P::none:
      return {};
    case P::house:
      return house();
    case P::square:
      return {{-0.78, -0.78}, {0.78, -0.78}, {0.78, 0.78}, {-0.78, 0.78}};
    case P::octagon:
      return regular(8, 0.94, 22.5);
    case P::hexagon:
      return regular(6, 0.96, 0);
    case P::circle:
      return regular(48, 0.9, 0);
    case P::bubble:
      return bubble();
    case P::leaf:
      return leaf();
    case P::shield:
      return shield();
    case P::triangle:
      return {{0, -0.98}, {0.98, 0.72}, {-0.98, 0.72}};
  }
  return {};
}

PlatePlan plate_plan(double size_mm) {
  const double rim = 0.07 * size_mm;
  const double corner = 0.06 * size_mm;
  return {size_mm / 2 - rim - corner, rim, corner};
}

double sign_size_mm(const std::string& sign, double box_mm) {
  return box_mm * (sign.size() <= 2 ? 0.95 : 1.95 / static_cast<double>(sign.size()));
}

GlyphBox glyph_box(scene::Plate plate) {
  switch (plate) {
    case scene::Plate::none:
      return {1.0, 0};
    case scene::Plate::house:
      return {0.5, 0.07};
    case scene::Plate::bubble:
      return {0.56, -0.04};
    case scene::Plate::triangle:
      return {0.46, 0.09};
    case scene::Plate::shield:
      return {0.54, -0.04};
    default:
      return {};
  }
}

}  // namespace nahraum::render
