#pragma once
/// Services from an office's own list: what OpenStreetMap does not know.

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// CSV with a header: Name, Art (a catalogue label, id or alias), and Rechtswert/Hochwert or
/// lon/lat; Adresse, Anbieter, Sektor, Plätze, Öffnungszeiten where known; English names are
/// understood too. The coordinates' CRS is judged by their range (domain notes §7). Services come
/// in file order, ids 1…n, origin "list", in the project's CRS. Rows of unknown kind or without a
/// place are counted in `report` with examples. Errors: not_found, io; bad_input for a file without
/// the needed columns.
base::Result<std::vector<model::Service>> read_service_list(
    const std::filesystem::path& file, const model::Catalogue& catalogue, int epsg,
    std::vector<model::ReportEntry>& report);

}  // namespace nahraum::io
