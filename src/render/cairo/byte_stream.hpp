#pragma once
/// What Cairo writes, gathered in memory: base::replace_file puts it on the disk whole or not at
/// all.

#include <filesystem>
#include <string>

#include <cairo.h>

#include "base/result.hpp"

namespace nahraum::render {

/// A cairo_write_func_t; `bytes` is a std::string.
cairo_status_t append_bytes(void* bytes, const unsigned char* more, unsigned int count);

/// Whether Cairo met no error on the surface. Errors: io, with Cairo's reason.
base::Result<void> drawn_whole(cairo_surface_t* surface, const std::filesystem::path& target);

}  // namespace nahraum::render
