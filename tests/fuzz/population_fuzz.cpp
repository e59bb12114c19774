/// Any bytes as a population table: census grids, and a statistics table beside its polygons.

#include "io/population_files.hpp"
#include "io/population_polygons.hpp"
#include "io/report.hpp"
#include "tests/fuzz/input_file.hpp"

using namespace nahraum;

namespace {

io::VectorLayer two_blocks() {
  const auto block = [](double x, const char* key) {
    io::VectorFeature feature;
    feature.outline = {geo::Polygon{geo::ring_of(geo::Box{x, 0, x + 100, 100}), {}}};
    feature.attributes = {key, "12"};
    return feature;
  };
  io::VectorLayer layer;
  layer.columns = {"block_nr", "Einwohner"};
  layer.features = {block(0, "0101"), block(100, "0102")};
  return layer;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto file = fuzz::folder().write("input.csv", bytes, size);
  const geo::Box aachen{290000, 5620000, 300000, 5635000};
  std::vector<model::ReportEntry> report;
  jobs::Context context;
  (void)io::read_population({file}, 25832, aachen, report, context);
  io::Report counted;
  const auto table = io::read_statistics(file, counted);
  if (!table) return 0;
  (void)io::population_of_polygons(two_blocks(), "blocks", geo::Box{0, 0, 200, 100}, *table,
                                   counted);
  return 0;
}
