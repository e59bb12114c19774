#include "app/named_views.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

constexpr std::array<const char*, map_layer_count> layer_keys{
    "catchment", "gaps", "other_services", "names", "notes", "corrections"};

bool has_profile(const model::Catalogue& catalogue, const std::string& id) {
  return std::any_of(catalogue.profiles.begin(), catalogue.profiles.end(),
                     [&](const model::Profile& profile) { return profile.id == id; });
}

bool has_scenario(const State& state, const std::string& name) {
  return name.empty() || model::find_scenario(state.project->scenarios, name);
}

void add_layers(std::vector<Action>& actions, const State& state, const model::NamedView& view) {
  for (int i = 0; i < map_layer_count; ++i) {
    const auto layer = static_cast<MapLayer>(i);
    const bool hidden =
        std::find(view.hidden.begin(), view.hidden.end(), key_of(layer)) != view.hidden.end();
    if (state.layers(layer) == hidden) actions.emplace_back(ShowLayer{layer, !hidden});
  }
}

}  // namespace

const char* key_of(MapLayer layer) {
  return layer_keys[static_cast<std::size_t>(layer)];
}

model::NamedView named_view(const State& state, const model::Catalogue& catalogue,
                            geo::Point centre, double denominator) {
  model::NamedView view;
  view.centre = centre;
  view.denominator = denominator;
  view.type = state.question.type;
  view.profile = state.question.profile;
  view.limit = analysis::to_text(state.question.limit);
  view.scenario = state.question.scenario;
  for (int i = 0; i < map_layer_count; ++i) {
    const auto layer = static_cast<MapLayer>(i);
    if (!state.layers(layer)) view.hidden.emplace_back(key_of(layer));
  }
  const auto* type = catalogue.find_type(view.type);
  view.name = type ? scene::name_of(*type) : view.type;
  for (const auto& profile : catalogue.profiles) {
    if (profile.id == view.profile) view.name += ", " + scene::in_brackets(profile);
  }
  if (!view.scenario.empty()) view.name += " – " + view.scenario;
  return view;
}

std::vector<Action> actions_to(const State& state, const model::Catalogue& catalogue,
                               const model::NamedView& view) {
  std::vector<Action> actions;
  const auto& question = state.question;
  if (view.type != question.type && catalogue.find_type(view.type))
    actions.emplace_back(ChooseType{view.type});
  if (view.profile != question.profile && has_profile(catalogue, view.profile))
    actions.emplace_back(ChooseProfile{view.profile});
  const auto limit = analysis::parse_limit(view.limit);
  if (limit && *limit != question.limit) actions.emplace_back(ChooseLimit{*limit});
  if (view.scenario != question.scenario && has_scenario(state, view.scenario))
    actions.emplace_back(ChooseScenario{view.scenario});
  add_layers(actions, state, view);
  return actions;
}

}  // namespace nahraum::app
