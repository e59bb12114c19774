#pragma once
/// Reproducible use of the window: one command a line, `#` begins a comment.
///
///     click LABEL            a widget by its label, as the registry knows it
///     press MESSAGE          the same by the label's English text, in whatever language
///     do COMMAND             a command of the search (Ctrl+K), by its English text
///     expect MESSAGE         fails unless a widget of that label is shown
///     open demo|FILE
///     look EASTING NORTHING 5000   the map there, at 1:5000
///     module 1
///     map X Y                a click on the map; X and Y from 0 to 1 of its width and height
///     move X Y               the mouse without a click
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
///     exercise begin|continue ID   an exercise by its buttons; its module is opened
///     exercise own FILE            a trainer's own file, dropped on the window
///     exercise next|back|hint|solution|leave
///     answer choice ID       the step's answer by its widgets; number 4,5; text …
///     answer pins E N E N    on the map; line, area
///     study barriers         an analysis by its button; as exercise files call them
///     scale 1.5              text size
///     language de|en|xx      xx: accented, longer texts that show what does not fit
///     size 1280 800          of the window, pixels
///     picture FILE.png

#include "platform/window.hpp"

namespace nahraum::platform {

/// What becomes of `picture NAME`.
using PictureSink =
    std::function<base::Result<void>(const std::string& name, const Window::Pixels& pixels)>;

/// Without `pictures` they are written as PNG files. Errors: not_found (file, label, command),
/// bad_input (line); with file and line number.
base::Result<void> play_script(Window& window, const std::filesystem::path& file,
                               PictureSink pictures = {});

}  // namespace nahraum::platform
