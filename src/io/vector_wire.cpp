#include "io/vector_wire.hpp"

namespace nahraum::io::wire {
namespace {

constexpr std::uint32_t layer_mark = 0x4C41594C, error_mark = 0x4552524C, end_mark = 0x454E444C;

class Writer {
 public:
  template <class T>
  void number(T value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }
  void count(std::size_t value) { number(static_cast<std::uint64_t>(value)); }
  void text(std::string_view value) {
    count(value.size());
    bytes_ += value;
  }
  void texts(const std::vector<std::string>& list) {
    count(list.size());
    for (const auto& each : list)
      text(each);
  }
  void ring(const geo::Ring& ring) {
    count(ring.size());
    bytes_.append(reinterpret_cast<const char*>(ring.data()), ring.size() * sizeof(geo::Point));
  }
  void polygons(const geo::MultiPolygon& polygons) {
    count(polygons.size());
    for (const auto& polygon : polygons) {
      count(polygon.holes.size());
      ring(polygon.outer);
      for (const auto& hole : polygon.holes)
        ring(hole);
    }
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

struct CutShort {};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::size_t count(std::size_t least_bytes_each) {
    const auto value = number<std::uint64_t>();
    if (value > rest_.size() / least_bytes_each) throw CutShort();
    return static_cast<std::size_t>(value);
  }
  std::string text() { return std::string(take(count(1))); }
  std::vector<std::string> texts() {
    std::vector<std::string> list(count(8));
    for (auto& each : list)
      each = text();
    return list;
  }
  geo::Ring ring() {
    geo::Ring ring(count(sizeof(geo::Point)));
    const auto raw = take(ring.size() * sizeof(geo::Point));
    if (!ring.empty()) std::memcpy(static_cast<void*>(ring.data()), raw.data(), raw.size());
    return ring;
  }
  geo::MultiPolygon polygons() {
    geo::MultiPolygon list(count(16));
    for (auto& polygon : list) {
      polygon.holes.resize(count(8));
      polygon.outer = ring();
      for (auto& hole : polygon.holes)
        hole = ring();
    }
    return list;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw CutShort();
    const auto part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
  }
  std::string_view rest_;
};

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
    feature.at.x = reader.number<double>();
    feature.at.y = reader.number<double>();
  }
  return layer;
}

base::Error read_error(Reader& reader) {
  base::Error error;
  error.code = static_cast<base::ErrorCode>(reader.number<std::int32_t>());
  error.what = reader.text();
  error.where = reader.text();
  error.what_to_do = reader.text();
  return error;
}

}  // namespace

std::string encode(const base::Result<VectorLayer>& layer) {
  Writer writer;
  writer.number(layer ? layer_mark : error_mark);
  if (layer) {
    writer.text(layer->name);
    writer.text(layer->crs);
    writer.texts(layer->columns);
    writer.texts(layer->warnings);
    writer.number(layer->dropped);
    writer.count(layer->features.size());
    for (const auto& feature : layer->features) {
      writer.texts(feature.attributes);
      writer.polygons(feature.outline);
      writer.number(feature.at.x);
      writer.number(feature.at.y);
    }
  } else {
    writer.number(static_cast<std::int32_t>(layer.error().code));
    writer.text(layer.error().what);
    writer.text(layer.error().where);
    writer.text(layer.error().what_to_do);
  }
  writer.number(end_mark);
  return writer.take();
}

std::optional<base::Result<VectorLayer>> decode(std::string_view bytes) {
  try {
    Reader reader(bytes);
    const auto mark = reader.number<std::uint32_t>();
    if (mark != layer_mark && mark != error_mark) return std::nullopt;
    base::Result<VectorLayer> result = mark == layer_mark
                                           ? base::Result<VectorLayer>(read_layer(reader))
                                           : tl::unexpected<base::Error>(read_error(reader));
    if (reader.number<std::uint32_t>() != end_mark || !reader.at_end()) return std::nullopt;
    return result;
  } catch (const CutShort&) {
    return std::nullopt;
  }
}

}  // namespace nahraum::io::wire
