#pragma once
/// Where people may sit down on their way: the rules of assets/catalogue/rests.yaml.

#include "model/sourced.hpp"

namespace nahraum::model {

struct RestRules {
  struct Value {
    double value = 0;
    Sourced evidence;
  };
  /// Whether seats of a kind count, and what says so.
  struct Kind {
    bool counts = true;
    Sourced evidence;
  };
  Kind bench;    ///< benches, loungers, picnic tables
  Kind stop;     ///< stops with bench=yes
  Kind shelter;  ///< shelters without bench=no
  Kind square;   ///< place=square
  /// A seat serves every walkable way that passes within this distance, m.
  Value serves_within{15, {}};
  /// Places for new seats lie at most this far apart along a street, m.
  Value candidate_spacing{50, {}};
};

}  // namespace nahraum::model
