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

/// Which rows of a table of persons (units by groups, whose column sums are shown beside it) may be
/// shown: a row with a small count is kept back whole, and with it the smallest further rows until
/// what all kept back have in common in every column, which follows by subtraction, is no small
/// count and nobody's alone. Row sums may be shown unless small. Unknown (negative) counts are
/// nobody's. Rows that are true in `kept_back` are kept back in any case.
std::vector<bool> may_show_rows(const std::vector<std::vector<long>>& rows, int min_count,
                                const std::vector<bool>& kept_back = {});

/// The coarsest change of `breaks` (ascending, the first stays) after which no group between two of
/// them is small: groups are joined with their smaller neighbour. `counts[i]` are the groups that
/// begin at break i, more than one where they are counted apart; nothing where even the whole is.
std::vector<int> breaks_to_show(std::vector<int> breaks, std::vector<std::vector<long>> counts,
                                int min_count);

/// The same as texts: "1.204", "< 5" for a small part, "–" for one unknown or kept back with it.
std::vector<std::string> parts_text(const std::vector<long>& parts, int min_count,
                                    base::Language language);

/// The count as it may leave the program: nothing where it is unknown or masked.
std::optional<int> disclosed(const std::optional<int>& count, int min_count);

/// "1.204", "< 5" for a masked count, "–" for an unknown one.
std::string count_text(const std::optional<int>& count, int min_count, base::Language language);

}  // namespace nahraum::model
