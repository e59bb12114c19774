#pragma once
/// The import report's stable codes in the user's words.

#include <string>

namespace nahraum::app {

/// "way nodes missing in the file"; behind a dot the service type that a code is about: "names of
/// service areas that are not known, P01". An unknown code is returned as it is.
std::string report_text(const std::string& code);
/// "note", "warning", "lost"
std::string severity_text(const std::string& severity);

}  // namespace nahraum::app
