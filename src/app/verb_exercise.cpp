#include "app/verb_exercise.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/exercise_report.hpp"
#include "app/exercise_store.hpp"
#include "app/workspace.hpp"
#include "base/days.hpp"
#include "base/paths.hpp"
#include "course/exercise_file.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;
using course::Exercise;
using nlohmann::json;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

void warn_of(const std::vector<course::Problem>& problems, const std::filesystem::path& file,
             Console& console) {
  for (const auto& problem : problems)
    console.warn(course::to_text(problem, file.string()));
}

base::Result<Exercise> with_problems(course::ReadExercise read, const std::filesystem::path& file,
                                     Console& console) {
  if (read.exercise) return std::move(*read.exercise);
  warn_of(read.problems, file, console);
  const auto count = read.problems.size();
  return base::fail(ErrorCode::bad_input,
                    said(base::tr_n("{0} problem", "{0} problems", count), count), file.string(),
                    tr("the lines above name them; assets/exercises/README.md tells what may stand "
                       "in an exercise"));
}

base::Result<Exercise> shipped(const std::string& id, const model::Catalogue& catalogue) {
  std::vector<std::string> names;
  for (auto& each : course::exercises_in(exercise_folder(), catalogue)) {
    if (!each.read.exercise) continue;
    if (each.read.exercise->id == id) return std::move(*each.read.exercise);
    names.push_back(each.read.exercise->id);
  }
  const auto near = base::nearest_name(id, names);
  return base::fail(ErrorCode::not_found, tr("there is no such exercise"), id,
                    near ? said(tr("did you mean “{0}”?"), *near)
                         : std::string(tr("nahraum exercise list shows all")));
}

/// A file where it is one by its name, else a shipped exercise.
base::Result<Exercise> chosen(const ExerciseOptions& options, const model::Catalogue& catalogue,
                              Console& console) {
  const std::filesystem::path file = options.exercise;
  if (file.extension() != ".yaml" && file.extension() != ".yml")
    return shipped(options.exercise, catalogue);
  return with_problems(course::read_exercise_file(file, catalogue), file, console);
}

base::Result<void> list(const ExerciseOptions& options, const model::Catalogue& catalogue,
                        Console& console) {
  std::vector<Exercise> all;
  for (auto& each : course::exercises_in(exercise_folder(), catalogue)) {
    if (each.read.exercise) all.push_back(std::move(*each.read.exercise));
    warn_of(each.read.problems, each.file, console);
  }
  console.result(options.json ? exercises_json(all).dump(2) : exercises_text(all));
  return {};
}

ExerciseGround ground_of(model::Snapshot project, const model::Catalogue& catalogue) {
  return {std::move(project), std::make_shared<const model::Catalogue>(catalogue),
          std::make_shared<Prepared>()};
}

base::Result<void> show(const ExerciseOptions& options, const model::Catalogue& catalogue,
                        Console& console) {
  const auto exercise = chosen(options, catalogue, console);
  if (!exercise) return tl::unexpected(exercise.error());
  if (options.project.empty()) {
    console.result(exercise_markdown(*exercise, nullptr, options.solutions));
    return {};
  }
  const auto workspace = open_workspace(options.project, console.context());
  if (!workspace) return tl::unexpected(workspace.error());
  ExerciseFigures figures(*exercise, ground_of(workspace->project, catalogue), {},
                          console.context());
  for (const auto& line : missing_data(*exercise, *workspace->project, catalogue))
    console.warn(line);
  console.result(exercise_markdown(*exercise, &figures, options.solutions));
  return {};
}

base::Result<void> check_files(const ExerciseOptions& options, const model::Catalogue& catalogue,
                               Console& console) {
  std::size_t problems = 0;
  for (const auto& file : options.files) {
    const auto read = course::read_exercise_file(file, catalogue);
    warn_of(read.problems, file, console);
    problems += read.problems.size();
    if (read.exercise)
      console.say(said(tr("{0}: sound; module {1}, {2} steps, {3} minutes"), file.string(),
                       read.exercise->module, read.exercise->steps.size(), read.exercise->minutes));
  }
  if (problems == 0) return {};
  return base::fail(ErrorCode::bad_input,
                    said(base::tr_n("{0} problem", "{0} problems", problems), problems));
}

