/// The shipped exercises, each read, each walked to its last step on the demo district and on a
/// real one; figures beside what the analyses say by themselves.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

#include "app/exercise_report.hpp"
#include "app/exercise_store.hpp"
#include "app/new_project.hpp"
#include "app/verb_exercise.hpp"
#include "base/translate.hpp"
#include "course/exercise_file.hpp"
#include "io/osm_import.hpp"
#include "io/project_gpkg.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
namespace fs = std::filesystem;
using app::Verdict;

namespace {

const fs::path folder = NAHRAUM_SOURCE_DIR "/assets/exercises";
const fs::path scripts = NAHRAUM_SOURCE_DIR "/tests/app/exercises";

const model::Catalogue& catalogue() {
  static const auto shipped = app::shipped_catalogue().value();
  return shipped;
}

app::ExerciseGround ground_of(model::Project project) {
  return {std::make_shared<const model::Project>(std::move(project)),
          std::make_shared<const model::Catalogue>(catalogue()), std::make_shared<app::Prepared>()};
}

/// Made once: importing takes a second.
const app::ExerciseGround& lindenhof() {
  static jobs::Context context;
  static const auto ground =
      ground_of(app::make_project(app::demo_district(), catalogue(), context).value());
  return ground;
}

const std::vector<course::ExerciseFile>& shipped() {
  static const auto all = course::exercises_in(folder, catalogue());
  return all;
}

const course::Exercise& exercise(const std::string& id) {
  for (const auto& each : shipped()) {
    if (each.read.exercise && each.read.exercise->id == id) return *each.read.exercise;
  }
  FAIL("no exercise " << id);
  std::abort();
}

course::AnswerScript script_of(const course::Exercise& exercise) {
  const auto text = course::read_text_file(scripts / (exercise.id + ".yaml"));
  REQUIRE(text);
  auto read = course::read_script(*text, exercise, catalogue());
  for (const auto& problem : read.problems)
    FAIL_CHECK(course::to_text(problem, exercise.id));
  REQUIRE(read.script);
  return std::move(*read.script);
}

app::ExerciseRun walk(const course::Exercise& exercise, const app::ExerciseGround& ground) {
  jobs::Context context;
  auto run = app::run_exercise(exercise, script_of(exercise), ground, scripts, context);
  if (!run) FAIL(exercise.id << ": " << base::one_line(run.error()));
  return std::move(*run);
}

const app::RunStep& step(const app::ExerciseRun& run, const std::string& id) {
  const auto at = std::find_if(run.steps.begin(), run.steps.end(),
                               [&](const app::RunStep& each) { return each.step->id == id; });
  REQUIRE(at != run.steps.end());
  return *at;
}

/// The answer that the window gives to the same question.
analysis::Coverage coverage_of(const std::string& type, const std::string& profile) {
  jobs::Context context;
  const auto& ground = lindenhof();
  const auto district =
      ground.prepared->district(ground.project, catalogue(), "", profile, context).value();
  const auto question =
      app::with_way({type, profile, {analysis::Limit::Kind::seconds, 600}, {}, ""}, catalogue());
  return app::answer(district, question, context).coverage;
}

double number_of(app::ExerciseFigures& figures, const std::string& name) {
  const auto value = figures.value(name);
  REQUIRE(value);
  REQUIRE(value->number);
  return *value->number;
}

}  // namespace

TEST_CASE("every shipped exercise is sound, in both languages, and has its answers") {
  REQUIRE(shipped().size() >= 17);
  std::map<int, int> per_module;
  for (const auto& each : shipped()) {
    for (const auto& problem : each.read.problems)
      FAIL_CHECK(course::to_text(problem, each.file.filename().string()));
    REQUIRE(each.read.exercise);
    const auto& found = *each.read.exercise;
    ++per_module[found.module];
    const bool half_a_day = found.id == "map-to-money";
    CHECK(found.minutes >= (half_a_day ? 180 : 30));
    CHECK(found.minutes <= (half_a_day ? 240 : 60));
    CHECK(found.steps.size() >= (half_a_day ? 12 : 6));
    CHECK(fs::exists(scripts / (found.id + ".yaml")));
    // Figures are computed: whoever writes one into a text freezes one district's truth.
    for (const auto& part : found.steps) {
      const auto told = course::with_values(part.solution.de, [](const auto&) { return ""; });
      INFO(told);
      CHECK_FALSE(std::regex_search(told, std::regex("[0-9]{3}|[1-579][0-9]|[0-9],[0-9]")));
    }
  }
  for (int module = 1; module <= 8; ++module) {
    INFO(module);
    CHECK(per_module[module] >= 2);
  }
}

