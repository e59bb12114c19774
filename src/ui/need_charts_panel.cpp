#include "app/need_charts.hpp"
#include "base/translate.hpp"
#include "scene/charts/deviations.hpp"
#include "ui/chart_view.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// The chart, and on demand its figures.
void show_with_table(const Kit& kit, const ChartPaper& paper, const std::string& label,
                     const scene::Chart& chart, bool& as_table) {
  show_chart(kit, paper, label.c_str(), chart);
  kit.check(std::string(tr("Show the figures")) + "##" + label, as_table);
  if (as_table) show_chart_table(kit, (label + " table").c_str(), chart.table);
}

}  // namespace

void need_charts_panel(const Kit& kit, const app::NeedCharts& charts, scene::Theme theme,
                       PanelMemory& memory) {
  const ChartPaper paper(kit, theme, ImGui::GetContentRegionAvail().x);
  if (charts.pyramid) {
    kit.gap(4);
    kit.strong(tr("Population by age"));
    show_with_table(kit, paper, "pyramid",
                    scene::pyramid(*charts.pyramid, paper.width_mm(), paper.pens()),
                    memory.pyramid_table);
    kit.caption(charts.pyramid_note);
  }
  if (charts.strongest.empty()) return;
  kit.gap(4);
  kit.strong(tr("Profile"));
  kit.caption(charts.strongest);
  show_with_table(kit, paper, "profile",
                  scene::deviations(charts.profile, paper.width_mm(), paper.pens()),
                  memory.profile_table);
}

}  // namespace nahraum::ui
