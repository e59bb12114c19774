#include "analysis/population_cells.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/overlay.hpp"

namespace nahraum::analysis {
namespace {

/// Cells that differ less from their part inside are taken as whole: coordinates are rounded.
constexpr double whole_share = 0.999;

class Edges {
 public:
  explicit Edges(const geo::MultiPolygon& polygons) {
    for (const auto& polygon : polygons) {
      add(polygon.outer);
      for (const auto& hole : polygon.holes)
        add(hole);
    }
  }
  bool near(const geo::Box& box) const {
    return std::any_of(boxes_.begin(), boxes_.end(),
                       [&](const geo::Box& edge) { return edge.intersects(box); });
  }

 private:
  void add(const geo::Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
      geo::Box box;
      box.add(ring[i - 1]);
      box.add(ring[i]);
      boxes_.push_back(box);
    }
  }
  std::vector<geo::Box> boxes_;
};

double share_inside(const geo::MultiPolygon& outline, const geo::MultiPolygon& extent,
                    const Edges& edges) {
  const geo::Box box = geo::bounds(outline);
  if (box.empty()) return 0;
  if (!edges.near(box)) return geo::contains(extent, outline.front().outer.front()) ? 1 : 0;
  const double whole = geo::area(outline);
  const auto inside = geo::intersection(outline, extent);
  // An outline that GEOS refuses is left whole rather than lost.
  if (!inside || whole <= 0) return 1;
  return std::min(1.0, geo::area(*inside) / whole);
}

void scale(std::optional<int>& count, double share) {
  if (count) count = static_cast<int>(std::lround(*count * share));
}

void add_entry(model::Project& project, const char* severity, const char* code,
               const std::vector<std::string>& names) {
  if (names.empty()) return;
  project.report.push_back(
      {severity, code, static_cast<std::int64_t>(names.size()), examples_of(names)});
}

}  // namespace

std::string examples_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < 5; ++i)
    text += (i > 0 ? ", " : "") + names[i];
  return names.size() > 5 ? text + ", …" : text;
}

void cut_at_data_edge(model::Project& project, jobs::Context& context) {
  if (project.data_extent.empty()) return;
  const Edges edges(project.data_extent);
  std::vector<std::string> outside, cut;
  std::vector<model::PopulationCell> kept;
  for (auto& cell : project.population) {
    context.check();
    const double share = share_inside(cell.outline, project.data_extent, edges);
    if (share < 1 - whole_share) {
      outside.push_back(cell.id);
      continue;
    }
    if (share < whole_share) {
      cut.push_back(cell.id);
      for (const auto figure :
           {&model::Residents::all, &model::Residents::age_65, &model::Residents::age_80}) {
        scale(cell.residents.*figure, share);
      }
      for (auto& band : cell.statistics.ages)
        scale(band.persons, share);
      scale(cell.statistics.living_alone_65, share);
      scale(cell.statistics.households_65, share);
    }
    kept.push_back(std::move(cell));
  }
  project.population = std::move(kept);
  add_entry(project, "info", "population_cell_outside", outside);
  add_entry(project, "warning", "population_cell_cut", cut);
}

CellIndex::CellIndex(const std::vector<model::PopulationCell>& cells) : cells_(cells) {
  for (const auto& cell : cells)
    box_.add(geo::bounds(cell.outline));
  const auto side = static_cast<std::size_t>(std::sqrt(static_cast<double>(cells.size())));
  columns_ = rows_ = std::clamp<std::size_t>(side, 1, 500);
  buckets_.resize(columns_ * rows_);
  std::vector<double> areas;
  areas.reserve(cells.size());
  for (const auto& cell : cells)
    areas.push_back(geo::area(cell.outline));
  std::vector<std::uint32_t> order(cells.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return areas[a] < areas[b]; });
  for (const auto index : order) {
    const geo::Box box = geo::bounds(cells[index].outline);
    if (box.empty()) continue;
    for (auto row = row_of(box.min_y); row <= row_of(box.max_y); ++row) {
      for (auto column = column_of(box.min_x); column <= column_of(box.max_x); ++column) {
        buckets_[row * columns_ + column].push_back(index);
      }
    }
  }
}

std::size_t CellIndex::column_of(double x) const {
  const double at = box_.width() > 0 ? (x - box_.min_x) / box_.width() : 0;
  return std::min(columns_ - 1, static_cast<std::size_t>(at * static_cast<double>(columns_)));
}

std::size_t CellIndex::row_of(double y) const {
  const double at = box_.height() > 0 ? (y - box_.min_y) / box_.height() : 0;
  return std::min(rows_ - 1, static_cast<std::size_t>(at * static_cast<double>(rows_)));
}

std::optional<std::uint32_t> CellIndex::find(geo::Point p, Figure figure) const {
  if (!box_.contains(p)) return {};
  for (const auto index : buckets_[row_of(p.y) * columns_ + column_of(p.x)]) {
    const auto& cell = cells_[index];
    if (cell.residents.*figure && geo::contains(cell.outline, p)) return index;
  }
  return {};
}

}  // namespace nahraum::analysis
