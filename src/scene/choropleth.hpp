#pragma once
/// Figures of areas on the map: rates as classes of colour, counts as circles by area.

#include <optional>
#include <string>
#include <vector>

#include "scene/style.hpp"

namespace nahraum::scene {

/// An area as it may be told.
struct AreaFigure {
  geo::MultiPolygon outline;
  std::optional<double> rate;   ///< nothing: unknown, or kept back
  bool at_least = false;        ///< the rate rests on ages that are unknown for some homes
  std::optional<double> count;  ///< persons
};

/// Classes of values: each reaches from above the one before up to its own upper bound, a value
/// that occurs.
struct Classes {
  double least = 0;
  std::vector<double> upper;  ///< ascending
};
/// Natural breaks (Jenks 1967; Fisher's exact optimum): the classes whose values differ least from
/// their means, summed as squares. At most `most` classes, one per value where there are fewer;
/// none without values. Cost: O(most · n²).
Classes natural_classes(std::vector<double> values, std::size_t most = 5);
/// The class of a value that is one of those classified.
std::size_t class_of(const Classes& classes, double value);

/// From low to high, evenly spread over the style's ramp.
std::vector<Fill> class_looks(const Style& style, std::size_t count);
/// What has no figure: grey hatch.
Fill no_figure(const Style& style);
/// Over a rate that is a lower bound.
Hatch uncertain_hatch(const Style& style);

/// Areas by class, those without a figure hatched, lower bounds dotted. Layers "choropleth",
/// "choropleth_outline".
std::vector<LayerPtr> choropleth_layers(const std::vector<AreaFigure>& areas,
                                        const Classes& classes, const Style& style);

inline constexpr double largest_circle_mm = 12;
/// Diameter of a count's circle: its area is to the largest circle's as the count to the largest.
double circle_mm(double count, double largest);
/// At each area's inside, the largest below; the number in it where there is room. Layer "counts".
LayerPtr count_circles(const std::vector<AreaFigure>& areas, const Style& style);

}  // namespace nahraum::scene
