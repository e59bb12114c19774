#include "app/verb_barriers.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "analysis/basket.hpp"
#include "app/arguments.hpp"
#include "app/barriers_sheet.hpp"
#include "app/need_question.hpp"
#include "app/street_names.hpp"
#include "geo/crs.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::vector<std::string> kinds_known(bool closures) {
  std::vector<std::string> known;
  if (closures) {
    for (const auto kind : analysis::all_closure_kinds)
      known.emplace_back(analysis::to_text(kind));
  } else {
    for (const auto kind : analysis::all_obstacle_kinds)
      known.emplace_back(analysis::to_text(kind));
  }
  return known;
}

base::Result<void> check_kinds(const BarriersOptions& options) {
  const auto known = kinds_known(options.closures);
  std::string list;
  for (const auto& kind : known)
    list += (list.empty() ? "" : ", ") + kind;
  for (const auto& kind : options.kinds) {
    if (std::find(known.begin(), known.end(), kind) != known.end()) continue;
    return base::fail(base::ErrorCode::bad_input, tr("is no kind that can be asked for here"), kind,
                      std::string(tr("Choose among:")) + " " + list);
  }
  return {};
}

base::Result<void> choose_types(const BarriersOptions& options, const Workspace& workspace,
                                BarriersResult& result) {
  if (!options.basket) {
    const auto type = workspace.catalogue.type(options.service);
    if (!type) return tl::unexpected(type.error());
    result.types.push_back(*type);
    return {};
  }
  const auto rates = shipped_rates();
  if (!rates) return tl::unexpected(rates.error());
  for (const auto& item :
       analysis::basket_of(*workspace.project, workspace.catalogue, *rates).items)
    result.types.push_back(item.type);
  if (!result.types.empty()) return {};
  return base::fail(base::ErrorCode::not_found, tr("the data name no service of the basket"),
                    options.project.string(), tr("Add services with --services, or ask for one."));
}

base::Result<void> choose_limits(const BarriersOptions& options, const Workspace& workspace,
                                 BarriersResult& result) {
  const auto profile = workspace.catalogue.profile(options.profile);
  if (!profile) return tl::unexpected(profile.error());
  result.own_limit = !options.limit.empty();
  for (const auto* type : result.types) {
    auto limit = analysis::default_limit(*type, **profile);
    if (result.own_limit) {
      const auto parsed = analysis::parse_limit(options.limit);
      if (!parsed) return tl::unexpected(parsed.error());
      limit = *parsed;
    }
    result.limits.push_back({type->id, limit});
  }
  return {};
}

void note_told(BarriersResult& result, jobs::Context& context) {
  const auto wanted = result.losses() ? analysis::Within::yes : analysis::Within::no;
  for (const auto& question : result.limits) {
    const analysis::TypeField field(*result.district, question, context);
    auto& told = result.told.emplace_back();
    for (std::uint32_t i = 0; i < field.answers.size(); ++i) {
      if (field.answers[i] == wanted && result.district->project->homes[i].in_district)
        told.push_back(i);
    }
  }
}

BarrierRow row_of(const BarriersResult& result, std::string kind, std::vector<model::OsmId> osm,
                  std::string name, geo::Point at, analysis::HomesByType homes) {
  BarrierRow row{
      std::move(kind), std::move(osm), std::move(name), "", at, std::move(homes), {}, {}, {}, 0};
  const auto& project = *result.district->project;
  row.street = street_near(*result.district, at);
  row.any = analysis::any_of_types(row.homes);
  row.people = analysis::people_in(project, row.any);
  row.services = analysis::services_for(project, row.homes);
  return row;
}

void note_examined(BarriersResult& result, const std::string& kind) {
  const auto& kinds = result.kinds;
  if (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
    ++result.examined[kind];
}

void rank_obstacles(BarriersResult& result, jobs::Context& context) {
  const auto obstacles = analysis::obstacles_of(*result.district);
  for (const auto& obstacle : obstacles.list)
    note_examined(result, analysis::to_text(obstacle.kind));
  if (result.kinds.empty()) result.closed_otherwise = obstacles.closed_otherwise;
  const auto gained =
      analysis::gained_homes(*result.district, obstacles.list, result.limits, context);
  for (const auto i : analysis::ranking(*result.district->project, gained)) {
    const auto& obstacle = obstacles.list[i];
    result.rows.push_back(row_of(result, analysis::to_text(obstacle.kind), obstacle.osm,
                                 obstacle.name, obstacle.at, gained[i]));
  }
}

BarrierRow row_of(const BarriersResult& result, const analysis::Closure& closure,
                  const analysis::Loss& loss) {
  auto row = row_of(result, analysis::to_text(closure.kind), {closure.osm}, closure.name,
                    closure.at, loss.lost);
  row.open = analysis::any_of_types(loss.open);
  return row;
}

/// Of each way the costliest stretch, and of stretches that cost the same homes the same the first:
/// who is cut off by one is cut off by the next.
void rank_closures(BarriersResult& result, jobs::Context& context) {
  const auto closures = analysis::closures_of(*result.district, result.limits, context);
  for (const auto& closure : closures)
    note_examined(result, analysis::to_text(closure.kind));
  const auto losses = analysis::lost_homes(*result.district, closures, result.limits, context);
  std::vector<analysis::HomesByType> lost;
  lost.reserve(losses.size());
  for (const auto& loss : losses)
    lost.push_back(loss.lost);
  std::set<model::OsmId> listed;
  std::set<std::pair<std::string, analysis::HomesByType>> known;
  for (const auto i : analysis::ranking(*result.district->project, lost)) {
    const std::string kind = result.kinds.empty() ? "" : analysis::to_text(closures[i].kind);
    if (!listed.insert(closures[i].osm).second || !known.insert({kind, lost[i]}).second) continue;
    result.rows.push_back(row_of(result, closures[i], losses[i]));
  }
}

base::Result<void> close_places(const BarriersOptions& options, BarriersResult& result,
                                jobs::Context& context) {
  const auto projection = geo::Projection::to_epsg(result.district->project->info.epsg);
  std::vector<analysis::Closure> closures;
  for (const auto& text : options.close) {
    const auto place = parse_lonlat(text, "--close");
    if (!place) return tl::unexpected(place.error());
    auto closure = analysis::closure_at(*result.district, projection->forward(*place));
    if (!closure) {
      auto error = closure.error();
      error.where = text;
      return tl::unexpected(error);
    }
    closures.push_back(std::move(*closure));
  }
  result.places = static_cast<int>(closures.size());
  const auto all = analysis::together(closures);
  const auto losses = analysis::lost_homes(*result.district, {all}, result.limits, context);
  ++result.examined[analysis::to_text(all.kind)];
  if (analysis::any_of_types(losses[0].lost).empty()) return {};
  result.rows.push_back(row_of(result, all, losses[0]));
  return {};
}

}  // namespace

