/// The session's questions: each in a job, the stale answers dropped.

#include <algorithm>

#include "analysis/rest_network.hpp"
#include "analysis/restate_areas.hpp"
#include "analysis/seats.hpp"
#include "app/graded_sheet.hpp"
#include "app/scenario_answer.hpp"
#include "app/session.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

/// A scenario that does not fit the project any more is left again.
void Session::no_answer(std::uint64_t number, const base::Error& error) {
  say(error);
  if (number != question_number_) return;
  state_.answering = false;
  if (state_.question.scenario.empty()) return;
  state_.question.scenario.clear();
  state_.answering = true;
  run(ComputeAnswer{});
}

void Session::run_effect(const ComputeAnswer&) {
  queue_.cancel(answer_job_);
  drop_study();
  const auto number = ++question_number_;
  answer_job_ = queue_.submit(
      tr("Computing who reaches what"),
      [this, number, catalogue = catalogue_, project = ground_project(state_),
       question = with_way(state_.question, *catalogue_), prepared = prepared_,
       revision = state_.history.revision()](jobs::Context& context) -> jobs::Queue::OnMainThread {
        context.update(0.1, tr("Preparing the walking network"));
        const auto district =
            prepared->district(project, *catalogue, question.scenario, question.profile, context);
        if (!district)
          return [this, number, error = district.error()] { no_answer(number, error); };
        context.update(0.6, tr("Searching the nearest services"));
        auto result = std::make_shared<Answer>(answer(*district, question, context));
        if (!question.scenario.empty()) {
          const auto base = prepared->district(project, *catalogue, "", question.profile, context);
          if (!base) return [this, number, error = base.error()] { no_answer(number, error); };
          keep_back_small_shifts(**base, *result, catalogue->people.min_count, context);
        }
        result->revision = revision;
        return [this, number, result] {
          if (number != question_number_) return;
          state_.answer = result;
          state_.answering = false;
          run(ComputeGrades{});
          const bool explained = state_.selection.kind == Selection::Kind::home ||
                                 state_.selection.kind == Selection::Kind::service;
          if (explained) run(ComputeInspection{});
          if (state_.selection.kind == Selection::Kind::home) run(ComputeHomeMinutes{});
        };
      });
}

void Session::run_effect(const ComputeOther&) {
  queue_.cancel(other_job_);
  const auto number = ++other_number_;
  other_job_ = queue_.submit(
      tr("Computing what is compared with"),
      [this, number, catalogue = catalogue_, project = state_.project,
       question = with_way(other_question(state_.question, *state_.comparison), *catalogue_),
       prepared = prepared_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        const auto district =
            prepared->district(project, *catalogue, question.scenario, question.profile, context);
        if (!district) {
          return [this, number, error = district.error()] {
            if (number == other_number_) say(error), state_.comparison.reset();
          };
        }
        auto result = std::make_shared<Answer>(answer(*district, question, context));
        if (!question.scenario.empty()) {
          const auto base = prepared->district(project, *catalogue, "", question.profile, context);
          if (base) keep_back_small_shifts(**base, *result, catalogue->people.min_count, context);
        }
        return [this, number, result] {
          if (number == other_number_ && state_.comparison) state_.other_answer = result;
        };
      });
}

namespace {

double stretch_without_seat(const analysis::District& district, const analysis::Route& route,
                            const model::RestRules& rules) {
  const analysis::RestNetwork rests(district, analysis::seats_of(*district.project, rules), rules);
  return analysis::longest_stretch(rests, route);
}

Inspection inspect(const State& state, const Answer& answer, const model::Catalogue& catalogue) {
  Inspection inspection;
  inspection.of = state.selection;
  jobs::Context context;
  const auto& project = *answer.district->project;
  if (state.selection.kind == Selection::Kind::service) {
    inspection.bands =
        bands_of_service(*answer.district, answer.question, state.selection.id, context);
    return inspection;
  }
  for (const auto& home : project.homes) {
    if (home.id != state.selection.id) continue;
    auto route = analysis::route_to_nearest(*answer.district, home.at, home.entrances,
                                            answer.question.type, context);
    if (route) {
      inspection.longest_stretch_m =
          stretch_without_seat(*answer.district, *route, catalogue.rests);
      inspection.pieces = analysis::pieces_of(*route, answer.district->network.profile);
      inspection.route = std::move(*route);
    } else {
      inspection.no_route = base::one_line(route.error());
    }
  }
  return inspection;
}

}  // namespace

