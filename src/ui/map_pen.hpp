#pragma once
/// What the tools that draw do on the map: which shape each wants, and what becomes of it.

#include <functional>
#include <optional>

#include "app/state.hpp"
#include "ui/camera.hpp"
#include "ui/drawing.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// Of tools that draw; nothing for the others.
std::optional<Drawing::Shape> shape_of(app::Tool tool);
/// The kind of note that a tool makes; nothing for the others.
std::optional<model::NoteKind> note_kind_of(app::Tool tool);
/// What is drawn answers a step of an exercise.
bool answers(app::Tool tool);
/// What is drawn belongs to the course's work.
bool works(app::Tool tool);
/// One line: "Click along the new path; Enter or a double click ends it."
std::string hint_of(app::Tool tool);

/// Where the mouse is, and what a few pixels are.
struct PenPlace {
  geo::Point at;          ///< snapped
  double near_m = 1;      ///< some pixels
  double px_m = 1;        ///< one pixel
  double callout_m = 20;  ///< how far a callout's text comes to lie from a click
};

/// What a finished shape becomes, or why nothing can be made of it.
struct PenResult {
  std::optional<model::Edit> edit;
  std::optional<app::Selection> select;
  std::string trouble;
};
PenResult result_of(app::Tool tool, const std::vector<geo::Point>& points, const app::State& state,
                    const PenPlace& place);

class MapPen {
 public:
  /// Takes over the chosen tool: another one begins a new shape. Once a frame.
  void follow(app::Tool tool);
  bool active() const { return drawing_.has_value(); }
  bool draws_by_dragging() const { return drawing_ && drawing_->draws_by_dragging(); }
  bool begun() const { return drawing_ && drawing_->begun(); }

  void press(const PenPlace& place, bool double_click);
  void hover(const PenPlace& place);
  void release(const PenPlace& place, bool moved);
  void key(Drawing::Key key);
  /// Hands out what is done, and puts the tool away.
  void hand_out(const Kit& kit, const app::State& state, const PenPlace& place);
  /// The note in the making, as it will look.
  std::optional<model::Note> note(const PenPlace& place) const;
  /// The shape in the making, where it becomes no note; over the map.
  void draw(const Kit& kit, const Camera& camera, ImVec2 corner) const;

 private:
  app::Tool tool_ = app::Tool::select;
  std::optional<Drawing> drawing_;
};

}  // namespace nahraum::ui