base::Result<BarriersResult> ask_barriers(const BarriersOptions& options,
                                          const Workspace& workspace, jobs::Context& context) {
  BarriersResult result;
  result.question = options.closures         ? BarrierQuestion::closures
                    : !options.close.empty() ? BarrierQuestion::close
                                             : BarrierQuestion::obstacles;
  result.basket = options.basket;
  if (options.close.empty()) result.kinds = options.kinds;
  result.min_count =
      options.min_count >= 0 ? options.min_count : workspace.catalogue.people.min_count;
  if (auto kinds = check_kinds(options); !kinds) return tl::unexpected(kinds.error());
  if (auto types = choose_types(options, workspace, result); !types)
    return tl::unexpected(types.error());
  if (auto limits = choose_limits(options, workspace, result); !limits)
    return tl::unexpected(limits.error());
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  result.district = *district;
  note_told(result, context);
  if (result.question == BarrierQuestion::close) {
    if (auto closed = close_places(options, result, context); !closed)
      return tl::unexpected(closed.error());
  } else if (result.question == BarrierQuestion::closures) {
    rank_closures(result, context);
  } else {
    rank_obstacles(result, context);
  }
  result.list(static_cast<std::size_t>(options.top));
  return result;
}

namespace {

base::Result<void> write_files(const BarriersOptions& options, const BarriersResult& result,
                               const Workspace& workspace, Console& console) {
  for (const auto& file : {options.csv, options.out}) {
    if (file.empty()) continue;
    if (file == options.out && is_sheet(file)) {
      const Printed printed{
          workspace.project, workspace.catalogue,
          barriers_answer(result, workspace, console.context(), theme_of(options.sheet))};
      if (auto done = print_for(printed, options.sheet, file, console); !done) return done;
      continue;
    }
    auto written = io::write_features({barriers_table(result, workspace)}, file);
    if (!written) return written;
  }
  return {};
}

}  // namespace

base::Result<void> run_barriers(const BarriersOptions& options, Console& console) {
  if (const auto spec = spec_of(options.sheet); !spec) return tl::unexpected(spec.error());
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto result = ask_barriers(options, *workspace, console.context());
  if (!result) return tl::unexpected(result.error());
  if (auto written = write_files(options, *result, *workspace, console); !written) return written;
  console.result(options.json ? barriers_json(*result, *workspace).dump(2)
                              : barriers_text(*result, *workspace));
  if (options.json) return {};
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

void add_barriers(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(
      app, line, "barriers",
      tr("which obstacle keeps how many people from a service, and what a closed street costs"),
      run_barriers);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  auto* services = verb->add_option_group(tr("services"));
  services->add_option("--service", o->service, tr("service type, id or alias"));
  services->add_flag("--basket", o->basket, tr("all core services that the data name"));
  services->require_option(1);
  verb->add_option("--limit", o->limit, tr("10min or 500m; without: each type's own"));
  verb->add_option("--kind", o->kinds,
                   tr("only steps, kerb, crossing, surface, width, gate; with --closures: lift, "
                      "bridge, underpass, steps, crossing, street; may be repeated"))
      ->allow_extra_args(false);
  auto* closures = verb->add_flag("--closures", o->closures,
                                  tr("instead: where a closed street or lift costs most"));
  verb->add_option("--close", o->close,
                   tr("instead: LON,LAT of a street that is closed there; may be repeated: all "
                      "closed together"))
      ->allow_extra_args(false)
      ->excludes(closures);
  verb->add_option("--top", o->top, tr("how many to list"))
      ->check(CLI::Range(1, 200))
      ->capture_default_str();
  verb->add_option("--min-count", o->min_count,
                   tr("smallest count of persons that is written (default 5)"))
      ->check(CLI::Range(0, 1000));
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out,
                   tr("map layers to write: .csv, .geojson, .gpkg; or a sheet: .pdf, .svg, .png"));
  add_sheet_options(*verb, o->sheet);
  add_scenario_choice(verb, o->scenario);
}

}  // namespace nahraum::app
