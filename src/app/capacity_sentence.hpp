#pragma once
/// A capacity answer in words.

#include <string>
#include <vector>

#include "app/capacity_answer.hpp"

namespace nahraum::app {

/// "12 places “Day care”", "1,5 Plätze Tagespflege".
std::string amount_text(double amount, const CapacityAnswer& answer);
/// "within a walk of 20 minutes"
std::string within_walk(const analysis::Limit& limit);
/// "people aged 80 and over"
std::string people_text(scene::AgeGroup group);
/// The service's name, or what and where it is.
std::string name_of(const model::Service& service, const model::ServiceType& type);

/// "For 259 people aged 80 and over within a walk of 20 minutes there are 12 places “Day care”: 46
/// per 1,000." Figures that may not be shown are not in it.
std::string capacity_sentence(const CapacityAnswer& answer);
/// What belongs beside it, one sentence each: who has none, the planning ratio, the group gap, the
/// Gini, assumptions, services left out, those without people in reach, the edge of the data.
std::vector<std::string> capacity_remarks(const CapacityAnswer& answer);

}  // namespace nahraum::app
