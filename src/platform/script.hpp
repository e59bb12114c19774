#pragma once
/// Reproducible use of the window: one command a line, `#` begins a comment.
///
///     click LABEL            a widget by its label, as the registry knows it
///     map X Y                a click on the map; X and Y from 0 to 1 of its width and height
///     place EASTING NORTHING a click at a map coordinate
///     drag X Y TO_X TO_Y     press, move in steps, release
///     hold X Y TO_X TO_Y     the same without the release (a drag that is under way)
///     release
///     wheel STEPS X Y        positive zooms in
///     scroll STEPS           the panel, positive downwards
///     key Ctrl+Z
///     type TEXT
///     choose TYPE PROFILE 10min
///     tool point|text|callout|arrow|guess|service
///     select home|service ID
///     scale 1.5              text size
///     language de|en
///     picture FILE.png

#include "platform/window.hpp"

namespace nahraum::platform {

/// Errors: not_found (file, label), bad_input (line).
base::Result<void> play_script(Window& window, const std::filesystem::path& file);

}  // namespace nahraum::platform