base::Result<course::AnswerScript> script_of(const ExerciseOptions& options,
                                             const Exercise& exercise,
                                             const model::Catalogue& catalogue, Console& console) {
  const auto text = course::read_text_file(options.script);
  if (!text) return tl::unexpected(text.error());
  auto read = course::read_script(*text, exercise, catalogue);
  if (read.script) return std::move(*read.script);
  warn_of(read.problems, options.script, console);
  const auto count = read.problems.size();
  return base::fail(ErrorCode::bad_input,
                    said(base::tr_n("{0} problem", "{0} problems", count), count),
                    options.script.string());
}

base::Result<void> run(const ExerciseOptions& options, const model::Catalogue& catalogue,
                       Console& console) {
  const auto exercise = chosen(options, catalogue, console);
  if (!exercise) return tl::unexpected(exercise.error());
  const auto script = script_of(options, *exercise, catalogue, console);
  if (!script) return tl::unexpected(script.error());
  auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto ground =
      ground_of(std::make_shared<const model::Project>(std::move(*project)), catalogue);
  const auto done =
      run_exercise(*exercise, *script, ground, options.script.parent_path(), console.context());
  if (!done) return tl::unexpected(done.error());
  console.result(options.json ? run_json(*exercise, *done).dump(2) : run_text(*exercise, *done));
  if (options.keep) {
    auto kept =
        io::write_project(project_after(*done, base::today()), options.project, console.context());
    if (!kept) return kept;
  }
  if (done->finished) return {};
  return base::fail(ErrorCode::bad_input, tr("the exercise did not come to its end"), exercise->id,
                    tr("the lines above say which steps are open or otherwise than expected"));
}

void add_list(CLI::App& verb, const std::shared_ptr<ExerciseOptions>& o) {
  auto* list = verb.add_subcommand("list", tr("the exercises by module, with their minutes"));
  list->add_flag("--json", o->json, tr("as JSON"));
  list->callback([o] { o->action = "list"; });
}

void add_show(CLI::App& verb, const std::shared_ptr<ExerciseOptions>& o) {
  auto* show = verb.add_subcommand("show", tr("an exercise as Markdown, for reading and printing"));
  show->add_option(tr("EXERCISE"), o->exercise, tr("its id, or a file NAME.yaml"))->required();
  show->add_option("--project", o->project, tr("with the figures of that project"));
  show->add_flag("--solutions", o->solutions, tr("with the solutions"));
  show->callback([o] { o->action = "show"; });
}

void add_check(CLI::App& verb, const std::shared_ptr<ExerciseOptions>& o) {
  auto* check =
      verb.add_subcommand("check", tr("what is wrong with a file that you wrote, line by line"));
  check->add_option(tr("FILE"), o->files, tr("exercise files"))->required();
  check->callback([o] { o->action = "check"; });
}

void add_run(CLI::App& verb, const std::shared_ptr<ExerciseOptions>& o) {
  auto* run = verb.add_subcommand("run", tr("an exercise on a project, by a file of answers"));
  run->add_option(tr("EXERCISE"), o->exercise, tr("its id, or a file NAME.yaml"))->required();
  run->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  run->add_option("--script", o->script, tr("the answers, step by step"))->required();
  run->add_flag("--keep", o->keep, tr("what is answered and made stays in the project"));
  run->add_flag("--json", o->json, tr("as JSON"));
  run->callback([o] { o->action = "run"; });
}

}  // namespace

std::filesystem::path exercise_folder() {
  return base::share_dir() / "exercises";
}

base::Result<void> run_exercise_verb(const ExerciseOptions& options, Console& console) {
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  if (options.action == "show") return show(options, *catalogue, console);
  if (options.action == "check") return check_files(options, *catalogue, console);
  if (options.action == "run") return run(options, *catalogue, console);
  return list(options, *catalogue, console);
}

void add_exercise(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "exercise", tr("the course's exercises: list, show, check, run"),
               run_exercise_verb);
  verb->require_subcommand(1);
  add_list(*verb, o);
  add_show(*verb, o);
  add_check(*verb, o);
  add_run(*verb, o);
}

}  // namespace nahraum::app
