#include "io/vector_file.hpp"

#include "io/reader_process.hpp"
#include "io/vector_wire.hpp"

namespace nahraum::io {
namespace {

base::Result<VectorLayer> read_shapes(const char* kind, const std::filesystem::path& file,
                                      const std::string& layer, int target_epsg) {
  const auto bytes = read_in_child({kind, file.string(), layer, std::to_string(target_epsg)}, file,
                                   std::chrono::seconds(10));
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto result = wire::decode(*bytes)) return std::move(*result);
  return tl::unexpected(reader_crashed(file));
}

}  // namespace

base::Result<VectorLayer> read_polygons(const std::filesystem::path& file, const std::string& layer,
                                        int target_epsg) {
  return read_shapes("polygons", file, layer, target_epsg);
}

base::Result<VectorLayer> read_points(const std::filesystem::path& file, const std::string& layer,
                                      int target_epsg) {
  return read_shapes("points", file, layer, target_epsg);
}

}  // namespace nahraum::io
