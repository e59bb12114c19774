#include "io/xlsx_file.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include <xlsxwriter.h>

#include "base/replace_file.hpp"
#include "base/translate.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 31;  // characters, as spreadsheets have it

/// At most 31 characters, without []:*?/\\ and each once.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name;
  for (const char c : wanted)
    name += std::string_view("[]:*?/\\'").find(c) == std::string::npos ? c : ' ';
  std::size_t characters = 0, bytes = 0;
  while (bytes < name.size()) {
    const bool begins = (static_cast<unsigned char>(name[bytes]) & 0xC0) != 0x80;
    if (begins && ++characters > longest_name - 3) break;
    ++bytes;
  }
  name = name.substr(0, bytes);
  std::string unique = name;
  for (int i = 2; !taken.insert(unique).second; ++i)
    unique = name + " " + std::to_string(i);
  return unique;
}

struct Formats {
  lxw_format *head, *date;
};

struct CellWriter {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  const Formats& formats;

  void operator()(std::monostate) const {}
  void operator()(double value) const {
    worksheet_write_number(sheet, row, column, value, nullptr);
  }
  void operator()(const std::string& text) const {
    worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
  }
  void operator()(const IsoDate& date) const {
    int year = 0, month = 0, day = 0;
    if (std::sscanf(date.text.c_str(), "%d-%d-%d", &year, &month, &day) != 3)
      return (*this)(date.text);
    lxw_datetime when{year, month, day, 0, 0, 0};
    worksheet_write_datetime(sheet, row, column, &when, formats.date);
  }
};

double width_of(const WorkbookSheet& sheet, std::size_t column) {
  std::size_t longest = sheet.header[column].size();
  for (const auto& row : sheet.rows) {
    if (const auto* text = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr)
      longest = std::max(longest, text->size());
  }
  return static_cast<double>(std::clamp<std::size_t>(longest + 2, 8, 60));
}

void fill(lxw_worksheet* out, const WorkbookSheet& sheet, const Formats& formats) {
  for (std::size_t c = 0; c < sheet.header.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(out, column, column, width_of(sheet, c), nullptr);
    worksheet_write_string(out, 0, column, sheet.header[c].c_str(), formats.head);
  }
  worksheet_freeze_panes(out, 1, 0);
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
      std::visit(CellWriter{out, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), formats},
                 sheet.rows[r][c]);
  }
}

base::Result<void> write_to(const std::vector<WorkbookSheet>& sheets, const fs::path& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  if (!book) return base::fail(base::ErrorCode::io, base::tr("cannot be written"), path.string());
  const Formats formats{workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(formats.head);
  format_set_num_format(formats.date, "dd.mm.yyyy");
  std::set<std::string> names;
  for (const auto& sheet : sheets)
    fill(workbook_add_worksheet(book, sheet_name(sheet.name, names).c_str()), sheet, formats);
  if (const auto error = workbook_close(book); error != LXW_NO_ERROR) {
    return base::fail(base::ErrorCode::io,
                      std::string(base::tr("cannot be written")) + ": " + lxw_strerror(error),
                      path.string(), base::tr("choose another folder; the old file is unchanged"));
  }
  return {};
}

}  // namespace

base::Result<void> write_xlsx(const std::vector<WorkbookSheet>& sheets, const fs::path& path) {
  return base::replace_file(
      path, [&](const fs::path& temporary) { return write_to(sheets, temporary); },
      [](const fs::path&) { return base::Result<void>(); });
}

}  // namespace nahraum::io
