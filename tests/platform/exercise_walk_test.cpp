// Every exercise from its first step to its last in the real window, on the demo district and on a
// real one. What is done follows from the exercise and its file of answers, as a script of the
// window; a new exercise is covered as soon as its file is there.

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "app/exercise_places.hpp"
#include "app/exercise_window.hpp"
#include "base/translate.hpp"
#include "course/answer_script.hpp"
#include "platform/script.hpp"
#include "tests/platform/screen.hpp"

using namespace nahraum;
namespace fs = std::filesystem;
using app::Verdict;
using platform::Window;

namespace {

const fs::path answers = NAHRAUM_SOURCE_DIR "/tests/app/exercises";
const fs::path aachen =
    NAHRAUM_SOURCE_DIR "/../shared/data/aachen/aachen_frankenberg_1x1km.osm.pbf";

/// Own settings, so that no test reads or writes the user's.
struct OwnFolder {
  OwnFolder() {
    path = fs::temp_directory_path() / ("nahraum-walk-" + std::to_string(getpid()));
    fs::create_directories(path);
    setenv("XDG_CONFIG_HOME", path.c_str(), 1);
    setenv("XDG_STATE_HOME", path.c_str(), 1);
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

std::string places_text(const std::vector<geo::Point>& points) {
  std::string text;
  for (const auto& p : points)
    text += fmt::format(" {:.2f} {:.2f}", p.x, p.y);
  return text;
}

/// The lines that do what a file of answers says.
class Scribe {
 public:
  Scribe(const app::State& state, app::ExerciseFigures& figures)
      : state_(state), figures_(figures) {}

  std::string deed(const course::Deed& deed) { return std::visit(*this, deed); }

  std::string operator()(const course::AskIt& it) const {
    std::string lines;
    const auto& ask = it.ask;
    if (ask.module > 0) lines += fmt::format("module {}\n", ask.module);
    const auto& now = state_.question;
    if (!ask.service.empty() || !ask.profile.empty() || ask.limit)
      lines +=
          choose(ask.service.empty() ? now.type : ask.service,
                 ask.profile.empty() ? now.profile : ask.profile, ask.limit.value_or(now.limit));
    if (!ask.study.empty() && ask.study != "need")
      lines += fmt::format("module 2\nstudy {}\n", ask.study);
    return lines;
  }
  std::string operator()(const course::MakeNote& it) {
    return on_map(it.at, it.kind) + "key Escape\n";
  }
  std::string operator()(const course::OpenIt& it) {
    return "module 2\n" + choose(it.type, state_.question.profile, state_.question.limit) +
           on_map(it.at, "service") + "key Escape\n" +
           choose(state_.question.type, state_.question.profile, state_.question.limit);
  }
  std::string operator()(const course::SetBench& it) {
    return on_map(it.at, "bench") + "key Escape\n";
  }
  /// Rows are typed into tables by other tests; here they are put in by the edit that a row is.
  std::string operator()(const course::AddRows&) const { return ""; }
  std::string operator()(const course::KeepView&) const { return "do Remember this view\n"; }
  std::string operator()(const course::TakeScenario& it) const {
    WARN("the window takes no scenario from a file: " << it.file);
    return "";
  }

  std::string answer(const course::Step& step, const course::ScriptedStep& scripted) {
    if (!step.task) return "";
    if (scripted.marks) {
      const auto points = app::places_of(*scripted.marks, figures_);
      const auto tool = app::answer_tool(step);
      const char* kind = tool == app::Tool::answer_pin    ? "pins"
                         : tool == app::Tool::answer_line ? "line"
                                                          : "area";
      return points && !points->empty() ? fmt::format("answer {}{}\n", kind, places_text(*points))
                                        : "";
    }
    auto value = scripted.value.value_or("");
    const bool number = std::holds_alternative<course::AskNumber>(*step.task);
    if (scripted.solution) {
      value = app::right_answer(step, figures_, app::asked_now(state_)).value_or("");
      if (number) value = app::shown_number(value);
    }
    if (value.empty()) return "";
    const char* kind = number                                                  ? "number"
                       : std::holds_alternative<course::AskChoice>(*step.task) ? "choice"
                                                                               : "text";
    return fmt::format("answer {} {}\n", kind, value);
  }

 private:
  static std::string choose(const std::string& type, const std::string& profile,
                            const analysis::Limit& limit) {
    return fmt::format("choose {} {} {}\n", type, profile,
                       limit.kind == analysis::Limit::Kind::metres
                           ? fmt::format("{}m", limit.value)
                           : fmt::format("{}min", limit.value / 60));
  }
  std::string on_map(const course::Places& at, const std::string& tool) {
    const auto points = app::places_of(at, figures_);
    std::string lines;
    for (const auto& p : points ? *points : std::vector<geo::Point>{})
      lines += fmt::format("tool {0}\nlook {1:.2f} {2:.2f} 2500\nplace {1:.2f} {2:.2f}\n", tool,
                           p.x, p.y);
    return lines;
  }

  const app::State& state_;
  app::ExerciseFigures& figures_;
};

struct Walked {
  Walked() {
    if (!screen.ready()) return;
    base::set_language(base::Language::german);
    auto opened = Window::open({1280, 800, 1.0});
    REQUIRE(opened);
    window = std::move(*opened);
  }
  ~Walked() { base::set_language(base::Language::english); }
  bool ready() const {
    if (!window) WARN("skipped: neither a display nor Xvfb");
    return window != nullptr;
  }
  const app::State& state() const { return window->session().state(); }

  void play(const std::string& lines) {
    const auto file = own.path / "walk.txt";
    std::ofstream(file) << lines;
    INFO(lines);
    const auto played = platform::play_script(*window, file);
    if (!played) FAIL_CHECK(base::one_line(played.error()));
    window->settle(120);
  }

  /// A picture of each step, where somebody wants to look at them.
  void keep_picture(const course::Exercise& exercise, const std::string& step) {
    const char* folder = std::getenv("NAHRAUM_WALK_PICTURES");
    if (!folder) return;
    const auto file = fs::path(folder) / (exercise.id + "-" + step + ".png");
    REQUIRE(window->save_picture(file));
  }

  course::AnswerScript script_of(const course::Exercise& exercise) const {
    const auto text = course::read_text_file(answers / (exercise.id + ".yaml"));
    if (!text) return {};
    return course::read_script(*text, exercise, window->session().catalogue())
        .script.value_or(course::AnswerScript{});
  }

  /// What a step points at is on the screen when the step begins.
  void check_light(const course::Step& step) const {
    if (step.point_at.empty()) return;
    INFO(step.id << " points at " << step.point_at);
    CHECK(window->shell().pointed_at());
  }

  void put_in(const course::AddRows& rows, app::ExerciseFigures& figures) {
    const auto edit = app::edit_of(rows, figures);
    REQUIRE(edit);
    if (!edit->changes.empty()) window->session().dispatch(app::PerformEdit{*edit});
    window->settle(120);
  }

  void do_step(const course::Exercise& exercise, const course::Step& step,
               const course::AnswerScript& script) {
    const auto at = script.steps.find(step.id);
    if (at == script.steps.end()) return;
    jobs::Context context;
    const auto& session = window->session();
    const auto figures = [&] {
      return app::ExerciseFigures(
          exercise, {app::ground_project(state()), session.shared_catalogue(), prepared},
          app::open_progress(state())->answers, context);
    };
    for (const auto& deed : at->second.deeds) {
      auto known = figures();
      if (const auto* rows = std::get_if<course::AddRows>(&deed)) {
        put_in(*rows, known);
      } else {
        play(Scribe(state(), known).deed(deed));
      }
    }
    auto known = figures();
    play(Scribe(state(), known).answer(step, at->second));
  }

  /// `exact`: every step is done, and as the file of answers expects.
  void walk(const course::Exercise& exercise, bool exact) {
    INFO(exercise.id);
    play("exercise begin " + exercise.id + "\n");
    const auto script = script_of(exercise);
    for (const auto& step : exercise.steps) {
      INFO(step.id);
      REQUIRE(app::open_step(state()));
      REQUIRE(app::open_step(state())->id == step.id);
      CHECK(window->shell().registry().middle("step title"));
      check_light(step);
      keep_picture(exercise, step.id);
      do_step(exercise, step, script);
      const auto* told = app::told_step(state());
      REQUIRE(told);
      CHECK(told->text.find('{') == std::string::npos);
      if (exact) CHECK(told->result.verdict != Verdict::open);
      const auto at = script.steps.find(step.id);
      const auto expected = at == script.steps.end() ? "" : at->second.expect;
      if (exact && expected == "right") CHECK(told->result.verdict == Verdict::right);
      if (exact && expected == "wrong") CHECK(told->result.verdict == Verdict::wrong);
      if (!step.hint.empty()) play("exercise hint\n");
      if (!step.solution.empty()) {
        play("exercise solution\n");
        CHECK(window->shell().registry().middle("solution text"));
        CHECK(app::open_answer(state())->revealed);
      }
      keep_picture(exercise, step.id + "-done");
      play("exercise next\n");
    }
    CHECK_FALSE(app::open_step(state()));
    CHECK_FALSE(app::open_progress(state())->finished.empty());
    CHECK(window->shell().registry().middle("exercise summary"));
    keep_picture(exercise, "summary");
    play("exercise leave\n");
  }

  void walk_all(const std::string& project, bool exact) {
    play("open " + project + "\n");
    REQUIRE(state().exercise.all);
    const auto all = state().exercise.all;
    REQUIRE(all->size() >= 17);
    for (const auto& exercise : *all) {
      walk(exercise, exact);
      undo_all();  // each begins with the project as it was: files of answers count rows from 1
    }
  }

  void undo_all() {
    while (state().history.next_undo())
      window->session().dispatch(app::Undo{});
    CHECK(state().project->exercises.empty());
    window->settle(60);
  }

  OwnFolder own;
  testing::Screen screen;
  std::unique_ptr<Window> window;
  std::shared_ptr<app::Prepared> prepared = std::make_shared<app::Prepared>();
};

}  // namespace

namespace {

/// Under the sanitizers a walk of many minutes would take several times as long, and the panels'
/// own tests go the same ways.
bool too_slow() {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  WARN("skipped: under the sanitizers");
  return true;
#endif
#endif
  return false;
}

}  // namespace

TEST_CASE_METHOD(Walked, "every exercise is walked in the window on the demo district") {
  if (too_slow()) return;
  if (ready()) walk_all("demo", true);
}

TEST_CASE_METHOD(Walked, "every exercise is walked in the window on a real district") {
  if (too_slow()) return;
  if (!fs::exists(aachen)) {
    WARN("skipped: no ../shared/data/aachen");
    return;
  }
  if (ready()) walk_all(fs::canonical(aachen).string(), false);
}
