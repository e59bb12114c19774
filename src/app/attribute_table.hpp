#pragma once
/// What the project knows of each service, home, area and note, row by row.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "jobs/context.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

enum class TableOf { services, homes, areas, notes };
inline constexpr int table_count = 4;

struct TableColumn {
  std::string name;     ///< in the user's language
  bool number = false;  ///< at the right edge, sorted by value
};

/// One cell: its text, and what it is sorted by. Without a value it comes last either way.
struct TableCell {
  std::string text;
  std::optional<double> value;
};

/// Reads a snapshot; a cell is made when it is asked for. Counts of persons below the disclosure
/// minimum, and those that would follow from them, have neither text nor value that tells them.
/// Thread-safe for reading.
class AttributeTable {
 public:
  /// `answer` may be null: homes then have no minutes. Cost: O(areas²) at most, else nothing.
  AttributeTable(TableOf what, model::Snapshot project,
                 std::shared_ptr<const model::Catalogue> catalogue,
                 std::shared_ptr<const Answer> answer);

  TableOf what() const { return what_; }
  const std::vector<TableColumn>& columns() const { return columns_; }
  std::size_t size() const;
  TableCell cell(std::size_t row, std::size_t column) const;
  Selection selection(std::size_t row) const;
  geo::Point place(std::size_t row) const;
  const model::Snapshot& project() const { return project_; }

 private:
  TableCell service_cell(const model::Service& service, std::size_t column) const;
  TableCell home_cell(std::size_t row, std::size_t column) const;
  TableCell area_cell(std::size_t row, std::size_t column) const;
  void hide_small_areas();

  TableOf what_;
  model::Snapshot project_;
  std::shared_ptr<const model::Catalogue> catalogue_;
  std::shared_ptr<const Answer> answer_;
  std::vector<TableColumn> columns_;
  std::vector<std::uint8_t> shown_;  ///< per area: bits all, 65+, 80+
};

struct TableOrder {
  std::size_t column = 0;
  bool ascending = true;
  std::string filter;  ///< every word occurs in one of the cells
  friend bool operator==(const TableOrder&, const TableOrder&) = default;
};
/// The rows that the filter leaves, in order; ties as in the project. Cost: a million rows some
/// seconds, in a job. Throws Cancelled.
std::vector<std::uint32_t> ordered_rows(const AttributeTable& table, const TableOrder& order,
                                        const jobs::Context& context);

/// The rows with a header as a spreadsheet takes them: tabs between cells, numbers as shown. What a
/// spreadsheet would take for a formula is marked as text.
std::string as_tabbed_text(const AttributeTable& table, const std::vector<std::uint32_t>& rows);

}  // namespace nahraum::app
