#include "app/edit_text.hpp"

#include <array>

#include <nlohmann/json.hpp>

#include "app/people_text.hpp"
#include "app/record_text.hpp"
#include "base/base64.hpp"
#include "base/translate.hpp"
#include "io/change_json.hpp"
#include "io/photo.hpp"
#include "io/tags_json.hpp"

namespace nahraum::app {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 3> hows{"done", "undone", "redone"};

json to_json(const std::vector<geo::Point>& points) {
  json all = json::array();
  for (const auto& p : points)
    all.push_back({p.x, p.y});
  return all;
}

geo::Point point_of(const json& pair) {
  return {pair.at(0).get<double>(), pair.at(1).get<double>()};
}

std::vector<geo::Point> points_of(const json& all) {
  std::vector<geo::Point> points;
  for (const auto& pair : all)
    points.push_back(point_of(pair));
  return points;
}

json to_json(const model::Note& note) {
  json j = {{"id", note.id},
            {"kind", static_cast<int>(note.kind)},
            {"points", to_json(note.points)},
            {"text", note.text}};
  if (const auto& photo = note.picture.photo)
    j["photo"] = {{"name", photo->name}, {"jpeg", base::to_base64(photo->jpeg)}};
  return j;
}

model::Note note_of(const json& j) {
  const int kind = j.at("kind").get<int>();
  if (kind < 0 || kind > static_cast<int>(model::NoteKind::photo))
    throw json::other_error::create(501, "kind", nullptr);
  model::Note note{j.at("id"), static_cast<model::NoteKind>(kind), points_of(j.at("points")),
                   j.at("text")};
  if (j.contains("photo")) {
    const auto jpeg = base::from_base64(j["photo"].at("jpeg").get<std::string>());
    if (!jpeg) throw json::other_error::create(501, "photo", nullptr);
    note.picture = io::stored_photo(j["photo"].at("name"), *jpeg);
  }
  return note;
}

json to_json(const model::NamedView& v) {
  return {{"id", v.id},
          {"name", v.name},
          {"centre", {v.centre.x, v.centre.y}},
          {"denominator", v.denominator},
          {"type", v.type},
          {"profile", v.profile},
          {"limit", v.limit},
          {"scenario", v.scenario},
          {"hidden", v.hidden}};
}

model::NamedView view_of(const json& j) {
  return {j.at("id"),          j.at("name"),     point_of(j.at("centre")),
          j.at("denominator"), j.at("type"),     j.at("profile"),
          j.at("limit"),       j.at("scenario"), j.at("hidden")};
}

json to_json(const std::vector<model::ExerciseAnswer>& answers) {
  json all = json::array();
  for (const auto& each : answers) {
    json marks = json::array();
    for (const auto& mark : each.marks)
      marks.push_back(to_json(mark));
    all.push_back({{"step", each.step},
                   {"value", each.value},
                   {"marks", marks},
                   {"revealed", each.revealed}});
  }
  return all;
}

std::vector<model::ExerciseAnswer> answers_of(const json& all) {
  std::vector<model::ExerciseAnswer> answers;
  for (const auto& j : all) {
    model::ExerciseAnswer each{j.at("step"), j.at("value"), {}, j.at("revealed")};
    for (const auto& mark : j.at("marks"))
      each.marks.push_back(points_of(mark));
    answers.push_back(std::move(each));
  }
  return answers;
}

json to_json(const model::ExerciseProgress& e) {
  return {{"id", e.id},       {"exercise", e.exercise}, {"step", e.step},
          {"began", e.began}, {"finished", e.finished}, {"answers", to_json(e.answers)}};
}

model::ExerciseProgress exercise_of(const json& j) {
  return {j.at("id"),    j.at("exercise"), j.at("step"),
          j.at("began"), j.at("finished"), answers_of(j.at("answers"))};
}

json to_json(const model::Service& s) {
  json j = {{"id", s.id},
            {"type", s.type},
            {"name", s.name},
            {"at", {s.at.x, s.at.y}},
            {"entrances", to_json(s.entrances)},
            {"osm", to_text(s.osm)},
            {"provider", s.provider},
            {"sector", s.sector},
            {"tags", io::to_json(s.tags)},
            {"origin", s.origin},
            {"note", s.note},
            {"in_district", s.in_district}};
  if (s.capacity) j["capacity"] = *s.capacity;
  return j;
}

model::Service service_of(const json& j) {
  model::Service s;
  s.id = j.at("id");
  s.type = j.at("type");
  s.name = j.at("name");
  s.at = point_of(j.at("at"));
  s.entrances = points_of(j.at("entrances"));
  s.osm = model::osm_id_from(j.at("osm").get<std::string>());
  s.provider = j.at("provider");
  s.sector = j.at("sector");
  s.tags = io::tags_from_json(j.at("tags").get<std::string>());
  s.origin = j.at("origin");
  s.note = j.at("note");
  s.in_district = j.at("in_district");
  if (j.contains("capacity")) s.capacity = j["capacity"].get<double>();
  return s;
}

json to_json(const model::Correction& c) {
  return {{"id", c.id},
          {"kind", model::kind_of(c.change)},
          {"change", io::to_json(c.change)},
          {"note", c.note},
          {"date", c.date}};
}

model::Correction correction_of(const json& j) {
  auto change = io::stored_change(j.at("kind"), j.at("change"));
  if (!change) throw json::other_error::create(501, "change", nullptr);
  return {j.at("id"), std::move(*change), j.at("note"), j.at("date")};
}

struct Writer {
  json operator()(const model::PlaceService& e) const {
    return {{"place_service", e.service},
            {"at", {e.at.x, e.at.y}},
            {"entrances", to_json(e.entrances)}};
  }
  json operator()(const model::AddService& e) const {
    return {{"add_service", to_json(e.service)}};
  }
  json operator()(const model::RemoveService& e) const { return {{"remove_service", e.service}}; }
  json operator()(const model::ReplaceService& e) const {
    return {{"replace_service", to_json(e.service)}};
  }
  json operator()(const model::AddServices& e) const {
    json all = json::array();
    for (const auto& service : e.services)
      all.push_back(to_json(service));
    return {{"add_services", all}};
  }
  json operator()(const model::RemoveServices& e) const {
    return {{"remove_services", e.services}};
  }
  json operator()(const model::AddNote& e) const { return {{"add_note", to_json(e.note)}}; }
  json operator()(const model::RemoveNote& e) const { return {{"remove_note", e.note}}; }
  json operator()(const model::ReplaceNote& e) const { return {{"replace_note", to_json(e.note)}}; }
  json operator()(const model::AddView& e) const { return {{"add_view", to_json(e.view)}}; }
  json operator()(const model::RemoveView& e) const { return {{"remove_view", e.view}}; }
  json operator()(const model::ReplaceView& e) const { return {{"replace_view", to_json(e.view)}}; }
  json operator()(const model::SwapViews& e) const { return {{"swap_views", {e.one, e.other}}}; }
  json operator()(const model::AddExercise& e) const {
    return {{"add_exercise", to_json(e.exercise)}};
  }
  json operator()(const model::RemoveExercise& e) const {
    return {{"remove_exercise", e.exercise}};
  }
  json operator()(const model::SetExerciseStep& e) const {
    return {{"exercise_at", e.exercise}, {"step", e.step}, {"finished", e.finished}};
  }
  json operator()(const model::SetExerciseAnswers& e) const {
    return {{"exercise_answered", e.exercise}, {"answers", to_json(e.answers)}};
  }
  json operator()(const model::AddCorrection& e) const {
    return {{"add_correction", to_json(e.correction)}};
  }
  json operator()(const model::RemoveCorrection& e) const {
    return {{"remove_correction", e.correction}};
  }
  json operator()(const model::ReplaceCorrection& e) const {
    return {{"replace_correction", to_json(e.correction)}};
  }
  json operator()(const model::AddHome& e) const {
    return {{"add_home", home_json(e.home)}, {"buildings", e.buildings}};
  }
  json operator()(const model::RemoveHome& e) const { return {{"remove_home", e.home}}; }
  json operator()(const model::ReplaceHome& e) const {
    return {{"replace_home", home_json(e.home)}};
  }
  json operator()(const model::SetDistrict& e) const {
    return {{"set_district", shape_json(e.outline)}, {"homes", e.homes}, {"services", e.services}};
  }
  json operator()(const model::RestateAreas& e) const { return areas_json(e); }
  json operator()(const model::ChangeRecords& e) const { return {{"records", records_json(e)}}; }
};

std::optional<model::Edit> exercise_edit_of(const json& j) {
  if (j.contains("add_exercise")) return model::AddExercise{exercise_of(j["add_exercise"])};
  if (j.contains("remove_exercise")) return model::RemoveExercise{j["remove_exercise"]};
  if (j.contains("exercise_at"))
    return model::SetExerciseStep{j["exercise_at"], j.at("step"), j.at("finished")};
  if (j.contains("exercise_answered"))
    return model::SetExerciseAnswers{j["exercise_answered"], answers_of(j.at("answers"))};
  return std::nullopt;
}

std::optional<model::Edit> people_edit_of(const json& j) {
  if (j.contains("add_home")) return model::AddHome{home_of(j["add_home"]), j.at("buildings")};
  if (j.contains("remove_home")) return model::RemoveHome{j["remove_home"]};
  if (j.contains("replace_home")) return model::ReplaceHome{home_of(j["replace_home"])};
  if (j.contains("set_district"))
    return model::SetDistrict{shape_of(j["set_district"]), j.at("homes"), j.at("services")};
  if (j.contains("areas")) return areas_of(j);
  return std::nullopt;
}

std::optional<model::Edit> edit_of(const json& j) {
  if (j.contains("place_service"))
    return model::PlaceService{j["place_service"], point_of(j.at("at")),
                               points_of(j.at("entrances"))};
  if (j.contains("add_service")) return model::AddService{service_of(j["add_service"])};
  if (j.contains("remove_service")) return model::RemoveService{j["remove_service"]};
  if (j.contains("replace_service")) return model::ReplaceService{service_of(j["replace_service"])};
  if (j.contains("add_services")) {
    model::AddServices many;
    for (const auto& each : j["add_services"])
      many.services.push_back(service_of(each));
    return many;
  }
  if (j.contains("remove_services"))
    return model::RemoveServices{j["remove_services"].get<std::vector<std::int32_t>>()};
  if (j.contains("add_note")) return model::AddNote{note_of(j["add_note"])};
  if (j.contains("remove_note")) return model::RemoveNote{j["remove_note"]};
  if (j.contains("replace_note")) return model::ReplaceNote{note_of(j["replace_note"])};
  if (j.contains("add_view")) return model::AddView{view_of(j["add_view"])};
  if (j.contains("remove_view")) return model::RemoveView{j["remove_view"]};
  if (j.contains("replace_view")) return model::ReplaceView{view_of(j["replace_view"])};
  if (j.contains("swap_views"))
    return model::SwapViews{j["swap_views"].at(0), j["swap_views"].at(1)};
  if (j.contains("add_correction")) return model::AddCorrection{correction_of(j["add_correction"])};
  if (j.contains("remove_correction")) return model::RemoveCorrection{j["remove_correction"]};
  if (j.contains("replace_correction"))
    return model::ReplaceCorrection{correction_of(j["replace_correction"])};
  if (j.contains("records")) return records_of(j["records"]);
  if (auto exercise = exercise_edit_of(j)) return exercise;
  return people_edit_of(j);
}

std::optional<Step> step_of(const json& j) {
  const auto edit = edit_of(j);
  if (!edit) return std::nullopt;
  for (std::size_t i = 0; i < hows.size(); ++i) {
    if (j.at("how") == hows[i]) return Step{static_cast<Step::How>(i), *edit};
  }
  return std::nullopt;
}

}  // namespace

std::string to_line(const Step& step) {
  json j = std::visit(Writer{}, step.edit);
  j["how"] = hows[static_cast<std::size_t>(step.how)];
  // Text of any origin: what is no UTF-8 must not cost the step.
  return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Step> step_from_line(std::string_view line) {
  try {
    if (auto step = step_of(json::parse(line))) return *step;
  } catch (const json::exception&) {
    // said below
  }
  return base::fail(base::ErrorCode::bad_input, base::tr("The journal has a line that is no step"),
                    std::string(line.substr(0, 60)), "");
}

}  // namespace nahraum::app
