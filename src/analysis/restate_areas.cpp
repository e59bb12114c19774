#include "analysis/restate_areas.hpp"

#include "analysis/population.hpp"
#include "base/check.hpp"

namespace nahraum::analysis {

model::RestateAreas restate_area(const model::Project& project, std::uint32_t index,
                                 model::PopulationCell area, const model::PeopleRules& rules,
                                 jobs::Context& context) {
  NAHRAUM_CHECK(index < project.population.size());
  auto changed = project;
  changed.population[index] = std::move(area);
  spread_population(changed, rules, context);
  model::RestateAreas edit;
  for (std::uint32_t i = 0; i < project.population.size(); ++i) {
    if (changed.population[i] != project.population[i])
      edit.areas.emplace_back(i, std::move(changed.population[i]));
  }
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const auto& before = project.homes[i];
    const auto& after = changed.homes[i];
    const bool same = before.residents == after.residents && before.basis == after.basis;
    if (before.stated.empty() && !same)
      edit.homes.push_back({after.id, after.residents, after.basis});
  }
  return edit;
}

}  // namespace nahraum::analysis
