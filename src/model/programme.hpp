#pragma once
/// A programme that pays for work in neighbourhoods, as far as it is known on a day: a row of
/// assets/catalogue/funding.yaml. Nothing is a promise: rules change with every call.

#include <optional>
#include <string>
#include <vector>

#include "model/label.hpp"
#include "model/sourced.hpp"

namespace nahraum::model {

struct Programme {
  std::string id;                     ///< "hilfswerk": stays, sources of money refer to it
  Label label;                        ///< its name
  Label who;                          ///< who may apply
  Label terms;                        ///< quota, caps and conditions in words
  Label duration;                     ///< in words
  bool own = false;                   ///< own money: counts as own share
  std::optional<double> rate;         ///< at most, % of the eligible cost; nothing: not stated
  std::optional<double> cap;          ///< at most, € a year
  std::optional<double> cap_in_all;   ///< at most, € over all years
  std::optional<double> own_share;    ///< at least, %
  std::optional<int> from, to;        ///< years that it pays in
  std::vector<std::string> eligible;  ///< cost types (CostItem::type); empty: not stated
  std::string closed;  ///< ISO date on which the last known call ended, "" none is known
  std::string link;    ///< where the current call stands, "" where the source names none
  std::string stand;   ///< ISO date or year of what is known
  Sourced evidence;
};

}  // namespace nahraum::model