TEST_CASE("every shipped exercise is walked to its last step on the demo district") {
  for (const auto language : {base::Language::german, base::Language::english}) {
    base::set_language(language);
    for (const auto& each : shipped()) {
      const auto run = walk(*each.read.exercise, lindenhof());
      INFO(app::run_text(*each.read.exercise, run));
      CHECK(run.missing.empty());
      CHECK(run.steps.size() == each.read.exercise->steps.size());
      CHECK(run.finished);
      for (const auto& part : run.steps)
        CHECK((part.text + part.solution).find('{') == std::string::npos);
      // Whatever is told has its figures: nothing is unknown on the demo district.
      jobs::Context context;
      auto ground = lindenhof();
      ground.project = std::make_shared<const model::Project>(run.project);
      app::ExerciseFigures figures(*each.read.exercise, ground, run.progress.answers, context);
      for (const auto& figure : each.read.exercise->figures) {
        INFO(figure.name);
        CHECK(figures.value(figure.name));
        CHECK(figures.text(figure.name) != "–");
      }
    }
  }
  base::set_language(base::Language::english);
}

TEST_CASE("a real district without residents by age names what is missing and goes on") {
  const fs::path file =
      NAHRAUM_SOURCE_DIR "/../shared/data/aachen/aachen_frankenberg_1x1km.osm.pbf";
  if (!fs::exists(file)) {
    WARN("skipped: no ../shared/data/aachen");
    return;
  }
  jobs::Context context;
  auto project = io::import_osm(file, io::WholeFile{}, {}, catalogue(), context);
  REQUIRE(project);
  const auto ground = ground_of(std::move(*project));
  for (const auto& each : shipped()) {
    const auto run = walk(*each.read.exercise, ground);
    INFO(app::run_text(*each.read.exercise, run));
    // Tables of actors, tasks and costs need nobody counted.
    const auto& needs = each.read.exercise->needs;
    const bool counts = std::any_of(needs.begin(), needs.end(), [](const course::Need& need) {
      return need.what == course::Need::What::population;
    });
    CHECK(run.missing.empty() != counts);
    CHECK(run.steps.size() == each.read.exercise->steps.size());
  }
}

TEST_CASE("an exercise's figures are those of the analyses") {
  base::set_language(base::Language::english);
  jobs::Context context;
  app::ExerciseFigures figures(exercise("find-the-gap"), lindenhof(), {}, context);
  const auto rollator = coverage_of("G04", "rollator");
  const auto adult = coverage_of("G04", "adult");
  CHECK(number_of(figures, "gap") == rollator.all.gap);
  CHECK(number_of(figures, "gap_80") == rollator.age_80.gap);
  CHECK(number_of(figures, "gap_adult") == adult.all.gap);
  CHECK(number_of(figures, "because_of_pace") == rollator.all.gap - adult.all.gap);
  CHECK(number_of(figures, "gap_share") ==
        Approx(100.0 * double(rollator.all.gap) / double(rollator.all.gap + rollator.all.covered)));
  CHECK(figures.text("barrier").find("Bahnhofsunterführung") != std::string::npos);
  CHECK(number_of(figures, "barrier_persons") == 129);  // README.md
  CHECK(figures.filled({"{gap}", "{gap} people"}) ==
        base::format_number(double(rollator.all.gap), 0, base::Language::english) + " people");
  CHECK_FALSE(figures.value("no such figure"));
}

TEST_CASE("the planted hot spot of the old is found, with the nursing home in it") {
  base::set_language(base::Language::english);
  jobs::Context context;
  app::ExerciseFigures figures(exercise("neighbourhood-profile"), lindenhof(), {}, context);
  const auto& cells = lindenhof().project->population;
  const auto block =
      std::find_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.id == "0603"; });
  REQUIRE(block != cells.end());
  CHECK(figures.text("hot_area") == block->statistics.name);
  CHECK(number_of(figures, "hot_share") == Approx(34).margin(1));  // truths.yaml: share_80 0.34
  CHECK(number_of(figures, "share_80") == Approx(8.3).margin(0.1));
  CHECK(number_of(figures, "aged_80") == 588);
  CHECK(number_of(figures, "nursing_homes") >= 1);
  CHECK(number_of(figures, "homes_there") == 1);
}

