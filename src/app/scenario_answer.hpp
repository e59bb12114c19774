#pragma once
/// A scenario's answer beside the project's own.

#include "app/answer.hpp"

namespace nahraum::app {

/// Both answers are seen in turn: a group of the scenario's in which they differ by fewer than
/// `min_count` people, so that one would tell them from the other, becomes unknown. `base`: the
/// same profile's district without the scenario. Cost: one search. Errors: cancelled, by exception.
void keep_back_small_shifts(const analysis::District& base, Answer& answer, int min_count,
                            jobs::Context& context);

}  // namespace nahraum::app
