#include "ui/view_history.hpp"

namespace nahraum::ui {

void ViewHistory::follow(const MapPlace& now, bool moving, double now_s) {
  if (!current_) current_ = now;
  if (travelling_) {
    travelling_ = moving;
    current_ = now;
    return;
  }
  if (now == *current_) return;
  if (now_s - changed_s_ > rest_s) {
    past_.push_back(*current_);
    if (past_.size() > longest) past_.erase(past_.begin());
    future_.clear();
  }
  current_ = now;
  changed_s_ = now_s;
}

std::optional<MapPlace> ViewHistory::travel(std::vector<MapPlace>& from,
                                            std::vector<MapPlace>& to) {
  if (from.empty() || !current_) return std::nullopt;
  const MapPlace there = from.back();
  from.pop_back();
  to.push_back(*current_);
  current_ = there;
  travelling_ = true;
  return there;
}

std::optional<MapPlace> ViewHistory::back() {
  return travel(past_, future_);
}

std::optional<MapPlace> ViewHistory::forth() {
  return travel(future_, past_);
}

}  // namespace nahraum::ui
