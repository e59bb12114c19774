#pragma once
/// Calendar days as whole numbers: days since 1970-01-01, negative before.

#include <optional>
#include <string>
#include <string_view>

namespace nahraum::base {

/// Today in ISO, on this machine's clock and in its time zone; the day of $SOURCE_DATE_EPOCH where
/// that is set, so that a file or a picture can be made again byte by byte.
std::string today();
/// Nothing for what is no date of the calendar ("2027-02-30", "soon").
std::optional<int> day_of(std::string_view iso_date);
std::optional<int> day_of(int year, int month, int day);
std::string iso_of(int day);
int year_of(int day);
/// 1 … 12.
int month_of(int day);
/// The same day of the month, or its last one: 31 August + 6 months is 28 or 29 February.
int months_later(int day, int months);

}  // namespace nahraum::base
