#include "io/place_file.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/coordinate_guess.hpp"
#include "io/delimited_text.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

const std::vector<std::string>& name_columns() {
  static const std::vector<std::string> names = {"Name",   "Bezeichnung", "Adresse", "Anschrift",
                                                 "Straße", "Strasse",     "address", "title"};
  return names;
}

struct Columns {
  std::optional<std::size_t> name, x, y;
};

base::Result<Columns> find_header(DelimitedText& text, const std::string& source) {
  Row row;
  for (int i = 0; i < 10; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const Columns columns{find_column(row, name_columns()), find_column(row, easting_names()),
                          find_column(row, northing_names())};
    if (columns.x && columns.y) return columns;
  }
  return base::fail(ErrorCode::bad_input, tr("the list has no columns of the place"), source,
                    tr("name them Rechtswert, Hochwert (or lon, lat)"));
}

base::Result<PlaceFile> placed(const std::vector<NamedPlace>& rows, PlaceFile result,
                               int target_epsg, const std::string& source) {
  if (rows.empty()) return result;
  std::vector<geo::Point> numbers;
  numbers.reserve(rows.size());
  for (const auto& row : rows)
    numbers.push_back(row.at);
  const auto meant = judge_coordinates(numbers, target_epsg, source);
  if (!meant) return tl::unexpected(meant.error());
  for (const auto& row : rows) {
    const auto at = meant->forward(row.at);
    if (at) {
      result.places.push_back({row.name, *at});
    } else {
      ++result.dropped;
    }
  }
  return result;
}

base::Result<PlaceFile> read_list(const std::filesystem::path& file, int target_epsg) {
  auto text = DelimitedText::open(file);
  if (!text) return tl::unexpected(text.error());
  const auto source = file.filename().string();
  const auto columns = find_header(*text, source);
  if (!columns) return tl::unexpected(columns.error());
  PlaceFile result;
  std::vector<NamedPlace> rows;
  Row row;
  for (;;) {
    const auto more = text->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    const auto x = base::parse_number(cell(row, *columns->x), text->decimal_comma());
    const auto y = base::parse_number(cell(row, *columns->y), text->decimal_comma());
    if (x && y) {
      rows.push_back({columns->name ? std::string(cell(row, *columns->name)) : "", {*x, *y}});
    } else {
      ++result.dropped;
    }
  }
  return placed(rows, std::move(result), target_epsg, source);
}

base::Result<PlaceFile> read_layer(const std::filesystem::path& file, const std::string& layer,
                                   int target_epsg) {
  const auto shapes = read_points(file, layer, target_epsg);
  if (!shapes) return tl::unexpected(shapes.error());
  const auto name = find_column(shapes->columns, name_columns());
  PlaceFile result;
  result.dropped = shapes->dropped;
  for (const auto& shape : shapes->features)
    result.places.push_back({name ? shape.attributes[*name] : std::string(), shape.at});
  return result;
}

}  // namespace

base::Result<PlaceFile> read_place_file(const std::filesystem::path& file, const std::string& layer,
                                        int target_epsg) {
  const auto extension = base::fold_case(file.extension().string());
  const bool list = extension == ".csv" || extension == ".txt" || extension == ".tsv";
  auto result = list ? read_list(file, target_epsg) : read_layer(file, layer, target_epsg);
  if (!result || !result->places.empty()) return result;
  return base::fail(ErrorCode::bad_input, tr("holds no place"), file.filename().string(),
                    tr("give points, plots, or a list with coordinates"));
}

}  // namespace nahraum::io
