#include <fmt/format.h>

#include "analysis/catchment.hpp"
#include "app/arguments.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/feature_table.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

/// One set of origins that share a catchment: the whole type, one service, or one point.
struct Origin {
  std::int32_t service = 0;  ///< 0: several or none
  std::string name;
  analysis::Targets targets;
};

struct Request {
  const Workspace& workspace;
  const analysis::District& district;
  std::vector<analysis::Limit> limits;
  const CatchmentOptions& options;
  analysis::Way way = analysis::Way::to;
};

/// As coverage counts: daily supply there and back. A point is no service: who comes here.
base::Result<analysis::Way> way_of(const CatchmentOptions& options,
                                   const model::Catalogue& catalogue) {
  if (options.from) return analysis::Way::from;
  if (!options.at.empty()) return analysis::Way::to;
  const auto type = catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  return analysis::default_way(**type);
}

base::Result<std::vector<Origin>> origin_at(const Request& request) {
  const auto at = parse_lonlat(request.options.at, "--at");
  if (!at) return tl::unexpected(at.error());
  const auto projection = geo::Projection::to_epsg(request.workspace.project->info.epsg);
  if (!projection) return tl::unexpected(projection.error());
  const auto snap = request.district.snapper.snap(projection->forward(*at));
  if (snap.found()) return std::vector<Origin>{{0, "", {{snap}, {1}}}};
  return base::fail(base::ErrorCode::no_street_nearby,
                    tr("nothing walkable within 150 m of this place"), request.options.at,
                    tr("choose a place nearer to a street of the district"));
}

base::Result<std::vector<Origin>> origins_of_type(const Request& request) {
  const auto type = request.workspace.catalogue.type(request.options.service);
  if (!type) return tl::unexpected(type.error());
  auto all = analysis::targets_of(request.district, (*type)->id);
  std::vector<Origin> origins;
  if (!request.options.each && !all.snaps.empty()) {
    origins.push_back({0, (*type)->label.de, std::move(all)});
  }
  const auto& services = request.workspace.project->services;
  for (std::size_t i = 0; request.options.each && i < services.size(); ++i) {
    if (services[i].type != (*type)->id) continue;
    auto targets = analysis::targets_of(request.district, i);
    if (targets.snaps.empty()) continue;
    origins.push_back({services[i].id, services[i].name, std::move(targets)});
  }
  if (!origins.empty()) return origins;
  return base::fail(
      base::ErrorCode::not_found,
      fmt::format(fmt::runtime(tr("the project has no “{0}” on a street")), (*type)->label.de),
      request.options.project.string(), tr("import a list of services or choose another type"));
}

/// Residents counted on the network: every home's own cost.
model::Residents residents_within(const Request& request, const analysis::Limit& limit,
                                  const std::vector<analysis::HomeReach>& reach) {
  model::Residents sum{0, 0, 0};
  const auto add = [](std::optional<int>& into, const std::optional<int>& count) {
    if (into && count) *into += *count;
  };
  const auto& homes = request.workspace.project->homes;
  bool known_65 = false, known_80 = false, known = false;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district || analysis::within(reach[i], limit) != analysis::Within::yes)
      continue;
    add(sum.all, homes[i].residents.all);
    add(sum.age_65, homes[i].residents.age_65);
    add(sum.age_80, homes[i].residents.age_80);
    known = known || homes[i].residents.all.has_value();
    known_65 = known_65 || homes[i].residents.age_65.has_value();
    known_80 = known_80 || homes[i].residents.age_80.has_value();
  }
  if (!known) sum.all.reset();
  if (!known_65) sum.age_65.reset();
  if (!known_80) sum.age_80.reset();
  return sum;
}

/// A group's residents in ascending bands: small counts are not shown, nor a band that differs from
/// the last shown one by so few.
class ShownBands {
 public:
  explicit ShownBands(int min_count) : min_count_(min_count) {}
  io::Value next(const std::optional<int>& count) {
    if (!count || !model::may_show(*count, min_count_)) return {};
    if (!model::may_show(std::abs(*count - last_), min_count_)) return {};
    last_ = *count;
    return std::int64_t{*count};
  }

