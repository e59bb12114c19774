#include <array>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "base/check.hpp"
#include "base/replace_file.hpp"
#include "base/translate.hpp"
#include "render/cairo/byte_stream.hpp"
#include "render/cairo/cairo_canvas.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/paint.hpp"

namespace nahraum::render {
namespace {

using base::tr;

constexpr double longest_side = 32767;  // Cairo's image surfaces end here

std::uint32_t crc32(const unsigned char* bytes, std::size_t count) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (std::size_t i = 0; i < count; ++i) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; ++bit)
      crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

void put_u32(unsigned char* at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    at[i] = static_cast<unsigned char>(value >> (24 - 8 * i));
}

/// The chunk that tells printers how large a pixel is: without it a true scale is lost.
std::array<unsigned char, 21> resolution_chunk(double dpi) {
  std::array<unsigned char, 21> chunk{};
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  put_u32(chunk.data(), 9);
  std::memcpy(chunk.data() + 4, "pHYs", 4);
  put_u32(chunk.data() + 8, per_metre);
  put_u32(chunk.data() + 12, per_metre);
  chunk[16] = 1;
  put_u32(chunk.data() + 17, crc32(chunk.data() + 4, 13));
  return chunk;
}

/// Cairo's PNGs begin with 8 bytes of signature and 25 of header, behind which the resolution goes.
constexpr std::size_t behind_header = 33;

base::Result<void> too_large(const scene::DisplayList& list, const std::filesystem::path& target) {
  const double side_mm = std::max(list.width_mm, list.height_mm);
  return base::fail(
      base::ErrorCode::unsupported,
      fmt::format(fmt::runtime(tr("the picture would have more than {} pixels on one side")),
                  static_cast<int>(longest_side)),
      target.string(),
      fmt::format(fmt::runtime(tr("choose at most {} dpi, or PDF, which has no such limit")),
                  static_cast<int>(longest_side / side_mm * 25.4)));
}

}  // namespace

base::Result<void> write_png(const scene::DisplayList& list, const std::filesystem::path& target,
                             double dpi, const Symbols& symbols) {
  const double scale = dpi / 25.4;
  const double width = std::round(list.width_mm * scale);
  const double height = std::round(list.height_mm * scale);
  if (width > longest_side || height > longest_side) return too_large(list, target);
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width),
                                                   static_cast<int>(height)));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return base::fail(base::ErrorCode::io, tr("not enough memory for the picture"), target.string(),
                      tr("choose a lower resolution or PDF"));
  }
  {
    const Context cr(cairo_create(surface.get()));
    cairo_scale(cr.get(), scale, scale);
    CairoCanvas canvas(cr.get(), symbols, 0.2 / scale);
    paint(list, canvas);
  }
  std::string bytes;
  cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
  if (auto drawn = drawn_whole(surface.get(), target); !drawn) return drawn;
  const auto chunk = resolution_chunk(dpi);
  NAHRAUM_CHECK(bytes.size() > behind_header);
  bytes.insert(bytes.begin() + behind_header, chunk.begin(), chunk.end());
  return base::replace_file(target, bytes);
}

}  // namespace nahraum::render
