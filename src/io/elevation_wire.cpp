#include "io/elevation_wire.hpp"

#include "io/wire.hpp"

namespace nahraum::io::wire {
namespace {

void write_tile(Writer& writer, const ElevationTile& tile) {
  const auto& terrain = tile.terrain;
  writer.text(terrain.file);
  writer.number(terrain.resolution_m);
  writer.number(terrain.south_west);
  writer.number(terrain.cell_m);
  writer.number(terrain.columns);
  writer.number(terrain.rows);
  writer.numbers(terrain.height_m);
  writer.text(tile.guessed_crs);
  writer.number(tile.feet);
  writer.number(tile.impossible);
}

ElevationTile read_tile(Reader& reader) {
  ElevationTile tile;
  auto& terrain = tile.terrain;
  terrain.file = reader.text();
  terrain.resolution_m = reader.number<double>();
  terrain.south_west = reader.number<geo::Point>();
  terrain.cell_m = reader.number<double>();
  terrain.columns = reader.number<int>();
  terrain.rows = reader.number<int>();
  terrain.height_m = reader.numbers<float>();
  if (terrain.columns < 0 || terrain.rows < 0 ||
      terrain.height_m.size() !=
          static_cast<std::size_t>(terrain.columns) * static_cast<std::size_t>(terrain.rows)) {
    throw CutShort();
  }
  tile.guessed_crs = reader.text();
  tile.feet = reader.number<double>();
  tile.impossible = reader.number<std::int64_t>();
  return tile;
}

}  // namespace

std::string encode(const base::Result<ElevationTile>& tile) {
  return encode_result(tile, write_tile);
}

std::optional<base::Result<ElevationTile>> decode_tile(std::string_view bytes) {
  return decode_result<ElevationTile>(bytes, read_tile);
}

}  // namespace nahraum::io::wire
