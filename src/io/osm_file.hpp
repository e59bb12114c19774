#pragma once
/// An OSM file on disk: what it really is, and reading it object by object.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <osmium/io/file.hpp>
#include <osmium/io/header.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/entity_bits.hpp>

#include "base/result.hpp"
#include "jobs/context.hpp"

namespace nahraum::io {

struct OsmFile {
  std::filesystem::path path;  ///< canonical
  osmium::io::File file;
  std::string format;     ///< "osm.pbf", "osm", "osm.gz", "osm.bz2": by content
  bool misnamed = false;  ///< the name claims another format
};

/// Regular files only, told apart by their first bytes. Errors: not_found, bad_input (empty, not
/// OSM, misnamed unless `accept_misnamed`), unsupported (change files, other formats).
base::Result<OsmFile> open_osm(const std::filesystem::path& path, bool accept_misnamed);

/// How a read ended.
struct ReadEnd {
  osmium::io::Header header;
  std::optional<base::Error> damage;  ///< why it stopped before the end
};

/// Hands every buffer of the file to `use`; damage is a value, so that the caller may go on with
/// what was read. Throws Cancelled.
ReadEnd read_osm(const OsmFile& file, osmium::osm_entity_bits::type kinds, jobs::Context& context,
                 const std::function<void(osmium::memory::Buffer&)>& use);

}  // namespace nahraum::io
