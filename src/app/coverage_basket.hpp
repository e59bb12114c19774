#pragma once
/// `nahraum coverage --basket`.

#include "app/coverage_run.hpp"

namespace nahraum::app {

/// Errors: the data name none of the types; what the file says.
base::Result<void> run_basket(const CoverageRun& run,
                              const std::vector<const model::ServiceType*>& types,
                              Console& console);

}  // namespace nahraum::app
