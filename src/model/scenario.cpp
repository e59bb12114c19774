#include "model/scenario.hpp"

#include <algorithm>

#include "base/one_of_members.hpp"

template class nahraum::base::OneOf<nahraum::model::AnyChange>;

namespace nahraum::model {
namespace {

struct Placer {
  using Place = std::optional<geo::Point>;
  Place operator()(const OpenService& change) const { return change.at; }
  Place operator()(const MoveService& change) const { return change.to; }
  Place operator()(const AddPath& change) const { return middle_of(change.line); }
  Place operator()(const AddCrossing& change) const { return middle_of(change.line); }
  Place operator()(const AddBench& change) const { return change.at; }
  Place operator()(const AddHousing& change) const { return change.at; }
  Place operator()(const AddBarrier& change) const { return change.at; }
  template <class Other>
  Place operator()(const Other&) const {
    return std::nullopt;
  }

  static Place middle_of(const geo::Line& line) {
    if (line.empty()) return std::nullopt;
    return geo::point_along(line, geo::length(line) / 2);
  }
};

}  // namespace

const std::vector<std::string>& change_kinds() {
  static const std::vector<std::string> kinds = {
      "open_service", "close_service", "move_service", "resize_service", "add_path",
      "remove_path",  "add_crossing",  "add_bench",    "remove_bench",   "add_ramp",
      "lower_kerb",   "add_housing",   "add_barrier",  "change_path"};
  return kinds;
}

const std::string& kind_of(const Change& change) {
  return change_kinds()[change.index()];
}

std::optional<geo::Point> place_of(const Change& change) {
  return std::visit(Placer{}, change);
}

const Scenario* find_scenario(const std::vector<Scenario>& scenarios, std::string_view name) {
  const auto found = std::find_if(scenarios.begin(), scenarios.end(),
                                  [&](const Scenario& scenario) { return scenario.name == name; });
  return found == scenarios.end() ? nullptr : &*found;
}

}  // namespace nahraum::model
