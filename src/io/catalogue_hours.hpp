#pragma once
/// Rules about hours per week: assets/catalogue/hours.yaml.

#include <filesystem>

#include "base/result.hpp"
#include "model/hours_rules.hpp"

namespace nahraum::io {

/// Errors: not_found, io; bad_input with file:line.
base::Result<model::HoursRules> read_hours_rules(const std::filesystem::path& file);

}  // namespace nahraum::io
