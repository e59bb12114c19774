#include "io/population_polygons.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/delimited_text.hpp"

namespace nahraum::io {

using base::tr;

namespace {

/// A key as people mean it: "0101", "101" and "101.0" are one, when `loose`.
std::string key_of(std::string_view text, bool loose) {
  std::string key = base::trim(text);
  if (!loose) return key;
  if (key.size() > 2 && key.substr(key.size() - 2) == ".0") key.resize(key.size() - 2);
  const auto digit = key.find_first_not_of('0');
  return digit == std::string::npos ? key : key.substr(digit);
}

struct Join {
  std::size_t polygon_column = 0;
  std::size_t table_column = 0;
  bool loose = false;
  std::size_t matches = 0;
};

std::set<std::string> keys_of(const std::vector<std::vector<std::string>>& rows, std::size_t column,
                              bool loose) {
  std::set<std::string> keys;
  for (const auto& row : rows) {
    const auto key = key_of(cell(row, column), loose);
    if (!key.empty()) keys.insert(key);
  }
  return keys;
}

std::size_t common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const auto& key) { return b.count(key) > 0; }));
}

using Rows = std::vector<std::vector<std::string>>;

Rows attributes_of(const VectorLayer& layer) {
  Rows rows;
  for (const auto& feature : layer.features)
    rows.push_back(feature.attributes);
  return rows;
}

/// Keys stand in the first columns; figures that happen to agree do not make a key.
std::vector<std::size_t> key_columns(const std::vector<std::string>& header,
                                     const PopulationColumns& columns) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < header.size() && candidates.size() < 40; ++i) {
    const bool figure = columns.all == i || age_band_of(header[i]).has_value();
    if (!figure) candidates.push_back(i);
  }
  return candidates;
}

/// The pair of columns with most common values; equal names and exact values win ties.
Join best_join(const VectorLayer& layer, const StatisticsTable& table) {
  const Rows attributes = attributes_of(layer);
  const auto polygon_columns = key_columns(layer.columns, population_columns(layer.columns));
  const auto table_columns = key_columns(table.header, table.columns);
  Join best;
  std::size_t best_score = 0;
  for (const bool loose : {false, true}) {
    for (const auto a : polygon_columns) {
      const auto keys = keys_of(attributes, a, loose);
      for (const auto b : table_columns) {
        const auto matches = common(keys, keys_of(table.rows, b, loose));
        const bool named = base::fold_case(layer.columns[a]) == base::fold_case(table.header[b]);
        const std::size_t score = matches * 4 + (named ? 2 : 0) + (loose ? 0 : 1);
        if (matches == 0 || score <= best_score) continue;
        best_score = score;
        best = {a, b, loose, matches};
      }
    }
  }
  return best;
}

model::PopulationCell cell_of(const VectorFeature& feature, const std::string& source,
                              std::string id, const model::Residents& residents) {
  model::PopulationCell cell;
  cell.id = std::move(id);
  cell.source = source;
  cell.outline = feature.outline;
  cell.residents = residents;
  return cell;
}

/// Reads figures and counts what cannot be read.
class Figures {
 public:
  Figures(const PopulationColumns& columns, const AgeColumns& ages, bool decimal_comma,
          Report& report)
      : columns_(columns), ages_(ages), decimal_comma_(decimal_comma), report_(report) {}

  model::AreaStatistics statistics(const std::vector<std::string>& row) const {
    long counted_before = 0;  // read() counts what cannot be read among residents
    return ages_.read(row, decimal_comma_, counted_before);
  }

  model::Residents read(const std::vector<std::string>& row, const std::string& id) const {
    long unreadable = 0, contradictions = 0;
    const auto residents = columns_.read(row, decimal_comma_, unreadable, contradictions);
    if (unreadable > 0) report_.count("loss", "population_unreadable", id, unreadable);
    if (contradictions > 0)
      report_.count("warning", "population_contradiction", id, contradictions);
    if (columns_.all && !residents.all) report_.count("info", "population_suppressed", id);
    return residents;
  }

 private:
  const PopulationColumns& columns_;
  const AgeColumns& ages_;
  bool decimal_comma_;
  Report& report_;
};

/// A number such as "7.217" in an attribute is German text; GDAL writes numbers with few decimals.
bool attributes_use_comma(const VectorLayer& layer, const PopulationColumns& columns) {
  for (const auto& feature : layer.features) {
    for (std::size_t i = 0; i < feature.attributes.size(); ++i) {
      const bool figure = columns.all == i;
      const auto& text = feature.attributes[i];
      if (figure && text.find(',') != std::string::npos) return true;
      const auto point = text.rfind('.');
      if (figure && point != std::string::npos && text.size() - point == 4) return true;
    }
  }
  return false;
}

