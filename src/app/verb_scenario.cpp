#include "app/verb_scenario.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/corrections.hpp"
#include "analysis/scenario_project.hpp"
#include "analysis/scenario_remarks.hpp"
#include "app/arguments.hpp"
#include "app/chosen_types.hpp"
#include "app/print_sheet.hpp"
#include "app/scenario_sheet.hpp"
#include "base/days.hpp"
#include "io/project_gpkg.hpp"
#include "io/scenario_yaml.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;
using nlohmann::json;

json scenario_json(const model::Scenario& scenario, const model::Catalogue& catalogue) {
  json changes = json::array();
  for (const auto& change : scenario.changes) {
    changes.push_back(
        {{"kind", model::kind_of(change)}, {"what", scene::change_text(change, catalogue)}});
  }
  return {{"name", scenario.name},
          {"note", scenario.note},
          {"created", scenario.created},
          {"changes", changes}};
}

std::string change_lines(const model::Scenario& scenario, const model::Catalogue& catalogue) {
  std::string text;
  for (std::size_t i = 0; i < scenario.changes.size(); ++i)
    text += fmt::format("  {}  {}\n", i + 1, scene::change_text(scenario.changes[i], catalogue));
  return text;
}

std::string scenario_line(const model::Scenario& scenario) {
  const auto count = scenario.changes.size();
  return fmt::format(fmt::runtime(base::tr_n("“{0}”: {1} change, made on {2}",
                                             "“{0}”: {1} changes, made on {2}", count)),
                     scenario.name, count, base::format_date(scenario.created, base::language()));
}

base::Result<void> list(const ScenarioOptions& options, Console& console) {
  const auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  if (options.json) {
    const auto catalogue = shipped_catalogue();
    if (!catalogue) return tl::unexpected(catalogue.error());
    json all = json::array();
    for (const auto& scenario : project->scenarios)
      all.push_back(scenario_json(scenario, *catalogue));
    console.result(all.dump(2));
    return {};
  }
  for (const auto& scenario : project->scenarios)
    console.result(scenario_line(scenario));
  if (project->scenarios.empty()) {
    console.result(
        tr("The project has no scenarios. Make one with: nahraum scenario PROJECT apply FILE"));
  }
  return {};
}

base::Result<void> show(const ScenarioOptions& options, Console& console) {
  const auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  const auto scenario = scenario_of(*project, options.name);
  if (!scenario) return tl::unexpected(scenario.error());
  if (options.json) {
    console.result(scenario_json(**scenario, *catalogue).dump(2));
    return {};
  }
  console.result(scenario_line(**scenario));
  if (!(*scenario)->note.empty()) console.result((*scenario)->note);
  console.result(change_lines(**scenario, *catalogue));
  return {};
}

/// In the order of the names; one of the same name only where it is to be replaced.
base::Result<void> keep(model::Project& project, model::Scenario scenario, bool replace) {
  auto& all = project.scenarios;
  const auto at = std::lower_bound(
      all.begin(), all.end(), scenario,
      [](const model::Scenario& a, const model::Scenario& b) { return a.name < b.name; });
  if (at == all.end() || at->name != scenario.name) {
    all.insert(at, std::move(scenario));
    return {};
  }
  if (!replace) {
    return base::fail(ErrorCode::bad_input, tr("the project has a scenario of that name already"),
                      scenario.name, tr("choose another name, or put --replace behind it"));
  }
  *at = std::move(scenario);
  return {};
}

