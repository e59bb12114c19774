#include "app/exercise_run.hpp"

#include <algorithm>

#include "analysis/corrections.hpp"
#include "analysis/scenario_project.hpp"
#include "app/exercise_places.hpp"
#include "base/translate.hpp"
#include "io/project_words.hpp"
#include "io/scenario_yaml.hpp"
#include "model/edit.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Marks = std::vector<std::vector<geo::Point>>;

class Player {
 public:
  Player(const course::Exercise& exercise, const course::AnswerScript& script,
         const ExerciseGround& ground, std::filesystem::path folder, jobs::Context& context)
      : exercise_(exercise),
        script_(script),
        ground_(ground),
        folder_(std::move(folder)),
        context_(context) {
    run_.project = *ground.project;
    now_.question = first_question(run_.project, *ground.catalogue);
    run_.missing = missing_data(exercise, run_.project, *ground.catalogue);
  }

  base::Result<ExerciseRun> play() {
    run_.progress.exercise = exercise_.id;
    run_.progress.step = exercise_.steps.front().id;
    for (const auto& step : exercise_.steps) {
      if (const auto done = play(step); !done) return tl::unexpected(done.error());
    }
    run_.finished = std::all_of(run_.steps.begin(), run_.steps.end(), [](const RunStep& each) {
      return each.result.verdict != Verdict::open && each.as_expected;
    });
    return std::move(run_);
  }

 private:
  ExerciseFigures figures() {
    if (!snapshot_) snapshot_ = std::make_shared<const model::Project>(corrected());
    auto ground = ground_;
    ground.project = snapshot_;
    return {exercise_, std::move(ground), run_.progress.answers, context_};
  }

  model::Project corrected() const {
    return run_.project.corrections.empty() ? run_.project
                                            : analysis::with_corrections(run_.project);
  }

  void set_stage(const course::Asking& ask) {
    auto& q = now_.question;
    if (!ask.service.empty()) q.type = ask.service;
    if (!ask.profile.empty()) q.profile = ask.profile;
    if (ask.limit) q.limit = *ask.limit;
    if (ask.scenario && *ask.scenario != "*") q.scenario = *ask.scenario;
    if (ask.scenario == "*" && !run_.project.scenarios.empty())
      q.scenario = run_.project.scenarios.front().name;
    if (ask.module > 0) now_.module = ask.module;
    if (!ask.study.empty()) now_.study = ask.study;
    if (!ask.indicator.empty()) now_.indicator = ask.indicator;
  }

  base::Result<Marks> marks_of(const course::Places& places, bool apart) {
    auto known = figures();
    const auto found = places_of(places, known);
    if (!found) return tl::unexpected(found.error());
    const auto& points = *found;
    if (!apart) return Marks{points};
    Marks marks;
    for (const auto& p : points)
      marks.push_back({p});
    return marks;
  }

  struct Doer {
    Player& player;
    base::Result<void> operator()(const course::AskIt& deed) const {
      player.set_stage(deed.ask);
      return {};
    }
    base::Result<void> operator()(const course::MakeNote& deed) const {
      const auto kind = io::note_words.from(deed.kind);
      if (!kind)
        return base::fail(base::ErrorCode::bad_input, tr("no such kind of note"), deed.kind);
      const bool apart = *kind == model::NoteKind::point || *kind == model::NoteKind::number ||
                         *kind == model::NoteKind::text;
      const auto marks = player.marks_of(deed.at, apart);
      if (!marks) return tl::unexpected(marks.error());
      for (const auto& points : *marks)
        player.edit(model::AddNote{{0, *kind, points, deed.text}});
      return {};
    }
    base::Result<void> operator()(const course::OpenIt& deed) const {
      const auto marks = player.marks_of(deed.at, true);
      if (!marks) return tl::unexpected(marks.error());
      for (const auto& points : *marks) {
        model::Service service;
        service.type = deed.type;
        service.at = points.front();
        service.origin = "user";
        player.edit(model::AddService{service});
      }
      return {};
    }
    base::Result<void> operator()(const course::SetBench& deed) const {
      const auto marks = player.marks_of(deed.at, true);
      if (!marks) return tl::unexpected(marks.error());
      for (const auto& points : *marks)
        player.edit(model::AddCorrection{{0, model::AddBench{points.front()}, "", ""}});
      return {};
    }
    base::Result<void> operator()(const course::AddRows& deed) const {
      auto known = player.figures();
      auto edit = edit_of(deed, known);
      if (!edit) return tl::unexpected(edit.error());
      if (!edit->changes.empty()) player.edit(*edit);
      return {};
    }
    base::Result<void> operator()(const course::TakeScenario& deed) const {
      return player.take_scenario(deed.file);
    }
    base::Result<void> operator()(const course::KeepView& deed) const {
      model::NamedView view;
      view.name = deed.name;
      view.centre = geo::bounds(player.run_.project.district).centre();
      view.type = player.now_.question.type;
      view.profile = player.now_.question.profile;
      view.limit = analysis::to_text(player.now_.question.limit);
      player.edit(model::AddView{view});
      return {};
    }
  };

