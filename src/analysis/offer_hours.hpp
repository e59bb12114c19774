#pragma once
/// Which offers are open when, as far as the project's data say so.

#include <optional>
#include <vector>

#include "analysis/reach.hpp"
#include "model/opening_hours.hpp"

namespace nahraum::analysis {

/// What is known about the hours of one offer.
struct OfferHours {
  std::size_t service = 0;                   ///< index of Project::services
  std::optional<model::OpeningHours> hours;  ///< nothing: none stated, or not readable
  std::optional<model::Unread> unread;       ///< why, where something is stated
};
/// An offer without readable hours is unknown at any time.
model::OpenState state_at(const OfferHours& offer, int minute);

/// All offers of the type, rim included, by id; from their tag opening_hours.
/// Cost: O(services + length of the texts).
std::vector<OfferHours> hours_of(const model::Project& project, std::string_view type);

/// Indices of Project::services, by id.
struct OffersAt {
  std::vector<std::size_t> open, closed, unknown;
  std::vector<std::size_t> open_or_unknown() const;  ///< open ones first
};
/// The minute is that of arrival: an offer counts when it is open at that minute.
OffersAt offers_at(const std::vector<OfferHours>& offers, int minute);

/// Gates of the given services, by id.
Targets targets_of(const District& district, const std::vector<std::size_t>& services);

}  // namespace nahraum::analysis
