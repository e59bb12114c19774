#include "app/record_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;
using model::Cell;
using model::ColumnKind;
using model::RecordColumn;

std::string number_sign(model::Id id) {
  return "#" + std::to_string(id);
}

/// The first text of a row is what it is called.
std::string first_text(const model::RecordTable& table, const model::Record& record) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind == ColumnKind::text) return std::get<std::string>(record.cells[i]);
  }
  return "";
}

std::vector<Named> plain_names(const model::Project& project, const std::string& table) {
  std::vector<Named> all;
  if (table == "service") {
    for (const auto& each : project.services)
      all.push_back({each.id, each.name});
  } else if (table == "note") {
    for (const auto& each : project.notes)
      all.push_back({each.id, each.text});
  } else if (const auto* rows = model::record_table(table)) {
    for (const auto& each : rows->records(*project.work))
      all.push_back({each.id, first_text(*rows, each)});
  }
  return all;
}

std::string number_words(double value) {
  const bool whole = value == std::floor(value);
  return base::format_number(value, whole ? 0 : 2, base::language());
}

template <class... Values>
tl::unexpected<base::Error> refused(const std::string& words, const char* why,
                                    const Values&... values) {
  return base::fail(ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("“{0}” cannot stand here")), words), "",
                    fmt::format(fmt::runtime(why), values...));
}

struct Words {
  const model::Project& project;
  const RecordColumn& column;

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(bool value) const { return value ? tr("yes") : tr("no"); }
  std::string operator()(std::int32_t value) const {
    return column.kind == ColumnKind::reference ? row_name(project, column.refers_to, value)
                                                : std::to_string(value);
  }
  std::string operator()(double value) const { return number_words(value); }
  std::string operator()(const std::string& value) const {
    if (column.kind == ColumnKind::date) return base::format_date(value, base::language());
    for (const auto& choice : column.choices) {
      if (value == choice.id) return value.empty() ? "" : tr(choice.label);
    }
    return value;
  }
  std::string operator()(const std::vector<std::int32_t>& ids) const {
    std::string all;
    for (const auto id : ids)
      all += (all.empty() ? "" : "; ") + row_name(project, column.refers_to, id);
    return all;
  }
};

/// A word of the program's own in either language.
bool is_word(const std::string& words, const char* message) {
  const auto folded = base::fold_case(words);
  return folded == base::fold_case(tr(message)) || folded == base::fold_case(message);
}

std::string choice_of(const RecordColumn& column, const std::string& words) {
  for (const auto& choice : column.choices) {
    if (words == choice.id || is_word(words, choice.label)) return choice.id;
  }
  return words;  // an own one
}

bool is_day(int year, int month, int day) {
  constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] - (month == 2 && !leap ? 1 : 0);
}

/// "22.11.2026", "2.1.26", "2026-11-22" → ISO.
std::optional<std::string> iso_date(const std::string& words) {
  const bool iso = words.find('-') != std::string::npos;
  const auto parts = base::split(words, iso ? '-' : '.');
  if (parts.size() != 3) return std::nullopt;
  int numbers[3];
  for (int i = 0; i < 3; ++i) {
    const auto value = base::parse_number(base::trim(parts[static_cast<std::size_t>(i)]), false);
    if (!value || *value != std::floor(*value) || !(*value >= 0 && *value < 10000))
      return std::nullopt;
    numbers[i] = static_cast<int>(*value);
  }
  if (!iso) std::swap(numbers[0], numbers[2]);
  if (numbers[0] < 100) numbers[0] += 2000;
  if (!is_day(numbers[0], numbers[1], numbers[2])) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
}

