#include "course/answer_script.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "course/figure_reader.hpp"
#include "course/record_fields.hpp"

namespace nahraum::course {
namespace {

using base::tr;

std::optional<WrittenPlace> place_of(const YAML::Node& node, Problems& problems) {
  WrittenPlace place;
  const auto number = [](const YAML::Node& each, double& value) {
    return each.IsScalar() && YAML::convert<double>::decode(each, value) && value > -1e8 &&
           value < 1e8;
  };
  if (node.IsSequence() && node.size() == 2 && number(node[0], place.x) && number(node[1], place.y))
    return place;
  problems.push_back(
      {line_of(node), tr("A place is expected, written like [8.4213, 51.8561]"), ""});
  return std::nullopt;
}

GapPlaces gap_of(const YAML::Node& node, const Reading& reading) {
  const Fields fields(node, {"service", "profile", "limit", "count"}, reading.problems);
  GapPlaces gap;
  gap.who.service = service_of(fields, "service", reading);
  gap.who.profile = profile_of(fields, "profile", reading);
  gap.who.limit = limit_of(fields, "limit");
  fields.need("service");
  fields.need("profile");
  gap.count = static_cast<int>(fields.number("count", 1, 50, 1));
  return gap;
}

Places places_of(const YAML::Node& node, const Reading& reading) {
  if (node.IsMap()) {
    const Fields fields(node, {"gap", "tour"}, reading.problems);
    if (const auto gap = fields.find("gap")) return gap_of(*gap, reading);
    return ServiceTour{static_cast<int>(fields.number("tour", 2, 30, 3))};
  }
  std::vector<WrittenPlace> places;
  if (!node.IsSequence())
    reading.problems.push_back({line_of(node), tr("A list of places is expected here"), ""});
  for (const auto& each : node) {
    if (auto place = place_of(each, reading.problems)) places.push_back(*place);
  }
  return places;
}

Deed note_from(const YAML::Node& node, const Reading& reading) {
  const Fields fields(node, {"kind", "text", "at"}, reading.problems);
  const auto at = fields.need("at");
  return MakeNote{fields.text("kind", "point"), fields.text("text"),
                  at ? places_of(*at, reading) : Places{}};
}

Deed open_from(const YAML::Node& node, const Reading& reading) {
  const Fields fields(node, {"service", "at"}, reading.problems);
  fields.need("service");
  const auto at = fields.need("at");
  return OpenIt{service_of(fields, "service", reading), at ? places_of(*at, reading) : Places{}};
}

Deed rows_from(const YAML::Node& node, const Reading& reading) {
  const Fields fields(node, {"table", "add", "at"}, reading.problems);
  AddRows deed;
  fields.need("table");
  fields.need("add");
  const auto* table = table_named(fields, "table");
  if (!table) return deed;
  deed.table = table->about.name;
  for (const auto& each : fields.list("add"))
    deed.rows.push_back(record_from(each, *table, reading.problems));
  const auto at = fields.find("at");
  if (at && !table->about.placed) fields.fault_at("at", tr("Rows of this table have no place"));
  if (at) deed.at = places_of(*at, reading);
  return deed;
}

std::optional<Deed> deed_of(const YAML::Node& node, const Reading& reading) {
  const auto kind = only_kind(
      node, {"ask", "note", "scenario", "keep_view", "open", "bench", "rows"}, reading.problems);
  if (!kind) return std::nullopt;
  if (kind->index == 0)
    return AskIt{asking_of(Fields(kind->body, asking_keys(), reading.problems), reading)};
  if (kind->index == 1) return note_from(kind->body, reading);
  if (kind->index == 4) return open_from(kind->body, reading);
  if (kind->index == 5) return SetBench{places_of(kind->body, reading)};
  if (kind->index == 6) return rows_from(kind->body, reading);
  const auto text = kind->body.IsScalar() ? kind->body.Scalar() : std::string();
  if (text.empty()) reading.problems.push_back({line_of(node), tr("A text is expected here"), ""});
  if (kind->index == 2) return TakeScenario{text};
  return KeepView{text};
}

ScriptedStep scripted(const YAML::Node& node, const Reading& reading) {
  ScriptedStep step;
  if (node.IsNull()) return step;
  const Fields fields(
      node, {"choice", "number", "text", "solution", "pins", "line", "area", "do", "expect"},
      reading.problems);
  for (const char* key : {"choice", "number", "text"}) {
    if (fields.has(key)) step.value = fields.text(key);
  }
  for (const char* key : {"pins", "line", "area"}) {
    if (const auto places = fields.find(key)) step.marks = places_of(*places, reading);
  }
  step.solution = fields.flag("solution", false);
  for (const auto& each : fields.list("do")) {
    if (auto deed = deed_of(each, reading)) step.deeds.push_back(std::move(*deed));
  }
  const std::vector<std::string> verdicts{"right", "wrong"};
  if (fields.has("expect")) step.expect = verdicts[fields.one_of("expect", verdicts, 0)];
  return step;
}

void read_steps(const YAML::Node& steps, AnswerScript& script, const Reading& reading) {
  std::vector<std::string> ids;
  for (const auto& step : reading.exercise.steps)
    ids.push_back(step.id);
  const Fields fields(steps, ids, reading.problems);
  for (const auto& [id, node] : fields.all())
    script.steps.emplace(id, scripted(node, reading));
}

}  // namespace

ReadScript read_script(const std::string& text, const Exercise& exercise,
                       const model::Catalogue& catalogue) {
  ReadScript result;
  const auto root = parse_bounded(text, result.problems);
  if (!root) return result;
  Exercise known = exercise;  // reading would add figures that are written out
  const Reading reading{catalogue, known, result.problems};
  AnswerScript script;
  try {
    const Fields fields(*root, {"exercise", "steps"}, result.problems);
    script.exercise = fields.needed_text("exercise");
    if (!script.exercise.empty() && script.exercise != exercise.id)
      fields.fault_at("exercise",
                      fmt::format(fmt::runtime(tr("The answers are for “{0}”, not for “{1}”")),
                                  script.exercise, exercise.id));
    if (const auto steps = fields.need("steps")) read_steps(*steps, script, reading);
  } catch (const YAML::Exception& found) {
    result.problems.push_back({found.mark.is_null() ? 0 : found.mark.line + 1, found.msg, ""});
  }
  if (result.problems.empty()) result.script = std::move(script);
  return result;
}

}  // namespace nahraum::course
