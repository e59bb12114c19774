#include "ui/vertices.hpp"

namespace nahraum::ui {

void Vertices::follow(const EditedShape& shape) {
  if (held_ || shape == shape_) return;
  const auto fits = [&](const Handle& handle) {
    return handle.line < shape.lines.size() && handle.vertex < shape.lines[handle.line].size() &&
           shape.lines.size() == shape_.lines.size() &&
           shape.lines[handle.line].size() == shape_.lines[handle.line].size();
  };
  if (active_ && !fits(*active_)) active_.reset();
  shape_ = shape;
}

std::optional<Vertices::Handle> Vertices::at(geo::Point place, double near_m) const {
  std::optional<Handle> best;
  double least = near_m;
  for (std::size_t l = 0; l < shape_.lines.size(); ++l) {
    for (std::size_t v = 0; v < shape_.lines[l].size(); ++v) {
      const double away = geo::distance(shape_.lines[l][v], place);
      if (away > least) continue;
      least = away;
      best = Handle{l, v};
    }
  }
  return best;
}

bool Vertices::press(geo::Point place, double near_m) {
  active_ = at(place, near_m);
  if (!active_) return false;
  before_ = shape_;
  held_ = true;
  return true;
}

void Vertices::move(geo::Point place) {
  if (held_ && active_) shape_.lines[active_->line][active_->vertex] = place;
}

bool Vertices::release() {
  if (!held_) return false;
  held_ = false;
  return shape_ != before_;
}

void Vertices::give_up() {
  if (!held_) return;
  held_ = false;
  shape_ = before_;
}

bool Vertices::insert(geo::Point place, double near_m) {
  if (!shape_.may_grow) return false;
  std::optional<Handle> before;
  geo::Point where;
  double least = near_m;
  for (std::size_t l = 0; l < shape_.lines.size(); ++l) {
    const auto& line = shape_.lines[l];
    const std::size_t edges = line.empty() ? 0 : line.size() - (shape_.closed ? 0 : 1);
    for (std::size_t e = 0; e < edges; ++e) {
      const auto near = geo::nearest_on_segment(line[e], line[(e + 1) % line.size()], place);
      if (near.distance > least) continue;
      least = near.distance;
      where = near.at;
      before = Handle{l, e + 1};
    }
  }
  if (!before) return false;
  auto& line = shape_.lines[before->line];
  line.insert(line.begin() + static_cast<std::ptrdiff_t>(before->vertex), where);
  active_ = before;
  return true;
}

bool Vertices::remove_active() {
  if (!active_ || held_ || !shape_.may_grow) return false;
  auto& line = shape_.lines[active_->line];
  if (line.size() <= shape_.least) return false;
  line.erase(line.begin() + static_cast<std::ptrdiff_t>(active_->vertex));
  active_.reset();
  return true;
}

}  // namespace nahraum::ui
