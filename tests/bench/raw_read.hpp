#pragma once
/// The floor of everything that begins with an OSM file: libosmium reads every object.

#include <filesystem>

namespace nahraum::bench {

void read_raw(const std::filesystem::path& file);

}  // namespace nahraum::bench
