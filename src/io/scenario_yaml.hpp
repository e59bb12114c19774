#pragma once
/// A scenario from a file that people write.

#include <filesystem>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/scenario.hpp"

namespace nahraum::io {

/// A YAML file with name, note and changes: a list of mappings with one key each, the change's kind
/// (README.md shows all). Places are [longitude, latitude] in degrees or, where the numbers are
/// larger than that, metres in the project's CRS EPSG:`epsg`. Service types as the catalogue finds
/// them. Errors: not_found, io; bad_input with file:line.
base::Result<model::Scenario> read_scenario(const std::filesystem::path& file,
                                            const model::Catalogue& catalogue, int epsg);

}  // namespace nahraum::io
