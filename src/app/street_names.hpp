#pragma once
/// Where a place is, in a word.

#include <string>

#include "analysis/reach.hpp"

namespace nahraum::app {

/// The nearest street that has a name, "" where none is within 100 m.
std::string street_near(const analysis::District& district, geo::Point at);

}  // namespace nahraum::app
