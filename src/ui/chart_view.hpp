#pragma once
/// Charts in panels, with the table beside each: shown, pointed at, copied.

#include <optional>
#include <string>

#include "scene/charts/chart.hpp"
#include "ui/chart_pen.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// What a chart of this width is laid out with. Text is as large as the panels' small text.
class ChartPaper {
 public:
  ChartPaper(const Kit& kit, scene::Theme theme, float width_px);
  ChartPaper(const ChartPaper&) = delete;
  ChartPaper& operator=(const ChartPaper&) = delete;

  double width_mm() const { return width_mm_; }
  const scene::ChartPens& pens() const { return pens_; }
  float px_per_mm() const { return px_per_mm_; }

 private:
  float px_per_mm_;
  double width_mm_;
  scene::Style style_;
  scene::TextMeasure measure_;
  scene::ChartPens pens_;
};

/// What happened to a chart in this frame.
struct ChartTouch {
  std::optional<std::string> under;    ///< the mark under the mouse
  std::optional<std::string> clicked;  ///< the mark that was clicked
  bool held = false;                   ///< the mouse went down on the chart and is not released
  geo::Point at_mm;                    ///< of the mouse, from the chart's corner
};
/// An item named `label` as large as the chart, at the cursor.
ChartTouch show_chart(const Kit& kit, const ChartPaper& paper, const char* label,
                      const scene::Chart& chart);

/// The figures as a table that scrolls sideways, and a button that copies them for a spreadsheet.
void show_chart_table(const Kit& kit, const char* label, const scene::ChartTable& table);
/// Rows as lines, cells between tabs; line breaks and tabs in cells become spaces.
std::string tab_separated(const scene::ChartTable& table);

}  // namespace nahraum::ui
