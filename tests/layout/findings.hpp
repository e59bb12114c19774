#pragma once
/// What is wrong with a drawn frame: texts that do not fit, are not translated, or lie on others.

#include <set>
#include <string>
#include <vector>

#include "tests/layout/drawn.hpp"

namespace nahraum::testing {

/// Texts wider than their clip rectangle, or higher where nothing scrolls.
std::vector<std::string> clipped(const Drawn& drawn);
/// Texts that lie on other texts, or half on an item, in the same window.
std::vector<std::string> overlapping(const Drawn& drawn);
/// Items that nobody can see or scroll to.
std::vector<std::string> out_of_reach(const Drawn& drawn);
/// Items that Tab never reaches, less those of the windows `others`;
/// while a dialog is open, of that dialog.
std::vector<std::string> not_by_keyboard(const Drawn& drawn, const std::set<std::string>& others);
/// "ẞ in “Straẞe”".
std::vector<std::string> missing_letters(const Drawn& drawn);
/// In the test language: what stands outside ‹ ›, less what `data` holds (names from the project
/// and the catalogue), numbers, units and dates.
std::vector<std::string> untranslated(const Drawn& drawn, const std::set<std::string>& data);
/// In the test language: texts that were cut (‹ without ›) and are none of the `announced`, whose
/// tips tell the whole.
std::vector<std::string> cut_in_silence(const Drawn& drawn, const std::set<std::string>& announced);

}  // namespace nahraum::testing
