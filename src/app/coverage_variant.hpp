#pragma once
/// Answers to one question that are given side by side.

#include "analysis/certainty.hpp"

namespace nahraum::app {

/// Which offers count: all, or those of them that are open at a time of the week; with those whose
/// hours are unknown it is the most that can be.
enum class Counted { all, open, open_or_unknown };
const char* to_text(Counted counted);                ///< "open_or_unknown"
const char* to_text(analysis::Certainty certainty);  ///< "cautious"

struct Variant {
  Counted counted = Counted::all;
  analysis::Certainty certainty = analysis::Certainty::optimistic;
  bool operator==(const Variant&) const = default;
};

}  // namespace nahraum::app
