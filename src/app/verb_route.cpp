#include <cmath>

#include <fmt/format.h>

#include "analysis/rest_network.hpp"
#include "app/arguments.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

struct Found {
  analysis::Route route;
  double longest_stretch_m = 0;  ///< without a seat
};

io::FeatureTable table_of(const Found& found, const model::Project& project) {
  const analysis::Route& route = found.route;
  io::FeatureTable table{"route",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::text, "kind"},
                          {Type::real, "seconds", 3},
                          {Type::real, "metres", 1},
                          {Type::real, "straight_m", 1},
                          {Type::integer, "service_id"},
                          {Type::integer, "steps"},
                          {Type::integer, "crossings"},
                          {Type::real, "unknown_surface_m", 1},
                          {Type::real, "climb_m", 1},
                          {Type::real, "descent_m", 1},
                          {Type::real, "steepest", 3},
                          {Type::real, "known_slope_m", 1},
                          {Type::text, "cause"},
                          {Type::real, "longest_stretch_m", 1}},
                         {}};
  const io::Value service =
      route.service > 0 ? io::Value(std::int64_t{route.service}) : io::Value();
  table.rows.push_back(
      {{std::string("route"), route.cost.value / 1000.0, route.length_m, route.straight_m, service,
        std::int64_t{route.steps}, std::int64_t{route.crossings}, route.unknown_surface_m,
        route.climb_m, route.descent_m, route.steepest, route.known_slope_m, io::Value(),
        found.longest_stretch_m},
       route.line});
  for (const auto& delay : route.delays) {
    table.rows.push_back({{std::string("delay"), delay.seconds, io::Value(), io::Value(),
                           io::Value(), io::Value(), io::Value(), io::Value(), io::Value(),
                           io::Value(), io::Value(), io::Value(), delay.cause, io::Value()},
                          delay.at});
  }
  return table;
}

base::Result<analysis::Route> find_route(const RouteOptions& options, const Workspace& workspace,
                                         const analysis::District& district, Console& console) {
  const auto projection = geo::Projection::to_epsg(workspace.project->info.epsg);
  const auto from = parse_lonlat(options.from, "--from");
  if (!from) return tl::unexpected(from.error());
  const geo::Point start = projection->forward(*from);
  if (options.to.empty()) {
    const auto type = workspace.catalogue.type(options.service);
    if (!type) return tl::unexpected(type.error());
    return analysis::route_to_nearest(district, start, {}, (*type)->id, console.context());
  }
  const auto to = parse_lonlat(options.to, "--to");
  if (!to) return tl::unexpected(to.error());
  const geo::Point end = projection->forward(*to);
  const auto& snapper = district.snapper;
  return analysis::route(district, snapper.snap(start), start, snapper.snap(end), end);
}

base::Result<Found> find(const RouteOptions& options, const Workspace& workspace,
                         Console& console) {
  const auto district = prepare(workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  auto route = find_route(options, workspace, **district, console);
  if (!route) return tl::unexpected(route.error());
  const auto& rules = workspace.catalogue.rests;
  const analysis::RestNetwork rests(**district, analysis::seats_of(*workspace.project, rules),
                                    rules);
  const double longest_m = analysis::longest_stretch(rests, *route);
  return Found{std::move(*route), longest_m};
}

}  // namespace

base::Result<void> run_route(const RouteOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto found = find(options, *workspace, console);
  if (!found) return tl::unexpected(found.error());
  auto written = io::write_features({table_of(*found, *workspace->project)}, options.out);
  if (!written) return written;
  const auto language = base::language();
  const auto& route = found->route;
  console.say(fmt::format(
      fmt::runtime(tr("{0}: {1}, {2}, {3} flights of steps, {4} crossings, up to {5} without a "
                      "seat")),
      options.out.string(), base::format_minutes(route.cost.value / 1000.0, language),
      base::format_distance(route.length_m, language), route.steps, route.crossings,
      base::format_distance(found->longest_stretch_m, language)));
  return {};
}

}  // namespace nahraum::app
