#pragma once
/// Where the system keeps the window's typeface.

#include "ui/theme.hpp"

namespace nahraum::platform {

/// Noto Sans, or what fontconfig offers in its place; empty names when there is no font at all.
ui::FontFiles find_fonts();

}  // namespace nahraum::platform
