#pragma once
/// What changes for whom between two states of one project.

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// gained, lost: from the gap to within the limit and back; nearer, farther: as before within or
/// beyond it, but by at least a second; unclear: not assessable in one of the two; added, removed:
/// the home is in one of the two only.
enum class Shift { gained, lost, nearer, farther, same, unclear, added, removed };
const char* to_text(Shift shift);

/// A home of the district. Where it is in one state only, the other's answer is empty.
struct HomeShift {
  std::int32_t home = 0;  ///< id
  geo::Point at;
  Shift shift = Shift::same;
  HomeReach before, after;
};

/// Persons of one group, or homes. Those who live in both states: within the limit in both (kept),
/// in the later one only (gained), in the earlier one only (lost), in neither (missing), not
/// assessable in one of them (unclear). Those who live in one of them only are counted apart.
struct GroupShift {
  bool known = false;  ///< false: the group's numbers are not known for any home
  long kept = 0, gained = 0, lost = 0, missing = 0, unclear = 0;
  long added = 0, added_within = 0, added_beyond = 0;
  long removed = 0, removed_within = 0, removed_beyond = 0;
  /// Of those who live in both and whose way is known in both, so that the two can be compared;
  /// nothing where half of them or more get nowhere.
  std::optional<base::Seconds> median_before, median_after;
};

struct ScenarioShift {
  std::vector<HomeShift> homes;  ///< ascending by id, removed ones first where an id is there twice
  GroupShift all, age_65, age_80, by_home;
  long nearer = 0, farther = 0;  ///< homes
};

/// `before`, `after`: the two states with the reach to the same type. A home is the same where id,
/// place and residents are. Homes of the district only. Cost: O(homes · log homes). Disclosure:
/// callers.
ScenarioShift compare_states(const District& before, const std::vector<HomeReach>& reach_before,
                             const District& after, const std::vector<HomeReach>& reach_after,
                             const Limit& limit);

}  // namespace nahraum::analysis
