#pragma once
/// What missing tags leave open, as a sentence.

#include <string>

#include "scene/sentence.hpp"

namespace nahraum::scene {

/// Missing tags count as bad, and as good. Of a group that is kept back the first is −1.
struct CoverageSpan {
  const analysis::Coverage& cautious;
  const analysis::Coverage& optimistic;
};

/// "At least 120 and at most 133 of 212 people aged 80 and over reach a pharmacy in 10 minutes
/// (rollator): between them it depends on what nobody has mapped." Homes where no residents are
/// known; what is too small to be told, or would tell it, is not.
std::string sentence(const CoverageSpan& span, const model::ServiceType& type,
                     const model::Profile& profile, int min_count);

/// Persons of a group as they may be told: reached even so (cautious), only at best, not even at
/// best, not assessable at best. Together they are the group.
struct SpanParts {
  std::optional<long> sure, open, gap, not_assessable;
};
SpanParts span_parts(const analysis::GroupCoverage& cautious,
                     const analysis::GroupCoverage& optimistic, int min_count);

}  // namespace nahraum::scene
