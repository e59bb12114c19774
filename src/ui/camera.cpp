#include "ui/camera.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::ui {
namespace {

constexpr double glide_s = 0.15;
constexpr double swing_dies_in_s = 0.25;
constexpr double slowest_px_per_s = 40;

std::size_t nearest_step(double denominator) {
  const auto& steps = zoom_steps();
  std::size_t best = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const auto off = [&](std::size_t k) { return std::abs(std::log(steps[k] / denominator)); };
    if (off(i) < off(best)) best = i;
  }
  return best;
}

}  // namespace

const std::vector<double>& zoom_steps() {
  static const std::vector<double> steps{500,   750,   1000,  1500,  2000,  3000,  4000,
                                         5000,  7500,  10000, 12500, 15000, 20000, 30000,
                                         50000, 75000, 1e5,   1.5e5, 2e5};
  return steps;
}

void Camera::resize(int width, int height, double px_per_mm) {
  const double ratio = px_per_mm / px_per_mm_;
  width_ = std::max(width, 1);
  height_ = std::max(height, 1);
  px_per_mm_ = px_per_mm;
  if (ratio != 1) gliding_ = false, denominator_ = target_;
}

void Camera::show_all(const geo::Box& box) {
  hold();
  centre_ = box.centre();
  denominator_ = target_ = step_for(box);
}

double Camera::step_for(const geo::Box& box) const {
  const auto& steps = zoom_steps();
  double fits = steps.back();
  for (std::size_t i = steps.size(); i-- > 0;) {
    const double m = metres_per_px(steps[i]);
    if (box.width() > m * width_ || box.height() > m * height_) break;
    fits = steps[i];
  }
  return fits;
}

void Camera::hold() {
  if (gliding_ || flight_) target_ = denominator_;
  gliding_ = false;
  flight_.reset();
  swing_.reset();
}

void Camera::fly(geo::Point centre, double denominator, double now_s) {
  hold();
  flight_ = Flight{centre_, centre, denominator_, now_s};
  target_ = denominator;
}

void Camera::fly_to(const geo::Box& box, double now_s) {
  fly(box.centre(), step_for(box), now_s);
}

void Camera::swing(geo::Point px_per_s, double now_s) {
  if (std::hypot(px_per_s.x, px_per_s.y) >= slowest_px_per_s) swing_ = Swing{px_per_s, now_s};
}

bool Camera::advance_flight(double now_s) {
  const double t = std::clamp((now_s - flight_->start_s) / glide_s, 0.0, 1.0);
  const double eased = 1 - (1 - t) * (1 - t);
  const Flight flight = *flight_;
  denominator_ = flight.from_denominator * std::pow(target_ / flight.from_denominator, eased);
  centre_ = {flight.from.x + (flight.to.x - flight.from.x) * eased,
             flight.from.y + (flight.to.y - flight.from.y) * eased};
  if (t >= 1) {
    flight_.reset();
    denominator_ = target_;
  }
  clamp();
  return true;
}

/// Loses the same share of its speed in the same time, however long the frames are.
bool Camera::advance_swing(double now_s) {
  const double passed = std::clamp(now_s - swing_->at_s, 0.0, 0.1);
  const double kept = std::exp(-passed / swing_dies_in_s);
  const double way = swing_dies_in_s * (1 - kept);
  pan_px(swing_->px_per_s.x * way, swing_->px_per_s.y * way);
  swing_->px_per_s.x *= kept;
  swing_->px_per_s.y *= kept;
  swing_->at_s = now_s;
  if (std::hypot(swing_->px_per_s.x, swing_->px_per_s.y) < slowest_px_per_s) swing_.reset();
  return true;
}

void Camera::jump(geo::Point centre, double denominator) {
  hold();
  centre_ = centre;
  denominator_ = target_ = denominator;
  clamp();
}

void Camera::pan_px(double dx, double dy) {
  const double m = metres_per_px(denominator_);
  centre_.x -= dx * m;
  centre_.y += dy * m;
  anchor_px_.x += dx;
  anchor_px_.y += dy;
  clamp();
}

void Camera::zoom(int steps, geo::Point anchor_px, double now_s) {
  const auto last = static_cast<int>(zoom_steps().size()) - 1;
  const int step = std::clamp(static_cast<int>(nearest_step(target_)) - steps, 0, last);
  flight_.reset();
  swing_.reset();
  anchor_px_ = anchor_px;
  anchor_map_ = to_map(anchor_px);
  from_ = denominator_;
  target_ = zoom_steps()[static_cast<std::size_t>(step)];
  start_s_ = now_s;
  gliding_ = target_ != denominator_;
}

bool Camera::advance(double now_s) {
  if (flight_) return advance_flight(now_s);
  if (swing_) return advance_swing(now_s);
  if (!gliding_) return false;
  const double t = std::clamp((now_s - start_s_) / glide_s, 0.0, 1.0);
  const double eased = 1 - (1 - t) * (1 - t);
  gliding_ = t < 1;
  set_scale_at_anchor(gliding_ ? from_ * std::pow(target_ / from_, eased) : target_);
  return true;
}

void Camera::set_scale_at_anchor(double denominator) {
  denominator_ = denominator;
  const geo::Point moved = to_map(anchor_px_);
  centre_.x += anchor_map_.x - moved.x;
  centre_.y += anchor_map_.y - moved.y;
  clamp();
}

void Camera::clamp() {
  if (bounds_.empty()) return;
  centre_.x = std::clamp(centre_.x, bounds_.min_x, bounds_.max_x);
  centre_.y = std::clamp(centre_.y, bounds_.min_y, bounds_.max_y);
}

render::gl::Look Camera::look() const {
  render::gl::Look look;
  look.centre = centre_;
  look.metres_per_px = metres_per_px(denominator_);
  look.px_per_mm = px_per_mm_;
  look.denominator = denominator_;
  look.width = width_;
  look.height = height_;
  return look;
}

}  // namespace nahraum::ui
