#include "app/elevation.hpp"

#include "io/checksum.hpp"
#include "io/elevation_file.hpp"

namespace nahraum::app {
namespace {

/// So that the smoothing has ground to stand on at the rim.
constexpr double margin_m = 150;

bool of_elevation(const std::string& code) {
  return code.rfind("elevation_", 0) == 0;
}

}  // namespace

base::Result<void> add_elevation(model::Project& project,
                                 const std::vector<std::filesystem::path>& files,
                                 jobs::Context& context) {
  geo::Box box = geo::bounds(project.data_extent);
  box.min_x -= margin_m;
  box.min_y -= margin_m;
  box.max_x += margin_m;
  box.max_y += margin_m;
  io::Report report;
  auto terrain = io::read_elevation(files, project.info.epsg, box, report, context);
  if (!terrain) return tl::unexpected(terrain.error());
  project.terrain = std::move(*terrain);
  std::erase_if(project.report, [](const auto& entry) { return of_elevation(entry.code); });
  for (auto& entry : report.entries())
    project.report.push_back(std::move(entry));
  std::erase_if(project.sources, [](const auto& source) { return source.role == "elevation"; });
  for (const auto& file : io::elevation_files(files)) {
    model::Source source;
    source.role = "elevation";
    source.file = file.filename().string();
    source.sha256 = io::sha256_of(file);
    project.sources.push_back(std::move(source));
  }
  return {};
}

}  // namespace nahraum::app
