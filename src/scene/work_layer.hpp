#pragma once
/// What a module of the course puts on the map: signs with a letter, and strokes between them.

#include <string>
#include <vector>

#include "scene/style.hpp"

namespace nahraum::scene {

struct WorkSign {
  geo::Point at;
  std::string text;  ///< one to three letters
  Color color;
  double size_mm = 0;  ///< 0: as all signs are
  bool triangle = false;
};
/// The sign as it is drawn, for legends as well.
Symbol work_symbol(const WorkSign& sign, const Style& style);
struct WorkStroke {
  geo::Line line;
  Color color;
  double width_mm = 0.5;
  bool dashed = false;
};

/// Strokes below, signs above, both with a halo. Layer "work"; null where there is nothing.
LayerPtr work_layer(const std::vector<WorkSign>& signs, const std::vector<WorkStroke>& strokes,
                    const Style& style);

}  // namespace nahraum::scene
