#pragma once
/// Which figures of need may be shown side by side. A unit's ages are shown whole or not at all, so
/// that no small count follows by subtraction (model/disclosure.hpp).

#include <vector>

#include "app/need_question.hpp"

namespace nahraum::app {

/// Ages that every unit can be asked for, out of those that the indicators need; ascending.
std::vector<int> known_breaks(const analysis::NeedUnit& district);
/// As many of the known ages, the most needed first, as cost no unit its figures.
std::vector<int> affordable_breaks(const std::vector<NeedRow>& rows, const std::vector<int>& known,
                                   int min_count);
/// Fills `shown`, `total_shown` and `breaks` of units whose sum is shown beside them. Those that
/// are true in `kept_back` are kept back in any case.
void judge_units(std::vector<NeedRow>& rows, const std::vector<int>& breaks, int min_count,
                 const std::vector<bool>& kept_back = {});
/// The same for the district by itself: ages are joined until no group is small.
void judge_district(NeedRow& row, const std::vector<int>& breaks, int min_count);

/// The ages between which a pyramid of the district may count: its five-year ages and those of
/// `row.breaks`, never one that was kept back there, joined until no group is small, each sex by
/// itself where both are known. Empty where nothing may be shown.
std::vector<int> pyramid_breaks(const NeedRow& row, int min_count);

}  // namespace nahraum::app
