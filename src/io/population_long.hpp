#pragma once
/// Long statistics tables: one figure per record, with the area, the year and the age in columns of
/// their own ("raum_id,raum,jahr,zeile,zahl"), as open-data portals publish them.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "io/delimited_text.hpp"
#include "io/report.hpp"

namespace nahraum::io {

struct LongLayout {
  std::size_t area = 0, label = 0, value = 0;
  std::optional<std::size_t> name, year, sex;
};

/// Nothing where the header is not that of a long table.
std::optional<LongLayout> long_layout_of(const Row& header);

/// A long table turned wide: header and one record per area of one year, in the order of the areas'
/// first appearance.
struct WideTable {
  Row header;  ///< the area's column, its name's, "Jahr", "Einwohner", then the bands
  std::vector<Row> rows;
};

/// Reads the rest of `text`. Without `year` the latest. The second figure of the same area, year
/// and band is ignored and counted. Errors: bad_input without any age band; not_found (the year,
/// naming those there are).
base::Result<WideTable> read_long(DelimitedText& text, const Row& header, const LongLayout& layout,
                                  const std::string& source, std::optional<int> year,
                                  Report& report);

}  // namespace nahraum::io
