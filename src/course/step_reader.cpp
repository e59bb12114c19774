#include "course/step_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "course/spotlights.hpp"

namespace nahraum::course {
namespace {

using base::tr;

std::vector<std::string> layers_of(const Fields& fields, const std::string& key) {
  std::vector<std::string> layers;
  for (const auto& node : fields.list(key)) {
    const auto name = node.IsScalar() ? node.Scalar() : std::string();
    const auto& known = layer_words();
    if (std::find(known.begin(), known.end(), name) == known.end())
      fields.problems().push_back({line_of(node),
                                   fmt::format(fmt::runtime(tr("There is no layer “{0}”")), name),
                                   meant(name, known)});
    layers.push_back(name);
  }
  return layers;
}

Stage stage_of(const YAML::Node& node, Reading& reading) {
  auto keys = asking_keys();
  for (const char* key : {"hide", "show", "map"})
    keys.emplace_back(key);
  const Fields fields(node, keys, reading.problems);
  Stage stage;
  stage.ask = asking_of(fields, reading);
  stage.hide = layers_of(fields, "hide");
  stage.show = layers_of(fields, "show");
  stage.whole_district = fields.has("map") && fields.one_of("map", {"whole_district"}, 0) == 0;
  return stage;
}

Option option_of(const YAML::Node& node, Reading& reading) {
  const Fields fields(node, {"id", "de", "en", "right", "right_if"}, reading.problems);
  Option option;
  option.id = fields.id("id");
  option.text = {fields.needed_text("de"), fields.needed_text("en")};
  option.right = fields.flag("right", false);
  option.right_if = conditions_of(fields, "right_if", reading);
  if (option.right && !option.right_if.empty())
    fields.fault_at("right", tr("Either “right” or “right_if”, not both"));
  return option;
}

Task choice(const YAML::Node& node, Reading& reading) {
  AskChoice ask;
  if (node.IsSequence()) {
    for (const auto& each : node)
      ask.options.push_back(option_of(each, reading));
  }
  if (ask.options.size() < 2 || ask.options.size() > 12)
    reading.problems.push_back({line_of(node), tr("A choice has from 2 to 12 options"),
                                tr("write it like - {id: yes, de: \"Ja\", en: \"Yes\"}")});
  for (std::size_t i = 0; i < ask.options.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (ask.options[i].id == ask.options[k].id)
        reading.problems.push_back(
            {line_of(node),
             fmt::format(fmt::runtime(tr("Two options are called “{0}”")), ask.options[i].id), ""});
    }
  }
  return ask;
}

/// "10%" of the figure, or 20 in its unit.
void read_tolerance(const Fields& fields, AskNumber& ask) {
  const auto text = fields.text("tolerance");
  if (text.empty()) return;
  const bool percent = text.back() == '%';
  const auto number = base::parse_number(percent ? text.substr(0, text.size() - 1) : text, false);
  if (!number || *number < 0 || (percent && *number > 100)) {
    fields.fault_at("tolerance", tr("A tolerance is a number or a share"),
                    tr("write it like 20 or 10%"));
    return;
  }
  (percent ? ask.tolerance_pct : ask.tolerance) = *number;
}

Task number(const YAML::Node& node, Reading& reading) {
  const Fields fields(node, {"expect", "tolerance", "unit"}, reading.problems);
  AskNumber ask;
  if (const auto expect = fields.find("expect")) ask.expect = figure_name(*expect, reading);
  read_tolerance(fields, ask);
  ask.unit = fields.words("unit");
  return ask;
}

Task free_text(const YAML::Node& node, Reading& reading) {
  AskText ask;
  if (node.IsNull()) return ask;
  const Fields fields(node, {"words"}, reading.problems);
  ask.words = static_cast<int>(fields.number("words", 1, 200, ask.words));
  return ask;
}

Task marks(const YAML::Node& node, Reading& reading, AskMarks::Kind kind) {
  AskMarks ask;
  ask.kind = kind;
  if (node.IsNull()) return ask;
  auto keys = std::vector<std::string>{"right_if"};
  if (kind == AskMarks::Kind::pins) keys.insert(keys.end(), {"least", "most"});
  const Fields fields(node, keys, reading.problems);
  ask.least = static_cast<int>(fields.number("least", 1, 50, 1));
  ask.most = static_cast<int>(fields.number("most", ask.least, 200, std::max(ask.least, 50)));
  ask.right_if = conditions_of(fields, "right_if", reading);
  return ask;
}

std::optional<Task> task_of(const YAML::Node& node, Reading& reading) {
  const auto kind =
      only_kind(node, {"choice", "number", "text", "pins", "line", "area"}, reading.problems);
  if (!kind) return std::nullopt;
  switch (kind->index) {
    case 0:
      return choice(kind->body, reading);
    case 1:
      return number(kind->body, reading);
    case 2:
      return free_text(kind->body, reading);
    default:
      return marks(kind->body, reading, static_cast<AskMarks::Kind>(kind->index - 3));
  }
}

std::string spotlight_of(const Fields& fields) {
  auto name = fields.text("point_at");
  if (name.empty() || find_spotlight(name)) return name;
  std::vector<std::string> names;
  for (const auto& each : spotlights())
    names.emplace_back(each.id);
  fields.fault_at("point_at",
                  fmt::format(fmt::runtime(tr("There is no control “{0}” to point at")), name),
                  meant(name, names));
  return {};
}

}  // namespace

const std::vector<std::string>& layer_words() {
  static const std::vector<std::string> all{"catchment", "gaps",  "other_services",
                                            "names",     "notes", "corrections"};
  return all;
}

Step step_from(const YAML::Node& node, Reading& reading) {
  const Fields fields(node,
                      {"id", "title", "text", "minutes", "stage", "point_at", "ask", "wait_for",
                       "hint", "solution"},
                      reading.problems);
  Step step;
  step.id = fields.id("id");
  step.title = fields.needed_words("title");
  step.text = fields.needed_words("text");
  step.minutes = fields.number("minutes", 0, 240, 0);
  if (const auto stage = fields.find("stage")) step.stage = stage_of(*stage, reading);
  step.point_at = spotlight_of(fields);
  if (const auto ask = fields.find("ask")) step.task = task_of(*ask, reading);
  step.wait = conditions_of(fields, "wait_for", reading);
  if (step.task && !step.wait.empty())
    fields.fault_at("wait_for", tr("A step asks or waits, not both: make two of it"));
  step.hint = fields.words("hint");
  step.solution = fields.words("solution");
  return step;
}

}  // namespace nahraum::course