std::string id_of(const VectorLayer& layer, std::size_t index) {
  static const std::vector<std::string> names{"id",         "block_nr",  "nr", "nummer", "key",
                                              "schluessel", "schlüssel", "sb", "stt_nr", "name"};
  const auto column = find_column(layer.columns, names);
  const auto text = column ? std::string(cell(layer.features[index].attributes, *column)) : "";
  return text.empty() ? std::to_string(index + 1) : text;
}

std::vector<model::PopulationCell> from_attributes(const VectorLayer& layer,
                                                   const std::string& source, const geo::Box& box,
                                                   const PopulationColumns& columns,
                                                   Report& report) {
  const auto ages = age_columns(layer.columns);
  const Figures figures(columns, ages, attributes_use_comma(layer, columns), report);
  std::vector<model::PopulationCell> cells;
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const auto& feature = layer.features[i];
    if (!geo::bounds(feature.outline).intersects(box)) continue;
    const auto id = id_of(layer, i);
    cells.push_back(cell_of(feature, source, id, figures.read(feature.attributes, id)));
    cells.back().statistics = figures.statistics(feature.attributes);
  }
  return cells;
}

using RowByKey = std::unordered_map<std::string, const std::vector<std::string>*>;

RowByKey rows_by_key(const StatisticsTable& table, const Join& join, Report& report) {
  RowByKey rows;
  for (const auto& row : table.rows) {
    const auto key = key_of(cell(row, join.table_column), join.loose);
    if (key.empty()) {
      report.count("loss", "population_row_without_key", row.empty() ? "" : row.front());
    } else if (!rows.emplace(key, &row).second) {
      report.count("loss", "population_row_twice", key);
    }
  }
  return rows;
}

void count_rows_left(const StatisticsTable& table, const Join& join,
                     const std::set<std::string>& used, Report& report) {
  for (const auto& row : table.rows) {
    const auto key = key_of(cell(row, join.table_column), join.loose);
    if (!key.empty() && !used.contains(key))
      report.count("loss", "population_row_without_polygon", key);
  }
}

std::vector<model::PopulationCell> from_table(const VectorLayer& layer, const geo::Box& box,
                                              const StatisticsTable& table, const Join& join,
                                              Report& report) {
  const auto rows = rows_by_key(table, join, report);
  const Figures figures(table.columns, table.ages, table.decimal_comma, report);
  const auto name = age_columns(layer.columns).name;
  std::vector<model::PopulationCell> cells;
  std::unordered_map<std::string, std::size_t> made;  // key → cell: parts of one block are one
  std::set<std::string> used;
  for (const auto& feature : layer.features) {
    const std::string id(cell(feature.attributes, join.polygon_column));
    const auto key = key_of(id, join.loose);
    const auto row = rows.find(key);
    if (row == rows.end()) {
      report.count("warning", "population_polygon_without_row", id);
      continue;
    }
    used.insert(key);
    if (const auto [at, is_new] = made.emplace(key, cells.size()); !is_new) {
      auto& outline = cells[at->second].outline;
      outline.insert(outline.end(), feature.outline.begin(), feature.outline.end());
    } else {
      cells.push_back(cell_of(feature, table.source, id, figures.read(*row->second, id)));
      auto& statistics = cells.back().statistics;
      statistics = figures.statistics(*row->second);
      if (statistics.name.empty() && name) statistics.name = cell(feature.attributes, *name);
    }
  }
  count_rows_left(table, join, used, report);
  cells.erase(
      std::remove_if(cells.begin(), cells.end(),
                     [&](const auto& cell) { return !geo::bounds(cell.outline).intersects(box); }),
      cells.end());
  return cells;
}

}  // namespace

base::Result<std::vector<model::PopulationCell>> population_of_polygons(
    const VectorLayer& layer, const std::string& source, const geo::Box& box,
    const std::optional<StatisticsTable>& table, Report& report) {
  if (table) {
    const auto join = best_join(layer, *table);
    if (join.matches > 0) return from_table(layer, box, *table, join, report);
    return base::fail(base::ErrorCode::bad_input, tr("no column of the table matches the polygons"),
                      fmt::format("{} + {}", source, table->source),
                      tr("both need a common key, such as the block's number"));
  }
  const auto columns = population_columns(layer.columns);
  if (columns.any()) return from_attributes(layer, source, box, columns, report);
  return base::fail(base::ErrorCode::bad_input, tr("the polygons state no residents"), source,
                    tr("add the statistics table with another --population, or name a column "
                       "“Einwohner”"));
}

}  // namespace nahraum::io
