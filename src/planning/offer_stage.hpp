#pragma once
/// How far offers stand on their own feet: which of them fall when the coordinator leaves?

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "planning/stress.hpp"

namespace nahraum::planning {

/// initiiert → begleitet → mitverantwortet → selbstorganisiert → verstetigt.
enum class OfferStage : unsigned char {
  initiated,
  accompanied,
  co_responsible,
  self_organised,
  permanent,
};
inline constexpr std::size_t offer_stages = 5;

struct StagedOffer {
  std::string id;
  std::optional<OfferStage> stage;   ///< nothing: not rated
  std::string hand_over_partner;     ///< who goes on with it; "" nobody named
  std::optional<int> hand_over_day;  ///< days since 1970-01-01
};

struct StageCheck {
  std::array<std::size_t, offer_stages> count{};
  std::vector<std::string> unknown;       ///< not rated
  std::vector<std::string> fall;          ///< stage below self_organised, nobody to hand over to
  std::vector<std::string> handed_over;   ///< stage below self_organised, with a partner
  std::vector<std::string> date_missing;  ///< of these: without a date
  std::vector<std::string> repeated;      ///< an id that stands before: counted nowhere else
};
/// All lists by id. Cost: O(n log n). Pure. Source: stages and rule domain.md §5 [D].
StageCheck stage_check(const std::vector<StagedOffer>& offers);

/// What becomes of the stress test's offers, by id, without the coordinator: those that are not
/// rated and have no partner are open; those that are not in `staged` do not hang on the
/// coordinator and stay.
std::vector<OfferState> states_without_coordinator(const std::vector<StressOffer>& offers,
                                                   const std::vector<StagedOffer>& staged);

}  // namespace nahraum::planning
