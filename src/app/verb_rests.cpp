#include "app/verb_rests.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/rests_layers.hpp"
#include "app/rests_sheet.hpp"

namespace nahraum::app {
namespace {

using base::tr;

base::Result<double> chosen_gap(const RestsOptions& options, const model::Profile& profile) {
  if (options.max_gap_m > 0) return options.max_gap_m;
  if (profile.max_seat_gap_m > 0) return profile.max_seat_gap_m;
  return base::fail(base::ErrorCode::bad_input,
                    tr("This profile states no distance from seat to seat"), profile.id,
                    tr("Give one, such as --max-gap 150, or choose another profile."));
}

base::Result<analysis::Limit> chosen_limit(const RestsOptions& options,
                                           const model::ServiceType& type,
                                           const model::Profile& profile) {
  if (options.limit.empty()) return analysis::default_limit(type, profile);
  return analysis::parse_limit(options.limit);
}

void suggest(const RestsOptions& options, const analysis::RestNetwork& network,
             const model::RestRules& rules, RestsResult& result, jobs::Context& context) {
  result.asked_seats = options.suggest;
  if (options.suggest == 0) return;
  result.places = analysis::seat_places(*result.district, rules);
  const analysis::SeatQuestion question{analysis::targets_of(*result.district, result.type->id),
                                        static_cast<float>(result.max_gap_m), result.limit};
  result.gains = analysis::suggest_seats(*result.district, network, result.places, question,
                                         options.suggest, context);
}

void compute(const RestsOptions& options, const Workspace& workspace, RestsResult& result,
             jobs::Context& context) {
  const auto& district = *result.district;
  const auto& rules = workspace.catalogue.rests;
  result.seats = analysis::seats_of(*workspace.project, rules);
  for (const auto& seat : result.seats)
    result.serves.push_back(!analysis::spots_of(district, seat, rules).empty());
  const analysis::RestNetwork network(district, result.seats, rules);
  const auto targets = analysis::targets_of(district, result.type->id);
  const auto gap_m = static_cast<float>(result.max_gap_m);
  context.update(0.2, result.type->label.de);
  result.rests = analysis::rests(district, network, targets, gap_m, context);
  result.coverage = analysis::rest_coverage(district, result.rests, result.limit);
  result.gaps = analysis::seat_gaps(district, network, targets, gap_m, result.limit, context);
  suggest(options, network, rules, result, context);
}

base::Result<void> write_map(const RestsOptions& options, const RestsResult& result,
                             const Workspace& workspace, Console& console) {
  const auto& out = options.out;
  if (is_sheet(out)) {
    const Printed printed{
        workspace.project, workspace.catalogue,
        rests_answer(result, workspace, console.context(), theme_of(options.sheet))};
    return print_for(printed, options.sheet, out, console);
  }
  std::vector<io::FeatureTable> tables{stretches_layer(result, workspace)};
  if (out.extension() == ".gpkg") {
    tables.push_back(rested_homes_layer(result, workspace));
    tables.push_back(seats_layer(result, workspace));
    if (result.asked_seats > 0) tables.push_back(new_seats_layer(result, workspace));
  }
  return io::write_features(tables, out);
}

}  // namespace

base::Result<RestsResult> ask_rests(const RestsOptions& options, const Workspace& workspace,
                                    jobs::Context& context) {
  RestsResult result;
  const auto type = workspace.catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  result.type = *type;
  const auto profile = workspace.catalogue.profile(options.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto gap = chosen_gap(options, **profile);
  if (!gap) return tl::unexpected(gap.error());
  const auto limit = chosen_limit(options, **type, **profile);
  if (!limit) return tl::unexpected(limit.error());
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  result.district = *district;
  result.max_gap_m = *gap;
  result.own_gap = options.max_gap_m > 0;
  result.limit = *limit;
  result.own_limit = !options.limit.empty();
  compute(options, workspace, result, context);
  return result;
}

base::Result<void> run_rests(const RestsOptions& options, Console& console) {
  if (const auto spec = spec_of(options.sheet); !spec) return tl::unexpected(spec.error());
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto result = ask_rests(options, *workspace, console.context());
  if (!result) return tl::unexpected(result.error());
  if (!options.out.empty()) {
    auto written = write_map(options, *result, *workspace, console);
    if (!written) return written;
  }
  if (!options.csv.empty()) {
    auto written = io::write_features({rests_table(*result, *workspace)}, options.csv);
    if (!written) return written;
  }
  console.result(options.json ? rests_json(*result, *workspace).dump(2)
                              : rests_text(*result, *workspace));
  if (options.json) return {};
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

void add_rests(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "rests",
               tr("who cannot get to a service for want of seats, and where a new seat opens most"),
               run_rests);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--max-gap", o->max_gap_m,
                   tr("metres from seat to seat; without: the profile's own"))
      ->check(CLI::Range(10.0, 5000.0));
  verb->add_option("--limit", o->limit, tr("10min or 500m; without: the type's own"));
  verb->add_option("--suggest", o->suggest, tr("how many places for new seats to name"))
      ->check(CLI::Range(1, 50));
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out,
                   tr("map layers to write: .gpkg; the stretches only: .geojson, .csv; or a sheet: "
                      ".pdf, .svg, .png"));
  add_sheet_options(*verb, o->sheet);
}

}  // namespace nahraum::app
