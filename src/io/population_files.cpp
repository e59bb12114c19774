#include "io/population_files.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/population_grid.hpp"
#include "io/population_polygons.hpp"

namespace nahraum::io {

using base::tr;
namespace fs = std::filesystem;

namespace {

bool is_table(const fs::path& file) {
  const auto extension = base::fold_case(file.extension().string());
  return extension == ".csv" || extension == ".txt" || extension == ".tsv";
}

/// What the files hold, taken in one by one and combined at the end.
struct Collected {
  GridCells grid;
  std::vector<StatisticsTable> tables;
  std::vector<std::pair<std::string, VectorLayer>> layers;
};

/// The project's box in the census's CRS, a little larger.
base::Result<geo::Box> box_in_3035(const geo::Box& box, int epsg) {
  const auto projection = geo::Projection::between(fmt::format("EPSG:{}", epsg), 3035);
  if (!projection) return tl::unexpected(projection.error());
  geo::Box result;
  for (const auto& corner : geo::ring_of(box))
    result.add(projection->forward(corner));
  return result.grown(200);
}

base::Result<void> take_table(const fs::path& file, const geo::Box& box_3035, Collected& collected,
                              Report& report, jobs::Context& context) {
  auto text = DelimitedText::open(file);
  if (!text) return tl::unexpected(text.error());
  Row header;
  const auto more = text->next(header);
  if (!more) return tl::unexpected(more.error());
  if (is_census_grid(header)) {
    return read_census_grid(*text, header, file.filename().string(), box_3035, collected.grid,
                            report, context);
  }
  auto table = read_statistics(file, report);
  if (!table) return tl::unexpected(table.error());
  collected.tables.push_back(std::move(*table));
  return {};
}

base::Result<void> take_polygons(const fs::path& file, int epsg, Collected& collected,
                                 Report& report) {
  auto layer = read_polygons(file, {}, epsg);
  if (!layer) return tl::unexpected(layer.error());
  if (layer->dropped > 0) {
    report.count("loss", "population_polygon_dropped", file.filename().string(), layer->dropped);
  }
  for (const auto& warning : layer->warnings)
    report.count("warning", "population_file", warning);
  collected.layers.emplace_back(file.filename().string(), std::move(*layer));
  return {};
}

/// A table belongs to the layer that it joins; layers without one state their own figures.
base::Result<std::vector<model::PopulationCell>> polygon_cells(const Collected& collected,
                                                               const geo::Box& box,
                                                               Report& report) {
  const auto& [layers, tables] = std::tie(collected.layers, collected.tables);
  if (!tables.empty() && layers.empty()) {
    return base::fail(base::ErrorCode::bad_input, tr("a statistics table needs its polygons"),
                      tables.front().source, tr("give the blocks' file with --population as well"));
  }
  if (tables.size() > 1 || (!tables.empty() && layers.size() > 1)) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("only one statistics table with one polygon file can be joined"),
                      tables.back().source, tr("give one of each"));
  }
  std::vector<model::PopulationCell> cells;
  for (const auto& [source, layer] : layers) {
    const auto table = tables.empty() ? std::nullopt : std::optional(tables.front());
    auto some = population_of_polygons(layer, source, box, table, report);
    if (!some) return some;
    std::move(some->begin(), some->end(), std::back_inserter(cells));
  }
  std::stable_sort(cells.begin(), cells.end(),
                   [](const auto& a, const auto& b) { return a.id < b.id; });
  return cells;
}

bool state_the_same(const std::vector<model::PopulationCell>& a,
                    const std::vector<model::PopulationCell>& b) {
  const auto states = [](const auto& cells, auto figure) {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const auto& cell) { return (cell.residents.*figure).has_value(); });
  };
  for (const auto figure :
       {&model::Residents::all, &model::Residents::age_65, &model::Residents::age_80}) {
    if (states(a, figure) && states(b, figure)) return true;
  }
  return false;
}

base::Result<std::vector<model::PopulationCell>> combined(Collected& collected, int epsg,
                                                          const geo::Box& box, Report& report) {
  refine(collected.grid, report);
  auto grid = grid_polygons(collected.grid, epsg);
  if (!grid) return grid;
  auto cells = polygon_cells(collected, box, report);
  if (!cells) return cells;
  if (state_the_same(*cells, *grid)) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("polygons and a census grid state the same figure"), cells->front().source,
                      tr("give one of them"));
  }
  std::move(grid->begin(), grid->end(), std::back_inserter(*cells));
  return cells;
}

}  // namespace

base::Result<std::vector<model::PopulationCell>> read_population(
    const std::vector<fs::path>& files, int epsg, const geo::Box& box,
    std::vector<model::ReportEntry>& report, jobs::Context& context) {
  const auto box_3035 = box_in_3035(box, epsg);
  if (!box_3035) return tl::unexpected(box_3035.error());
  Report counted;
  Collected collected;
  for (const auto& file : files) {
    context.update(0, fmt::format(fmt::runtime(tr("Reading {}")), file.filename().string()));
    auto taken = is_table(file) ? take_table(file, *box_3035, collected, counted, context)
                                : take_polygons(file, epsg, collected, counted);
    if (!taken) return tl::unexpected(taken.error());
  }
  auto cells = combined(collected, epsg, box, counted);
  if (cells && cells->empty() && !files.empty()) {
    counted.count("warning", "population_outside", files.front().filename().string());
  }
  for (auto& entry : counted.entries())
    report.push_back(std::move(entry));
  return cells;
}

}  // namespace nahraum::io
