#pragma once
/// Who comes to people's homes, as a sentence.

#include <string>

#include "analysis/mobile.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {

/// "Home-care service: of 1,204 people aged 80 and over, 30 live in no known service area, 812 in
/// that of one provider only, 362 in those of several." Counts that may not be told are "fewer than
/// 5" or "some"; "" where nobody's number is known.
std::string sentence(const analysis::MobileGroup& group, AgeGroup age,
                     const model::ServiceType& type, int min_count);

}  // namespace nahraum::scene
