#pragma once
/// Actors and their ties. Where they stand is decided elsewhere (analysis/); here they are drawn.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct NetworkNode {
  std::string id, name;
  geo::Point at;              ///< −1 … 1 in both directions, y down
  std::size_t series = 0;     ///< sector
  bool articulation = false;  ///< without it the network falls apart: a ring around the point
  bool isolated = false;      ///< without ties: hollow
};
struct NetworkTie {
  std::size_t a = 0, b = 0;  ///< nodes
  int strength = 1;          ///< 1 … 3: wider
  bool bridge = false;       ///< the only tie between two parts: a cross stroke in its middle
  bool missing = false;      ///< there is none yet, though both serve the same people: dashed
};
struct NetworkSpec {
  std::vector<std::string> series;
  std::vector<NetworkNode> nodes;
  std::vector<NetworkTie> ties;
  std::vector<double> rings;  ///< radii of circles in the same unit, of a map in rings
  std::string first;          ///< head of the table's first column, "Actor"
};
/// As high as wide. Marks: "dot ID". The table: every actor with its ties.
Chart network(const NetworkSpec& spec, double width_mm, const ChartPens& pens);
/// Where a place of the chart lies between −1 and 1.
geo::Point network_place(const NetworkSpec& spec, double width_mm, const ChartPens& pens,
                         geo::Point at_mm);

}  // namespace nahraum::scene
