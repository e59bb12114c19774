#pragma once
/// Which cell speaks for which home.

#include <cstdint>
#include <optional>
#include <vector>

#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

using Figure = std::optional<int> model::Residents::*;

/// Cells outside the data are removed, cells cut by its edge keep the share of their people that
/// their area inside has; both are counted in the project's report.
void cut_at_data_edge(model::Project& project, jobs::Context& context);

/// Finds the cells at a point. Immutable; the cells must outlive it.
class CellIndex {
 public:
  explicit CellIndex(const std::vector<model::PopulationCell>& cells);
  /// The smallest cell that holds `p` and states `figure`, the first of equals; none when no cell
  /// does.
  std::optional<std::uint32_t> find(geo::Point p, Figure figure) const;

 private:
  std::size_t column_of(double x) const;
  std::size_t row_of(double y) const;

  const std::vector<model::PopulationCell>& cells_;
  geo::Box box_;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<std::vector<std::uint32_t>> buckets_;  ///< cells from small to large
};

/// "w12, w15, …": the first five.
std::string examples_of(const std::vector<std::string>& names);

}  // namespace nahraum::analysis
