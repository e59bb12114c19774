#pragma once
/// How a place gets to both ends of the edge it meets.

#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// Nothing is reached from a place without a street. On the network as it is, which may have been
/// changed since the district was prepared.
Access access_of(const WalkNetwork& network, const Snap& snap);

}  // namespace nahraum::analysis
