#pragma once
/// Tables as text, as offices export them: `;`, `,` or tab, Windows-1252 or UTF-8 with or without a
/// mark, quoted fields, CRLF, decimal comma and thousands dot.

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nahraum::io {

using Row = std::vector<std::string>;

/// One pass over the records; memory is one record. Fields are UTF-8 and trimmed.
class DelimitedText {
 public:
  /// Errors: not_found, io; bad_input for files that are no text or have no line.
  static base::Result<DelimitedText> open(const std::filesystem::path& file);

  /// Fills `row` with the next record that is not blank; false at the end. Errors: bad_input with
  /// the line, for quotes that never end and records over 1 MB or 5 000 columns.
  base::Result<bool> next(Row& row);
  long line() const { return line_; }
  char separator() const { return separator_; }
  /// Whether "1.234" is 1234 here: judged on the file's first 64 kB.
  bool decimal_comma() const { return decimal_comma_; }
  /// 0…1, of the bytes.
  double progress() const;

 private:
  DelimitedText() = default;
  bool read_line(std::string& line);
  bool read_record(std::string& record);
  base::Result<void> split(const std::string& record, Row& row) const;
  base::Result<void> judge();

  std::filesystem::path file_;
  std::ifstream stream_;
  std::uintmax_t size_ = 0;
  long line_ = 0;
  char separator_ = ';';
  bool decimal_comma_ = true;
  bool too_long_ = false;
};

/// Index of the column that has one of the names (case-folded); nothing when there is none.
std::optional<std::size_t> find_column(const Row& header, const std::vector<std::string>& names);

/// The cell, "" where the record is too short.
std::string_view cell(const Row& row, std::size_t column);

/// "–", ".", "/", "x", "-1", "-9", empty …: the office knows or keeps it, we do not.
bool is_suppressed(std::string_view text);

}  // namespace nahraum::io
