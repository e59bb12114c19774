#pragma once
/// The present answer graded by a standard: what can be chosen, and the figures that follow the
/// thresholds while they are moved. The ways are the answer's; nothing is searched again.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/grading.hpp"
#include "app/answer.hpp"

namespace nahraum::app {

/// What is asked of the grades.
struct Grading {
  /// "": the first that states two values for the type, else the first that judges it.
  std::string standard;
  std::optional<analysis::Thresholds> own;  ///< moved by hand
  std::string against;                      ///< a second standard; "": none
  friend bool operator==(const Grading&, const Grading&) = default;
};

/// Where a slider of that unit goes, metres or seconds.
struct LimitRange {
  analysis::Limit::Kind kind = analysis::Limit::Kind::metres;
  double low = 100, high = 2000, step = 50;
};
LimitRange slider_range(analysis::Limit::Kind kind);
/// The nearest limit that the slider can stand on.
analysis::Limit on_slider(const LimitRange& range, double value);

/// Persons within a limit, beyond it and unknown, as they stand elsewhere in the window.
struct ToldCounts {
  analysis::Counts covered, gap, unknown;
};

/// Values only, never changes, may be shared.
struct Graded {
  std::shared_ptr<const Answer> of;
  Grading by;
  std::string standard;  ///< its id; "" where none judges the type
  analysis::Thresholds stated, thresholds;
  LimitRange range;
  std::string second;                      ///< id of the standard compared with; "" none
  std::optional<analysis::Limit> against;  ///< its limit
  /// Persons are −1 where they may not be told: in a scenario, beside the project's own.
  analysis::GradeCounts counts;
  analysis::Comparison between;
  std::vector<ToldCounts> told;
  /// For the map: holds for all thresholds of `range` and of the standards.
  std::shared_ptr<const analysis::GradeGroups> groups;
  bool own() const { return !(thresholds == stated); }
};

/// Of the catalogue, in its order.
std::vector<const model::Standard*> standards_for(const model::ServiceType& type,
                                                  const model::Catalogue& catalogue);
/// `before`: the grades until now, whose groups are kept where they hold. `answer` is not null.
/// Cost: O(homes); milliseconds for a town. Pure.
std::shared_ptr<const Graded> grade(std::shared_ptr<const Answer> answer, const Grading& by,
                                    const model::Catalogue& catalogue, const Graded* before);

}  // namespace nahraum::app
