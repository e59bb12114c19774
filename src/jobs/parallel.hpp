#pragma once
/// Fork-join over an index range.

#include <cstddef>
#include <functional>

#include "jobs/context.hpp"

namespace nahraum::jobs {

/// Calls `body(index, worker)` for every index in [0, count), `worker` in [0, context.threads()).
/// Indices are handed out in blocks of `grain`, in any order: write results to slot `index` only,
/// then they are the same on any number of threads. The first exception is rethrown here.
void parallel_for(Context& context, std::size_t count, std::size_t grain,
                  const std::function<void(std::size_t index, int worker)>& body);

}  // namespace nahraum::jobs
