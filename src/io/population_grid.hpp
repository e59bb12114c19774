#pragma once
/// Census grids: squares of 100 m, 1 km or 10 km in EPSG:3035 (LAEA Europe).

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "io/delimited_text.hpp"
#include "io/report.hpp"
#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// A grid cell by its lower left corner, metres in EPSG:3035. Ordered fine to coarse, then by
/// place.
struct GridKey {
  int size_m = 0;
  std::int64_t north = 0;
  std::int64_t east = 0;
  friend auto operator<=>(const GridKey&, const GridKey&) = default;
};

/// "1kmN3077E4041", "100mN30833E40428", "CRS3035RES100mN3083300E4042800"; nothing for others.
std::optional<GridKey> grid_key_of(std::string_view id);

struct GridCell {
  std::string id;
  std::string source;
  model::Residents residents;
};
using GridCells = std::map<GridKey, GridCell>;

/// Whether a table's header is that of a census grid.
bool is_census_grid(const Row& header);

/// Adds the rows of one grid file whose cell touches `box_3035` to `cells`; the second file that
/// states a figure of a cell again is ignored and counted. Errors: bad_input. Throws Cancelled.
base::Result<void> read_census_grid(DelimitedText& text, const Row& header,
                                    const std::string& source, const geo::Box& box_3035,
                                    GridCells& cells, Report& report, jobs::Context& context);

/// Coarse cells keep what their finer cells leave of a figure that both state.
void refine(GridCells& cells, Report& report);

/// The squares in the project's CRS. Errors: unsupported CRS.
base::Result<std::vector<model::PopulationCell>> grid_polygons(const GridCells& cells, int epsg);

}  // namespace nahraum::io
