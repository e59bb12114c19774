#pragma once
/// Tables of the course's work as files, and rows from a spreadsheet's clipboard or file.

#include <filesystem>

#include "app/record_words.hpp"

namespace nahraum::app {

/// By the ending: .csv (semicolons, UTF-8 with its mark, words as on the screen) or .xlsx (numbers
/// and dates as such). Places are told by Rechtswert and Hochwert of their first point. Errors:
/// bad_input for other endings, io.
base::Result<void> write_record_table(const model::Project& project,
                                      const model::RecordTable& table,
                                      const std::filesystem::path& path);

/// Tabs between cells, for the clipboard; what a spreadsheet would compute is marked as text.
std::string tabbed_records(const model::Project& project, const model::RecordTable& table);

/// The rows of a text that was copied or of a file's content: tabs, semicolons or commas. Errors:
/// bad_input for what is no table.
base::Result<std::vector<std::vector<std::string>>> rows_of_text(const std::string& text);

}  // namespace nahraum::app
