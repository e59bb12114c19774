#include "io/gpkg_geometry.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>

#include <sqlite3.h>

#include "io/sqlite.hpp"

namespace nahraum::io::gpkg {
namespace {

enum Wkb : std::uint32_t { point = 1, line = 2, polygon = 3, multi_line = 5, multi_polygon = 6 };
constexpr char little_endian = 1;
constexpr std::size_t point_bytes = 2 * sizeof(double);
constexpr std::size_t least_of_line = 2, least_of_ring = 4;
constexpr double farthest_m = 1e9;

class Writer {
 public:
  Writer(int srs_id, const geo::Box& box, bool with_envelope) {
    const bool empty = box.empty();
    const bool envelope = with_envelope && !empty;
    bytes_.append("GP", 2);
    bytes_ += '\0';
    bytes_ += static_cast<char>(1 | (envelope ? 1 << 1 : 0) | (empty ? 1 << 4 : 0));
    put(static_cast<std::int32_t>(srs_id));
    if (envelope) {
      for (const double edge : {box.min_x, box.max_x, box.min_y, box.max_y})
        put(edge);
    }
  }
  template <class T>
  void put(T value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }
  void begin(Wkb type) {
    bytes_ += little_endian;
    put(static_cast<std::uint32_t>(type));
  }
  void points(const std::vector<geo::Point>& list) {
    put(static_cast<std::uint32_t>(list.size()));
    bytes_.append(reinterpret_cast<const char*>(list.data()), list.size() * point_bytes);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    static constexpr std::size_t envelope_bytes[] = {0, 32, 48, 48, 64};
    if (bytes_.size() < 8 || bytes_.substr(0, 2) != "GP") refuse();
    const auto flags = static_cast<unsigned char>(bytes_[3]);
    const unsigned envelope = (flags >> 1) & 7;
    if (!(flags & 1) || envelope > 4) refuse();
    take(8 + envelope_bytes[envelope]);
  }
  void begin(Wkb type) {
    if (get<char>() != little_endian || get<std::uint32_t>() != type) refuse();
  }
  bool is(Wkb type) const {
    std::uint32_t found = 0;
    if (bytes_.size() >= 5) std::memcpy(&found, bytes_.data() + 1, sizeof found);
    return found == type;
  }
  template <class T>
  T get() {
    T value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::uint32_t count(std::size_t least_bytes_each) {
    const auto number = get<std::uint32_t>();
    if (number > bytes_.size() / least_bytes_each) refuse();
    return number;
  }
  geo::Point one_point() {
    const auto x = get<double>();
    return checked({x, get<double>()});
  }
  std::vector<geo::Point> points(std::size_t least) {
    std::vector<geo::Point> list(count(point_bytes));
    if (list.size() < least) refuse();
    const auto raw = take(list.size() * point_bytes);
    if (!list.empty()) std::memcpy(static_cast<void*>(list.data()), raw.data(), raw.size());
    for (const auto at : list)
      checked(at);
    return list;
  }
  std::uint32_t ring_count() {
    const auto rings = count(4);
    if (rings == 0) refuse();
    return rings;
  }

 private:
  /// The rest of the program counts on numbers: no CRS reaches further.
  static geo::Point checked(geo::Point at) {
    if (!(std::fabs(at.x) <= farthest_m && std::fabs(at.y) <= farthest_m)) refuse();
    return at;
  }
  [[noreturn]] static void refuse() { throw sqlite::Failure(SQLITE_CORRUPT, "a shape is damaged"); }
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) refuse();
    const auto part = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return part;
  }
  std::string_view bytes_;
};

}  // namespace

static_assert(sizeof(geo::Point) == point_bytes, "points are copied as they lie in memory");

std::string encode(geo::Point at, int srs_id) {
  Writer writer(srs_id, {at.x, at.y, at.x, at.y}, false);
  writer.begin(point);
  writer.put(at.x);
  writer.put(at.y);
  return writer.take();
}

std::string encode(const geo::Line& points, int srs_id) {
  Writer writer(srs_id, geo::bounds(points), true);
  writer.begin(line);
  writer.points(points);
  return writer.take();
}

std::string encode(const std::vector<geo::Line>& lines, int srs_id) {
  geo::Box box;
  for (const auto& each : lines)
    box.add(geo::bounds(each));
  Writer writer(srs_id, box, true);
  writer.begin(multi_line);
  writer.put(static_cast<std::uint32_t>(lines.size()));
  for (const auto& each : lines) {
    writer.begin(line);
    writer.points(each);
  }
  return writer.take();
}

std::string encode(const geo::MultiPolygon& polygons, int srs_id) {
  Writer writer(srs_id, geo::bounds(polygons), true);
  writer.begin(multi_polygon);
  writer.put(static_cast<std::uint32_t>(polygons.size()));
  for (const auto& each : polygons) {
    writer.begin(polygon);
    writer.put(static_cast<std::uint32_t>(1 + each.holes.size()));
    writer.points(each.outer);
    for (const auto& hole : each.holes)
      writer.points(hole);
  }
  return writer.take();
}

geo::Point decode_point(std::string_view blob) {
  Reader reader(blob);
  reader.begin(point);
  return reader.one_point();
}

geo::Line decode_line(std::string_view blob) {
  Reader reader(blob);
  reader.begin(line);
  return reader.points(least_of_line);
}

std::vector<geo::Point> decode_points(std::string_view blob) {
  if (Reader(blob).is(point)) return {decode_point(blob)};
  return decode_line(blob);
}

geo::MultiPolygon decode_polygons(std::string_view blob) {
  Reader reader(blob);
  reader.begin(multi_polygon);
  geo::MultiPolygon polygons(reader.count(9));
  for (auto& each : polygons) {
    reader.begin(polygon);
    const auto rings = reader.ring_count();
    each.outer = reader.points(least_of_ring);
    each.holes.resize(rings - 1);
    for (auto& hole : each.holes)
      hole = reader.points(least_of_ring);
  }
  return polygons;
}

}  // namespace nahraum::io::gpkg
