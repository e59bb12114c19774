#pragma once
/// How scripts call the window's tools.

#include <string>

#include "app/state.hpp"

namespace nahraum::platform {

/// "point", "bench" …; Tool::select for any other word.
app::Tool tool_named(const std::string& name);

}  // namespace nahraum::platform
