#pragma once
/// `nahraum coverage --basket`.

#include "app/coverage_run.hpp"

namespace nahraum::app {

/// `base`: the same run on the project as it is, where `run` is on a scenario. Errors: the data
/// name none of the types; what the file says.
base::Result<void> run_basket(const CoverageRun& run, const std::optional<CoverageRun>& base,
                              const std::vector<const model::ServiceType*>& types,
                              Console& console);

}  // namespace nahraum::app
