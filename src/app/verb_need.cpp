#include "app/verb_need.hpp"

#include <nlohmann/json.hpp>

#include "app/method_report.hpp"
#include "app/need_report.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {
namespace {

using base::tr;

void say_result(const NeedOptions& options, const NeedAnswer& answer, const Workspace& workspace,
                Console& console) {
  const int min_count = workspace.catalogue.people.min_count;
  const auto card = need_card(answer, workspace);
  if (options.json) {
    auto result = need_json(answer, *workspace.project, min_count);
    result["method"] = method_json(card);
    console.result(result.dump(2));
    return;
  }
  console.result(need_sentences(answer, min_count) + "\n" + need_text(answer, min_count) + "\n" +
                 method_text(card));
}

base::Result<void> write_result(const NeedOptions& options, const NeedAnswer& answer,
                                const Workspace& workspace, Console& console) {
  const int min_count = workspace.catalogue.people.min_count;
  const auto table = need_table(answer, *workspace.project, min_count);
  const bool geopackage = options.out.extension() == ".gpkg";
  for (const auto& file : {options.csv, options.out}) {
    if (file.empty()) continue;
    std::vector<io::FeatureTable> tables{table};
    const bool homes = answer.walked && geopackage && file == options.out;
    if (homes) tables.push_back(basket_homes(answer, *workspace.project));
    if (auto written = io::write_features(tables, file); !written) return written;
    if (!options.json) console.say(file.string());
  }
  return {};
}

}  // namespace

base::Result<void> run_need(const NeedOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto answer = answer_need(options, *workspace, console.context());
  if (!answer) return tl::unexpected(answer.error());
  say_result(options, *answer, *workspace, console);
  return write_result(options, *answer, *workspace, console);
}

void add_need(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "need",
                            tr("need by age: indicators, projection, basket index"), run_need);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--by", o->by, tr("the whole, statistical areas or clusters of homes"))
      ->check(CLI::IsMember({"district", "area", "cluster"}))
      ->capture_default_str();
  verb->add_option("--year", o->year, tr("year to project to; without: 2035 and 2050"))
      ->check(CLI::Range(1900, 2200));
  verb->add_option("--base-year", o->base_year,
                   tr("year of the population data where they do not tell"))
      ->check(CLI::Range(1900, 2200));
  verb->add_option("--method", o->method, tr("cohort survival, or ratios of two counts"))
      ->check(CLI::IsMember({"cohort", "hamilton-perry"}))
      ->capture_default_str();
  verb->add_option("--earlier", o->earlier, tr("table with the counts of five years before"));
  verb->add_option("--reference", o->reference,
                   tr("what to compare with: nrw, or a statistics table of the town"))
      ->capture_default_str();
  verb->add_flag("--split-ages", o->split_ages,
                 tr("project from wide age bands, too, split as in the reference pyramid"));
  verb->add_flag("--basket", o->basket, tr("also basket index and priority, on foot"));
  verb->add_option("--profile", o->profile, tr("walking profile of the basket"))
      ->capture_default_str();
  auto* json = verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"))->excludes(json);
  verb->add_option("-o,--output", o->out, tr("map to write: .gpkg, .geojson, .csv"));
}

}  // namespace nahraum::app
