#pragma once
/// One change as it is kept in the project file and in the journal.

#include <string>

#include "base/result.hpp"
#include "model/scenario.hpp"

namespace nahraum::io {

/// The body as one JSON object, exact to the last bit; places in the project's CRS.
std::string to_json(const model::Change& change);
/// What `to_json` wrote; `kind` is one of model::change_kinds(). Errors: bad_input.
base::Result<model::Change> stored_change(const std::string& kind, const std::string& json);

}  // namespace nahraum::io
