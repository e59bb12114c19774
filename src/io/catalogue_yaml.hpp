#pragma once
/// The catalogue as people keep it: services.yaml, profiles.yaml, people.yaml and
/// capacity.yaml in one folder (assets/catalogue), formats explained in the files' heads.

#include <filesystem>

#include "base/result.hpp"
#include "model/catalogue.hpp"

namespace nahraum::io {

/// Errors: not_found; bad_input with file:line for unknown or doubled keys and ids, unknown groups,
/// sectors and sources, and values out of range. Cost: some milliseconds.
base::Result<model::Catalogue> read_catalogue(const std::filesystem::path& folder);

}  // namespace nahraum::io
