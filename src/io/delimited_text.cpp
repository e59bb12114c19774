#include "io/delimited_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr std::size_t max_record_bytes = 1 << 20;
constexpr std::size_t max_columns = 5000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string decoded(std::string_view bytes) {
  return base::trim(base::is_valid_utf8(bytes) ? std::string(bytes)
                                               : base::utf8_from_windows1252(bytes));
}

/// The separator that stands most often outside quotes in the first lines.
char separator_of(std::string_view head) {
  std::array<long, 3> counts{};
  constexpr std::string_view separators = ";\t,";
  bool quoted = false;
  for (const char c : head.substr(0, 4096)) {
    if (c == '"') quoted = !quoted;
    const auto at = separators.find(c);
    if (!quoted && at != std::string_view::npos) ++counts[at];
  }
  // German files hold decimal commas, so that `;` wins wherever it stands in a line at all.
  const auto first_line = head.substr(0, head.find('\n'));
  if (first_line.find(';') != std::string_view::npos) return ';';
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// +1 for a number that only a comma file writes, −1 for one that only a point file does.
int comma_evidence(std::string_view field) {
  const auto comma = field.rfind(',');
  const auto point = field.rfind('.');
  if (comma != std::string_view::npos && all_digits(field.substr(comma + 1))) {
    return all_digits(field.substr(0, 1)) ? 1 : 0;
  }
  if (point == std::string_view::npos || !all_digits(field.substr(0, point))) return 0;
  const auto decimals = field.substr(point + 1);
  return all_digits(decimals) && decimals.size() != 3 ? -1 : 0;
}

bool judge_decimal_comma(std::string_view head, char separator) {
  if (separator == ',') return false;
  int evidence = 0;
  for (const auto& line : base::split(head, '\n')) {
    for (const auto& field : base::split(line, separator)) {
      evidence += comma_evidence(base::trim(field));
    }
  }
  return evidence >= 0;
}

}  // namespace

base::Result<DelimitedText> DelimitedText::open(const std::filesystem::path& file) {
  DelimitedText text;
  text.file_ = file;
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return base::fail(base::ErrorCode::not_found, tr("there is no such file"), file.string(),
                      tr("check the name"));
  }
  text.size_ = std::filesystem::file_size(file, failed);
  text.stream_.open(file, std::ios::binary);
  if (!text.stream_) {
    return base::fail(base::ErrorCode::io, tr("the file cannot be read"), file.string(),
                      tr("check the permissions"));
  }
  if (auto judged = text.judge(); !judged) return tl::unexpected(judged.error());
  return text;
}

base::Result<void> DelimitedText::judge() {
  std::string head(1 << 16, '\0');
  stream_.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream_.gcount()));
  if (base::trim(head).empty()) {
    return base::fail(base::ErrorCode::bad_input, tr("the file is empty"), file_.string(),
                      tr("export the table again"));
  }
  if (head.find('\0') != std::string::npos) {
    return base::fail(base::ErrorCode::bad_input, tr("this is no text file"), file_.string(),
                      tr("save the table as CSV, in UTF-8 or Windows-1252"));
  }
  const bool marked = head.compare(0, byte_order_mark.size(), byte_order_mark) == 0;
  stream_.clear();
  stream_.seekg(marked ? static_cast<std::streamoff>(byte_order_mark.size()) : 0);
  separator_ = separator_of(head);
  decimal_comma_ = judge_decimal_comma(head, separator_);
  return {};
}

double DelimitedText::progress() const {
  const auto at = const_cast<std::ifstream&>(stream_).tellg();
  return at < 0 || size_ == 0 ? 1.0 : static_cast<double>(at) / static_cast<double>(size_);
}

/// Up to the line break, or what one record may hold: a hostile line must not fill the memory.
bool DelimitedText::read_line(std::string& line) {
  line.clear();
  auto& buffer = *stream_.rdbuf();
  constexpr int end = std::char_traits<char>::eof();
  int c = buffer.sbumpc();
  if (c == end) return false;
  for (; c != end && c != '\n' && line.size() <= max_record_bytes; c = buffer.sbumpc()) {
    line += static_cast<char>(c);
  }
  ++line_;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

/// A record ends at a line break outside quotes.
bool DelimitedText::read_record(std::string& record) {
  record.clear();
  bool quoted = false;
  std::string line;
  while (read_line(line)) {
    quoted ^= std::count(line.begin(), line.end(), '"') % 2 != 0;
    record += record.empty() ? line : "\n" + line;
    too_long_ = record.size() > max_record_bytes;
    if (!quoted || too_long_) return true;
  }
  too_long_ = quoted;
  return !record.empty();
}

base::Result<void> DelimitedText::split(const std::string& record, Row& row) const {
  row.clear();
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    const bool doubled = quoted && c == '"' && i + 1 < record.size() && record[i + 1] == '"';
    if (doubled) {
      field += record[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == separator_ && !quoted) {
      row.push_back(decoded(field));
      field.clear();
    } else {
      field += c;
    }
  }
  row.push_back(decoded(field));
  if (row.size() <= max_columns) return {};
  return base::fail(base::ErrorCode::bad_input, tr("more than 5000 columns"),
                    fmt::format("{}:{}", file_.string(), line_), tr("export fewer columns"));
}

base::Result<bool> DelimitedText::next(Row& row) {
  std::string record;
  while (read_record(record)) {
    if (too_long_) {
      return base::fail(base::ErrorCode::bad_input, tr("a record never ends"),
                        fmt::format("{}:{}", file_.string(), line_),
                        tr("check the quotation marks in the table"));
    }
    if (auto done = split(record, row); !done) return tl::unexpected(done.error());
    if (std::any_of(row.begin(), row.end(), [](const auto& field) { return !field.empty(); })) {
      return true;
    }
  }
  return false;
}

std::optional<std::size_t> find_column(const Row& header, const std::vector<std::string>& names) {
  for (const auto& name : names) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (base::fold_case(header[i]) == base::fold_case(name)) return i;
    }
  }
  return {};
}

std::string_view cell(const Row& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

bool is_suppressed(std::string_view text) {
  static const std::array<std::string_view, 16> signs{
      "", "–", "—", "-", "−", ".", "/", "x", "X", "•", "…", "...", "\xEF\xBF\xBD", "-1", "-9", "*"};
  return std::find(signs.begin(), signs.end(), text) != signs.end();
}

}  // namespace nahraum::io
