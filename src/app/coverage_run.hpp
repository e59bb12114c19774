#pragma once
/// What one run of `nahraum coverage` works on, whichever answer it gives.

#include <optional>

#include "analysis/both_ways.hpp"
#include "analysis/standards.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// Whose limits count: the user's, a standard's, or each type's own.
struct CoverageLimits {
  std::optional<analysis::Limit> given;
  const model::Standard* standard = nullptr;
  const model::Standard* against = nullptr;

  std::optional<analysis::Limit> of(const model::ServiceType& type,
                                    const model::Profile& profile) const {
    if (given) return given;
    if (standard) return analysis::limit_of(*standard, type);
    return analysis::default_limit(type, profile);
  }
};

/// Everything that one run of the verb works on.
struct CoverageRun {
  const CoverageOptions& options;
  const Workspace& workspace;
  CoverageLimits limits;
  std::optional<analysis::Way> way;                              ///< none: each type's own
  std::optional<int> at;                                         ///< minute of the week
  std::shared_ptr<const analysis::District> district, cautious;  ///< the second for a span only
};

/// Errors: unknown profile, standard; a limit, way or time that is none.
base::Result<CoverageRun> prepare_run(const CoverageOptions& options, const Workspace& workspace,
                                      jobs::Context& context);

analysis::Way way_of(const CoverageRun& run, const model::ServiceType& type);
std::vector<analysis::HomeReach> reach_of(const CoverageRun& run,
                                          const analysis::District& district,
                                          const model::ServiceType& type, jobs::Context& context);
/// The run's own lines of the method card.
std::vector<scene::MethodLine> own_lines(const CoverageRun& run);

}  // namespace nahraum::app
