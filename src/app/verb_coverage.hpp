#pragma once
/// The question of `nahraum coverage`, asked of a workspace that is open.

#include "analysis/certainty.hpp"
#include "app/coverage_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

struct CoverageAnswer {
  std::vector<CoverageRow> rows;  ///< with --certainty span two of each type
  std::shared_ptr<const analysis::District> district;
  std::vector<analysis::MissingFact> facts;  ///< of a single type with --certainty span
  std::vector<scene::MethodLine> method;
};
/// Errors: unknown services, profile, standard; a limit, way or time that is none.
base::Result<CoverageAnswer> ask_coverage(const CoverageOptions& options,
                                          const Workspace& workspace, jobs::Context& context);

}  // namespace nahraum::app
