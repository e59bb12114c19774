#pragma once
/// The map: what the mouse and the keys do on it, and what is written over it.

#include <memory>
#include <optional>

#include "geo/crs.hpp"
#include "render/gl/map_renderer.hpp"
#include "render/pick/picker.hpp"
#include "ui/camera.hpp"
#include "ui/compare.hpp"
#include "ui/hover.hpp"
#include "ui/kit.hpp"
#include "ui/map_layers.hpp"
#include "ui/map_pen.hpp"
#include "ui/measure_tool.hpp"
#include "ui/other_overlay.hpp"
#include "ui/snapping.hpp"
#include "ui/vertices.hpp"
#include "ui/view_history.hpp"

namespace nahraum::ui {

/// A rectangle of the window, pixels from the top left.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
};

/// Several things that are chosen together elsewhere.
struct Marked {
  std::vector<geo::Point> places;
  std::vector<std::uint32_t> areas;  ///< indices of the project's population
};

class MapView {
 public:
  /// `renderer` may be null: windowless tests look at actions only.
  MapView(render::gl::MapRenderer* renderer, jobs::Queue& pictures)
      : renderer_(renderer), pictures_(pictures) {}

  /// Takes over a changed state: new layers, another project. Once per frame, before `show`.
  void follow(const app::State& state, const model::Catalogue& catalogue, double now_s);
  /// Reads mouse and keys within `rect`, writes scale bar, north arrow, legend, hints over the map.
  void show(const Kit& kit, const app::State& state, const Rect& rect, double now_s);
  /// Draws the map below everything else. False: not sharp yet, more frames are wanted.
  bool draw(const render::gl::MapRenderer::Target& target, double budget_ms);

  Camera& camera() { return camera_; }
  const Camera& camera() const { return camera_; }
  void show_all();
  void zoom_at_middle(int steps, double now_s);
  /// To where one looked before (-1) or after (1).
  void travel(int by, double now_s);
  /// Moves the map's ground by an inch to the right (1, 0) or down (0, 1).
  void step(int right, int down);
  /// Map coordinates under the mouse, while it is over the map.
  std::optional<geo::Point> mouse_at() const { return mouse_at_; }
  /// The same in degrees.
  std::optional<geo::LonLat> mouse_degrees();
  bool busy() const { return gliding_ || press_.has_value() || hover_waits_; }
  const Rect& rect() const { return rect_; }
  MeasureTool& measure() { return measure_; }
  /// What the module in sight puts on the map; null: nothing.
  void put_on(std::shared_ptr<const app::ModulePage> page) { page_ = std::move(page); }
  /// Places that are ringed, and areas that are outlined, besides the chosen one.
  void mark_also(Marked marked) { also_marked_ = std::move(marked); }
  /// While their table is open a click on ground where nothing else lies chooses the area.
  void areas_are_listed(bool listed) { areas_listed_ = listed; }

