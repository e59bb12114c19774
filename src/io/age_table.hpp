#pragma once
/// Ages by area from a statistics table without polygons: an earlier year, or the town to compare
/// with.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/project.hpp"

namespace nahraum::io {

struct AgeRow {
  std::vector<std::string> keys;  ///< every field of the record that is no figure
  std::vector<model::AgeCount> ages;
};
struct AgeTable {
  std::string source;
  std::string date;  ///< ISO date or year, "" unknown
  std::vector<AgeRow> rows;
  std::optional<AgeRow> total;  ///< the record "Insgesamt"
};

/// As the tables of read_population, wide or long; `year` chooses one of a long table's.
/// Errors: those of DelimitedText; bad_input without residents or ages; not_found (year).
base::Result<AgeTable> read_age_table(const std::filesystem::path& file, std::optional<int> year,
                                      std::vector<model::ReportEntry>& report);

/// Whether two keys name the same area: "0101", "101" and "101.0" are one.
bool same_area(std::string_view a, std::string_view b);

}  // namespace nahraum::io
