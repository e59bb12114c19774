#pragma once
/// Ages band by band, names, dates and households of statistical areas, as tables state them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.hpp"

namespace nahraum::io {

/// The columns of one table that a cell's statistics are read from.
struct AgeColumns {
  struct Band {
    std::size_t column = 0;
    model::AgeCount band;  ///< without persons
  };
  std::vector<Band> bands;
  std::optional<std::size_t> name, date, living_alone_65, households_65;

  /// Persons by band; suppressed and unreadable (counted) ones are unknown.
  model::AreaStatistics read(const std::vector<std::string>& row, bool decimal_comma,
                             long& unreadable) const;
};

/// Every column of an age band in persons, of one sex ("65 bis unter 70 weiblich", "w_65_69") or
/// both; shares are left out.
AgeColumns age_columns(const std::vector<std::string>& header);

/// "31.12.2025" → "2025-12-31"; "2012" and ISO dates as they are; "" for anything else.
std::string iso_date_of(std::string_view text);

}  // namespace nahraum::io
