#pragma once
/// Rows copied from a spreadsheet become services.

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::app {

struct PastedServices {
  std::vector<model::Service> services;  ///< without ids
  std::vector<std::string> troubles;     ///< rows and cells that could not be taken, in words
};

/// A header and rows as io::read_service_list reads them from a file, tabs, semicolons or commas
/// between the cells. Rows without numbers for a place are put where the project's homes have their
/// address. Places outside of the known streets are told as troubles. Errors: bad_input where no
/// column names the kind, or neither place nor address.
base::Result<PastedServices> read_pasted(const std::string& text, const model::Project& project,
                                         const model::Catalogue& catalogue);

}  // namespace nahraum::app
