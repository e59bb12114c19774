#pragma once
/// How far, how large, which way is north: for window and sheet.

#include <string>

#include "scene/block.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// What the projection does at a place.
struct GridTruth {
  double grid_per_ground = 1;  ///< metres on the grid for one on the ground (UTM: 0.9996 … 1.001)
  double grid_north_deg = 0;   ///< grid north, east of true north (meridian convergence)
};
/// Errors become "no distortion": the bar is then true on the grid.
GridTruth grid_truth(int epsg, geo::Point at);

/// The longest round length (1, 2, 5 · 10ⁿ m) that fits into `max_mm`. Ground metres.
double round_length_m(double denominator, double grid_per_ground, double max_mm);

/// A bar of four fields with round, ground-true lengths.
Block scale_bar(double denominator, const GridTruth& truth, double max_mm, const Type& type,
                const Style& style, const TextMeasure& measure);
/// Needle and "N", `height_mm` high, pointing to grid north, which is up.
Block north_arrow(double height_mm, const Type& type, const Style& style);
/// "Up is grid north; true north lies 2.2° further west."
std::string north_note(const GridTruth& truth);
/// "1:5.000"
std::string scale_text(double denominator);

}  // namespace nahraum::scene
