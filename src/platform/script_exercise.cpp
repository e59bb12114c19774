#include "platform/script_exercise.hpp"

#include <algorithm>

#include "app/exercise_window.hpp"
#include "base/translate.hpp"
#include "course/figure_reader.hpp"

namespace nahraum::platform {
namespace {

using base::tr;

/// Its module is opened, and the list of that.
base::Result<void> begin(Window& window, const ScriptHand& hand, const std::string& id,
                         const char* verb) {
  const auto& all = window.session().state().exercise.all;
  const course::Exercise* exercise = nullptr;
  for (const auto& each : all ? *all : std::vector<course::Exercise>{}) {
    if (each.id == id) exercise = &each;
  }
  if (!exercise) return base::fail(base::ErrorCode::not_found, tr("there is no such exercise"), id);
  const auto rail = "Module " + std::to_string(exercise->module);
  const auto& registry = window.shell().registry();
  if (const auto at = registry.middle(rail)) hand.click(*at);
  const auto label = tr(verb) + std::string("##") + id;
  if (!registry.middle(label)) {
    if (const auto at = registry.middle("exercises")) hand.click(*at);
  }
  return press_label(window, hand, label);
}

base::Result<void> write(Window& window, const ScriptHand& hand, const std::string& text,
                         bool enter) {
  if (auto pressed = press_label(window, hand, "answer"); !pressed) return pressed;
  const auto* before = app::open_answer(window.session().state());
  for (std::size_t i = 0; before && i < before->value.size(); ++i)
    hand.key("Backspace");
  hand.type(text);
  if (enter) hand.key("Enter");
  if (const auto away = window.shell().registry().middle("exercise head")) hand.click(*away);
  return {};
}

base::Result<void> draw(Window& window, const ScriptHand& hand, std::istringstream& line,
                        bool pins) {
  constexpr double near_enough = 2500;
  const auto* step = app::open_step(window.session().state());
  const bool has_tool = step && window.session().state().tool == app::answer_tool(*step);
  if (!has_tool) {
    if (auto pressed = press_label(window, hand, "draw answer"); !pressed) return pressed;
  }
  geo::Point at;
  while (line >> at.x >> at.y) {
    window.map().camera().jump(at, near_enough);
    window.settle(30);
    const auto& rect = window.map().rect();
    hand.click({rect.x + rect.width / 2, rect.y + rect.height / 2});
  }
  const auto tool = window.session().state().tool;
  if (tool != app::Tool::select) hand.key(pins ? "Escape" : "Enter");
  return {};
}

}  // namespace

base::Result<void> play_exercise(Window& window, const ScriptHand& hand, std::istringstream& line) {
  std::string verb, id;
  line >> verb >> id;
  const auto press = [&](const std::string& label) { return press_label(window, hand, label); };
  if (verb == "begin") return begin(window, hand, id, "Begin");
  if (verb == "own") {
    window.shell().drop({id});
    window.settle(60);
    return {};
  }
  if (verb == "continue") return begin(window, hand, id, "Go on");
  if (verb == "next") return press_label(window, hand, "exercise next");
  if (verb == "back") return press_label(window, hand, tr("Back##exercise"));
  if (verb == "hint") return press(tr("Hint##exercise"));
  if (verb == "solution") return press(tr("Solution"));
  if (verb == "leave") return press_label(window, hand, tr("Leave the exercise"));
  return base::fail(base::ErrorCode::bad_input, tr("Unknown command in the script"), verb);
}

base::Result<void> play_answer(Window& window, const ScriptHand& hand, std::istringstream& line) {
  std::string kind;
  line >> kind;
  if (kind == "pins" || kind == "line" || kind == "area")
    return draw(window, hand, line, kind == "pins");
  std::string value;
  std::getline(line >> std::ws, value);
  if (kind == "choice") return press_label(window, hand, "option " + value);
  if (kind == "number" || kind == "text") return write(window, hand, value, kind == "number");
  return base::fail(base::ErrorCode::bad_input, tr("Unknown command in the script"), kind);
}

base::Result<void> play_study(Window& window, const ScriptHand& hand, std::istringstream& line) {
  std::string word;
  line >> word;
  const auto& words = course::study_words();
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end())
    return base::fail(base::ErrorCode::bad_input, tr("Unknown command in the script"), word);
  const auto study = static_cast<app::Study>(at - words.begin());
  return press_label(window, hand, app::name_of(study));
}

}  // namespace nahraum::platform
