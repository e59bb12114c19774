#include <algorithm>
#include <cmath>

#include "app/state.hpp"

namespace nahraum::app {
namespace {

using Effects = std::vector<Effect>;

/// Copy on write: analyses may still read the old snapshot.
template <class Change>
void change_project(State& state, const Change& change) {
  auto copy = std::make_shared<model::Project>(*state.project);
  if (!change(*copy)) return;
  state.project = std::move(copy);
  state.unsaved = true;
}

bool changes_network(const model::Edit& edit) {
  return std::holds_alternative<model::PlaceService>(edit);
}

struct Applier {
  State& state;

  void end_drag() const {
    state.preview = nullptr;
    state.rest = nullptr;
  }

  /// Only a service that answers the question can be tried elsewhere.
  bool may_drag(std::int32_t id) const {
    if (!state.project || state.read_only) return false;
    const auto& services = state.project->services;
    return std::any_of(services.begin(), services.end(), [&](const model::Service& service) {
      return service.id == id && service.type == state.question.type;
    });
  }

  Effects ask_again() const {
    end_drag();
    if (!state.project) return {};
    state.answering = true;
    return {ComputeAnswer{}};
  }

  Effects operator()(const OpenFile& a) const { return {LoadFile{a.path}}; }
  Effects operator()(const OpenDemo&) const { return {LoadDemo{}}; }
  Effects operator()(const SaveProject& a) const {
    if (!state.project) return {};
    return {StoreProject{a.path.empty() ? state.path : a.path}};
  }
  Effects operator()(const ExportSheet& a) const {
    if (!state.project) return {};
    return {StoreSheet{a.path, a.spec}};
  }
  Effects operator()(const ChooseType& a) const {
    if (state.question.type == a.type) return {};
    state.question.type = a.type;
    return ask_again();
  }
  Effects operator()(const ChooseProfile& a) const {
    if (state.question.profile == a.profile) return {};
    state.question.profile = a.profile;
    return ask_again();
  }
  Effects operator()(const ChooseLimit& a) const {
    if (state.question.limit == a.limit) return {};
    state.question.limit = a.limit;
    return ask_again();
  }
  Effects operator()(const ChooseModule& a) const {
    state.module = std::clamp(a.module, 1, 8);
    return {};
  }
  Effects operator()(const ChooseTool& a) const {
    state.tool = a.tool;
    return {};
  }
  Effects operator()(const ShowLayer& a) const {
    state.layers.on[static_cast<std::size_t>(a.layer)] = a.shown;
    return {};
  }
  Effects operator()(const ShowDetails& a) const {
    state.details = a.shown;
    return {};
  }
  Effects operator()(const ChooseLanguage& a) const {
    state.settings.language = a.language;
    return {StoreSettings{}};
  }
  Effects operator()(const ChooseTextScale& a) const {
    state.settings.text_scale = std::clamp(a.scale, 0.8, 2.5);
    return {StoreSettings{}};
  }
  Effects operator()(const Select& a) const {
    state.selection = a.selection;
    state.inspection.reset();
    const bool explained =
        a.selection.kind == Selection::Kind::home || a.selection.kind == Selection::Kind::service;
    if (!explained || !state.project) return {};
    return {ComputeInspection{}};
  }
  Effects operator()(const DragService& a) const {
    if (!may_drag(a.service)) return {};
    const bool begins = !state.preview || state.preview->service != a.service;
    Effects effects{ComputePreview{a.service, a.to}};
    if (begins) effects.push_back(ComputeRest{a.service});
    return effects;
  }
  Effects operator()(const DropService& a) const {
    if (!state.project || state.read_only) return {};
    return (*this)(PerformEdit{model::PlaceService{a.service, a.to, {}}});
  }
  Effects operator()(const CancelDrag&) const {
    end_drag();
    return {};
  }
  Effects operator()(const PerformEdit& a) const {
    if (!state.project || state.read_only) return {};
    change_project(state, [&](model::Project& project) {
      state.history.perform(project, a.edit);
      return true;
    });
    return changes_network(a.edit) ? ask_again() : Effects{};
  }
  Effects operator()(const Undo&) const { return step(&model::History::undo); }
  Effects operator()(const Redo&) const { return step(&model::History::redo); }
  Effects operator()(const CancelJob& a) const { return {StopJob{a.job}}; }
  Effects operator()(const DismissMessages&) const {
    state.messages.clear();
    return {};
  }

  Effects step(bool (model::History::*direction)(model::Project&)) const {
    if (!state.project) return {};
    const bool back = direction == &model::History::undo;
    const model::Edit* next = back ? state.history.next_undo() : state.history.next_redo();
    if (!next) return {};
    const bool network = changes_network(*next);
    change_project(state,
                   [&](model::Project& project) { return (state.history.*direction)(project); });
    if (state.selection.kind == Selection::Kind::note) state.selection = {};
    return network ? ask_again() : Effects{};
  }
};

}  // namespace

std::vector<Effect> apply(State& state, const Action& action) {
  return std::visit(Applier{state}, action);
}

}  // namespace nahraum::app