 private:
  int min_count_;
  int last_ = 0;
};

io::Shape shape_of(const Request& request, const analysis::Catchment& catchment) {
  const auto& graph = *request.district.network.graph;
  if (!request.options.edges) return analysis::outline(graph, catchment);
  std::vector<geo::Line> lines;
  for (const auto& part : catchment.parts) {
    const geo::Line edge(graph.shape.begin() + graph.shape_begin[part.edge],
                         graph.shape.begin() + graph.shape_begin[part.edge + 1]);
    lines.push_back(geo::part_of(edge, part.from_m, part.to_m));
  }
  return lines;
}

base::Result<void> add_rows(const Request& request, const Origin& origin, io::FeatureTable& table,
                            Console& console) {
  const auto found = analysis::catchments_by(request.district, origin.targets, request.limits,
                                             request.way, console.context());
  if (!found) return tl::unexpected(found.error());
  const auto reach =
      analysis::reach_by(request.district, origin.targets, request.way, console.context());
  const int min_count = request.workspace.catalogue.people.min_count;
  ShownBands all(min_count), age_65(min_count), age_80(min_count);
  for (const auto& catchment : *found) {
    const auto residents = residents_within(request, catchment.limit, reach);
    auto shape = shape_of(request, catchment);
    const auto* outline = std::get_if<geo::MultiPolygon>(&shape);
    table.rows.push_back({{origin.service ? io::Value(std::int64_t{origin.service}) : io::Value(),
                           origin.name, analysis::to_text(catchment.limit), catchment.length_m,
                           outline ? io::Value(geo::area(*outline)) : io::Value(),
                           all.next(residents.all), age_65.next(residents.age_65),
                           age_80.next(residents.age_80), std::int64_t{catchment.cut_by_data}},
                          std::move(shape)});
  }
  return {};
}

/// The bands with the limit as one more; without either, ten minutes.
base::Result<std::vector<analysis::Limit>> limits_of(const CatchmentOptions& options) {
  std::string wanted = options.bands;
  if (!options.limit.empty()) wanted += (wanted.empty() ? "" : ",") + options.limit;
  return parse_limits(wanted.empty() ? "10min" : wanted);
}

}  // namespace

base::Result<void> run_catchment(const CatchmentOptions& options, Console& console) {
  const auto limits = limits_of(options);
  if (!limits) return tl::unexpected(limits.error());
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto district = prepare(*workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  const auto way = way_of(options, workspace->catalogue);
  if (!way) return tl::unexpected(way.error());
  const Request request{*workspace, **district, *limits, options, *way};
  const auto origins = options.at.empty() ? origins_of_type(request) : origin_at(request);
  if (!origins) return tl::unexpected(origins.error());

  io::FeatureTable table{"catchments",
                         workspace->project->info.epsg,
                         model::attribution(*workspace->project),
                         {{Type::integer, "service_id"},
                          {Type::text, "name"},
                          {Type::text, "limit"},
                          {Type::real, "street_length_m", 1},
                          {Type::real, "area_m2", 1},
                          {Type::integer, "residents"},
                          {Type::integer, "residents_65"},
                          {Type::integer, "residents_80"},
                          {Type::integer, "cut_by_data"}},
                         {}};
  for (std::size_t i = 0; i < origins->size(); ++i) {
    console.context().update(static_cast<double>(i) / static_cast<double>(origins->size()),
                             tr("Computing catchments"));
    if (auto added = add_rows(request, (*origins)[i], table, console); !added) return added;
  }
  const auto count = table.rows.size();
  if (auto written = io::write_features({std::move(table)}, options.out); !written) return written;
  console.say(fmt::format(fmt::runtime(tr("{0}: {1} catchments")), options.out.string(), count));
  return {};
}

}  // namespace nahraum::app