/// Without "€", "%", "h" behind it.
std::optional<double> number_of(std::string words) {
  for (const char* unit : {"€", "EUR", "Euro", "%", "h"}) {
    const std::string_view end = unit;
    if (words.size() > end.size() && words.ends_with(end))
      words = base::trim(words.substr(0, words.size() - end.size()));
  }
  const auto value = base::parse_number(words, base::language() == base::Language::german);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

base::Result<Cell> whole_from(const std::string& words) {
  const auto value = number_of(words);
  if (!value || *value != std::floor(*value) || std::abs(*value) > 1e9)
    return refused(words, tr("a whole number or nothing"));
  return static_cast<std::int32_t>(*value);
}

base::Result<Cell> flag_from(const std::string& words) {
  for (const char* yes : {"yes", "true", "x", "1", "✓"}) {
    if (is_word(words, yes)) return true;
  }
  for (const char* no : {"no", "false", "0", "–", "-"}) {
    if (is_word(words, no)) return false;
  }
  return refused(words, tr("yes or no"));
}

base::Result<model::Id> id_from(const model::Project& project, const RecordColumn& column,
                                const std::string& words) {
  const auto rows = named_rows(project, column.refers_to);
  std::vector<std::string> names;
  for (const auto& row : rows) {
    if (base::fold_case(row.name) == base::fold_case(words) || words == number_sign(row.id))
      return row.id;
    names.push_back(row.name);
  }
  const auto near = base::nearest_name(words, names);
  if (near) return refused(words, tr("did you mean “{0}”?"), *near);
  return refused(words, tr("a name from the table “{0}”, or its number as #7"),
                 model::record_table(column.refers_to)
                     ? tr(model::record_table(column.refers_to)->about.label)
                     : tr("Services"));
}

base::Result<Cell> ids_from(const model::Project& project, const RecordColumn& column,
                            const std::string& words) {
  model::Ids ids;
  for (const auto& word : base::split(words, ';')) {
    const auto name = base::trim(word);
    if (name.empty()) continue;
    const auto id = id_from(project, column, name);
    if (!id) return tl::unexpected(id.error());
    ids.push_back(*id);
  }
  return ids;
}

Cell empty_cell(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::whole:
    case ColumnKind::number:
      return {};
    case ColumnKind::flag:
      return false;
    case ColumnKind::reference:
      return std::int32_t{0};
    case ColumnKind::references:
      return model::Ids{};
    default:
      return std::string();
  }
}

}  // namespace

std::vector<Named> named_rows(const model::Project& project, const std::string& table) {
  auto all = plain_names(project, table);
  std::map<std::string, int> times;
  for (const auto& each : all)
    ++times[base::fold_case(each.name)];
  for (auto& each : all) {
    if (times[base::fold_case(each.name)] > 1 || each.name.empty())
      each.name += (each.name.empty() ? "" : " ") + number_sign(each.id);
  }
  return all;
}

std::string row_name(const model::Project& project, const std::string& table, model::Id id) {
  if (id == 0) return "";
  for (const auto& each : named_rows(project, table)) {
    if (each.id == id) return each.name;
  }
  return number_sign(id);
}

std::string cell_words(const model::Project& project, const RecordColumn& column,
                       const Cell& cell) {
  return std::visit(Words{project, column}, cell);
}

base::Result<Cell> cell_from_words(const model::Project& project, const RecordColumn& column,
                                   const std::string& words) {
  const auto trimmed = base::trim(words);
  if (trimmed.empty()) return empty_cell(column.kind);
  switch (column.kind) {
    case ColumnKind::text:
      return trimmed;
    case ColumnKind::choice:
      return choice_of(column, trimmed);
    case ColumnKind::date: {
      const auto date = iso_date(trimmed);
      if (!date) return refused(trimmed, tr("a date such as 22.11.2026"));
      return *date;
    }
    case ColumnKind::whole:
      return whole_from(trimmed);
    case ColumnKind::number: {
      const auto value = number_of(trimmed);
      if (!value) return refused(trimmed, tr("a number such as 1,250.50 or nothing"));
      return *value;
    }
    case ColumnKind::flag:
      return flag_from(trimmed);
    case ColumnKind::reference: {
      const auto id = id_from(project, column, trimmed);
      if (!id) return tl::unexpected(id.error());
      return *id;
    }
    case ColumnKind::references:
      return ids_from(project, column, trimmed);
  }
  return empty_cell(column.kind);
}

}  // namespace nahraum::app
