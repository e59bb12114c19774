#pragma once
/// What a value rests on.

#include <string>

namespace nahraum::model {

/// How well a value is founded: [V] verified in the source, [K] from the literature, [D] our own
/// assumption ("Annahme"). Printed wherever the value is.
enum class Mark { verified, literature, assumption };

struct Sourced {
  Mark mark = Mark::assumption;
  std::string source;  ///< "domain notes V5: Sozialplanung für Senioren, Indikatoren 3.1, 3.3"
};

}  // namespace nahraum::model
