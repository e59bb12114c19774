#pragma once
/// What the reading child process writes and its parent reads: tagged records of numbers and texts
/// in the machine's own byte order, closed by an end mark, so that a crash shows.

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::io::wire {

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
  template <class T>
  void numbers(const std::vector<T>& list) {
    count(list.size());
    bytes_.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Thrown where the bytes end too early.
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
  template <class T>
  std::vector<T> numbers() {
    std::vector<T> list(count(sizeof(T)));
    const auto raw = take(list.size() * sizeof(T));
    if (!list.empty()) std::memcpy(static_cast<void*>(list.data()), raw.data(), raw.size());
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

inline constexpr std::uint32_t value_mark = 0x4C41594C, error_mark = 0x4552524C,
                               end_mark = 0x454E444C;

inline base::Error read_error(Reader& reader) {
  base::Error error;
  error.code = static_cast<base::ErrorCode>(reader.number<std::int32_t>());
  error.what = reader.text();
  error.where = reader.text();
  error.what_to_do = reader.text();
  return error;
}

/// One finished value, or the reason why there is none. `write` puts a value, `read` takes it.
template <class T, class Write>
std::string encode_result(const base::Result<T>& result, Write write) {
  Writer writer;
  writer.number(static_cast<std::uint32_t>(result ? value_mark : error_mark));
  if (result) {
    write(writer, *result);
  } else {
    writer.number(static_cast<std::int32_t>(result.error().code));
    writer.text(result.error().what);
    writer.text(result.error().where);
    writer.text(result.error().what_to_do);
  }
  writer.number(end_mark);
  return writer.take();
}

/// Nothing where the bytes are cut short or anything else.
template <class T, class Read>
std::optional<base::Result<T>> decode_result(std::string_view bytes, Read read) {
  try {
    Reader reader(bytes);
    const auto mark = reader.number<std::uint32_t>();
    if (mark != value_mark && mark != error_mark) return std::nullopt;
    base::Result<T> result = mark == value_mark ? base::Result<T>(read(reader))
                                                : tl::unexpected<base::Error>(read_error(reader));
    if (reader.number<std::uint32_t>() != end_mark || !reader.at_end()) return std::nullopt;
    return result;
  } catch (const CutShort&) {
    return std::nullopt;
  }
}

}  // namespace nahraum::io::wire
