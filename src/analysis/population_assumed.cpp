#include "analysis/population_assumed.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/hilbert.hpp"

namespace nahraum::analysis {
namespace {

std::vector<std::size_t> along_curve(const std::vector<model::Home>& homes) {
  geo::Box box;
  for (const auto& home : homes)
    box.add(home.at);
  std::vector<std::uint64_t> keys;
  keys.reserve(homes.size());
  for (const auto& home : homes)
    keys.push_back(hilbert_key(box, home.at));
  std::vector<std::size_t> order(homes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(keys[a], homes[a].id) < std::pair(keys[b], homes[b].id);
  });
  return order;
}

/// Whole numbers whose running sum stays next to that of the shares.
class RunningSum {
 public:
  int take(double share) {
    const double before = std::floor(sum_ + 0.5);
    sum_ += share;
    return static_cast<int>(std::floor(sum_ + 0.5) - before);
  }

 private:
  double sum_ = 0;
};

}  // namespace

void assume_residents(model::Project& project, const model::PeopleRules& rules) {
  RunningSum all, age_65, age_80;
  const double of_them_80 =
      rules.share_65.value > 0 ? rules.share_80.value / rules.share_65.value : 0;
  for (const auto index : along_curve(project.homes)) {
    auto& home = project.homes[index];
    // Each group is drawn from the persons of the larger one: 80+ ≤ 65+ ≤ all in every home.
    const int persons = all.take(std::max(0.0, home.floor_area_m2) / rules.area_per_person.value);
    const int older = age_65.take(persons * rules.share_65.value);
    home.residents = {persons, older, age_80.take(older * of_them_80)};
    home.basis = model::PopulationBasis::assumed;
  }
}

}  // namespace nahraum::analysis
