#pragma once
/// Statistical disclosure: counts of persons that are too small are neither shown nor exported
/// (domain notes §3.6). The minimum is PeopleRules::min_count.

#include <optional>
#include <string>

#include "base/text.hpp"

namespace nahraum::model {

/// Nobody may be shown, and `min_count` or more. Counts are never negative.
bool may_show(long count, int min_count);

/// The count as it may leave the program: nothing where it is unknown or masked.
std::optional<int> disclosed(const std::optional<int>& count, int min_count);

/// "1.204", "< 5" for a masked count, "–" for an unknown one.
std::string count_text(const std::optional<int>& count, int min_count, base::Language language);

}  // namespace nahraum::model
