#pragma once
/// Where one has looked before: back and forth as in a browser.

#include <optional>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::ui {

/// A part of the map: its middle, and how near.
struct MapPlace {
  geo::Point centre;
  double denominator = 10000;
  friend bool operator==(const MapPlace&, const MapPlace&) = default;
};

/// A place counts once the map has rested there for a moment: panning in strokes is one way.
class ViewHistory {
 public:
  static constexpr double rest_s = 0.7;
  static constexpr std::size_t longest = 100;

  /// Once per frame. `moving`: by itself, without a hand on it.
  void follow(const MapPlace& now, bool moving, double now_s);
  /// Where to go; nothing at the end. The way there is not a place of its own.
  std::optional<MapPlace> back();
  std::optional<MapPlace> forth();
  void clear() { *this = {}; }

 private:
  std::optional<MapPlace> travel(std::vector<MapPlace>& from, std::vector<MapPlace>& to);

  std::vector<MapPlace> past_, future_;
  std::optional<MapPlace> current_;
  double changed_s_ = 0;
  bool travelling_ = false;
};

}  // namespace nahraum::ui
