#pragma once
/// Statistical disclosure where figures stand beside each other: overlapping sets of people, and
/// tables with sums. The rules for one count and for the parts of one whole are in
/// model/disclosure.hpp.

#include <cstdint>
#include <vector>

namespace nahraum::model {

/// Which counts of overlapping sets of homes may be shown beside those of `shown_anyway`: none that
/// is small, and none that is a shown one less a small rest (the rest would follow by
/// subtraction). Sets ascending, of indices into `persons`.
std::vector<bool> may_show_sets(const std::vector<std::vector<std::uint32_t>>& sets,
                                const std::vector<std::vector<std::uint32_t>>& shown_anyway,
                                const std::vector<int>& persons, int min_count);

/// Which cells of a table may be shown whose columns' sums are known: rows of a total and its
/// parts, all of one length, negative where unknown. Small cells may not, and enough others are
/// kept back with them that none follows by subtraction within its row or its column (complementary
/// suppression, Hundepool et al. 2012, ch. 4; not against combinations of several lines).
std::vector<std::vector<bool>> may_show_table(const std::vector<std::vector<long>>& rows,
                                              int min_count);

}  // namespace nahraum::model
