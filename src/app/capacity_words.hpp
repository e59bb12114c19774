#pragma once
/// The parts that a capacity answer's sentence and remarks are made of, in the user's language.

#include <initializer_list>
#include <string>
#include <utility>

#include "app/capacity_answer.hpp"

namespace nahraum::app {

std::string number_text(double value, int decimals);
/// Whole numbers without, others with one decimal.
std::string plain_text(double value);
/// "12 places “Day care”", "1,5 Plätze Tagespflege".
std::string amount_text(double amount, const CapacityAnswer& answer);
/// "places “Day care”", one or many.
std::string unit_text(const CapacityAnswer& answer, bool one);
/// "within a walk of 20 minutes"
std::string within_walk(const analysis::Limit& limit);
/// "people aged 80 and over"
std::string people_text(scene::AgeGroup group);
/// The service's name, or what and where it is.
std::string name_of(const model::Service& service, const model::ServiceType& type);
/// "1.204"; a number that would tell a small rest to the nearest ten: "about 1,200".
std::string count_text(long persons, bool exact);

/// No service states a capacity: each counts as one.
bool only_counted(const CapacityAnswer& answer);
/// Any service of known capacity meets a street.
bool any_supply(const CapacityAnswer& answer);

using Filled = std::initializer_list<std::pair<const char*, std::string>>;
/// The sentence with {people}, {within}, {profile} and `more` filled in; begins with a capital.
std::string fill(const char* form, const CapacityAnswer& answer, Filled more = {});

}  // namespace nahraum::app
