/// Any bytes as a project.

#include "analysis/street_graph.hpp"
#include "io/project_gpkg.hpp"
#include "tests/fuzz/input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nahraum;
  const auto file = fuzz::folder().write("input.gpkg", bytes, size);
  jobs::Context context;
  const auto project = io::read_project(file, context);
  if (project) (void)analysis::build_street_graph(project->streets, context);
  return 0;
}
