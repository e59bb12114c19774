#pragma once
/// The service types that a question is about.

#include <string>
#include <vector>

#include "model/catalogue.hpp"

namespace nahraum::app {

/// Those named, else the core set that people walk to. Errors: not_found with the nearest name.
base::Result<std::vector<const model::ServiceType*>> chosen_types(
    const std::vector<std::string>& wanted, const model::Catalogue& catalogue);

}  // namespace nahraum::app
