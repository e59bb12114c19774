#pragma once
/// How zenity and kdialog are called, and how what they print is read.

#include "platform/file_asker.hpp"

namespace nahraum::platform {

/// The program's name and its arguments, each as it is.
std::vector<std::string> arguments_of(DialogProgram program, const ui::FileQuestion& question,
                                      AskingWindow window);
/// Paths may hold anything but NUL, line breaks among it: one line break at the very end is the
/// program's.
std::vector<std::filesystem::path> paths_in(DialogProgram program, std::string printed,
                                            bool several);
/// ".gpkg" → "*.[gG][pP][kK][gG]": the desktops' patterns tell capitals apart.
std::string pattern_of(const std::string& ending);
/// What the chosen endings are called in the dialog's list: "*.gpkg *.osm".
std::string filter_name(const std::vector<std::string>& endings);

}  // namespace nahraum::platform
