#pragma once
/// How hours per week are grouped: the rules of assets/catalogue/hours.yaml.

#include <vector>

#include "model/sourced.hpp"

namespace nahraum::model {

struct HoursRules {
  std::vector<double> breaks_h{20, 40, 60};  ///< ascending, hours per week
  Sourced evidence;
};

}  // namespace nahraum::model
