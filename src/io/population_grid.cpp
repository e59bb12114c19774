#include "io/population_grid.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/population_columns.hpp"

namespace nahraum::io {

using base::tr;

namespace {

using Figure = std::optional<int> model::Residents::*;
constexpr std::array<Figure, 3> figures{&model::Residents::all, &model::Residents::age_65,
                                        &model::Residents::age_80};

/// The digits that follow `letter`.
std::optional<std::int64_t> number_after(std::string_view text, char letter) {
  const auto at = text.find(letter);
  if (at == std::string_view::npos) return {};
  std::int64_t value = 0;
  const auto* begin = text.data() + at + 1;
  const auto [stop, error] = std::from_chars(begin, text.data() + text.size(), value);
  if (error != std::errc() || stop == begin || value < 0 || value > 10000000) return {};
  return value;
}

std::optional<int> size_of(std::string_view name) {
  if (name == "100m") return 100;
  if (name == "1km" || name == "1000m") return 1000;
  if (name == "10km" || name == "10000m") return 10000;
  return {};
}

}  // namespace

std::optional<GridKey> grid_key_of(std::string_view id) {
  constexpr std::string_view inspire = "CRS3035RES";
  const bool in_metres = id.substr(0, inspire.size()) == inspire;
  if (in_metres) id.remove_prefix(inspire.size());
  const auto north_at = id.find('N');
  if (north_at == std::string_view::npos) return {};
  const auto size = size_of(id.substr(0, north_at));
  const auto north = number_after(id, 'N');
  const auto east = number_after(id, 'E');
  if (!size || !north || !east) return {};
  const std::int64_t unit = in_metres ? 1 : *size;
  return GridKey{*size, *north * unit, *east * unit};
}

namespace {

std::optional<std::size_t> id_column(const Row& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (base::fold_case(header[i]).rfind("gitter_id", 0) == 0) return i;
  }
  return {};
}

geo::Box box_of(const GridKey& key) {
  const auto east = static_cast<double>(key.east);
  const auto north = static_cast<double>(key.north);
  return {east, north, east + key.size_m, north + key.size_m};
}

/// One file's layout: figures side by side, or one figure per row (Merkmal, Auspraegung).
struct Layout {
  std::size_t id = 0;
  PopulationColumns wide;
  std::optional<std::size_t> subject, code, text, count, quality;
  bool is_long() const { return subject && count; }
};

Layout layout_of(const Row& header) {
  Layout layout;
  layout.id = *id_column(header);
  layout.wide = population_columns(header);
  layout.subject = find_column(header, {"Merkmal"});
  layout.code = find_column(header, {"Auspraegung_Code"});
  layout.text = find_column(header, {"Auspraegung_Text"});
  layout.count = find_column(header, {"Anzahl"});
  layout.quality = find_column(header, {"Anzahl_q"});
  return layout;
}

/// Which figure a row of the long layout states, if any.
std::optional<Figure> figure_of(const Layout& layout, const Row& row) {
  const auto subject = base::fold_case(cell(row, *layout.subject));
  if (subject == "insgesamt") return &model::Residents::all;
  if (subject.rfind("alter", 0) != 0) return {};
  const auto text = layout.text ? cell(row, *layout.text) : std::string_view();
  const AgeBand band = age_band_of(text).value_or(AgeBand{-1, {}});
  const bool eighty = subject == "alter_10jg" && layout.code && cell(row, *layout.code) == "9";
  if (eighty || band == AgeBand{80, {}}) return &model::Residents::age_80;
  if (band == AgeBand{65, {}}) return &model::Residents::age_65;
  return {};
}

/// Takes rows of one file into the cells.
class GridReader {
 public:
  GridReader(Layout layout, bool decimal_comma, std::string source, GridCells& cells,
             Report& report)
      : layout_(std::move(layout)),
        decimal_comma_(decimal_comma),
        source_(std::move(source)),
        cells_(cells),
        report_(report) {}

  void take(const Row& row, const geo::Box& box) {
    const std::string id(cell(row, layout_.id));
    const auto key = grid_key_of(id);
    if (!key) return report_.count("loss", "population_cell_without_place", id);
    if (!box_of(*key).intersects(box)) return;
    const auto residents = layout_.is_long() ? of_long_row(row, id) : of_wide_row(row, id);
    if (!residents.all && !residents.age_65 && !residents.age_80) return;
    add(*key, id, residents);
  }

 private:
  model::Residents of_wide_row(const Row& row, const std::string& id) {
    long unreadable = 0, contradictions = 0;
    const auto residents = layout_.wide.read(row, decimal_comma_, unreadable, contradictions);
    if (unreadable > 0) report_.count("loss", "population_unreadable", id, unreadable);
    if (contradictions > 0)
      report_.count("warning", "population_contradiction", id, contradictions);
    if (layout_.wide.all && !residents.all) report_.count("info", "population_suppressed", id);
    return residents;
  }

