#include "app/street_names.hpp"

namespace nahraum::app {
namespace {

constexpr double near_m = 100;  ///< a street that far away still tells where a place is

}  // namespace

std::string street_near(const analysis::District& district, geo::Point at) {
  std::string name;
  double least_m = near_m;
  for (const auto& snap : district.snapper.all_within(at, near_m)) {
    const auto here =
        analysis::tags_of(*district.network.graph, district.project->streets, snap.edge)
            .get("name");
    if (here.empty() || snap.walk_m >= least_m) continue;
    least_m = snap.walk_m;
    name = here;
  }
  return name;
}

}  // namespace nahraum::app
