#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;
using model::AccessMethod;
using model::Decay;

namespace {

constexpr std::array<std::pair<const char*, AccessMethod>, 8> method_names = {
    {{"2sfca", AccessMethod::two_step},
     {"e2sfca", AccessMethod::enhanced},
     {"e2sfca_gauss", AccessMethod::enhanced},
     {"3sfca", AccessMethod::three_step},
     {"m2sfca", AccessMethod::modified},
     {"bfca", AccessMethod::balanced},
     {"gravity", AccessMethod::gravity},
     {"opportunities", AccessMethod::opportunities}}};

constexpr std::array<const char*, 6> decay_kinds = {"equal",       "zones", "gauss",
                                                    "exponential", "power", "half"};

Decay::Kind read_kind(const YAML::Node& node) {
  const auto kind = yaml::text(node, "kind");
  for (std::size_t i = 0; i < decay_kinds.size(); ++i) {
    if (kind == decay_kinds[i]) return static_cast<Decay::Kind>(i);
  }
  yaml::refuse(node, fmt::format(fmt::runtime(tr("unknown kind of decay “{}”")), kind));
}

/// Weights from near to far: none above 1, none larger than the one before it, the first above 0.
std::vector<double> read_weights(const YAML::Node& node) {
  if (!node.IsSequence() || node.size() == 0) yaml::refuse(node, tr("a list is expected"));
  std::vector<double> weights;
  for (const auto& each : node)
    weights.push_back(yaml::number(each, 0, weights.empty() ? 1 : weights.back()));
  if (weights.front() <= 0) yaml::refuse(node, tr("the nearest zone needs a weight above 0"));
  return weights;
}

Decay read_decay(const std::string& id, const YAML::Node& node, const Sources& sources) {
  yaml::expect_keys(node, {"kind", "weights", "scale", "exponent", "mark", "source", "de", "en"});
  Decay decay;
  decay.id = id;
  decay.label = read_label(node);
  decay.kind = read_kind(node);
  decay.evidence = read_evidence(node, sources);
  const bool zones = decay.kind == Decay::Kind::zones;
  const bool scaled =
      !zones && decay.kind != Decay::Kind::equal && decay.kind != Decay::Kind::gauss;
  if (zones) decay.zones = read_weights(yaml::required(node, "weights"));
  if (scaled) decay.scale = yaml::number(yaml::required(node, "scale"), 1, 100000);
  if (decay.kind == Decay::Kind::power)
    decay.exponent = yaml::number(yaml::required(node, "exponent"), 0.1, 10);
  return decay;
}

void read_methods(const YAML::Node& root, model::CapacityRules& rules, const Sources& sources) {
  const auto node = yaml::required(root, "methods");
  yaml::expect_keys(node, {"2sfca", "e2sfca", "e2sfca_gauss", "3sfca", "m2sfca", "bfca", "gravity",
                           "opportunities"});
  for (const auto& [name, method] : method_names) {
    const auto entry = yaml::required(node, name);
    yaml::expect_keys(entry, {"decay", "mark", "source", "de", "en"});
    const auto decay = yaml::text(entry, "decay");
    if (!rules.decay(decay))
      yaml::refuse(entry, fmt::format(fmt::runtime(tr("unknown decay “{}”")), decay));
    rules.methods.push_back(
        {name, method, read_label(entry), decay, read_evidence(entry, sources)});
  }
}

std::string read_form(const YAML::Node& node, const char* key) {
  auto form = yaml::text(node, key);
  if (form.find("{}") == std::string::npos)
    yaml::refuse(node, tr("“{}” must stand where the service's name belongs"));
  return form;
}

model::CapacityUnit read_unit(const YAML::Node& node) {
  yaml::expect_keys(node, {"de", "en"});
  const auto de = yaml::required(node, "de");
  const auto en = yaml::required(node, "en");
  yaml::expect_keys(de, {"one", "many"});
  yaml::expect_keys(en, {"one", "many"});
  return {read_form(de, "one"), read_form(de, "many"), read_form(en, "one"), read_form(en, "many")};
}

std::string read_unit_name(const YAML::Node& node, const char* key,
                           const model::CapacityRules& rules) {
  auto unit = yaml::text(node, key);
  if (!rules.units.contains(unit))
    yaml::refuse(node, fmt::format(fmt::runtime(tr("unknown unit “{}”")), unit));
  return unit;
}

model::TypeCapacity read_type(const YAML::Node& node, const model::CapacityRules& rules,
                              const Sources& sources) {
  yaml::expect_keys(node, {"unit", "demand", "planning"});
  model::TypeCapacity type{read_unit_name(node, "unit", rules), false,
                           yaml::text_or(node, "demand", "all"), std::nullopt};
  if (type.demand != "all" && type.demand != "65" && type.demand != "80")
    yaml::refuse(node, tr("“demand” is one of all, 65, 80"));
  if (const auto planning = node["planning"]) {
    yaml::expect_keys(planning, {"persons_per_unit", "mark", "source", "de", "en"});
    type.planning =
        model::PlanningRatio{yaml::number(yaml::required(planning, "persons_per_unit"), 1, 1e6),
                             read_label(planning), read_evidence(planning, sources)};
  }
  return type;
}

}  // namespace

void read_capacity(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources", "decays", "methods", "units", "counted_unit", "types"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  auto& rules = catalogue.capacity;
  for (const auto& [key, node] : yaml::entries(yaml::required(root, "decays"))) {
    const auto id = key.as<std::string>();
    if (rules.decay(id))
      yaml::refuse(key, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), id));
    rules.decays.push_back(read_decay(id, node, sources));
  }
  read_methods(root, rules, sources);
  for (const auto& [key, node] : yaml::entries(yaml::required(root, "units")))
    rules.units[key.as<std::string>()] = read_unit(node);
  rules.counted_unit = read_unit_name(root, "counted_unit", rules);
  for (const auto& [key, node] : yaml::entries(yaml::required(root, "types"))) {
    const auto id = key.as<std::string>();
    if (!catalogue.find_type(id))
      yaml::refuse(key, fmt::format(fmt::runtime(tr("unknown service type “{}”")), id));
    if (!rules.types.emplace(id, read_type(node, rules, sources)).second)
      yaml::refuse(key, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), id));
  }
}

}  // namespace nahraum::io