TEST_CASE("two benches where the analysis wants them help as many as it says") {
  base::set_language(base::Language::english);
  const auto run = walk(exercise("missing-bench"), lindenhof());
  // `nahraum rests --profile age_85 --limit 15min --max-gap 150 --suggest 2`: 25 and 17 of 126.
  CHECK(step(run, "read").result.answer == "126 people aged 80 and over");
  CHECK(step(run, "set").solution.find("84 people") != std::string::npos);
  CHECK(run.project.corrections.size() == 2);
}

TEST_CASE("the planted single provider and the overloaded day care are found") {
  base::set_language(base::Language::english);
  jobs::Context context;
  app::ExerciseFigures figures(exercise("one-provider"), lindenhof(), {}, context);
  CHECK(number_of(figures, "offices") == 3);  // truths.yaml
  CHECK(number_of(figures, "providers") == 1);
  CHECK(figures.text("names") == "Pflegedienst Auental GmbH");
  CHECK(number_of(figures, "places") == 12);
  CHECK(number_of(figures, "near_80") >= 220);
  CHECK(number_of(figures, "places_per_100") == Approx(100.0 * 12 / 588));
}

TEST_CASE("the worst closure costs what the answer says without that shop, and no other more") {
  base::set_language(base::Language::english);
  jobs::Context context;
  const auto& stress = exercise("stress-test");
  app::ExerciseFigures figures(stress, lindenhof(), {}, context);
  const double near = number_of(figures, "near"), lost = number_of(figures, "lost");
  std::size_t shops = 0;
  for (const auto& closed : lindenhof().project->services) {
    if (closed.type != "N01") continue;
    ++shops;
    auto project = *lindenhof().project;
    std::erase_if(project.services, [&](const auto& each) { return each.id == closed.id; });
    app::ExerciseFigures without(stress, ground_of(std::move(project)), {}, context);
    const double loss = near - number_of(without, "near");
    INFO(closed.name);
    CHECK(loss <= lost);
    if (closed.name == figures.text("lost_name")) CHECK(loss == lost);
  }
  CHECK(shops >= 2);
  CHECK(lost > 0);
}

TEST_CASE("an own site is as good as the window's preview says, and the best is not worse") {
  jobs::Context context;
  const auto& guess = exercise("guess-then-compute");
  const auto& home = lindenhof().project->homes[300];
  app::ExerciseFigures figures(guess, lindenhof(), {{"pin", "", {{home.at}}, false}}, context);
  const auto district =
      lindenhof()
          .prepared->district(lindenhof().project, catalogue(), "", "age_85", context)
          .value();
  const auto question =
      app::with_way({"N01", "age_85", {analysis::Limit::Kind::seconds, 600}, {}, ""}, catalogue());
  const auto tried = app::preview(*district, question, app::tried_service, home.at, context);
  const auto before = coverage_of("N01", "age_85");
  CHECK(number_of(figures, "own") == tried.coverage.age_80.covered - before.age_80.covered);
  CHECK(number_of(figures, "best") > 0);
  CHECK(number_of(figures, "own") <= number_of(figures, "best"));
}

TEST_CASE("an answer beside the truth is told so, with what was computed") {
  base::set_language(base::Language::english);
  const auto run = walk(exercise("find-the-gap"), lindenhof());
  const auto& guess = step(run, "guess");
  CHECK(guess.result.verdict == Verdict::wrong);
  CHECK(guess.result.why.find("Computed: ") == 0);
  CHECK(step(run, "read").result.verdict == Verdict::right);
  // The new pharmacy made the gap smaller than what was read before.
  CHECK(step(run, "measure").result.verdict == Verdict::done);
  CHECK(run.project.services.size() == lindenhof().project->services.size() + 1);
}

TEST_CASE("a step that waits stays open, and says for what, until the project is so") {
  base::set_language(base::Language::english);
  const auto& gap = exercise("find-the-gap");
  jobs::Context context;
  app::AskedNow now;
  now.question = {"G04", "adult", {analysis::Limit::Kind::seconds, 600}, {}, ""};
  app::ExerciseFigures figures(gap, lindenhof(), {{"read", "100000", {}, false}}, context);
  const auto* ask = gap.step("ask");
  REQUIRE(ask);
  CHECK(app::judge(*ask, figures, now).verdict == Verdict::open);
  CHECK(app::judge(*ask, figures, now).why.find("rollator") != std::string::npos);
  now.question.profile = "rollator";
  CHECK(app::judge(*ask, figures, now).verdict == Verdict::done);
  // Nobody can answer for the group: without an answer it is open, with a blank one, too.
  CHECK(app::judge(*gap.step("sentence"), figures, now).verdict == Verdict::open);
  app::ExerciseFigures few(gap, lindenhof(), {{"sentence", "zu wenig Wörter", {}, false}}, context);
  CHECK(app::judge(*gap.step("sentence"), few, now).verdict == Verdict::open);
}

