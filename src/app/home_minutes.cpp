#include "app/home_minutes.hpp"

#include "analysis/home_reach.hpp"
#include "analysis/standards.hpp"

namespace nahraum::app {

HomeMinutes home_minutes(const analysis::District& district, const model::Catalogue& catalogue,
                         std::size_t home, jobs::Context& context) {
  HomeMinutes minutes;
  minutes.home = district.project->homes[home].id;
  minutes.profile = district.network.profile.id;
  std::vector<analysis::TypeAndWay> asked;
  for (const auto& type : catalogue.types) {
    if (!type.core || type.network_attribute || type.comes_to_you) continue;
    TypeMinutes each;
    each.type = type.id;
    each.limit = analysis::default_limit(type, district.network.profile);
    each.way = analysis::default_way(type);
    each.in_data = !analysis::targets_of(district, type.id).snaps.empty();
    asked.push_back({type.id, each.way});
    minutes.types.push_back(std::move(each));
  }
  const auto answers = analysis::reach_of_home(district, home, asked, context);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    auto& each = minutes.types[i];
    each.reach = answers[i];
    if (each.in_data) each.within = analysis::within(each.reach, each.limit);
  }
  return minutes;
}

}  // namespace nahraum::app
