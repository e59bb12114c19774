#pragma once
/// What a housing company knows of its houses: OpenStreetMap tells little of lifts and dwellings.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// One row: a house, or one of its entrances. Nothing is unknown.
struct DwellingRow {
  std::string address;  ///< "Birkenweg 7"
  std::optional<int> dwellings, low_barrier;
  std::optional<double> storeys;
  std::optional<bool> lift, step_free;
};

/// CSV with a header: Adresse (or Straße and Hausnummer), and at least one of Wohnungen, Geschosse,
/// Aufzug, stufenlos, barrierearm; English names are understood too. Aufzug and stufenlos: ja or
/// nein (x, 1, 0 …); barrierearm: how many dwellings, or ja for all of the row's and nein for none.
/// Rows without an address and cells that cannot be read are counted in `report` with examples.
/// Errors: not_found, io; bad_input for a file without the needed columns.
base::Result<std::vector<DwellingRow>> read_dwelling_list(const std::filesystem::path& file,
                                                          std::vector<model::ReportEntry>& report);

/// Takes the rows over into the homes that have their address, as stated by `source`. Rows of one
/// home (its entrances) are added up; where they differ on lift or entrance it is unknown; the
/// highest storeys count. Where the list holds only some of a home's addresses, its number of
/// dwellings stays. How often: homes changed. In `report`: addresses that no home has or that
/// several have, and homes of which only a part is listed. Cost: O((homes + rows) log homes).
std::size_t take_dwellings(model::Project& project, const std::vector<DwellingRow>& rows,
                           const std::string& source, std::vector<model::ReportEntry>& report);

}  // namespace nahraum::io
