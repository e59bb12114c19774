#pragma once
/// Measures over time: bars, milestones, what waits for what, today.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct GanttRow {
  std::string id, name;
  std::optional<int> start, end;  ///< days since 1970-01-01, both included; one is nothing: listed
  std::vector<int> milestones;    ///< days
  std::vector<std::size_t> waits_for;  ///< rows
  double done = 0;                     ///< 0 … 1
  bool critical = false;               ///< a delay here delays the end
  std::size_t series = 0;              ///< status
};
struct GanttSpec {
  std::vector<GanttRow> rows;
  std::vector<std::string> series;  ///< "planned", "under way", "done"
  std::optional<int> today;
};
/// From the first to the last day of all, a week of room at either side; a year from today where no
/// row has dates. Marks: "row ID", "bar ID", "start ID", "end ID" (its ends, to drag). Rows without
/// dates keep their line and say so.
Chart gantt(const GanttSpec& spec, double width_mm, const ChartPens& pens);
/// The day that a place of the chart means.
int gantt_day(const GanttSpec& spec, double width_mm, const ChartPens& pens, double x_mm);

}  // namespace nahraum::scene
