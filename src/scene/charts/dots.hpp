#pragma once
/// Named points of a chart. A name stands beside its point where it covers nothing; the others are
/// listed below, by the number in their point.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct Dot {
  std::string id, name;
  geo::Point at_mm;
  double radius_mm = 1.6;
  std::size_t series = 0;
  bool hollow = false;   ///< only the rim: uncertain, or not yet there
  double around_mm = 0;  ///< what else surrounds it, beyond its radius: the name stands outside
};

/// Points and names inside `area`, and marks "dot ID". Names keep off `taken` too. Returns the
/// indices of those whose names found no room. Cost: O(n²).
std::vector<std::size_t> add_dots(Chart& chart, const std::vector<Dot>& dots, const geo::Box& area,
                                  std::vector<geo::Box> taken, const ChartPens& pens);

/// "3 Wohnungsverein · 7 Apotheke" in lines below; nothing for none. Numbers count from 1.
Block dot_list(const std::vector<Dot>& dots, const std::vector<std::size_t>& which, double width_mm,
               const ChartPens& pens);

}  // namespace nahraum::scene
