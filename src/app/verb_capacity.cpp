#include "app/verb_capacity.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "app/capacity_report.hpp"
#include "app/capacity_sentence.hpp"
#include "app/diversity_report.hpp"
#include "app/method_report.hpp"
#include "base/translate.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;

scene::AgeGroup group_of(const std::string& name) {
  if (name == "80") return scene::AgeGroup::age_80;
  return name == "65" ? scene::AgeGroup::age_65 : scene::AgeGroup::all;
}

CapacityBy by_of(const std::string& name) {
  if (name == "home") return CapacityBy::home;
  return name == "area" ? CapacityBy::area : CapacityBy::service;
}

base::Result<const model::ServiceType*> only_type(const CapacityOptions& options,
                                                  const model::Catalogue& catalogue) {
  if (options.services.size() != 1) {
    return base::fail(ErrorCode::bad_input, tr("Capacity is asked of one service type"),
                      "--service", tr("name one; several only with --method diversity"));
  }
  auto type = catalogue.type(options.services.front());
  if (!type) return type;
  if ((*type)->comes_to_you || (*type)->network_attribute) {
    return base::fail(ErrorCode::bad_input,
                      tr("This service has no catchment on foot: it comes to people or belongs to "
                         "the way"),
                      scene::name_of(**type), tr("choose a service that people walk to"));
  }
  return type;
}

base::Result<std::optional<double>> assumed_capacity(const CapacityOptions& options) {
  const auto& capacity = options.default_capacity;
  if (capacity && (!std::isfinite(*capacity) || *capacity <= 0 || *capacity > 1e6)) {
    return base::fail(ErrorCode::bad_input, tr("A capacity is a number above 0"),
                      "--default-capacity " + std::to_string(*capacity),
                      tr("write for example --default-capacity 12"));
  }
  return capacity;
}

std::string names_of(const std::vector<model::Decay>& decays) {
  std::string names;
  for (const auto& decay : decays)
    names += (names.empty() ? "" : ", ") + decay.id;
  return names;
}

/// Weights that fall endlessly belong to gravity, those that end at the limit to catchments.
bool fits(const model::AccessMethodRule& method, const model::Decay& decay) {
  using Kind = model::Decay::Kind;
  if (method.id == "2sfca" || method.method == model::AccessMethod::opportunities)
    return decay.kind == Kind::equal;
  return method.method == model::AccessMethod::gravity || decay.kind == Kind::zones ||
         decay.kind == Kind::gauss || decay.kind == Kind::equal;
}

base::Result<void> set_half(const std::string& half, model::Decay& decay) {
  if (half.empty()) return {};
  if (decay.kind != model::Decay::Kind::half) {
    return base::fail(ErrorCode::bad_input, tr("Only the decay “half” has a half distance"),
                      "--half " + half, tr("leave it out, or take --method gravity --decay half"));
  }
  const auto limit = analysis::parse_limit(half);
  if (!limit) return tl::unexpected(limit.error());
  decay.scale = limit->value;
  decay.scale_is_time = limit->kind == analysis::Limit::Kind::seconds;
  decay.evidence = {model::Mark::assumption, ""};
  return {};
}

base::Result<model::Decay> decay_of(const CapacityOptions& options,
                                    const model::AccessMethodRule& method,
                                    const model::CapacityRules& rules) {
  const auto& name = options.decay.empty() ? method.decay : options.decay;
  const auto* found = rules.decay(name);
  if (!found) {
    return base::fail(ErrorCode::not_found, tr("There is no such decay"), "--decay " + name,
                      tr("one of: ") + names_of(rules.decays));
  }
  if (!fits(method, *found)) {
    return base::fail(ErrorCode::bad_input, tr("This decay does not go with the method"),
                      "--method " + method.id + " --decay " + name,
                      tr("2sfca and opportunities weigh all ways alike; the other catchments take "
                         "equal, zones, steep or gauss; gravity takes all"));
  }
  auto decay = *found;
  if (auto done = set_half(options.half, decay); !done) return tl::unexpected(done.error());
  return decay;
}

base::Result<std::optional<analysis::Limit>> given_limit(const CapacityOptions& options) {
  if (options.limit.empty()) return std::optional<analysis::Limit>();
  const auto limit = analysis::parse_limit(options.limit);
  if (!limit) return tl::unexpected(limit.error());
  return std::optional(*limit);
}

base::Result<void> write_tables(const CapacityAnswer& answer, const CapacityOptions& options,
                                Console& console) {
  const auto by = by_of(options.by);
  const auto say = [&](const std::filesystem::path& file) {
    if (!options.json) console.say(file.string());
  };
  if (!options.csv.empty()) {
    if (auto done = io::write_features({capacity_table(answer, by)}, options.csv); !done)
      return done;
    say(options.csv);
  }
  if (options.out.empty()) return {};
  std::vector<io::FeatureTable> tables{capacity_table(answer, by)};
  if (options.out.extension() == ".gpkg") {
    for (const auto other : {CapacityBy::service, CapacityBy::home, CapacityBy::area}) {
      const bool any = other != CapacityBy::area || !answer.areas.cells.empty();
      if (other != by && any) tables.push_back(capacity_table(answer, other));
    }
  }
  auto done = io::write_features(tables, options.out);
  if (done) say(options.out);
  return done;
}

void print(const CapacityAnswer& answer, const CapacityOptions& options,
           const std::vector<scene::MethodLine>& card, Console& console) {
  const auto by = by_of(options.by);
  if (options.json) return console.result(capacity_json(answer, by, method_json(card)).dump(2));
  console.result(capacity_sentence(answer));
  for (const auto& remark : capacity_remarks(answer))
    console.result(remark);
  console.result("\n" + capacity_text(answer, by) + "\n" + method_text(card));
}

