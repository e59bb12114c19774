#include "ui/snapping.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::ui {
namespace {

constexpr double cell_m = 40;

std::int32_t index_of(double v) {
  return static_cast<std::int32_t>(std::floor(v / cell_m));
}

std::uint64_t cell_of(std::int32_t column, std::int32_t row) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32 |
         static_cast<std::uint32_t>(row);
}

template <class Visit>
void each_cell(const geo::Box& box, const Visit& visit) {
  for (auto row = index_of(box.min_y); row <= index_of(box.max_y); ++row) {
    for (auto column = index_of(box.min_x); column <= index_of(box.max_x); ++column)
      visit(cell_of(column, row));
  }
}

/// The best so far: a vertex beats every edge.
struct Best {
  geo::Point wanted;
  double reach_m;
  Snapped found;
  double away_m = 1e300;

  void offer(Snapped::To to, geo::Point at) {
    const double m = geo::distance(wanted, at);
    const bool better =
        to != found.to ? to == Snapped::To::vertex || found.to == Snapped::To::nothing : m < away_m;
    if (m > reach_m || !better) return;
    found = {to, at};
    away_m = m;
  }
  void offer(geo::Point a, geo::Point b) {
    offer(Snapped::To::vertex, a);
    offer(Snapped::To::vertex, b);
    offer(Snapped::To::edge, geo::nearest_on_segment(a, b, wanted).at);
  }
};

}  // namespace

Snapper::Snapper(const model::Project& project) {
  geo::Line line;
  for (const auto& way : project.streets.ways) {
    line.clear();
    for (const auto node : way.nodes)
      line.push_back(project.streets.nodes[node].at);
    add(line);
  }
  for (const auto& building : project.buildings) {
    for (const auto& polygon : building.outline)
      add(polygon.outer);
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.cell, a.segment) < std::pair(b.cell, b.segment);
  });
}

void Snapper::add(const geo::Line& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    segments_.push_back({line[i - 1], line[i]});
    enter(static_cast<std::uint32_t>(segments_.size() - 1));
  }
}

void Snapper::enter(std::uint32_t index) {
  geo::Box box;
  box.add(segments_[index].a);
  box.add(segments_[index].b);
  // A segment of kilometres (a ferry, a damaged file) is not worth its cells.
  if (box.width() > 50 * cell_m || box.height() > 50 * cell_m) return;
  each_cell(box, [&](std::uint64_t cell) { entries_.push_back({cell, index}); });
}

Snapped Snapper::snap(geo::Point at, double reach_m, const std::vector<geo::Line>& more) const {
  Best best{at, reach_m, {Snapped::To::nothing, at}};
  const geo::Box box = geo::Box{at.x, at.y, at.x, at.y}.grown(reach_m);
  // Far out every pixel holds hundreds of corners: none of them is meant.
  if (reach_m <= 2 * cell_m) {
    each_cell(box, [&](std::uint64_t cell) {
      const auto first =
          std::lower_bound(entries_.begin(), entries_.end(), cell,
                           [](const Entry& entry, std::uint64_t key) { return entry.cell < key; });
      for (auto entry = first; entry != entries_.end() && entry->cell == cell; ++entry)
        best.offer(segments_[entry->segment].a, segments_[entry->segment].b);
    });
  }
  for (const auto& line : more) {
    if (line.size() == 1) best.offer(Snapped::To::vertex, line[0]);
    for (std::size_t i = 1; i < line.size(); ++i)
      best.offer(line[i - 1], line[i]);
  }
  return best.found;
}

}  // namespace nahraum::ui
