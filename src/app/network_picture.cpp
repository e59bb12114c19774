#include "app/network_picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace nahraum::app {
namespace {

constexpr double golden_angle = 2.399963229728653;
constexpr double rim = 0.97, room = 0.82;  ///< of those without ties, and of the others

/// An angle that consecutive ids share out evenly, whatever others there are.
geo::Point at_own_angle(model::Id id, double radius) {
  const double angle = golden_angle * static_cast<double>(id % model::ids_of_a_group) +
                       static_cast<double>(id / model::ids_of_a_group);
  return {radius * std::sin(angle), -radius * std::cos(angle)};
}

/// The drawing so far: those with ties.
class Drawing {
 public:
  explicit Drawing(const std::vector<model::Actor>& actors)
      : actors_(actors), at_(actors.size(), none) {}

  void add(const planning::LayoutTie& tie, int iterations) {
    const bool both_new = at_[tie.a] == none && at_[tie.b] == none;
    for (const auto actor : {tie.a, tie.b}) {
      if (at_[actor] != none) continue;
      at_[actor] = nodes_.size();
      nodes_.push_back({std::to_string(actors_[actor].id), std::nullopt});
      if (both_new)
        nodes_.back().kept = at_own_angle(actors_[tie.a].id, actor == tie.a ? 0.5 : 0.7);
    }
    ties_.push_back({at_[tie.a], at_[tie.b], tie.strength});
    planning::ForceParameters parameters;
    parameters.iterations = iterations;
    const auto places = planning::force_layout(nodes_, ties_, parameters);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      nodes_[i].kept = places[i];
  }

  std::vector<geo::Point> places() const {
    std::vector<geo::Point> places;
    for (std::size_t i = 0; i < actors_.size(); ++i) {
      const bool tied = at_[i] != none;
      const auto at = tied ? *nodes_[at_[i]].kept : at_own_angle(actors_[i].id, rim);
      places.push_back(tied ? geo::Point{at.x * room, at.y * room} : at);
    }
    return places;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const std::vector<model::Actor>& actors_;
  std::vector<std::size_t> at_;  ///< per actor, in nodes_
  std::vector<planning::LayoutNode> nodes_;
  std::vector<planning::LayoutTie> ties_;
};

}  // namespace

std::vector<planning::LayoutTie> layout_ties(const std::vector<model::Actor>& actors,
                                             const std::vector<model::Tie>& ties) {
  std::map<model::Id, std::size_t> place;
  for (std::size_t i = 0; i < actors.size(); ++i)
    place.emplace(actors[i].id, i);
  std::vector<planning::LayoutTie> sound;
  for (const auto& tie : ties) {
    const auto a = place.find(tie.from), b = place.find(tie.to);
    if (a == place.end() || b == place.end() || tie.from == tie.to) continue;
    sound.push_back({a->second, b->second, std::clamp(tie.strength.value_or(1), 1, 3)});
  }
  return sound;
}

std::vector<geo::Point> network_places(const std::vector<model::Actor>& actors,
                                       const std::vector<model::Tie>& ties) {
  auto by_id = ties;
  std::stable_sort(by_id.begin(), by_id.end(),
                   [](const model::Tie& a, const model::Tie& b) { return a.id < b.id; });
  Drawing drawing(actors);
  int number = 0;
  for (const auto& tie : layout_ties(actors, by_id))
    drawing.add(tie, ++number <= 150 ? 40 : 12);
  return drawing.places();
}

}  // namespace nahraum::app
