#pragma once
/// The vertices of the chosen shape, to be dragged, added and taken away. Knows places only.

#include <optional>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::ui {

/// One or several lines that are edited together. A closed one does not repeat its first vertex.
struct EditedShape {
  std::vector<std::vector<geo::Point>> lines;
  bool closed = false;
  std::size_t least = 1;  ///< vertices that each line keeps
  bool may_grow = true;   ///< vertices can be added and taken away
  friend bool operator==(const EditedShape&, const EditedShape&) = default;
};

class Vertices {
 public:
  struct Handle {
    std::size_t line = 0, vertex = 0;
    friend bool operator==(const Handle&, const Handle&) = default;
  };

  /// Takes over the chosen shape; another one forgets the active vertex. Not while one is held.
  void follow(const EditedShape& shape);
  const EditedShape& shape() const { return shape_; }
  bool empty() const { return shape_.lines.empty(); }

  std::optional<Handle> at(geo::Point place, double near_m) const;
  /// Whether a vertex lies there: it is held, and active from now on.
  bool press(geo::Point place, double near_m);
  void move(geo::Point place);
  /// True: the shape is another now.
  bool release();
  bool held() const { return held_; }
  /// Puts a vertex on the edge that lies there. True: it did.
  bool insert(geo::Point place, double near_m);
  /// Takes the active vertex away. False: none is active, or the line needs it.
  bool remove_active();
  /// As it was before the press.
  void give_up();
  const std::optional<Handle>& active() const { return active_; }

 private:
  EditedShape shape_, before_;
  std::optional<Handle> active_;
  bool held_ = false;
};

}  // namespace nahraum::ui