base::Result<void> apply_file(const ScenarioOptions& options, Console& console) {
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  auto scenario = io::read_scenario(options.file, *catalogue, project->info.epsg);
  if (!scenario) return tl::unexpected(scenario.error());
  scenario->created = base::today();
  const auto corrected = analysis::with_corrections(*project);
  if (const auto fits = analysis::with_changes(corrected, *scenario); !fits)
    return tl::unexpected(fits.error());
  for (const auto& remark : analysis::remarks_on(*project, *scenario))
    console.warn(remark);
  const model::Scenario kept = *scenario;
  if (auto done = keep(*project, std::move(*scenario), options.replace); !done) return done;
  if (auto written = io::write_project(*project, options.project, console.context()); !written)
    return written;
  console.say(scenario_line(kept) + "\n" + change_lines(kept, *catalogue) +
              fmt::format(fmt::runtime(tr("See what it changes: nahraum scenario {0} compare base "
                                          "\"{1}\"")),
                          options.project.string(), kept.name));
  return {};
}

base::Result<void> discard(const ScenarioOptions& options, Console& console) {
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto scenario = scenario_of(*project, options.name);
  if (!scenario) return tl::unexpected(scenario.error());
  std::erase_if(project->scenarios,
                [&](const model::Scenario& each) { return each.name == options.name; });
  if (auto written = io::write_project(*project, options.project, console.context()); !written)
    return written;
  console.say(fmt::format(fmt::runtime(tr("Scenario “{0}” discarded; the project is as it was.")),
                          options.name));
  return {};
}

/// A map of homes per service, and the places of the later state's changes; or a sheet.
base::Result<void> write_map(const ScenarioOptions& options, const ScenarioComparison& comparison,
                             Console& console) {
  const auto& out = options.out;
  const bool several = extension_of(out.string()) == ".gpkg";
  if (!several && comparison.rows.size() != 1) {
    return base::fail(ErrorCode::bad_input, tr("several services make several maps"),
                      out.filename().string(), tr("give one --service, or write a .gpkg"));
  }
  if (is_sheet(out)) {
    const Printed printed{comparison.after.project, comparison.after.catalogue,
                          comparison_answer(comparison, comparison.rows.front(), console.context(),
                                            theme_of(options.sheet))};
    return print_for(printed, options.sheet, out, console);
  }
  std::vector<io::FeatureTable> tables;
  for (const auto& row : comparison.rows)
    tables.push_back(difference_layer(comparison, row));
  const auto& after = *comparison.after.project;
  const auto* scenario = model::find_scenario(after.scenarios, after.info.scenario);
  if (several && scenario) {
    auto changes = changes_layer(*scenario, comparison.after);
    if (!changes.rows.empty()) tables.push_back(std::move(changes));
  }
  return io::write_features(tables, out);
}

base::Result<void> compare(const ScenarioOptions& options, Console& console) {
  if (const auto spec = spec_of(options.sheet); !spec) return tl::unexpected(spec.error());
  const auto base = open_workspace(options.project, console.context());
  if (!base) return tl::unexpected(base.error());
  const auto comparison = ask_comparison(options, *base, console.context());
  if (!comparison) return tl::unexpected(comparison.error());
  if (!options.out.empty()) {
    if (auto written = write_map(options, *comparison, console); !written) return written;
  }
  if (!options.csv.empty()) {
    auto written = io::write_features({comparison_table(*comparison)}, options.csv);
    if (!written) return written;
  }
  if (options.json) {
    console.result(comparison_json(*comparison).dump(2));
    return {};
  }
  console.result(comparison_text(*comparison));
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

base::Result<analysis::Limit> limit_for(const ScenarioOptions& options,
                                        const model::ServiceType& type,
                                        const model::Profile& profile) {
  if (options.limit.empty()) return analysis::default_limit(type, profile);
  return analysis::parse_limit(options.limit);
}

ComparisonRow row_of(const ScenarioComparison& c, const model::ServiceType& type,
                     const analysis::Limit& limit, jobs::Context& context) {
  const auto way = analysis::default_way(type);
  const auto reach = [&](const analysis::District& district) {
    return analysis::reach_by(district, analysis::targets_of(district, type.id), way, context);
  };
  const auto before = reach(*c.district_before);
  const auto after = reach(*c.district_after);
  return {&type, analysis::coverage(*c.district_before, type.id, before, limit, way),
          analysis::coverage(*c.district_after, type.id, after, limit, way),
          analysis::compare_states(*c.district_before, before, *c.district_after, after, limit)};
}

}  // namespace

