#include "analysis/areas.hpp"

#include <algorithm>

namespace nahraum::analysis {
namespace {

/// The homes' cells of one source, by place alone: whatever figures the cells state.
class SourceCells {
 public:
  SourceCells(const model::Project& project, const std::string& source) : project_(project) {
    for (std::uint32_t i = 0; i < project.population.size(); ++i) {
      const auto& cell = project.population[i];
      if (cell.source != source) continue;
      indices_.push_back(i);
      model::PopulationCell outline;
      outline.outline = cell.outline;
      outline.residents.all = 0;
      outlines_.push_back(std::move(outline));
    }
  }

  Areas areas(const std::string& source) const {
    const CellIndex index(outlines_);
    std::vector<std::int32_t> cell_of_home;
    std::vector<bool> used(outlines_.size(), false);
    cell_of_home.reserve(project_.homes.size());
    for (const auto& home : project_.homes) {
      const auto cell = index.find(home.at, &model::Residents::all);
      cell_of_home.push_back(cell ? static_cast<std::int32_t>(*cell) : -1);
      if (cell && home.in_district) used[*cell] = true;
    }
    return kept(source, cell_of_home, used);
  }

 private:
  Areas kept(const std::string& source, const std::vector<std::int32_t>& cell_of_home,
             const std::vector<bool>& used) const {
    Areas areas{source, {}, {}};
    std::vector<std::int32_t> place(used.size(), -1);
    for (std::size_t c = 0; c < used.size(); ++c) {
      if (!used[c]) continue;
      place[c] = static_cast<std::int32_t>(areas.cells.size());
      areas.cells.push_back(indices_[c]);
    }
    areas.of_home.reserve(cell_of_home.size());
    for (const auto cell : cell_of_home)
      areas.of_home.push_back(cell < 0 ? -1 : place[static_cast<std::size_t>(cell)]);
    return areas;
  }

  const model::Project& project_;
  std::vector<std::uint32_t> indices_;
  std::vector<model::PopulationCell> outlines_;
};

long homes_held(const model::Project& project, const Areas& areas) {
  long held = 0;
  for (std::size_t i = 0; i < project.homes.size(); ++i)
    held += project.homes[i].in_district && areas.of_home[i] >= 0 ? 1 : 0;
  return held;
}

}  // namespace

Areas areas_of(const model::Project& project) {
  std::vector<std::string> sources;
  for (const auto& cell : project.population) {
    if (std::find(sources.begin(), sources.end(), cell.source) == sources.end())
      sources.push_back(cell.source);
  }
  Areas best{"", {}, std::vector<std::int32_t>(project.homes.size(), -1)};
  long most = 0;
  for (const auto& source : sources) {
    auto areas = SourceCells(project, source).areas(source);
    const long held = homes_held(project, areas);
    const bool fewer = held == most && held > 0 && areas.cells.size() < best.cells.size();
    if (held <= most && !fewer) continue;
    most = held;
    best = std::move(areas);
  }
  return best;
}

}  // namespace nahraum::analysis
