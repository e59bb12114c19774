#pragma once
/// Pictures from cameras and telephones.

#include <filesystem>

#include "base/result.hpp"
#include "model/photo.hpp"

namespace nahraum::io {

inline constexpr std::uintmax_t largest_photo_bytes = 40'000'000;
inline constexpr int photo_side_px = 1600, preview_side_px = 640;

/// A JPEG or PNG, turned upright by its own word, no side longer than `photo_side_px`, encoded
/// anew: place, time and owner that the camera wrote are gone. Errors: not_found; bad_input for
/// what is no picture, is larger than `largest_photo_bytes` or 100 megapixels, or is damaged.
base::Result<model::PhotoRef> read_photo(const std::filesystem::path& path);

/// One that `read_photo` made, with its preview; without one where it is damaged.
model::PhotoRef stored_photo(std::string name, std::string jpeg);

}  // namespace nahraum::io
