#include "app/command_line.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "app/help_words.hpp"
#include "app/settings.hpp"
#include "app/verb_add.hpp"
#include "app/verb_barriers.hpp"
#include "app/verb_capacity.hpp"
#include "app/verb_corrections.hpp"
#include "app/verb_exercise.hpp"
#include "app/verb_hours.hpp"
#include "app/verb_housing.hpp"
#include "app/verb_merge.hpp"
#include "app/verb_mobile.hpp"
#include "app/verb_need.hpp"
#include "app/verb_options.hpp"
#include "app/verb_pages.hpp"
#include "app/verb_rests.hpp"
#include "app/verb_scenario.hpp"
#include "app/verb_site.hpp"
#include "app/verbs.hpp"
#include "base/paths.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

void add_new(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "new", tr("make a district project from data files"), run_new);
  verb->add_option(tr("PROJECT"), o->project, tr("the project to write, NAME.gpkg"))->required();
  verb->add_option("--osm", o->osm, tr("OpenStreetMap data: .osm.pbf, .osm, .osm.gz, .osm.bz2"))
      ->required();
  auto* district = verb->add_option_group(
      tr("district"), tr("the study area; without: the whole file less its rim"));
  district->add_option("--district", o->district, tr("polygon file, FILE or FILE:LAYER"));
  district->add_option("--district-name", o->district_name, tr("a named boundary in the OSM data"));
  district->add_option("--bbox", o->bbox, tr("box in degrees: W,S,E,N"));
  district->add_option("--around", o->around, tr("circle: LON,LAT,METRES"));
  district->require_option(0, 1);
  verb->add_option("--rim", o->rim_m, tr("metres of streets kept outside the district"))
      ->check(CLI::Range(0.0, 20000.0))
      ->capture_default_str();
  verb->add_option(
          "--population", o->population,
          tr("residents: polygons with counts, a table by block, census grids; may be repeated"))
      ->allow_extra_args(false);
  verb->add_option("--services", o->services, tr("a list of services as CSV; may be repeated"))
      ->allow_extra_args(false);
  verb->add_option("--dem", o->elevation,
                   tr("elevation model: .tif, .xyz, .xyz.gz, .asc, .hgt or a folder of tiles; may "
                      "be repeated"))
      ->allow_extra_args(false);
  auto* areas = verb->add_option(
      "--service-areas", o->service_areas,
      tr("service areas of those who come to people: polygons, or a CSV of providers with "
         "postcodes or areas"));
  verb->add_option("--postcodes", o->postcodes, tr("polygons of the postcodes that it names"))
      ->needs(areas);
  verb->add_option("--crs", o->crs, tr("EPSG:n of the project; without: chosen by place"));
  verb->add_option("--title", o->title, tr("title of the district"));
  verb->add_flag("--accept-partial", o->accept_partial,
                 tr("go on with a damaged file and mark the project"));
}

void add_info(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "info", tr("what a project holds and where it comes from"), run_info);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  verb->add_flag("--json", o->json, tr("as JSON"));
  auto [catalogue, c] = add_verb(app, line, "catalogue",
                                 tr("list service types and walking profiles"), run_catalogue);
  catalogue->add_flag("--json", c->json, tr("as JSON"));
}

void add_network(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(
      app, line, "network",
      tr("write the walking network of a profile (with .csv the nodes go to NAME_nodes.csv)"),
      run_network);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("-o,--output", o->out, tr("file to write: .csv, .gpkg, .geojson"))->required();
}

void add_way(CLI::App& verb, std::string& way) {
  verb.add_option(
          "--way", way,
          tr("to: there, from: home again, both: the longer of the two; without it both for "
             "daily supply (what is bought is carried home), to for all else"))
      ->check(CLI::IsMember({"to", "from", "both"}));
}

void add_reach(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(
      app, line, "reach", tr("for every home the way to the nearest service of a type"), run_reach);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  add_way(*verb, o->way);
  verb->add_option("--at", o->at, tr("“Tue 15:00”: to the nearest that is open on arrival then"));
  verb->add_option("--min-count", o->min_count,
                   tr("smallest count of persons that is written (default 5)"))
      ->check(CLI::Range(0, 1000));
  verb->add_option("-o,--output", o->out, tr("file to write: .csv, .geojson, .gpkg"))->required();
}

void add_route(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "route",
                            tr("the way between two places or to the nearest service"), run_route);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--from", o->from, tr("LON,LAT: longitude, latitude in degrees"))->required();
  auto* goal = verb->add_option_group(tr("goal"));
  goal->add_option("--to", o->to, tr("LON,LAT: longitude, latitude in degrees"));
  goal->add_option("--service", o->service, tr("service type, id or alias"));
  goal->require_option(1);
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("-o,--output", o->out, tr("file to write: .geojson, .gpkg, .csv"))->required();
}

void add_catchment(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "catchment", tr("the area within a limit on foot, with its residents"),
               run_catchment);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  auto* origin = verb->add_option_group(tr("origin"));
  origin->add_option("--service", o->service, tr("service type, id or alias"));
  origin->add_option("--at", o->at, tr("LON,LAT: longitude, latitude in degrees"));
  origin->require_option(1);
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--limit", o->limit, tr("10min or 500m"));
  verb->add_option("--bands", o->bands, tr("several limits, such as 5min,10min,15min"));
  verb->add_flag("--each", o->each, tr("one catchment per service"));
  verb->add_flag("--edges", o->edges, tr("the reached streets instead of the outline"));
  verb->add_flag("--from-there", o->from,
                 tr("where one gets to from there, instead of who comes there"));
  verb->add_option("-o,--output", o->out, tr("file to write: .geojson, .gpkg, .csv"))->required();
}