base::Result<ScenarioComparison> ask_comparison(const ScenarioOptions& options,
                                                const Workspace& base, jobs::Context& context) {
  ScenarioComparison result;
  result.name_before = options.before;
  result.name_after = options.after;
  result.own_limit = !options.limit.empty();
  for (const auto& [name, workspace, district] :
       {std::tuple{&options.before, &result.before, &result.district_before},
        {&options.after, &result.after, &result.district_after}}) {
    auto state = in_scenario(base, *name, context);
    if (!state) return tl::unexpected(state.error());
    *workspace = std::move(*state);
    const auto prepared = prepare(*workspace, options.profile, context);
    if (!prepared) return tl::unexpected(prepared.error());
    *district = *prepared;
  }
  const auto types = chosen_types(options.services, result.before.catalogue);
  if (!types) return tl::unexpected(types.error());
  for (const auto* type : *types) {
    context.update(double(result.rows.size()) / double(types->size()), type->label.de);
    const auto limit = limit_for(options, *type, result.district_before->network.profile);
    if (!limit) return tl::unexpected(limit.error());
    result.rows.push_back(row_of(result, *type, *limit, context));
  }
  return result;
}

base::Result<void> run_scenario(const ScenarioOptions& options, Console& console) {
  if (options.action == "apply") return apply_file(options, console);
  if (options.action == "show") return show(options, console);
  if (options.action == "discard") return discard(options, console);
  if (options.action == "compare") return compare(options, console);
  return list(options, console);
}

void add_scenario(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "scenario", tr("named sets of changes, and what they change for whom"),
               run_scenario);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  const auto options = o;
  const auto action = [&, verb_app = verb](const char* name, const char* what) {
    CLI::App* sub = verb_app->add_subcommand(name, what);
    sub->fallthrough();
    sub->callback([options, name] { options->action = name; });
    return sub;
  };
  auto* all = action("list", tr("the project's scenarios"));
  all->add_flag("--json", o->json, tr("as JSON"));
  auto* apply = action("apply", tr("keep a scenario from a file in the project"));
  apply->add_option(tr("FILE"), o->file, tr("a .yaml file: name and changes"))->required();
  apply->add_flag("--replace", o->replace, tr("in place of the one of that name"));
  auto* one = action("show", tr("the changes of a scenario"));
  one->add_option(tr("NAME"), o->name, tr("scenario"))->required();
  one->add_flag("--json", o->json, tr("as JSON"));
  auto* drop = action("discard", tr("throw a scenario away"));
  drop->add_option(tr("NAME"), o->name, tr("scenario"))->required();
  auto* both = action("compare", tr("who gains and who loses between two states"));
  both->add_option(tr("BEFORE"), o->before, tr("scenario, or base: the project as it is"))
      ->required();
  both->add_option(tr("AFTER"), o->after, tr("scenario, or base: the project as it is"))
      ->required();
  both->add_option("--service", o->services,
                   tr("service type; may be repeated; without: the core set"))
      ->allow_extra_args(false);
  both->add_option("--profile", o->profile, tr("walking profile"))->capture_default_str();
  both->add_option("--limit", o->limit, tr("10min or 500m; without: each type's own"));
  both->add_flag("--json", o->json, tr("as JSON"));
  both->add_option("--csv", o->csv, tr("also write a table"));
  both->add_option(
      "-o,--output", o->out,
      tr("difference map to write: .gpkg; of one service: .geojson, or a sheet: .pdf, .svg, "
         ".png"));
  add_sheet_options(*both, o->sheet);
  verb->require_subcommand(1);
}

}  // namespace nahraum::app
