#pragma once
/// What one run of `nahraum coverage` works on, whichever answer it gives.

#include <optional>

#include "analysis/both_ways.hpp"
#include "analysis/offer_hours.hpp"
#include "analysis/standards.hpp"
#include "app/coverage_variant.hpp"
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

/// What the run answers side by side: with a time what is open for sure and what may be, with a
/// span missing tags taken as good and as bad. Ordered by offers, the optimistic one first.
std::vector<Variant> variants_of(const CoverageRun& run);
/// The variant of a run that gives the least, and the one that gives the most.
Variant least_of(const CoverageRun& run);
Variant most_of(const CoverageRun& run);
const analysis::District& district_of(const CoverageRun& run, const Variant& variant);
/// Of a run with a time: indices of Project::services that count, by id.
std::vector<std::size_t> offers_at(const CoverageRun& run, Counted counted,
                                   const model::ServiceType& type);
/// Of every home, to the nearest offer that counts, by the way of the run.
std::vector<analysis::HomeReach> reach_of(const CoverageRun& run, const Variant& variant,
                                          const model::ServiceType& type, jobs::Context& context);
/// The run's own lines of the method card.
std::vector<scene::MethodLine> own_lines(const CoverageRun& run);

}  // namespace nahraum::app