TEST_CASE("counts too small to be told are kept back in texts, and their complements with them") {
  using Unit = app::FigureValue::Unit;
  const auto german = base::Language::german;
  CHECK(app::shown({Unit::persons, 1204, "", false}, 5, german) == "1.204");
  CHECK(app::shown({Unit::persons, 3, "", true}, 5, german) == "< 5");
  CHECK(app::shown({Unit::persons, 812, "", true}, 5, german) == "–");
  CHECK(app::shown({Unit::percent, 26.44, "", false}, 5, german) == "26,4 %");
  CHECK(app::shown({Unit::minutes, 12.2, "", false}, 5, german) == "12 min");
  CHECK(app::shown({Unit::persons, std::nullopt, "", false}, 5, german) == "–");
}

TEST_CASE("what was answered stays in the project's file") {
  io::test::Folder place;
  const auto file = place / "lindenhof.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(*lindenhof().project, file, context));
  app::ExerciseOptions options;
  options.action = "run";
  options.exercise = "neighbourhood-walk";
  options.project = file;
  options.script = scripts / "neighbourhood-walk.yaml";
  options.keep = true;
  app::Console console(true);
  REQUIRE(app::run_exercise_verb(options, console));
  const auto kept = io::read_project(file, context);
  REQUIRE(kept);
  REQUIRE(kept->exercises.size() == 1);
  CHECK(kept->exercises[0].exercise == "neighbourhood-walk");
  CHECK(kept->exercises[0].step == "agree");
  CHECK_FALSE(kept->exercises[0].finished.empty());
  CHECK(kept->notes.size() == 3);
  CHECK(kept->views.size() == 1);
  const auto& answers = kept->exercises[0].answers;
  const auto route = std::find_if(answers.begin(), answers.end(),
                                  [](const auto& each) { return each.step == "route"; });
  REQUIRE(route != answers.end());
  CHECK(route->marks[0].size() == 10);
}

TEST_CASE("the verb checks files, shows and lists, and names the nearest where there is none") {
  base::set_language(base::Language::english);
  app::Console console(true);
  app::ExerciseOptions options;
  options.action = "list";
  CHECK(app::run_exercise_verb(options, console));
  options.action = "show";
  options.exercise = "find-the-gap";
  CHECK(app::run_exercise_verb(options, console));
  options.exercise = "find-the-gab";
  const auto refused = app::run_exercise_verb(options, console);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::not_found);
  CHECK(refused.error().what_to_do.find("find-the-gap") != std::string::npos);
  io::test::Folder place;
  const auto file = place / "own.yaml";
  std::ofstream(file) << "id: own\nmodule: 12\n";
  options.action = "check";
  options.files = {file, folder / "2-find-the-gap.yaml"};
  const auto checked = app::run_exercise_verb(options, console);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().code == base::ErrorCode::bad_input);
  options.files = {folder / "2-find-the-gap.yaml"};
  CHECK(app::run_exercise_verb(options, console));
  options.files = {place / "nothing.yaml"};
  CHECK_FALSE(app::run_exercise_verb(options, console));
}

TEST_CASE("an exercise on paper has its blanks, and its solutions only where they are wanted") {
  base::set_language(base::Language::english);
  const auto& gap = exercise("find-the-gap");
  const auto paper = app::exercise_markdown(gap, nullptr, false);
  CHECK(paper.find("# Find the gap") == 0);
  CHECK(paper.find("In this district ____ people are aged 80") != std::string::npos);
  CHECK(paper.find("Solution") == std::string::npos);
  jobs::Context context;
  app::ExerciseFigures figures(gap, lindenhof(), {}, context);
  const auto solved = app::exercise_markdown(gap, &figures, true);
  CHECK(solved.find("In this district 588 people are aged 80") != std::string::npos);
  CHECK(solved.find("**Solution:**") != std::string::npos);
}
