#pragma once
/// How many hours of the week an offer is open within reach, home by home.

#include "analysis/offer_hours.hpp"
#include "analysis/pairs.hpp"

namespace nahraum::analysis {

/// The same offers within reach, and when any of them is open.
struct HoursPattern {
  std::vector<std::size_t> offers;        ///< indices of WeekHours::offers, ascending
  std::vector<model::WeekSpan> open;      ///< at least one is open
  std::vector<model::WeekSpan> possible;  ///< at least one is open or may be
  bool open_at(int minute) const;
  bool possible_at(int minute) const;
};

struct WeekHours {
  std::vector<OfferHours> offers;      ///< of the type, by id
  std::vector<HoursPattern> patterns;  ///< each set of offers once, none included; sorted by them
  std::vector<std::uint32_t> of_home;  ///< per Project::homes, index of `patterns`
  /// Per Project::homes: no street near, or the data end within the limit, so that more offers may
  /// lie there: the hours are then a lower bound.
  std::vector<bool> not_assessable;
};

/// Opening times of all offers of the type that the home walks to within the limit, as a union; the
/// time is that of arrival. The same bytes on any number of threads.
/// Cost: one bounded search per offer, and one week per set of offers.
WeekHours week_hours(const District& district, std::string_view type, const Limit& limit,
                     jobs::Context& context);

/// One group's homes of the district by hours per week; persons.
struct HoursGroup {
  long total = -1;            ///< −1: unknown for every home
  long none = 0;              ///< no offer within the limit is ever open or may be
  long unknown_only = 0;      ///< only offers whose hours are unknown
  std::vector<long> classes;  ///< by certain hours: below the first break, …, from the last on
  long not_assessable = 0;
  long homes_unknown = 0;  ///< homes whose residents of this group are unknown
  /// Weighted by persons, of those who can be assessed; hours per week.
  std::optional<double> median_h, median_possible_h;
};
/// `breaks_h` ascending, in hours per week.
HoursGroup hours_of_group(const model::Project& project, const WeekHours& week,
                          std::optional<int> model::Residents::*group,
                          const std::vector<double>& breaks_h);

/// Homes of the district (indices, ascending) that have an offer within reach that is open at the
/// minute, or that may be.
std::vector<std::uint32_t> served_at(const model::Project& project, const WeekHours& week,
                                     int minute, bool possible);

}  // namespace nahraum::analysis
