#include "ui/shape_edits.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "geo/overlay.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using Kind = app::Selection::Kind;
using Points = std::vector<geo::Point>;

template <class T>
const T* by_id(const std::vector<T>& items, std::int32_t id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

EditedShape shape_of_note(const model::Note& note) {
  using K = model::NoteKind;
  if (note.points.size() < 2) return {};  // they are dragged as a whole
  const bool pair = note.kind == K::callout || note.kind == K::arrow;
  EditedShape shape{{note.points}, note.kind == K::polygon, 2, !pair};
  if (shape.closed) shape.least = 3;
  return shape;
}

struct ShapeOfChange {
  EditedShape operator()(const model::AddPath& c) const { return {{c.line}, false, 2, true}; }
  EditedShape operator()(const model::AddCrossing& c) const { return {{c.line}, false, 1, false}; }
  EditedShape operator()(const model::AddBench& c) const { return {{{c.at}}, false, 1, false}; }
  EditedShape operator()(const model::AddBarrier& c) const { return {{{c.at}}, false, 1, false}; }
  EditedShape operator()(const model::RemovePath& c) const {
    if (c.between.size() != 2) return {};
    return {{{c.between[0]}, {c.between[1]}}, false, 1, false};
  }
  template <class Other>
  EditedShape operator()(const Other&) const {
    return {};
  }
};

struct WithShape {
  const EditedShape& shape;

  void operator()(model::AddPath& c) const { c.line = shape.lines.at(0); }
  void operator()(model::AddCrossing& c) const { c.line = shape.lines.at(0); }
  void operator()(model::AddBench& c) const { c.at = shape.lines.at(0).at(0); }
  void operator()(model::AddBarrier& c) const { c.at = shape.lines.at(0).at(0); }
  void operator()(model::RemovePath& c) const {
    c.between = {shape.lines.at(0).at(0), shape.lines.at(1).at(0)};
  }
  template <class Other>
  void operator()(Other&) const {}
};

/// Outer rings and holes, one line each.
EditedShape shape_of_outline(const geo::MultiPolygon& outline) {
  EditedShape shape{{}, true, 3, true};
  const auto add = [&](const geo::Ring& ring) {
    if (ring.size() > 3) shape.lines.emplace_back(ring.begin(), ring.end() - 1);
  };
  for (const auto& polygon : outline) {
    add(polygon.outer);
    for (const auto& hole : polygon.holes)
      add(hole);
  }
  return shape;
}

/// The same rings with other vertices, in the order of `shape_of_outline`.
geo::MultiPolygon outline_with(geo::MultiPolygon outline, const EditedShape& shape) {
  std::size_t next = 0;
  const auto take = [&](geo::Ring& ring) {
    if (ring.size() <= 3 || next >= shape.lines.size()) return;
    ring = shape.lines[next++];
    ring.push_back(ring.front());
  };
  for (auto& polygon : outline) {
    take(polygon.outer);
    for (auto& hole : polygon.holes)
      take(hole);
  }
  return outline;
}

tl::unexpected<base::Error> impossible(const char* what, const char* advice) {
  return base::fail(base::ErrorCode::bad_input, what, {}, advice);
}

base::Result<geo::MultiPolygon> checked(geo::MultiPolygon outline) {
  if (geo::invalid_reason(outline)) {
    return impossible(tr("The outline would cross itself"),
                      tr("drag the vertex to the other side of its neighbours' line"));
  }
  return outline;
}

base::Result<model::Edit> with_district(const model::Project& project, const EditedShape& shape) {
  auto outline = checked(outline_with(project.district, shape));
  if (!outline) return tl::unexpected(outline.error());
  for (const auto& line : shape.lines) {
    const bool known = std::all_of(line.begin(), line.end(), [&](geo::Point p) {
      return geo::contains(project.data_extent, p);
    });
    if (!known) {
      return impossible(tr("The outline would leave the data"),
                        tr("make a project of a larger part of the street data"));
    }
  }
  return model::outline_edit(project, std::move(*outline));
}

}  // namespace

EditedShape edited_shape(const app::State& state) {
  if (!state.project || state.read_only) return {};
  if (state.tool == app::Tool::edit_outline) return shape_of_outline(state.project->district);
  const auto& areas = state.project->population;
  if (state.tool == app::Tool::edit_areas) {
    const bool chosen = state.selection.kind == Kind::statistics &&
                        static_cast<std::size_t>(state.selection.id) < areas.size();
    return chosen ? shape_of_outline(areas[static_cast<std::size_t>(state.selection.id)].outline)
                  : EditedShape{};
  }
  if (state.tool != app::Tool::select) return {};
  const auto id = state.selection.id;
  if (state.selection.kind == Kind::note) {
    const auto* note = by_id(state.project->notes, id);
    return note ? shape_of_note(*note) : EditedShape{};
  }
  if (state.selection.kind != Kind::correction) return {};
  const auto* correction = by_id(state.project->corrections, id);
  return correction ? std::visit(ShapeOfChange{}, correction->change) : EditedShape{};
}

base::Result<app::Action> action_with(const app::State& state, const EditedShape& shape) {
  if (state.tool != app::Tool::edit_areas) {
    const auto edit = edit_with(state, shape);
    if (!edit) return tl::unexpected(edit.error());
    return app::PerformEdit{*edit};
  }
  const auto index = static_cast<std::uint32_t>(state.selection.id);
  auto area = state.project->population[index];
  auto outline = checked(outline_with(area.outline, shape));
  if (!outline) return tl::unexpected(outline.error());
  area.outline = std::move(*outline);
  return app::ChangeArea{index, std::move(area)};
}

base::Result<model::Edit> edit_with(const app::State& state, const EditedShape& shape) {
  const auto& project = *state.project;
  if (state.tool == app::Tool::edit_outline) return with_district(project, shape);
  if (state.selection.kind == Kind::correction) {
    model::Correction changed = *by_id(project.corrections, state.selection.id);
    std::visit(WithShape{shape}, changed.change);
    return model::ReplaceCorrection{changed};
  }
  model::Note changed = *by_id(project.notes, state.selection.id);
  changed.points = shape.lines.at(0);
  return model::ReplaceNote{changed};
}

}  // namespace nahraum::ui
