#include "render/cairo/byte_stream.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::render {

using base::tr;

cairo_status_t append_bytes(void* bytes, const unsigned char* more, unsigned int count) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
  return CAIRO_STATUS_SUCCESS;
}

base::Result<void> drawn_whole(cairo_surface_t* surface, const std::filesystem::path& target) {
  const cairo_status_t status = cairo_surface_status(surface);
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return base::fail(
      base::ErrorCode::io,
      fmt::format(fmt::runtime(tr("could not be drawn: {}")), cairo_status_to_string(status)),
      target.string(), tr("choose another kind of sheet or a lower resolution"));
}

}  // namespace nahraum::render
