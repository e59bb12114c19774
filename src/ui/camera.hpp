#pragma once
/// Where one looks: pan, zoom to the cursor in steps of round scales, a short glide between them.

#include <optional>
#include <vector>

#include "geo/values.hpp"
#include "render/gl/painter.hpp"

namespace nahraum::ui {

/// 1:500 … 1:200 000, round numbers; pictures of the map are kept for these scales.
const std::vector<double>& zoom_steps();

class Camera {
 public:
  /// Pixels of the map's rectangle and pixels per millimetre of the screen.
  void resize(int width, int height, double px_per_mm);
  /// The smallest scale step that shows the whole box.
  void show_all(const geo::Box& box);
  void jump(geo::Point centre, double denominator);
  /// A glide to another part of the map.
  void fly(geo::Point centre, double denominator, double now_s);
  /// To the smallest scale step that shows the whole box.
  void fly_to(const geo::Box& box, double now_s);
  /// Runs on after a swing of so many pixels per second, and comes to rest.
  void swing(geo::Point px_per_s, double now_s);
  /// Stops whatever runs: a hand is on the map.
  void hold();

  void pan_px(double dx, double dy);
  /// `steps` > 0 zooms in; the map point under `anchor` (pixels from the top left) stays there.
  void zoom(int steps, geo::Point anchor_px, double now_s);
  /// Moves on with a running glide, flight or swing; true while it runs.
  bool advance(double now_s);

  render::gl::Look look() const;
  /// The scale at the end of the glide, metres per pixel.
  double settled_metres_per_px() const { return metres_per_px(target_); }
  double denominator() const { return denominator_; }
  geo::Point centre() const { return centre_; }
  geo::Point to_map(geo::Point px) const { return look().to_map(px); }
  geo::Point to_px(geo::Point map) const { return look().to_px(map); }
  /// Pans never lose the place: the centre stays within these bounds.
  void keep_within(const geo::Box& box) { bounds_ = box; }

 private:
  double metres_per_px(double denominator) const { return denominator / 1000 / px_per_mm_; }
  struct Flight {
    geo::Point from, to;
    double from_denominator, start_s;
  };
  struct Swing {
    geo::Point px_per_s;
    double at_s;
  };
  bool advance_flight(double now_s);
  bool advance_swing(double now_s);
  double step_for(const geo::Box& box) const;
  void set_scale_at_anchor(double denominator);
  void clamp();

  geo::Point centre_{};
  double denominator_ = 10000;
  double target_ = 10000;
  double from_ = 10000;
  double start_s_ = 0;
  bool gliding_ = false;
  std::optional<Flight> flight_;
  std::optional<Swing> swing_;
  geo::Point anchor_px_{}, anchor_map_{};
  geo::Box bounds_;
  int width_ = 1, height_ = 1;
  double px_per_mm_ = 96 / 25.4;
};

}  // namespace nahraum::ui
