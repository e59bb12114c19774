#include "ui/map_pen.hpp"

#include <array>

#include "analysis/corrections.hpp"
#include "app/work_tools.hpp"
#include "base/days.hpp"
#include "base/translate.hpp"
#include "ui/correcting.hpp"

namespace nahraum::ui {
namespace {

using app::Tool;
using base::tr;
using Shape = Drawing::Shape;

struct Use {
  Tool tool;
  std::optional<Shape> shape;
  std::optional<model::NoteKind> note;
  const char* hint;
};

constexpr std::array uses{
    Use{Tool::note_point, Shape::point, model::NoteKind::point,
        base::tr_noop("Click where the note belongs.")},
    Use{Tool::note_text, Shape::point, model::NoteKind::text,
        base::tr_noop("Click where the text begins.")},
    Use{Tool::note_callout, Shape::pair, model::NoteKind::callout,
        base::tr_noop("Press on the place and drag to where the text shall stand.")},
    Use{Tool::note_arrow, Shape::pair, model::NoteKind::arrow,
        base::tr_noop("Drag from the arrow's end to its head.")},
    Use{Tool::note_freehand, Shape::freehand, model::NoteKind::freehand,
        base::tr_noop("Draw with the button held.")},
    Use{Tool::note_polygon, Shape::polygon, model::NoteKind::polygon,
        base::tr_noop("Click the corners; Enter or a double click ends, Backspace takes back.")},
    Use{Tool::note_highlight, Shape::freehand, model::NoteKind::highlight,
        base::tr_noop("Mark with the button held.")},
    Use{Tool::note_number, Shape::point, model::NoteKind::number,
        base::tr_noop("Click where the next number belongs.")},
    Use{Tool::correct_bench, Shape::point, {}, base::tr_noop("Click where the bench stands.")},
    Use{Tool::correct_crossing,
        Shape::pair,
        {},
        base::tr_noop("Drag from kerb to kerb; or click on a crossing that is otherwise.")},
    Use{Tool::correct_barrier,
        Shape::point,
        {},
        base::tr_noop("Click on the way where it is blocked.")},
    Use{Tool::correct_path,
        Shape::line,
        {},
        base::tr_noop("Click along the path; Enter or a double click ends, Backspace takes back.")},
    Use{Tool::correct_closure,
        Shape::pair,
        {},
        base::tr_noop("Click on the way that is closed; or drag along the part that is.")},
    Use{Tool::correct_surface,
        Shape::point,
        {},
        base::tr_noop("Click on the way that is otherwise than the map says.")},
    Use{Tool::correct_ramp, Shape::point, {}, base::tr_noop("Click on the steps with a ramp.")},
    Use{Tool::add_home, {}, {}, base::tr_noop("Click on a building in which people live.")},
    Use{Tool::edit_outline,
        {},
        {},
        base::tr_noop(
            "Drag the vertices; a double click on an edge adds one, Delete takes it away.")},
    Use{Tool::edit_areas,
        {},
        {},
        base::tr_noop("Click on an area to change its figures, and drag its vertices.")},
    Use{Tool::answer_pin, Shape::point, {}, base::tr_noop("Click where a pin belongs; Esc ends.")},
    Use{Tool::answer_line,
        Shape::line,
        {},
        base::tr_noop("Click along the line; Enter or a double click ends, Backspace takes back.")},
    Use{Tool::answer_area,
        Shape::polygon,
        {},
        base::tr_noop("Click the corners; Enter or a double click ends, Backspace takes back.")},
    Use{Tool::set_pin, Shape::point, {}, base::tr_noop("Click where a pin belongs; Esc ends.")},
    Use{Tool::draw_sketch, Shape::freehand, {}, base::tr_noop("Draw with the button held.")},
    Use{Tool::place_row, Shape::point, {}, base::tr_noop("Click where the row belongs.")},
    Use{Tool::route_row,
        Shape::line,
        {},
        base::tr_noop("Click along the way; Enter or a double click ends, Backspace takes back.")},
    Use{Tool::correct_kerb, Shape::point, {}, base::tr_noop("Click on the kerb that is lowered.")},
};

const Use* use_of(Tool tool) {
  for (const auto& use : uses) {
    if (use.tool == tool) return &use;
  }
  return nullptr;
}

bool has_two_points(model::NoteKind kind) {
  return kind == model::NoteKind::callout || kind == model::NoteKind::arrow;
}

bool is_freehand(model::NoteKind kind) {
  return kind == model::NoteKind::freehand || kind == model::NoteKind::highlight;
}

model::Note note_of(model::NoteKind kind, const std::vector<geo::Point>& points,
                    const PenPlace& place) {
  model::Note note;
  note.kind = kind;
  note.points = is_freehand(kind) ? simplified(points, place.px_m) : points;
  const bool silent = is_freehand(kind) || kind == model::NoteKind::polygon;
  if (!silent) note.text = tr("Note");
  if (has_two_points(kind) && points.size() == 1) {
    const double away = place.callout_m;
    note.points.push_back({points[0].x + away, points[0].y + away * 0.6});
  }
  return note;
}

}  // namespace

std::optional<Shape> shape_of(Tool tool) {
  const auto* use = use_of(tool);
  return use ? use->shape : std::nullopt;
}

std::optional<model::NoteKind> note_kind_of(Tool tool) {
  const auto* use = use_of(tool);
  return use ? use->note : std::nullopt;
}

std::string hint_of(Tool tool) {
  const auto* use = use_of(tool);
  return use ? tr(use->hint) : "";
}

bool answers(Tool tool) {
  return tool == Tool::answer_pin || tool == Tool::answer_line || tool == Tool::answer_area;
}

bool works(Tool tool) {
  return tool == Tool::set_pin || tool == Tool::draw_sketch || tool == Tool::place_row ||
         tool == Tool::route_row;
}

PenResult result_of(Tool tool, const std::vector<geo::Point>& points, const app::State& state,
                    const PenPlace& place) {
  PenResult result;
  using Kind = app::Selection::Kind;
  if (const auto kind = note_kind_of(tool)) {
    result.edit = model::with_id(*state.project, model::AddNote{note_of(*kind, points, place)});
    result.select = {Kind::note, std::get<model::AddNote>(*result.edit).note.id};
    return result;
  }
  if (works(tool)) {
    result.edit = app::work_edit(
        state, tool, tool == Tool::draw_sketch ? simplified(points, place.px_m) : points);
    if (!result.edit) result.trouble = tr("Choose a row of the table first.");
    return result;
  }
  const auto ground = app::ground_project(state);
  const auto found = correction_by(tool, points, *ground, place.near_m);
  result.trouble = found ? analysis::why_unfit(*ground, *found) : base::one_line(found.error());
  if (!result.trouble.empty()) return result;
  model::Correction correction;
  correction.change = *found;
  correction.date = base::today();
  result.edit = model::with_id(*state.project, model::AddCorrection{correction});
  result.select = {Kind::correction, std::get<model::AddCorrection>(*result.edit).correction.id};
  return result;
}

void MapPen::follow(Tool tool) {
  if (tool == tool_) return;
  tool_ = tool;
  const auto shape = shape_of(tool);
  drawing_ = shape ? std::optional(Drawing(*shape)) : std::nullopt;
}

void MapPen::press(const PenPlace& place, bool double_click) {
  if (!drawing_) return;
  double_click ? drawing_->double_click() : drawing_->press(place.at);
}

void MapPen::hover(const PenPlace& place) {
  if (drawing_) drawing_->move(place.at, 2 * place.px_m);
}

void MapPen::release(const PenPlace& place, bool moved) {
  if (drawing_) drawing_->release(place.at, moved, place.near_m);
}

void MapPen::key(Drawing::Key key) {
  if (drawing_) drawing_->key(key);
}

void MapPen::hand_out(const Kit& kit, const app::State& state, const PenPlace& place) {
  if (!drawing_ || (!drawing_->done() && !drawing_->given_up())) return;
  const auto points = drawing_->points();
  const bool done = drawing_->done();
  drawing_.emplace(drawing_->shape());
  if (!done) return kit.act(app::ChooseTool{Tool::select});
  // Pins go on until there are enough of them; who asks for the answer puts the tool away.
  if (answers(tool_)) return kit.act(app::Action(app::ExerciseAction(app::AddMark{points})));
  const auto result = result_of(tool_, points, state, place);
  if (!result.edit) return kit.act(app::Tell{result.trouble, app::Message::Severity::warning});
  kit.act(app::PerformEdit{*result.edit});
  // People queue up at the touch table: pins and sketches go on until Esc.
  if (tool_ == Tool::set_pin || tool_ == Tool::draw_sketch) return;
  kit.act(app::ChooseTool{Tool::select});
  if (result.select) kit.act(app::Select{*result.select});
}

std::optional<model::Note> MapPen::note(const PenPlace& place) const {
  const auto kind = note_kind_of(tool_);
  if (!drawing_ || !kind || !drawing_->begun()) return std::nullopt;
  auto points = drawing_->shown();
  const std::size_t least = *kind == model::NoteKind::polygon ? 3 : is_freehand(*kind) ? 2 : 1;
  if (points.size() < least) return std::nullopt;
  return note_of(*kind, points, place);
}

void MapPen::draw(const Kit& kit, const Camera& camera, ImVec2 corner) const {
  if (!drawing_ || !drawing_->begun()) return;
  std::vector<ImVec2> line;
  for (const auto& p : drawing_->shown()) {
    const auto px = camera.to_px(p);
    line.push_back({corner.x + static_cast<float>(px.x), corner.y + static_cast<float>(px.y)});
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto count = static_cast<int>(line.size());
  if (!note_kind_of(tool_) || count < 3) {
    list.AddPolyline(line.data(), count, kit.theme.paper, 0, kit.px(5));
    list.AddPolyline(line.data(), count, kit.theme.accent, 0, kit.px(2.5f));
  }
  if (drawing_->shape() == Shape::freehand) return;
  for (const auto& at : line) {
    list.AddCircleFilled(at, kit.px(4.5f), kit.theme.paper);
    list.AddCircle(at, kit.px(4.5f), kit.theme.accent, 0, kit.px(1.8f));
  }
}

}  // namespace nahraum::ui
