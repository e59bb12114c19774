/// A whole project with some of its values replaced by the fuzzer's: what a flipped byte in the
/// file reaches only by luck. The input is a list of table, column, row and value.

#include <fuzzer/FuzzedDataProvider.h>

#include "analysis/reach.hpp"
#include "io/osm_import.hpp"
#include "io/project_gpkg.hpp"
#include "io/project_schema.hpp"
#include "io/sqlite.hpp"
#include "tests/fuzz/input_file.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

const fs::path& whole_project() {
  static const fs::path file = [] {
    const char* seed = std::getenv("NAHRAUM_FUZZ_TOWN");
    jobs::Context context;
    const auto project = io::import_osm(seed ? seed : "tests/fuzz/seeds/town.osm", io::WholeFile{},
                                        {}, fuzz::catalogue(), context);
    const auto path = fuzz::folder().path() / "whole.gpkg";
    if (!project || !io::write_project(*project, path, context)) std::abort();
    return path;
  }();
  return file;
}

std::string random_update(FuzzedDataProvider& data) {
  const auto& tables = io::schema::tables();
  const auto& table = tables[data.ConsumeIntegralInRange<std::size_t>(0, tables.size() - 1)];
  const bool shaped = !table.geometry.empty();
  const std::size_t count = table.columns.size() + (shaped ? 1 : 0);
  const std::size_t column = data.ConsumeIntegralInRange<std::size_t>(0, count - 1);
  const std::string name =
      shaped && column == 0 ? "geom" : std::string(table.columns[column - (shaped ? 1 : 0)].name);
  return "UPDATE " + io::sqlite::quoted(table.name) + " SET " + io::sqlite::quoted(name) +
         " = ? WHERE fid = ?";
}

void change_one(const io::sqlite::Database& database, FuzzedDataProvider& data) {
  io::sqlite::Statement update(database, random_update(data));
  const auto row = data.ConsumeIntegralInRange<std::int64_t>(1, 40);
  switch (data.ConsumeIntegralInRange(0, 4)) {
    case 0:
      update.put(data.ConsumeIntegral<std::int64_t>());
      break;
    case 1:
      update.put(data.ConsumeFloatingPoint<double>());
      break;
    case 2:
      update.put(data.ConsumeRandomLengthString(64));
      break;
    case 3:
      update.put_blob(data.ConsumeRandomLengthString(200));
      break;
    default:
      update.put_null();
  }
  update.put(row).run();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto file = fuzz::folder().path() / "changed.gpkg";
  fs::copy_file(whole_project(), file, fs::copy_options::overwrite_existing);
  {
    auto database = io::sqlite::Database::create(file);
    FuzzedDataProvider data(bytes, size);
    for (int i = 0; i < 20 && data.remaining_bytes() > 0; ++i)
      change_one(database, data);
  }
  jobs::Context context;
  auto project = io::read_project(file, context);
  if (!project) return 0;
  const auto kept = std::make_shared<const model::Project>(std::move(*project));
  const auto graph = std::make_shared<const analysis::StreetGraph>(
      analysis::build_street_graph(kept->streets, context));
  const auto& catalogue = fuzz::catalogue();
  analysis::prepare_district(kept, graph, catalogue, catalogue.profiles.front(), context);
  return 0;
}
