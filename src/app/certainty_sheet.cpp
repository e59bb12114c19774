#include "app/certainty_sheet.hpp"

#include "app/coverage_report.hpp"
#include "app/print_sheet.hpp"
#include "scene/sheet_certainty.hpp"

namespace nahraum::app {

scene::SheetAnswer certainty_answer(const Workspace& workspace, const Answer& optimistic,
                                    const Answer& cautious, scene::Theme theme) {
  const auto& catalogue = workspace.catalogue;
  CoverageRow best, worst;
  best.coverage = optimistic.coverage;
  worst.coverage = cautious.coverage;
  keep_back_small_differences(best, worst, catalogue.people.min_count);
  scene::SheetSpan span{sheet_result(cautious, catalogue), sheet_result(optimistic, catalogue)};
  span.cautious.coverage = worst.coverage;
  return scene::certainty_answer(*workspace.project, catalogue, span, theme);
}

}  // namespace nahraum::app
