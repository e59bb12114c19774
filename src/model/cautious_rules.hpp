#pragma once
/// What a missing tag is taken for in the cautious answer (assets/catalogue/profiles.yaml).

#include <string>
#include <vector>

#include "model/sourced.hpp"

namespace nahraum::model {

/// Lists of `highway=*` values on which a tag that is missing counts as the worse case; what is in
/// none of them is taken as it is in the optimistic answer.
struct CautiousRules {
  std::vector<std::string> rough_surface_on;  ///< no surface: as cobbles
  std::vector<std::string> soft_surface_on;   ///< no surface: as earth or grass
  std::vector<std::string> narrow_on;         ///< no width: too narrow for wheels
  std::vector<std::string> closed_services;   ///< `service=*` without access: private
  bool raised_kerbs = false;                  ///< crossings without kerb: raised
  Sourced evidence;
};

}  // namespace nahraum::model
