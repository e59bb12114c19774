#pragma once
/// Heights on their way from the reading child process to its parent (io/wire.hpp).

#include <optional>
#include <string>
#include <string_view>

#include "io/elevation_file.hpp"

namespace nahraum::io::wire {

std::string encode(const base::Result<ElevationTile>& tile);
/// Nothing where the bytes are cut short or anything else.
std::optional<base::Result<ElevationTile>> decode_tile(std::string_view bytes);

}  // namespace nahraum::io::wire
