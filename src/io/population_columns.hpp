#pragma once
/// Which column of a table says how many people of which age: offices have no common names.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.hpp"

namespace nahraum::io {

/// Ages `from` ≤ age < `below` in years; open upwards without `below`.
struct AgeBand {
  int from = 0;
  std::optional<int> below;
  friend bool operator==(const AgeBand&, const AgeBand&) = default;
};

/// "65 bis unter 70", "a70bis79", "65-69", "80 und älter", "ab65", "65+", "unter 5" …; nothing for
/// other names.
std::optional<AgeBand> age_band_of(std::string_view column);

/// The columns of one table that residents are read from.
struct PopulationColumns {
  std::optional<std::size_t> all;
  std::vector<std::size_t> age_65;  ///< added up; empty: not stated
  std::vector<std::size_t> age_80;
  bool share_65 = false;  ///< percent of all, not persons
  bool share_80 = false;

  bool any() const { return all || !age_65.empty() || !age_80.empty(); }
  /// Persons of a record; `unreadable` counts cells that are neither a number nor suppressed.
  /// Ages above the total are cut to it and counted in `contradictions`.
  model::Residents read(const std::vector<std::string>& row, bool decimal_comma, long& unreadable,
                        long& contradictions) const;
};

/// A column's name for comparing: lower case, umlauts spelt out, other signs one blank.
std::string simplified_name(std::string_view name);
/// Of simplified names.
bool names_one_sex(const std::string& name);
/// "Anteil", "%", the census's "_A".
bool names_share(const std::string& name, std::string_view raw);
/// The column's number; nothing where it is suppressed, unreadable (counted) or negative.
std::optional<double> read_figure(const std::vector<std::string>& row, std::size_t column,
                                  bool decimal_comma, long& unreadable);

/// Columns of one sex are left out. Age bands count when together they reach from 65 (80) upwards.
PopulationColumns population_columns(const std::vector<std::string>& header);

}  // namespace nahraum::io
