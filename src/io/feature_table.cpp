#include "io/feature_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "geo/crs.hpp"

namespace nahraum::io {
namespace {

bool looks_like_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

std::string csv_cell(std::string text) {
  if (looks_like_formula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return quoted + '"';
}

struct CellText {
  const Column& column;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    return fmt::format("{:.{}f}", number, column.decimals);
  }
  std::string operator()(const std::string& text) const { return csv_cell(text); }
};

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

struct JsonValue {
  const Column& column;
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    return fmt::format("{:.{}f}", number, column.decimals);
  }
  std::string operator()(const std::string& text) const { return json_text(text); }
};

struct JsonShape {
  const geo::Projection& projection;

  std::string position(geo::Point p) const {
    const geo::LonLat at = projection.inverse(p);
    return fmt::format("[{:.7f},{:.7f}]", at.lon, at.lat);
  }
  std::string positions(const geo::Line& line) const {
    std::string text = "[";
    for (const geo::Point p : line)
      text += (text.size() > 1 ? "," : "") + position(p);
    return text + "]";
  }
  std::string rings(const geo::Polygon& polygon) const {
    std::string text = "[" + positions(polygon.outer);
    for (const auto& hole : polygon.holes)
      text += "," + positions(hole);
    return text + "]";
  }
  static std::string typed(const char* type, const std::string& coordinates) {
    return fmt::format(R"({{"type":"{}","coordinates":{}}})", type, coordinates);
  }

  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(geo::Point p) const { return typed("Point", position(p)); }
  std::string operator()(const geo::Line& line) const {
    return typed("LineString", positions(line));
  }
  std::string operator()(const std::vector<geo::Line>& lines) const {
    std::string text = "[";
    for (const auto& line : lines)
      text += (text.size() > 1 ? "," : "") + positions(line);
    return typed("MultiLineString", text + "]");
  }
  std::string operator()(const geo::MultiPolygon& polygons) const {
    if (polygons.size() == 1) return typed("Polygon", rings(polygons.front()));
    std::string text = "[";
    for (const auto& polygon : polygons)
      text += (text.size() > 1 ? "," : "") + rings(polygon);
    return typed("MultiPolygon", text + "]");
  }
};

}  // namespace

std::string to_csv(const FeatureTable& table) {
  std::string text;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    text += (c ? "," : "") + csv_cell(table.columns[c].name);
  }
  text += "\n";
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (c) text += ',';
      text += std::visit(CellText{table.columns[c]}, row.values[c]);
    }
    text += "\n";
  }
  return text;
}

base::Result<std::string> to_geojson(const FeatureTable& table) {
  const auto projection = geo::Projection::to_epsg(table.epsg);
  if (!projection) return tl::unexpected(projection.error());
  std::string text =
      fmt::format(R"({{"type":"FeatureCollection","name":{},"attribution":{},"features":[)",
                  json_text(table.name), json_text(table.attribution));
  bool first = true;
  for (const auto& row : table.rows) {
    text += first ? "\n" : ",\n";
    first = false;
    text += R"({"type":"Feature","properties":{)";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      text += (c ? "," : "") + json_text(table.columns[c].name) + ":" +
              std::visit(JsonValue{table.columns[c]}, row.values[c]);
    }
    text += R"(},"geometry":)" + std::visit(JsonShape{*projection}, row.shape) + "}";
  }
  return text + "\n]}\n";
}

}  // namespace nahraum::io
