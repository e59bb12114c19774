#pragma once
/// A capacity answer in words.

#include <string>
#include <vector>

#include "app/capacity_answer.hpp"

namespace nahraum::app {

/// "For 259 people aged 80 and over within a walk of 20 minutes there are 12 places “Day care”: 46
/// per 1,000." Figures that may not be shown are not in it.
std::string capacity_sentence(const CapacityAnswer& answer);
/// What belongs beside it, one sentence each: who has none, the planning ratio, the group gap, the
/// Gini, assumptions, services left out, those without people in reach, the edge of the data.
std::vector<std::string> capacity_remarks(const CapacityAnswer& answer);

}  // namespace nahraum::app
