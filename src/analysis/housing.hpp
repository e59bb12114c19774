#pragma once
/// How dwellings can be lived in with weak legs, joined with who reaches a service from them.

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// Every dwelling is one of these, the first that holds.
enum class Dwelling {
  low_barrier,   ///< stated to have few barriers
  lift,          ///< in a house with a lift
  low_storeys,   ///< on one of the lower storeys, without a lift
  high_storeys,  ///< above them, without a lift
  unknown        ///< the data do not tell
};
inline constexpr std::size_t dwelling_count = 5;
const char* to_text(Dwelling kind);

/// Storeys, the ground floor among them, that count as low without a lift (our assumption [D]).
/// Houses of no more storeys count as having no lift unless one is known.
inline constexpr double low_storeys = 2;

/// The dwellings of one home by kind, and what they may be at most where the data do not tell.
struct HomeDwellings {
  std::array<int, dwelling_count> of{};
  int all = 0;
  int low_barrier_most = 0;
  int high_most = 0;
};
/// Dwellings lie evenly over the storeys [D]: each is as high as its middle; those with few
/// barriers lie lowest. Storeys that are assumed are unknown. More dwellings with few barriers than
/// dwellings: that many dwellings. Most: an unknown lift is there or not, unknown storeys are high
/// or low, and an entrance with steps or a high storey without a lift leaves no dwelling with few
/// barriers where none is stated.
HomeDwellings dwellings_of(const model::Home& home);

/// How many dwellings a fact is known of.
struct KnownDwellings {
  long counted = 0;  ///< in homes whose number of dwellings is tagged or stated, not estimated
  long storeys = 0, lift = 0, entrance = 0, low_barrier = 0;
};
struct DwellingRange {
  long least = 0, most = 0;
};
/// A home with dwellings on high storeys without a lift, in the gap.
struct StrandedHome {
  std::uint32_t home = 0;  ///< index of Project::homes
  int dwellings = 0;
};

/// Columns of the tables, by Within: yes, no (the gap), unknown.
inline constexpr std::size_t within_count = 3;
using DwellingTable = std::array<std::array<long, within_count>, dwelling_count>;

/// Homes of the district only.
struct HousingReach {
  DwellingTable dwellings{};
  /// People of 80 and over live evenly in their home's dwellings [D]; whole persons by largest
  /// remainders, so that columns sum up to those of the coverage. Homes without a dwelling:
  /// unknown.
  DwellingTable age_80{};
  bool age_80_known = false;  ///< of any home
  long homes = 0, all = 0;    ///< dwellings
  long age_80_unknown = 0;    ///< dwellings in homes whose people of 80 and over are unknown
  KnownDwellings known;
  DwellingRange low_within;            ///< few barriers and within the limit
  DwellingRange high_gap;              ///< high without a lift and in the gap
  long to_ask = 0;                     ///< lift and entrance without steps, but barriers not stated
  std::vector<StrandedHome> stranded;  ///< most dwellings first, then by id
};
/// `reach`: per Project::homes. Cost: O(homes log homes). Pure.
HousingReach housing_reach(const model::Project& project, const std::vector<HomeReach>& reach,
                           const Limit& limit);

}  // namespace nahraum::analysis
