#include <set>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

using EffectField = model::Effect model::Profile::*;

/// The names in profiles.yaml are those of the members.
const std::map<std::string, EffectField>& effect_fields() {
  using P = model::Profile;
  static const std::map<std::string, EffectField> fields{
      {"steps", &P::steps},
      {"steps_with_ramp", &P::steps_with_ramp},
      {"surface_rough", &P::surface_rough},
      {"surface_soft", &P::surface_soft},
      {"smoothness_intermediate", &P::smoothness_intermediate},
      {"smoothness_bad", &P::smoothness_bad},
      {"kerb_lowered", &P::kerb_lowered},
      {"kerb_rolled", &P::kerb_rolled},
      {"kerb_raised", &P::kerb_raised},
      {"crossing_signals", &P::crossing_signals},
      {"crossing_marked", &P::crossing_marked},
      {"crossing_island", &P::crossing_island},
      {"crossing_unmarked", &P::crossing_unmarked},
      {"crossing_unmarked_fast", &P::crossing_unmarked_fast},
      {"lift", &P::lift}};
  return fields;
}

model::Effect read_effect(const YAML::Node& node) {
  model::Effect effect;
  if (node.IsScalar()) {
    if (node.Scalar() != "drop") yaml::refuse(node, tr("a cost or “drop” is expected"));
    effect.blocked = true;
    return effect;
  }
  yaml::expect_keys(node, {"speed", "time", "extra_s", "drop", "mark", "source"});
  if (node["speed"] && node["time"]) yaml::refuse(node, tr("state “speed” or “time”, not both"));
  if (node["speed"]) effect.speed_factor = yaml::number(node["speed"], 0.01, 2);
  if (node["time"]) effect.speed_factor = 1 / yaml::number(node["time"], 0.5, 100);
  if (node["extra_s"]) effect.extra_s = yaml::number(node["extra_s"], 0, 3600);
  effect.blocked = yaml::flag(node, "drop");
  return effect;
}

void read_costs(const YAML::Node& node, const Sources& sources, model::Profile& profile) {
  for (const auto& [key, value] : yaml::entries(node)) {
    const auto field = effect_fields().find(key.as<std::string>());
    if (field == effect_fields().end()) {
      yaml::refuse(key, fmt::format(fmt::runtime(tr("unknown key “{}”")), key.as<std::string>()));
    }
    profile.*(field->second) = read_effect(value);
    profile.cost_evidence[field->first] = read_evidence(value, sources);
  }
}

/// A value with mark and source, such as `min_width: {m: 0.9, mark: V, source: V12}`.
void read_limit(const YAML::Node& node, const char* name, const char* unit, double most,
                const Sources& sources, model::Profile& profile, double& target) {
  const YAML::Node value = node[name];
  if (!value) return;
  yaml::expect_keys(value, {unit, "mark", "source"});
  target = yaml::number(yaml::required(value, unit), 0, most);
  profile.cost_evidence[name] = read_evidence(value, sources);
}

void read_slope(const YAML::Node& node, const Sources& sources, model::Profile& profile) {
  if (!node) return;
  yaml::expect_keys(node, {"tobler", "faster_downhill", "steep_from", "time", "mark", "source"});
  auto& slope = profile.slope;
  slope.tobler = yaml::flag(node, "tobler");
  slope.faster_downhill = yaml::flag(node, "faster_downhill");
  if (node["steep_from"].IsDefined() != node["time"].IsDefined())
    yaml::refuse(node, tr("“steep_from” and “time” belong together"));
  if (node["steep_from"]) {
    slope.steep_from = yaml::number(node["steep_from"], 0.001, 1);
    slope.steep_factor = 1 / yaml::number(node["time"], 1, 100);
  }
  profile.cost_evidence["slope"] = read_evidence(node, sources);
}

model::Profile read_profile(const YAML::Node& node, const Sources& sources) {
  yaml::expect_keys(node, {"id", "de", "en", "speed", "costs", "min_width", "max_seat_gap", "slope",
                           "max_slope"});
  model::Profile profile;
  profile.id = yaml::text(node, "id");
  profile.label = read_label(node);
  const auto speed = yaml::required(node, "speed");
  yaml::expect_keys(speed, {"m_s", "mark", "source"});
  profile.speed_m_s = yaml::number(yaml::required(speed, "m_s"), 0.1, 3);
  profile.evidence = read_evidence(speed, sources);
  read_costs(yaml::required(node, "costs"), sources, profile);
  read_limit(node, "min_width", "m", 5, sources, profile, profile.min_width_m);
  read_limit(node, "max_seat_gap", "m", 5000, sources, profile, profile.max_seat_gap_m);
  read_slope(node["slope"], sources, profile);
  read_limit(node, "max_slope", "ratio", 1, sources, profile, profile.max_slope);
  return profile;
}

void read_cautious(const YAML::Node& node, const Sources& sources, model::CautiousRules& rules) {
  yaml::expect_keys(node, {"rough_surface_on", "soft_surface_on", "narrow_on", "closed_services",
                           "raised_kerbs", "mark", "source"});
  rules.rough_surface_on = yaml::texts(node["rough_surface_on"]);
  rules.soft_surface_on = yaml::texts(node["soft_surface_on"]);
  rules.narrow_on = yaml::texts(node["narrow_on"]);
  rules.closed_services = yaml::texts(node["closed_services"]);
  rules.raised_kerbs = yaml::flag(node, "raised_kerbs");
  rules.evidence = read_evidence(node, sources);
}

}  // namespace

void read_profiles(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources", "surfaces", "cautious", "profiles"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  const auto surfaces = yaml::required(root, "surfaces");
  yaml::expect_keys(surfaces, {"rough", "soft"});
  catalogue.rough_surfaces =
      yaml::texts(yaml::required(yaml::required(surfaces, "rough"), "values"));
  catalogue.soft_surfaces = yaml::texts(yaml::required(yaml::required(surfaces, "soft"), "values"));
  read_cautious(yaml::required(root, "cautious"), sources, catalogue.cautious);
  std::set<std::string> ids;
  for (const auto& node : yaml::required(root, "profiles")) {
    catalogue.profiles.push_back(read_profile(node, sources));
    const auto& id = catalogue.profiles.back().id;
    if (!ids.insert(id).second)
      yaml::refuse(node, fmt::format(fmt::runtime(tr("“{}” is used twice")), id));
  }
}

}  // namespace nahraum::io
