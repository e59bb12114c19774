#pragma once
/// Who offers what in the neighbourhood: state, market, non-profit, informal.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "planning/judged.hpp"

namespace nahraum::planning {

enum class Sector : unsigned char { state, market, nonprofit, informal, unknown };
inline constexpr std::size_t known_sectors = 4;

struct MixOffer {
  std::string id;
  std::string group;     ///< field or area that the mix is asked for
  std::string provider;  ///< "" unknown
  Sector sector = Sector::unknown;
};

struct MixRules {
  double dominant_share = 0.8;  ///< a single sector above it is flagged
};

/// The mix of one group. Shares and HHI are of the offers with a known sector; the bounds say what
/// they could be if the unknown ones were known.
struct WelfareMix {
  std::string group;
  std::size_t offers = 0;                              ///< the unknown ones included
  std::array<std::size_t, known_sectors + 1> count{};  ///< per Sector
  std::array<std::optional<double>, known_sectors> share{};
  std::optional<double> hhi;                  ///< Σ share²: 0.25 even … 1 a single sector
  std::optional<double> hhi_least, hhi_most;  ///< nothing without offers
  std::size_t providers = 0;                  ///< different known ones
  std::size_t provider_unknown = 0;           ///< offers

  /// `open`: hangs on the unknown sectors or providers. Without any offer only no_informal is yes.
  Judged single_sector = Judged::no;    ///< one has more than the dominant share
  Judged no_informal = Judged::no;      ///< nothing informal is among the offers
  Judged single_provider = Judged::no;  ///< all offers are of one provider
};

/// One mix per group asked for, in that order; offers of other groups do not count. Asserts
/// nothing. Cost: O(offers log offers). Pure. Source: domain.md §5 [V35; K: Evers & Olk 1996]; HHI
/// [K: Herfindahl 1950; Hirschman 1964]; bounds derived: all unknown in the largest sector, or each
/// in the smallest at that moment (Σ x² is convex) [D].
std::vector<WelfareMix> welfare_mix(const std::vector<MixOffer>& offers,
                                    const std::vector<std::string>& groups,
                                    const MixRules& rules = {});

}  // namespace nahraum::planning
