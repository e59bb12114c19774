#pragma once
/// Statistical disclosure: counts of persons that are too small are neither shown nor exported
/// (domain notes §3.6). The minimum is PeopleRules::min_count.

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace nahraum::model {

/// Nobody may be shown, and `min_count` or more. Counts are never negative.
bool may_show(long count, int min_count);

/// Which parts of a whole may be shown beside it: small ones may not, and enough others are kept
/// back with them that no small count follows by subtraction, the smallest first (complementary
/// suppression, Hundepool et al. 2012, Statistical Disclosure Control, ch. 4). Unknown (negative)
/// parts are never shown.
std::vector<bool> may_show_parts(const std::vector<long>& parts, int min_count);

/// The same as texts: "1.204", "< 5" for a small part, "–" for one unknown or kept back with it.
std::vector<std::string> parts_text(const std::vector<long>& parts, int min_count,
                                    base::Language language);

/// The count as it may leave the program: nothing where it is unknown or masked.
std::optional<int> disclosed(const std::optional<int>& count, int min_count);

/// "1.204", "< 5" for a masked count, "–" for an unknown one.
std::string count_text(const std::optional<int>& count, int min_count, base::Language language);

}  // namespace nahraum::model
