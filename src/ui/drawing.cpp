#include "ui/drawing.hpp"

#include <algorithm>

namespace nahraum::ui {

std::size_t Drawing::least() const {
  if (shape_ == Shape::polygon) return 3;
  return shape_ == Shape::line || shape_ == Shape::freehand ? 2 : 1;
}

void Drawing::finish() {
  points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
  if (points_.size() >= least()) done_ = true;
}

void Drawing::press(geo::Point at) {
  held_ = true;
  if (draws_by_dragging()) points_ = {at};
  next_.reset();
}

void Drawing::move(geo::Point at, double near_m) {
  if (shape_ == Shape::freehand && held_) {
    if (geo::distance(points_.back(), at) >= near_m) points_.push_back(at);
    return;
  }
  next_ = at;
}

void Drawing::release(geo::Point at, bool moved, double near_m) {
  if (!held_) return;
  held_ = false;
  next_.reset();
  if (shape_ == Shape::freehand) {
    if (points_.back() != at) points_.push_back(at);
    finish();
    if (!done_) points_.clear();
    return;
  }
  if (shape_ == Shape::pair) {
    if (moved) points_.push_back(at);
    return finish();
  }
  if (moved) return;
  const bool closes = shape_ == Shape::polygon && points_.size() >= 3 &&
                      geo::distance(points_.front(), at) <= near_m;
  if (closes) return finish();
  points_.push_back(at);
  if (shape_ == Shape::point) finish();
}

void Drawing::double_click() {
  held_ = false;
  if (shape_ == Shape::line || shape_ == Shape::polygon) finish();
}

void Drawing::key(Key key) {
  if (key == Key::escape) given_up_ = true;
  if (key == Key::backspace && !points_.empty() && !held_) points_.pop_back();
  if (key == Key::enter && !held_ && begun()) finish();
}

std::vector<geo::Point> Drawing::shown() const {
  auto points = points_;
  if (next_ && !points.empty()) points.push_back(*next_);
  return points;
}

namespace {

void keep_between(const std::vector<geo::Point>& line, std::size_t first, std::size_t last,
                  double tolerance_m, std::vector<bool>& kept) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [a, b] = open.back();
    open.pop_back();
    double farthest_m = tolerance_m;
    std::size_t at = a;
    for (std::size_t i = a + 1; i < b; ++i) {
      const double m = geo::nearest_on_segment(line[a], line[b], line[i]).distance;
      if (m > farthest_m) farthest_m = m, at = i;
    }
    if (at == a) continue;
    kept[at] = true;
    open.emplace_back(a, at);
    open.emplace_back(at, b);
  }
}

}  // namespace

std::vector<geo::Point> simplified(const std::vector<geo::Point>& line, double tolerance_m) {
  if (line.size() < 3) return line;
  std::vector<bool> kept(line.size(), false);
  kept.front() = kept.back() = true;
  keep_between(line, 0, line.size() - 1, tolerance_m, kept);
  std::vector<geo::Point> simple;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kept[i]) simple.push_back(line[i]);
  }
  return simple;
}

}  // namespace nahraum::ui
