#include "io/vector_wire.hpp"

#include "io/wire.hpp"

namespace nahraum::io::wire {
namespace {

VectorLayer read_layer(Reader& reader) {
  VectorLayer layer;
  layer.name = reader.text();
  layer.crs = reader.text();
  layer.columns = reader.texts();
  layer.warnings = reader.texts();
  layer.dropped = reader.number<std::int64_t>();
  layer.features.resize(reader.count(32));
  for (auto& feature : layer.features) {
    feature.attributes = reader.texts();
    feature.outline = reader.polygons();
    feature.at = reader.number<geo::Point>();
  }
  return layer;
}

void write_layer(Writer& writer, const VectorLayer& layer) {
  writer.text(layer.name);
  writer.text(layer.crs);
  writer.texts(layer.columns);
  writer.texts(layer.warnings);
  writer.number(layer.dropped);
  writer.count(layer.features.size());
  for (const auto& feature : layer.features) {
    writer.texts(feature.attributes);
    writer.polygons(feature.outline);
    writer.number(feature.at);
  }
}

}  // namespace

std::string encode(const base::Result<VectorLayer>& layer) {
  return encode_result(layer, write_layer);
}

std::optional<base::Result<VectorLayer>> decode(std::string_view bytes) {
  return decode_result<VectorLayer>(bytes, read_layer);
}

}  // namespace nahraum::io::wire
