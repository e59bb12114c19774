#pragma once
/// Offers whose hours nobody knows, listed; and times of the week in words.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/offer_hours.hpp"

namespace nahraum::app {

/// "Tuesday" / "Dienstag"; 0 is Monday.
std::string weekday_name(int day);
/// "Tuesday 15:00" / "Dienstag 15:00 Uhr"
std::string week_minute_text(int minute);
/// "depends on the season", in the user's language.
std::string unreadable_text(model::Unreadable reason);

/// An offer whose hours leave something open, or should be looked at again.
struct DoubtfulOffer {
  std::int32_t service = 0;
  std::string name;
  std::string hours;   ///< as stated, "" when nothing is
  std::string reason;  ///< stable: "not_stated", "by_appointment", or that of model::to_text
  std::string words;   ///< the reason in the user's language
};
/// Those that are unknown at the minute; without a minute, those that are at any.
std::vector<DoubtfulOffer> unknown_offers(const model::Project& project,
                                          const std::vector<analysis::OfferHours>& offers,
                                          std::optional<int> minute);
/// Those that are open between one and five at night but not at all times, reason "at_night": they
/// count as stated, and are more often a slip ("02:00-18:30") than a night duty.
std::vector<DoubtfulOffer> night_offers(const model::Project& project,
                                        const std::vector<analysis::OfferHours>& offers);
/// One line each, at most `most` of them, the rest counted.
std::string doubtful_text(const std::vector<DoubtfulOffer>& offers, std::size_t most);
nlohmann::json doubtful_json(const std::vector<DoubtfulOffer>& offers);

}  // namespace nahraum::app
