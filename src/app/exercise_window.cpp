#include "app/exercise_window.hpp"

#include <algorithm>

#include "app/named_views.hpp"
#include "base/translate.hpp"
#include "course/figure_reader.hpp"

namespace nahraum::app {
namespace {

std::string word_of(Study study) {
  return course::study_words().at(static_cast<std::size_t>(study));
}

std::optional<Study> study_of(const std::string& word) {
  const auto& words = course::study_words();
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Study>(at - words.begin());
}

bool has_scenario(const State& state, const std::string& name) {
  return name.empty() ||
         (state.project && model::find_scenario(state.project->scenarios, name) != nullptr);
}

void add_question(std::vector<Action>& actions, const State& state, const course::Asking& ask) {
  const auto& q = state.question;
  if (!ask.service.empty() && ask.service != q.type) actions.emplace_back(ChooseType{ask.service});
  if (!ask.profile.empty() && ask.profile != q.profile)
    actions.emplace_back(ChooseProfile{ask.profile});
  if (ask.limit && !(*ask.limit == q.limit)) actions.emplace_back(ChooseLimit{*ask.limit});
  if (ask.scenario && *ask.scenario != "*" && *ask.scenario != q.scenario &&
      has_scenario(state, *ask.scenario))
    actions.emplace_back(ChooseScenario{*ask.scenario});
}

void add_layers(std::vector<Action>& actions, const State& state, const course::Stage& stage) {
  for (int i = 0; i < map_layer_count; ++i) {
    const auto layer = static_cast<MapLayer>(i);
    const auto named = [&](const std::vector<std::string>& layers) {
      return std::find(layers.begin(), layers.end(), key_of(layer)) != layers.end();
    };
    if (named(stage.hide) && state.layers(layer)) actions.emplace_back(ShowLayer{layer, false});
    if (named(stage.show) && !state.layers(layer)) actions.emplace_back(ShowLayer{layer, true});
  }
}

}  // namespace

const model::ExerciseProgress* open_progress(const State& state) {
  if (!state.project || state.exercise.open == 0) return nullptr;
  for (const auto& each : state.project->exercises) {
    if (each.id == state.exercise.open) return &each;
  }
  return nullptr;
}

const course::Exercise* open_exercise(const State& state) {
  const auto* progress = open_progress(state);
  if (!progress || !state.exercise.all) return nullptr;
  for (const auto& each : *state.exercise.all) {
    if (each.id == progress->exercise) return &each;
  }
  return nullptr;
}

const course::Step* open_step(const State& state) {
  const auto* exercise = open_exercise(state);
  const auto* progress = open_progress(state);
  return exercise && progress->finished.empty() ? exercise->step(progress->step) : nullptr;
}

const model::ExerciseAnswer* open_answer(const State& state) {
  const auto* step = open_step(state);
  if (!step) return nullptr;
  for (const auto& each : open_progress(state)->answers) {
    if (each.step == step->id) return &each;
  }
  return nullptr;
}

Tool answer_tool(const course::Step& step) {
  const auto* ask = step.task ? std::get_if<course::AskMarks>(&*step.task) : nullptr;
  if (!ask) return Tool::select;
  using Kind = course::AskMarks::Kind;
  return ask->kind == Kind::pins   ? Tool::answer_pin
         : ask->kind == Kind::line ? Tool::answer_line
                                   : Tool::answer_area;
}

std::optional<ExerciseKey> exercise_key(const State& state, int min_count) {
  const auto* progress = open_progress(state);
  if (!open_exercise(state)) return std::nullopt;
  return ExerciseKey{progress->id,
                     progress->step,
                     !progress->finished.empty(),
                     state.exercise.solution,
                     state.project,
                     asked_now(state),
                     base::language(),
                     min_count};
}

const ToldStep* told_step(const State& state) {
  const auto* step = open_step(state);
  const auto* told = state.exercise.told.get();
  if (!step || !told || told->of.progress != state.exercise.open) return nullptr;
  for (const auto& each : told->steps) {
    if (each.step == step->id && told->of.language == base::language()) return &each;
  }
  return nullptr;
}

AskedNow asked_now(const State& state) {
  AskedNow now;
  now.question = state.question;
  now.module = state.module;
  now.indicator = state.indicator;
  if (const auto* shown = study_in_sight(state)) now.study = word_of(shown->of.study);
  return now;
}

std::vector<Action> stage_actions(const State& state, const course::Stage& stage) {
  std::vector<Action> actions;
  const auto& ask = stage.ask;
  if (ask.module > 0 && ask.module != state.module) actions.emplace_back(ChooseModule{ask.module});
  add_question(actions, state, ask);
  if (!ask.indicator.empty() && ask.indicator != state.indicator)
    actions.emplace_back(ChooseIndicator{ask.indicator});
  if (const auto study = study_of(ask.study); study && study != state.study)
    actions.emplace_back(AskStudy{*study, ""});
  add_layers(actions, state, stage);
  return actions;
}

}  // namespace nahraum::app