void Session::run_effect(const ComputeInspection&) {
  if (state_.answer) state_.inspection = inspect(state_, *state_.answer, *catalogue_);
}

void Session::run_effect(const ComputeHomeMinutes&) {
  if (!state_.answer || state_.selection.kind != Selection::Kind::home) return;
  queue_.submit(tr("Looking what the home reaches"),
                [this, of = state_.selection, catalogue = catalogue_,
                 answer = state_.answer](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto& homes = answer->district->project->homes;
                  const auto home = std::find_if(homes.begin(), homes.end(),
                                                 [&](const auto& h) { return h.id == of.id; });
                  if (home == homes.end()) return [] {};
                  auto minutes = std::make_shared<const HomeMinutes>(
                      home_minutes(*answer->district, *catalogue,
                                   static_cast<std::size_t>(home - homes.begin()), context));
                  return [this, of, answer, minutes] {
                    const bool asked = state_.selection == of && state_.answer == answer;
                    if (asked) state_.home_minutes = minutes;
                  };
                });
}

void Session::run_effect(const ComputePreview& effect) {
  if (!state_.answer) return;
  jobs::Context context;
  state_.preview = std::make_shared<const Preview>(preview(
      *state_.answer->district, state_.answer->question, effect.service, effect.at, context));
}

void Session::run_effect(const ComputeRest& effect) {
  if (!state_.answer) return;
  const auto number = ++rest_number_;
  if (effect.service == tried_service) {  // all the others stay: their catchment is the answer's
    state_.rest = std::make_shared<const Rest>(Rest{tried_service, state_.answer->bands});
    return;
  }
  queue_.submit(tr("Drawing the other catchments"),
                [this, number, service = effect.service,
                 answer = state_.answer](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto rest = std::make_shared<const Rest>(
                      rest_without(*answer->district, answer->question, service, context));
                  return [this, number, rest] {
                    const bool still_dragged =
                        state_.preview && state_.preview->service == rest->service;
                    if (number == rest_number_ && still_dragged) state_.rest = rest;
                  };
                });
}

void Session::run_effect(const ComputeGrades&) {
  const bool wanted = state_.study == Study::standards && state_.answer;
  state_.graded =
      wanted ? grade(state_.answer, state_.grading, *catalogue_, state_.graded.get()) : nullptr;
}

/// A newer question goes first: what is under way answers an older one.
void Session::drop_study() {
  queue_.cancel(study_job_);
  ++study_number_;
  state_.studying.reset();
}

void Session::run_effect(const ComputeStudy& effect) {
  drop_study();
  state_.studying = effect.study;
  const auto asked = study_question(state_, effect.study, effect.unit);
  const auto scenario = effect.study == Study::scenario ? "" : asked.question.scenario;
  study_job_ = queue_.submit(
      job_title_of(effect.study),
      [this, asked, scenario, catalogue = catalogue_, number = study_number_,
       ground = state_.ground, project = ground_project(state_),
       prepared = prepared_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        const auto workspace = prepared->workspace(project, *catalogue, scenario, context);
        if (!workspace) {
          return [this, number, error = workspace.error()] {
            if (number == study_number_) say(error), drop_study();
          };
        }
        auto result = std::make_shared<StudyResult>(study(asked, *workspace, context));
        result->ground = ground;
        return [this, number, result] {
          if (number != study_number_) return;
          state_.studies[static_cast<std::size_t>(result->of.study)] = result;
          state_.studying.reset();
        };
      });
}

void Session::run_effect(const ComputeArea& effect) {
  queue_.submit(tr("Distributing residents"),
                [this, effect, catalogue = catalogue_,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto edit = std::make_shared<model::RestateAreas>(analysis::restate_area(
                      *project, effect.index, effect.area, catalogue->people, context));
                  return [this, edit, project] {
                    // Homes that came or went in between would have others' figures.
                    const bool same = state_.project && state_.project->homes == project->homes &&
                                      state_.project->population == project->population;
                    if (same) return dispatch(PerformEdit{*edit});
                    say(Message::Severity::warning,
                        tr("The area was changed meanwhile: state its figures again."));
                  };
                });
}

}  // namespace nahraum::app
