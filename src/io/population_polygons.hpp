#pragma once
/// Residents of polygons (blocks, quarters): in their attributes or in a statistics table beside.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/population_ages.hpp"
#include "io/population_columns.hpp"
#include "io/report.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {

/// A statistics table: one record per block, totals row apart.
struct StatisticsTable {
  std::string source;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> totals;  ///< the record "Insgesamt", empty without one
  PopulationColumns columns;
  AgeColumns ages;
  bool decimal_comma = true;
};

/// The header is the first of the file's first ten records that names residents or ages; or the
/// table is long (io/population_long.hpp) and is turned to one record per area, for `year` or the
/// latest that it has. Errors: bad_input when neither; not_found for a year that it has not.
base::Result<StatisticsTable> read_statistics(const std::filesystem::path& file, Report& report,
                                              std::optional<int> year = {});

/// Cells of the polygons that touch `box`. With a table the polygons' own figures are not used; the
/// key columns are the pair that matches most. Errors: bad_input when nothing states residents or
/// no key matches.
base::Result<std::vector<model::PopulationCell>> population_of_polygons(
    const VectorLayer& layer, const std::string& source, const geo::Box& box,
    const std::optional<StatisticsTable>& table, Report& report);

}  // namespace nahraum::io