base::Result<void> share_out(const CapacityOptions& options, const Workspace& workspace,
                             Console& console) {
  const auto answer = ask_capacity(options, workspace, console.context());
  if (!answer) return tl::unexpected(answer.error());
  if (options.by == "area" && answer->areas.cells.empty()) {
    return base::fail(ErrorCode::bad_input, tr("The project knows no areas"),
                      options.project.string(),
                      tr("make it with --population by area, or take --by home or --by service"));
  }
  print(*answer, options, method_of(workspace, *answer->district, capacity_method(*answer)),
        console);
  return write_tables(*answer, options, console);
}

// ---- diversity ----------------------------------------------------------------------------------

base::Result<std::vector<const model::ServiceType*>> several_types(
    const CapacityOptions& options, const model::Catalogue& catalogue) {
  std::vector<const model::ServiceType*> types;
  for (const auto& name : options.services) {
    const auto type = catalogue.type(name);
    if (!type) return tl::unexpected(type.error());
    if (std::find(types.begin(), types.end(), *type) == types.end()) types.push_back(*type);
  }
  if (!types.empty()) return types;
  for (const auto& type : catalogue.types) {
    if (type.core && !type.network_attribute && !type.comes_to_you) types.push_back(&type);
  }
  return types;
}

base::Result<DiversityAnswer> ask_diversity(const CapacityOptions& options,
                                            const Workspace& workspace, Console& console) {
  const auto types = several_types(options, workspace.catalogue);
  if (!types) return tl::unexpected(types.error());
  const auto limit = given_limit(options);
  if (!limit) return tl::unexpected(limit.error());
  const auto district = prepare(workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  std::vector<analysis::TypeLimit> asked;
  asked.reserve(types->size());
  for (const auto* type : *types) {
    asked.push_back(
        {type->id, limit->value_or(analysis::default_limit(*type, (*district)->network.profile))});
  }
  return DiversityAnswer{&workspace.catalogue, group_of(options.group), *district,
                         analysis::diversity(**district, std::move(asked), console.context())};
}

base::Result<void> count_types(const CapacityOptions& options, const Workspace& workspace,
                               Console& console) {
  const auto answer = ask_diversity(options, workspace, console);
  if (!answer) return tl::unexpected(answer.error());
  const auto card = method_of(workspace, *answer->district, diversity_method(*answer));
  if (options.json) {
    console.result(diversity_json(*answer, method_json(card), options.by == "home").dump(2));
  } else {
    console.result(diversity_text(*answer) + "\n\n" + method_text(card));
  }
  for (const auto& file : {options.csv, options.out}) {
    if (file.empty()) continue;
    if (auto done = io::write_features({diversity_table(*answer)}, file); !done) return done;
    if (!options.json) console.say(file.string());
  }
  return {};
}

}  // namespace

base::Result<CapacityAnswer> ask_capacity(const CapacityOptions& options,
                                          const Workspace& workspace, jobs::Context& context) {
  CapacityAnswer asked;
  asked.catalogue = &workspace.catalogue;
  const auto& rules = workspace.catalogue.capacity;
  const auto type = only_type(options, workspace.catalogue);
  if (!type) return tl::unexpected(type.error());
  asked.type = *type;
  asked.method = rules.method(options.method);
  if (!asked.method)
    return base::fail(ErrorCode::not_found, tr("There is no such method"), options.method);
  const auto decay = decay_of(options, *asked.method, rules);
  if (!decay) return tl::unexpected(decay.error());
  const auto assumed = assumed_capacity(options);
  if (!assumed) return tl::unexpected(assumed.error());
  const auto limit = given_limit(options);
  if (!limit) return tl::unexpected(limit.error());
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  asked.rule = rules.of(asked.type->id);
  asked.group = group_of(options.group.empty() ? asked.rule.demand : options.group);
  asked.limit_given = limit->has_value();
  asked.district = *district;
  const analysis::CapacityQuestion question{
      asked.type->id,
      asked.method->method,
      *decay,
      limit->value_or(analysis::default_limit(*asked.type, (*district)->network.profile)),
      figure_of(asked.group),
      {asked.rule.counted, *assumed}};
  return answer_capacity(std::move(asked), question, context);
}

base::Result<void> run_capacity(const CapacityOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  return options.method == "diversity" ? count_types(options, *workspace, console)
                                       : share_out(options, *workspace, console);
}

void add_capacity(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "capacity",
                            tr("how much capacity of a service there is for whom"), run_capacity);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->services,
                   tr("service type; with --method diversity several, or none for the core set"))
      ->allow_extra_args(false);
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--method", o->method, tr("how capacity and demand are weighed"))
      ->check(CLI::IsMember({"2sfca", "e2sfca", "e2sfca_gauss", "3sfca", "m2sfca", "bfca",
                             "gravity", "opportunities", "diversity"}))
      ->capture_default_str();
  verb->add_option("--decay", o->decay,
                   tr("how worth falls with the way: equal, zones, steep, gauss, half, "
                      "exponential, power; without: the method's own"));
  verb->add_option("--half", o->half, tr("half distance, 300m or 5min (decay half)"));
  verb->add_option("--limit", o->limit, tr("10min or 500m; without: the type's own"));
  verb->add_option("--group", o->group, tr("whose demand counts; without: the type's own"))
      ->check(CLI::IsMember({"all", "65", "80"}));
  verb->add_option("--default-capacity", o->default_capacity,
                   tr("assumed for services whose capacity is unknown"));
  verb->add_option("--by", o->by, tr("rows of table and files; NAME.gpkg gets all three"))
      ->check(CLI::IsMember({"home", "area", "service"}))
      ->capture_default_str();
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out, tr("file to write: .gpkg, .geojson, .csv"));
}

}  // namespace nahraum::app
