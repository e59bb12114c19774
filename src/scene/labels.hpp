#pragma once
/// Names on the map: where they stand, and which give way.

#include <memory>
#include <optional>
#include <vector>

#include "scene/style.hpp"
#include "scene/text_size.hpp"

namespace nahraum::scene {

/// All that has a name: streets joined into whole lines, places, parks, waters. Made once per
/// project, immutable, thread-safe to read.
class LabelCandidates;
std::shared_ptr<const LabelCandidates> label_candidates(const model::Project& project);

struct LabelRequest {
  double denominator = 5000;
  /// Kept free: symbols, as centres and the diameter around them.
  std::vector<geo::Point> obstacles;
  double obstacle_mm = 5;
  /// Only labels that lie wholly inside (sheets); nothing: all of them.
  std::optional<geo::Box> within;
};

/// The labels of the *whole* project at this scale: what stands where does not depend on the part
/// in view, so panning never makes one jump. No two overlap. Same request, same labels: ties by
/// size, then name. Layer "labels". Cost: O(labels); keep the result while the scale stays.
LayerPtr place_labels(const LabelCandidates& candidates, const LabelRequest& request,
                      const Style& style, const TextMeasure& measure);

}  // namespace nahraum::scene
