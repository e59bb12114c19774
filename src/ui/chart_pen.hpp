#pragma once
/// Draws the items of a chart with ImGui: the same lists that paper gets. Fills are convex, as
/// those of charts are; symbols are left to the map.

#include <imgui.h>

#include "scene/display_list.hpp"
#include "scene/text_size.hpp"
#include "ui/theme.hpp"

namespace nahraum::ui {

struct ChartPen {
  ImDrawList& list;
  const Fonts& fonts;
  ImVec2 origin;  ///< the chart's top left corner, pixels
  float px_per_mm = 3.8f;

  void draw(const scene::Item& item) const;
};

/// Sizes of text as the pen writes it.
scene::TextMeasure chart_measure(const Fonts& fonts, float px_per_mm);

/// The part of a–b inside a convex ring; empty where there is none. For hatches.
geo::Line part_inside(geo::Point a, geo::Point b, const geo::Ring& convex);

}  // namespace nahraum::ui