  void edit(const model::Edit& edit) {
    history_.perform(run_.project, model::with_id(run_.project, edit));
    snapshot_ = nullptr;
  }

  base::Result<void> take_scenario(const std::string& file) {
    auto scenario = io::read_scenario(folder_ / file, *ground_.catalogue, run_.project.info.epsg);
    if (!scenario) return tl::unexpected(scenario.error());
    const auto fits = analysis::with_changes(corrected(), *scenario);
    if (!fits) return tl::unexpected(fits.error());
    snapshot_ = nullptr;
    auto& all = run_.project.scenarios;
    std::erase_if(all, [&](const auto& each) { return each.name == scenario->name; });
    all.push_back(std::move(*scenario));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return {};
  }

  base::Result<void> answer(const course::Step& step, const course::ScriptedStep& scripted) {
    model::ExerciseAnswer given{step.id, scripted.value.value_or(""), {}, false};
    if (step.task && std::holds_alternative<course::AskNumber>(*step.task))
      given.value = kept_number(given.value).value_or(given.value);
    if (scripted.solution) {
      auto known = figures();
      given.value = right_answer(step, known, now_).value_or("");
    }
    if (scripted.marks) {
      const auto* ask = step.task ? std::get_if<course::AskMarks>(&*step.task) : nullptr;
      const bool apart = ask && ask->kind == course::AskMarks::Kind::pins;
      auto marks = marks_of(*scripted.marks, apart);
      if (!marks) return tl::unexpected(marks.error());
      given.marks = std::move(*marks);
    }
    if (!given.value.empty() || !given.marks.empty()) run_.progress.answers.push_back(given);
    return {};
  }

  base::Result<void> play(const course::Step& step) {
    if (step.stage) set_stage(step.stage->ask);
    const auto scripted = script_.steps.find(step.id);
    RunStep played{&step, {}, {}, {}, true};
    if (scripted != script_.steps.end()) {
      for (const auto& deed : scripted->second.deeds) {
        if (const auto done = std::visit(Doer{*this}, deed); !done) return done;
      }
      if (const auto done = answer(step, scripted->second); !done) return done;
    }
    auto known = figures();
    played.result = judge(step, known, now_);
    played.text = known.filled(step.text);
    played.solution = known.filled(step.solution);
    if (scripted != script_.steps.end() && !scripted->second.expect.empty()) {
      const auto wanted = scripted->second.expect == "right" ? Verdict::right : Verdict::wrong;
      played.as_expected = played.result.verdict == wanted;
    }
    run_.progress.step = step.id;
    run_.steps.push_back(std::move(played));
    return {};
  }

  const course::Exercise& exercise_;
  const course::AnswerScript& script_;
  const ExerciseGround& ground_;
  std::filesystem::path folder_;
  jobs::Context& context_;
  model::History history_;
  ExerciseRun run_;
  model::Snapshot snapshot_;  ///< corrected run_.project; null: changed since
  AskedNow now_;
};

}  // namespace

base::Result<ExerciseRun> run_exercise(const course::Exercise& exercise,
                                       const course::AnswerScript& script,
                                       const ExerciseGround& ground,
                                       const std::filesystem::path& folder,
                                       jobs::Context& context) {
  return Player(exercise, script, ground, folder, context).play();
}

}  // namespace nahraum::app
