#pragma once
/// What is under the mouse: of what is drawn, the thing that a person would mean.

#include <memory>
#include <unordered_map>
#include <vector>

#include "model/project.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// In the order in which they win: a symbol lies on a note, a note on a house, a house on a street,
/// all of them on a park.
struct Hit {
  enum class Kind {
    service,
    cluster,
    note,
    element,
    home,
    building,
    street,
    line,
    area
  } kind = Kind::street;
  /// service, note, home: their ids; cluster: see Picker::members; the others: their index
  std::int64_t id = 0;
  double distance_m = 0;  ///< from the asked point; 0 inside
  friend bool operator==(const Hit&, const Hit&) = default;
};

/// Benches, kerbs and the like can be pointed at from this scale on.
inline constexpr double elements_from_denominator = 5000;

/// Uniform grid over a project's buildings, streets, areas, lines, elements and notes, and the
/// symbols that are shown.
/// Building costs O(points); immutable but for `show` and `show_notes`. Thread-safe for reading.
class Picker {
 public:
  explicit Picker(model::Snapshot project);

  /// The symbols that can be hit: those of these layers that have an id, visible at the view's
  /// scale.
  void show(const std::vector<scene::LayerPtr>& layers);

  /// What users drew, as it is now: it changes more often than the project's tables.
  void show_notes(const std::vector<model::Note>& notes) { notes_ = notes; }

  /// Everything within `reach_m` of the point, best first; symbols within `symbol_reach_m`, those
  /// under 4 mm within less: small ones leave the houses around them to be clicked.
  std::vector<Hit> all(geo::Point at, double reach_m, double symbol_reach_m,
                       double denominator) const;

  /// The services that a cluster's number stands for; of the layers shown last.
  const std::vector<std::int64_t>& members(const Hit& cluster) const {
    return symbols_[static_cast<std::size_t>(cluster.id)].members;
  }

  const model::Project& project() const { return *project_; }

 private:
  struct Shape {
    enum class Kind { building, street, area, line, element } kind;
    std::uint32_t index;
  };
  struct Shown {
    geo::Point at;
    std::int64_t id = 0;
    double min_denominator = 0, max_denominator = 0;
    double reach = 1;  ///< share of the symbols' reach
    std::vector<std::int64_t> members;
  };
  using Cell = std::uint64_t;
  void enter(const geo::Box& box, Shape shape);
  void enter_areas();
  void enter_lines();
  void add_building(std::uint32_t index, geo::Point at, std::vector<Hit>& hits) const;
  void add_shape(const Shape& shape, geo::Point at, double reach_m, std::vector<Hit>& hits) const;
  void add_notes(geo::Point at, double reach_m, std::vector<Hit>& hits) const;

  model::Snapshot project_;
  std::unordered_map<Cell, std::vector<Shape>> cells_;
  std::vector<Shown> symbols_;
  std::vector<model::Note> notes_;
};

}  // namespace nahraum::render
