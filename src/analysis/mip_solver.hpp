#pragma once
/// Mixed-integer linear programs, solved exactly by CBC (COIN-OR branch and cut).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.hpp"
#include "jobs/context.hpp"

namespace nahraum::analysis {

/// minimise Σ cost·x subject to lower ≤ A·x ≤ upper, column by column and row by row.
struct MipModel {
  struct Column {
    double cost = 0, lower = 0, upper = 1;
    bool integer = false;
  };
  struct Row {
    double lower = 0, upper = 0;
  };
  struct Entry {
    int column = 0;
    double value = 0;
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::size_t> row_begin{0};  ///< rows+1 into `entries`
  std::vector<Entry> entries;

  int add_column(const Column& column);
  /// Appends a row of the given entries.
  void add_row(const Row& row, const std::vector<Entry>& row_entries);
};

struct MipAnswer {
  bool finished = false;  ///< the search ended: `x` is optimal, or there is nothing
  std::vector<double> x;  ///< the best found below the cutoff; empty where none was
  double objective = 0;   ///< of x
  double bound = 0;       ///< nothing feasible is below; −∞ where not known
  bool found() const { return !x.empty(); }
};

/// Searches for solutions better than `cutoff` (nothing: any). Ends at the time limit with what it
/// has; reports progress under `step`. Throws jobs::Cancelled soon after a cancel. Prints nothing.
/// The same answer on any number of threads unless the clock ends it. Source: Forrest & Lougee-
/// Heimer 2005, CBC User Guide.
MipAnswer solve_mip(const MipModel& model, std::optional<double> cutoff, base::Seconds time_limit,
                    const char* step, jobs::Context& context);

}  // namespace nahraum::analysis
