#include "io/population_long.hpp"

#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/population_columns.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr std::size_t most_records = 5'000'000;

bool is_total_label(const std::string& label) {
  const auto name = simplified_name(label);
  return name == "einwohner" || name == "insgesamt" || name == "bevoelkerung" || name == "total";
}

/// The label of the wide table's column: the age band, with the sex where the record tells it.
std::string column_of(const LongLayout& layout, const Row& row) {
  std::string label(cell(row, layout.label));
  const bool total = is_total_label(label);
  if (!total && !age_band_of(label)) return "";
  const auto sex = layout.sex ? simplified_name(cell(row, *layout.sex)) : std::string();
  const bool both = sex.empty() || sex == "insgesamt" || sex == "gesamt" || sex == "total";
  if (total) return both ? "Einwohner" : "";
  return both ? label : label + " " + sex;
}

int year_of(const LongLayout& layout, const Row& row) {
  if (!layout.year) return 0;
  const std::string text(cell(row, *layout.year));
  const auto at = text.size() >= 4 ? text.size() - 4 : 0;  // "31.12.2012" and "2012"
  const auto iso = text.size() == 10 && text[4] == '-' ? text.substr(0, 4) : text.substr(at);
  return static_cast<int>(base::parse_number(iso, false).value_or(0));
}

/// One year's figures by area and column.
struct Year {
  std::vector<std::string> areas;
  std::map<std::string, std::string> names;
  std::map<std::string, std::map<std::string, std::string>> figures;  ///< area → column → text
};

class Collector {
 public:
  Collector(const LongLayout& layout, Report& report) : layout_(layout), report_(report) {}

  void take(const Row& row) {
    const std::string area(cell(row, layout_.area));
    const auto column = column_of(layout_, row);
    if (area.empty() || column.empty()) return;
    auto& year = years_[year_of(layout_, row)];
    auto& figures = year.figures[area];
    if (figures.empty()) {
      year.areas.push_back(area);
      if (layout_.name) year.names[area] = cell(row, *layout_.name);
    }
    if (!figures.emplace(column, cell(row, layout_.value)).second) {
      report_.count("warning", "population_stated_twice", area);
    }
    if (known_.emplace(column, columns_.size()).second) columns_.push_back(column);
  }

  const std::map<int, Year>& years() const { return years_; }
  const std::vector<std::string>& columns() const { return columns_; }

 private:
  const LongLayout& layout_;
  Report& report_;
  std::map<int, Year> years_;
  std::map<std::string, std::size_t> known_;
  std::vector<std::string> columns_;
};

WideTable widened(const Collector& all, int year, const std::string& area_column) {
  WideTable table;
  table.header = {area_column, "name", "Jahr"};
  table.header.insert(table.header.end(), all.columns().begin(), all.columns().end());
  const auto& figures = all.years().at(year);
  for (const auto& area : figures.areas) {
    const auto name = figures.names.find(area);
    Row row{area, name == figures.names.end() ? "" : name->second,
            year > 0 ? std::to_string(year) : ""};
    for (const auto& column : all.columns()) {
      const auto& of_area = figures.figures.at(area);
      const auto figure = of_area.find(column);
      row.push_back(figure == of_area.end() ? "" : figure->second);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

base::Result<int> chosen_year(const Collector& all, const std::string& source,
                              std::optional<int> year) {
  if (!year || all.years().contains(*year)) return year.value_or(all.years().rbegin()->first);
  std::string there;
  for (const auto& [each, figures] : all.years())
    there += (there.empty() ? "" : ", ") + std::to_string(each);
  return base::fail(base::ErrorCode::not_found,
                    fmt::format(fmt::runtime(tr("the table has no year {}")), *year), source,
                    fmt::format(fmt::runtime(tr("it has {}")), there));
}

}  // namespace

std::optional<LongLayout> long_layout_of(const Row& header) {
  const auto area =
      find_column(header, {"raum_id", "gebiet_id", "area_id", "stadtteil_nr", "block_nr", "stt_nr",
                           "bezirk_nr", "sb", "nr", "gebiet", "area"});
  const auto label = find_column(header, {"zeile", "altersgruppe", "alter", "merkmal", "age_group",
                                          "age", "auspraegung", "ausprägung"});
  const auto value = find_column(header, {"zahl", "anzahl", "wert", "value", "count", "persons"});
  if (!area || !label || !value) return {};
  LongLayout layout{*area, *label, *value, {}, {}, {}};
  layout.name = find_column(header, {"raum", "name", "gebietsname", "stadtteil", "bezeichnung"});
  layout.year = find_column(header, {"jahr", "year", "stichtag"});
  layout.sex = find_column(header, {"geschlecht", "sex"});
  return layout;
}

base::Result<WideTable> read_long(DelimitedText& text, const Row& header, const LongLayout& layout,
                                  const std::string& source, std::optional<int> year,
                                  Report& report) {
  Collector all(layout, report);
  Row row;
  for (std::size_t i = 0; i < most_records; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    all.take(row);
  }
  if (all.columns().empty()) {
    return base::fail(base::ErrorCode::bad_input, tr("no record of the table names an age band"),
                      source, tr("expected are ages such as “65 bis unter 70”"));
  }
  const auto wanted = chosen_year(all, source, year);
  if (!wanted) return tl::unexpected(wanted.error());
  return widened(all, *wanted, header[layout.area]);
}

}  // namespace nahraum::io
