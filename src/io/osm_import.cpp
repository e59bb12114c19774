#include "io/osm_import.hpp"

#include <algorithm>

#include "base/days.hpp"
#include "base/paths.hpp"
#include "base/translate.hpp"
#include "io/checksum.hpp"
#include "io/osm_collect.hpp"
#include "io/osm_terms.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

/// A clean cut between two blocks leaves a readable file. It shows in what refers to nothing:
/// nodes that no way uses, or ways without tags that no relation uses, or no ways at all.
std::optional<base::Error> silent_truncation(const OsmScan& scan, const OsmFile& file,
                                             std::size_t loose_ways) {
  const auto orphans = double(scan.nodes.orphans());
  const bool nodes_without_ways =
      scan.nodes.size() > 1000 && orphans > 0.05 * double(scan.nodes.size());
  const bool ways_without_relations =
      scan.relation_count == 0 && scan.way_count > 200 && loose_ways >= 3;
  if (!nodes_without_ways && !ways_without_relations) return std::nullopt;
  return base::Error{ErrorCode::truncated,
                     nodes_without_ways ? tr("the file ends early: most nodes belong to no way")
                                        : tr("the file ends early: its relations are missing"),
                     file.path.filename().string(),
                     tr("download it again, or go on with what can be read: --accept-partial")};
}

base::Result<void> refuse_useless(const model::Project& project, const Frame& frame,
                                  const OsmFile& file) {
  const auto& nodes = project.streets.nodes;
  const bool street = std::any_of(nodes.begin(), nodes.end(), [&](const model::StreetNode& node) {
    return frame.in_district(node.at);
  });
  if (!street) {
    return base::fail(ErrorCode::bad_input, tr("no street to walk on lies in the district"),
                      file.path.filename().string(),
                      tr("check the district and that the extract holds streets (highway=*)"));
  }
  return {};
}

void warn_of_gaps(const model::Project& project, Report& report) {
  if (project.buildings.empty())
    report.count("warning", "no_building");
  else if (project.homes.empty())
    report.count("warning", "no_home");
  if (project.services.empty()) report.count("warning", "no_service");
  std::int64_t frontier = 0;
  for (const auto& node : project.streets.nodes)
    frontier += node.frontier;
  report.count("info", "frontier_node", {}, frontier);
}

/// "bad_lauterberg" → "Bad lauterberg": a file's name is all there is.
std::string title_from(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
  return name;
}

void describe(model::Project& project, const Location& location, const OsmScan& scan,
              const OsmFile& file, const ImportOptions& options,
              const model::Catalogue& catalogue) {
  auto& info = project.info;
  info.title = !options.title.empty()    ? options.title
               : !location.title.empty() ? location.title
                                         : title_from(file.path.stem().stem().string());
  info.epsg = location.frame.epsg();
  info.created = base::today();
  info.data_date = scan.data_date;
  info.rim_m = options.rim_m;
  info.catalogue_edition = catalogue.edition;
  info.program_version = base::version();
  project.district = location.frame.district();
  project.data_extent = location.frame.extent();
  const OsmTerms terms = terms_of(file);
  project.sources.push_back({"osm", file.path.filename().string(), scan.data_date, terms.licence,
                             terms.attribution, sha256_of(file.path)});
  if (!location.source_file.empty()) {
    project.sources.push_back({"district", location.source_file, "", "", "", ""});
  }
}

tl::unexpected<base::Error> nothing_there(const OsmFile& file) {
  return base::fail(ErrorCode::bad_input, tr("the file holds no node with a place"),
                    file.path.filename().string(),
                    tr("use an extract of your town: .osm.pbf, .osm, .osm.gz or .osm.bz2"));
}

}  // namespace

base::Result<model::Project> import_osm(const std::filesystem::path& path,
                                        const DistrictSpec& district, const ImportOptions& options,
                                        const model::Catalogue& catalogue, jobs::Context& context) {
  const auto file = open_osm(path, options.accept_partial);
  if (!file) return tl::unexpected(file.error());
  Report report;
  context.update(0.05, tr("reading the OpenStreetMap file"));
  OsmScan scan = scan_osm(*file, report, context);
  std::optional<base::Error> damage = scan.end.damage;
  if (damage && !options.accept_partial) return tl::unexpected(*damage);
  if (!scan.box.valid() || scan.box.size() <= 0) return nothing_there(*file);
  const auto location = locate(district, options, *file, scan, report, context);
  if (!location) return tl::unexpected(location.error());
  context.update(0.3, tr("collecting streets and buildings"));
  model::Project project;
  const auto read = collect(*file, *location, scan, report, catalogue, project, context);
  if (!damage) damage = read.end.damage;
  if (!damage) damage = silent_truncation(scan, *file, read.loose_ways);
  if (damage && !options.accept_partial) return tl::unexpected(*damage);
  if (const auto useful = refuse_useless(project, location->frame, *file); !useful) {
    return tl::unexpected(useful.error());
  }
  describe(project, *location, scan, *file, options, catalogue);
  project.info.partial = damage.has_value() || file->misnamed;
  if (damage) report.count("loss", "partial_file", damage->what);
  if (file->misnamed) report.count("warning", "misnamed_file", file->format);
  warn_of_gaps(project, report);
  project.report = report.entries();
  context.update(1, tr("finished"));
  return project;
}

}  // namespace nahraum::io
