#pragma once
/// The import report's stable codes in the user's words.

#include <string>

namespace nahraum::app {

/// "way nodes missing in the file"; an unknown code is returned as it is.
std::string report_text(const std::string& code);

}  // namespace nahraum::app