 private:
  /// A held mouse button: what it holds and where it began.
  struct Press {
    enum class Holds { map, box, service, note, pen, vertex } holds = Holds::map;
    std::int64_t id = 0;
    ImVec2 from{};
    geo::Point from_map{};
    bool moved = false;
  };
  void handle_mouse(const Kit& kit, const app::State& state, double now_s);
  void begin_press(const app::State& state);
  void continue_press(const Kit& kit, const app::State& state, double now_s);
  void end_press(const Kit& kit, const app::State& state, double now_s);
  void click(const Kit& kit, const app::State& state);
  void try_service(const Kit& kit, const app::State& state, bool over);
  PenPlace pen_place() const;
  void follow_pen(const Kit& kit, const app::State& state);
  void show_hint(const Kit& kit, const app::State& state) const;
  void draw_editing(const Kit& kit, const app::State& state) const;
  void draw_handles(const Kit& kit) const;
  Snapped snapped(const app::State& state, geo::Point at) const;
  void follow_snap(const app::State& state);
  void move_vertex(const app::State& state);
  void end_vertex(const Kit& kit, const app::State& state);
  bool insert_vertex(const Kit& kit, const app::State& state);
  bool remove_vertex(const Kit& kit, const app::State& state);
  void keep_shape(const Kit& kit, const app::State& state);
  bool click_people(const Kit& kit, const app::State& state);
  void draw_areas(const Kit& kit, const app::State& state) const;
  void draw_outlines(const Kit& kit, const app::State& state,
                     const std::vector<std::uint32_t>& areas) const;
  std::size_t draw_outline(const Kit& kit, const geo::MultiPolygon& outline) const;
  ImVec2 screen(geo::Point at) const;
  void add_service(const Kit& kit, const app::State& state);
  void move_note(const Kit& kit, const app::State& state);
  bool side_by_side() const { return comparing_ && compare_.mode() == CompareMode::side_by_side; }
  void draw_box(const Kit& kit) const;
  void pan(ImVec2 step, double now_s);
  void handle_keys(const Kit& kit, const app::State& state);
  bool handle_measure_keys(const app::State& state);
  std::vector<render::Hit> hits_at(geo::Point at) const;
  geo::Point local(ImVec2 screen) const;
  void follow_overlay(const app::State& state, const model::Catalogue& catalogue);
  void follow_grades(const app::State& state);
  void follow_live(const app::State& state, const model::Catalogue& catalogue);
  void take_base(const model::Snapshot& project, const std::vector<scene::LayerPtr>& layers,
                 std::shared_ptr<render::Picker> picker, const geo::Box& box);
  void follow_ground(const app::State& state);
  void show_base();
  void follow_truth(const app::State& state);
  void take_rect(const Kit& kit, const Rect& rect);
  void reveal(const app::State& state);
  void centre_spot(const app::State& state);
  const app::PageSign* sign_under_mouse() const;
  void show_tooltip(const Kit& kit, const app::State& state, double now_s);
  void show_area_tip(const Kit& kit, const app::State& state, std::size_t area) const;
  void show_cluster_tip(const Kit& kit, const app::State& state) const;
  void open_cluster(const Kit& kit, const app::State& state, const render::Hit& cluster);
  bool drag_settles(const app::State& state) const;
  bool can_be_moved(const app::State& state, std::int64_t id) const;

  render::gl::MapRenderer* renderer_;
  jobs::Queue& pictures_;
  Camera camera_;
  ViewHistory history_;
  geo::Point hand_px_per_s_{};  ///< how fast the hand pulls the map …
  double pulled_s_ = 0;         ///< … and when it last did
  Rect rect_;
  bool gliding_ = false;
  bool fitted_ = false;
  std::optional<Press> press_;
  std::optional<geo::Point> mouse_at_;
  std::vector<render::Hit> hits_;     ///< under the mouse
  std::optional<render::Hit> hover_;  ///< the best of them
  Hover tip_;
  MeasureTool measure_;
  std::shared_ptr<const app::ModulePage> page_;
  Marked also_marked_;
  bool areas_listed_ = false;
  std::vector<scene::LayerPtr> base_;
  app::SketchGround ground_ = app::SketchGround::full;  ///< that the base is shown as
  bool hover_waits_ = false;
  std::shared_ptr<render::Picker> picker_;
  geo::Box home_box_, box_;
  model::Snapshot project_;         ///< what base layers and picker were asked for
  model::Snapshot picker_project_;  ///< what they were made of
  std::shared_ptr<const scene::LabelCandidates> labels_;
  OtherOverlay other_;
  CompareBar compare_;
  bool comparing_ = false;
  std::uint64_t overlay_number_ = 0;             ///< late layers are dropped
  const model::Catalogue* catalogue_ = nullptr;  ///< the session's
  OverlayKey overlay_key_;
  OverlayParts overlay_parts_;
  LiveKey live_key_;
  app::Selection revealed_;
  std::optional<app::Spot> centred_;
  OverlayPicture overlay_;
  bool overlay_shown_ = true;                      ///< by `graded_by_`
  std::optional<analysis::Thresholds> graded_by_;  ///< what the homes in sight are graded by
  std::optional<model::Note> moving_note_;
  std::optional<geo::Point> tried_at_;  ///< where a service that is not there was last tried
  MapPen pen_;
  Vertices vertices_;
  std::shared_ptr<const Snapper> snapper_;
  Snapped snap_;                ///< where the next vertex comes
  double grid_per_ground_ = 1;  ///< the projection's scale at `truth_at_`
  geo::Point truth_at_{};
  int truth_epsg_ = 0;
  scene::Theme theme_ = scene::Theme::light;   ///< of the base layers
  std::optional<geo::Projection> projection_;  ///< of `projection_epsg_`
  int projection_epsg_ = 0;
};

}  // namespace nahraum::ui