  model::Residents of_long_row(const Row& row, const std::string& id) {
    model::Residents residents;
    const auto figure = figure_of(layout_, row);
    if (!figure) return residents;
    const auto text = cell(row, *layout_.count);
    const auto value = base::parse_number(text, decimal_comma_);
    if (is_suppressed(text)) {
      report_.count("info", "population_suppressed", id);
    } else if (!value || *value < 0 || *value > 1e8) {
      report_.count("loss", "population_unreadable", id);
    } else {
      residents.*(*figure) = static_cast<int>(*value);
      const auto quality = layout_.quality ? cell(row, *layout_.quality) : std::string_view();
      if (!quality.empty() && quality != "0") report_.count("info", "population_uncertain", id);
    }
    return residents;
  }

  void add(const GridKey& key, const std::string& id, const model::Residents& residents) {
    auto& known = cells_[key];
    if (known.id.empty()) known = {id, source_, {}};
    for (const auto figure : figures) {
      if (!(residents.*figure)) continue;
      if (known.residents.*figure) {
        report_.count("warning", "population_stated_twice", id);
      } else {
        known.residents.*figure = residents.*figure;
      }
    }
  }

  Layout layout_;
  bool decimal_comma_;
  std::string source_;
  GridCells& cells_;
  Report& report_;
};

}  // namespace

bool is_census_grid(const Row& header) {
  return id_column(header).has_value();
}

base::Result<void> read_census_grid(DelimitedText& text, const Row& header,
                                    const std::string& source, const geo::Box& box_3035,
                                    GridCells& cells, Report& report, jobs::Context& context) {
  const Layout layout = layout_of(header);
  if (!layout.is_long() && !layout.wide.any()) {
    return base::fail(base::ErrorCode::bad_input, tr("the grid has no column of residents"), source,
                      tr("expected are Einwohner, ab65_A, a80undaelter or Merkmal and Anzahl"));
  }
  GridReader reader(layout, text.decimal_comma(), source, cells, report);
  Row row;
  for (long i = 0;; ++i) {
    if (i % 4096 == 0) context.update(text.progress(), tr("Reading residents"));
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    reader.take(row, box_3035);
  }
}

namespace {

GridKey parent_of(const GridKey& key, int size_m) {
  return {size_m, key.north / size_m * size_m, key.east / size_m * size_m};
}

bool states(const GridCells& cells, const GridKey& key, Figure figure) {
  const auto at = cells.find(key);
  return at != cells.end() && at->second.residents.*figure;
}

/// Takes the finer cells' figures out of the coarse ones that hold them.
void refine_figure(GridCells& cells, Figure figure, int coarse_m, Report& report) {
  std::map<GridKey, std::int64_t> finer;
  for (const auto& [key, each] : cells) {
    if (key.size_m >= coarse_m || !(each.residents.*figure)) continue;
    // What a cell between the two sizes states holds the finer cell's people already.
    if (key.size_m * 10 < coarse_m && states(cells, parent_of(key, coarse_m / 10), figure))
      continue;
    finer[parent_of(key, coarse_m)] += *(each.residents.*figure);
  }
  for (const auto& [key, sum] : finer) {
    const auto at = cells.find(key);
    if (at == cells.end() || !(at->second.residents.*figure)) continue;
    auto& value = *(at->second.residents.*figure);
    const std::int64_t left = value - sum;
    report.count("info", "population_refined", at->second.id);
    if (left < 0) report.count("warning", "population_finer_cells_exceed", at->second.id, -left);
    value = left < 0 ? 0 : static_cast<int>(left);
  }
}

}  // namespace

void refine(GridCells& cells, Report& report) {
  for (const auto figure : figures) {
    // The coarsest first: a 10-km cell loses what its 1-km cells state before they are refined.
    refine_figure(cells, figure, 10000, report);
    refine_figure(cells, figure, 1000, report);
  }
}

base::Result<std::vector<model::PopulationCell>> grid_polygons(const GridCells& cells, int epsg) {
  const auto projection = geo::Projection::between("EPSG:3035", epsg);
  if (!projection) return tl::unexpected(projection.error());
  std::vector<model::PopulationCell> polygons;
  for (const auto& [key, each] : cells) {
    geo::Ring ring = geo::ring_of(box_of(key));
    projection->forward(ring);
    model::PopulationCell cell;
    cell.id = each.id;
    cell.source = each.source;
    cell.outline = {geo::Polygon{std::move(ring), {}}};
    cell.residents = each.residents;
    polygons.push_back(std::move(cell));
  }
  return polygons;
}

}  // namespace nahraum::io