void add_coverage(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "coverage", tr("persons within the limit and in the gap"), run_coverage);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->services,
                   tr("service type; may be repeated; without: the core set"))
      ->allow_extra_args(false);
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  auto* limit =
      verb->add_option("--limit", o->limit, tr("10min or 500m; without: each type's own"));
  auto* standard = verb->add_option("--standard", o->standard,
                                    tr("the limits of a standard (nahraum catalogue lists them)"))
                       ->excludes(limit);
  auto* against =
      verb->add_option("--against", o->against, tr("a second standard: who falls between the two"))
          ->needs(standard);
  add_way(*verb, o->way);
  verb->add_option("--certainty", o->certainty,
                   tr("optimistic: missing tags count as good; span: also as bad, both "
                      "answers"))
      ->check(CLI::IsMember({"optimistic", "span"}))
      ->capture_default_str();
  auto* survey = verb->add_option(
      "--survey", o->survey, tr("write which missing tags matter most: .csv, .geojson, .gpkg"));
  verb->add_option("--at", o->at,
                   tr("“Tue 15:00”: only what is open on arrival then, at least and at most"));
  verb->add_flag("--basket", o->basket,
                 tr("people by how many of the services they reach, each within its own limit"))
      ->excludes(against)
      ->excludes(survey);
  auto* json = verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"))->excludes(json);
}

void add_map(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "map", tr("print a map sheet"), run_map);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->service, tr("service type, id or alias"));
  verb->add_option("--profile", o->profile, tr("walking profile"))->capture_default_str();
  auto* limit = verb->add_option("--limit", o->limit, tr("10min or 500m; without: the type's own"));
  auto* certainty =
      verb->add_option("--certainty", o->certainty,
                       tr("optimistic: missing tags count as good; span: what is reached for sure, "
                          "and what missing tags leave open"))
          ->check(CLI::IsMember({"optimistic", "span"}))
          ->capture_default_str();
  auto* standard =
      verb->add_option("--standard", o->standard,
                       tr("homes by grade: good, sufficient, gap (nahraum catalogue lists the "
                          "standards)"))
          ->excludes(limit)
          ->excludes(certainty);
  verb->add_option("--against", o->against, tr("a second standard: who falls between the two"))
      ->needs(standard);
  add_sheet_options(*verb, o->sheet);
  verb->add_option("-o,--output", o->out, tr("file to write: .pdf, .svg, .png"))->required();
}

int run_verb(CommandLine& line) {
  Console console(line.quiet, line.threads);
  const auto done = line.verb(console);
  if (done) return 0;
  console.fail(done.error());
  return 1;
}

/// `nahraum FILE` is `nahraum view FILE`: whatever is no verb, no option, and looks like a file.
bool is_file(const std::string& argument, CLI::App& app) {
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_name() == argument) return false;
  }
  return !argument.starts_with("-") && argument.find_first_of("./") != std::string::npos;
}

int report_usage(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  fmt::print(stderr, "nahraum: {}\n{}\n", usage_problem(error), tr("see nahraum --help"));
  return 2;
}

}  // namespace

base::Language chosen_language(int argc, char** argv) {
  std::string wanted;
  if (const char* environment = std::getenv("NAHRAUM_LANGUAGE")) wanted = environment;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--language" && i + 1 < argc) wanted = argv[i + 1];
    if (argument.starts_with("--language=")) wanted = argument.substr(std::strlen("--language="));
  }
  if (wanted.starts_with("en")) return base::Language::english;
  if (wanted.starts_with("de")) return base::Language::german;
  return load_settings().language;
}

int run_command_line(int argc, char** argv, const OpenWindow& open_window) {
  base::set_language(chosen_language(argc, argv));
  CommandLine line;
  CLI::App app{tr("Nahraum: who reaches what on foot. Without a verb it opens the window."),
               "nahraum"};
  app.formatter(help_formatter());
  app.set_help_flag("-h,--help", tr("show this help"));
  app.set_version_flag("--version", base::version(), tr("show the version"));
  app.add_flag("-q,--quiet", line.quiet, tr("only results and errors"));
  app.add_option("--threads", line.threads, tr("threads for computing"))
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  app.add_option("--language", line.language, tr("de or en"))->check(CLI::IsMember({"de", "en"}));
  app.require_subcommand(0, 1);
  std::filesystem::path file;
  auto* view = app.add_subcommand("view", tr("open the window"));
  view->add_option(tr("FILE"), file, tr("a project, or OpenStreetMap data for a new one"));
  std::filesystem::path script;
  app.add_subcommand("script", tr("use the window by a file of commands, and take its pictures"))
      ->add_option(
          tr("SCRIPT"), script,
          tr("lines such as “open demo”, “do Present”, “picture a.png”; with --size 1280x800 and "
             "--scale 1.5 for the window"))
      ->required();
  add_new(app, line);
  add_add(app, line);
  add_info(app, line);
  add_network(app, line);
  add_reach(app, line);
  add_route(app, line);
  add_catchment(app, line);
  add_corrections(app, line);
  add_coverage(app, line);
  add_exercise(app, line);
  add_map(app, line);
  add_merge(app, line);
  add_barriers(app, line);
  add_capacity(app, line);
  add_hours(app, line);
  add_housing(app, line);
  add_mobile(app, line);
  add_need(app, line);
  add_pages(app, line);
  add_rests(app, line);
  add_scenario(app, line);
  add_site(app, line);

  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && is_file(arguments[0], app)) arguments.insert(arguments.begin(), "view");
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return report_usage(app, error);
  }
  if (line.verb) return run_verb(line);
  if (!file.empty() && !std::filesystem::exists(file)) {
    Console().fail({base::ErrorCode::not_found, tr("There is no such file."), file.string(), {}});
    return 1;
  }
  return open_window(file);
}

}  // namespace nahraum::app
