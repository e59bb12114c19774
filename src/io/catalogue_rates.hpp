#pragma once
/// assets/catalogue/rates.yaml, as strictly as the rest of the catalogue.

#include <filesystem>

#include "base/result.hpp"
#include "model/rates.hpp"

namespace nahraum::io {

/// Errors: not_found; bad_input with file:line for unknown or doubled keys, rates outside 0…100 %,
/// groups that overlap or leave gaps, a high rate below the low one, setting counts of zero, a
/// pyramid that is not in groups of five years. Cost: some milliseconds.
base::Result<model::Rates> read_rates(const std::filesystem::path& file);

}  // namespace nahraum::io
