#include "analysis/siting_parts.hpp"

namespace nahraum::analysis {

SiteParts::SiteParts(const SitingCase& siting)
    : siting_(siting), by_cost_(siting.question.model == SitingModel::p_median) {
  if (by_cost_) {
    cost_ = siting.median.present;
  } else {
    cost_.assign(siting.open.size(), 1);
  }
  first_ = cost_;
}

template <class Visit>
void SiteParts::each_gain(std::uint32_t candidate, Visit visit) const {
  if (by_cost_) {
    for (const auto& way : siting_.median.of(candidate)) {
      if (way.cost < cost_[way.demand]) visit(way.demand, way.cost);
    }
    return;
  }
  for (const auto home : siting_.cover.by_place.of(candidate)) {
    if (cost_[home] > 0) visit(home, 0U);
  }
}

std::int64_t SiteParts::worth(std::uint32_t candidate) const {
  std::int64_t sum = 0;
  each_gain(candidate, [&](std::uint32_t home, std::uint32_t cost) {
    sum += siting_.weight[home] * (std::int64_t{cost_[home]} - std::int64_t{cost});
  });
  return sum;
}

SitePart SiteParts::part(std::uint32_t candidate) const {
  std::vector<std::uint32_t> homes;
  each_gain(candidate,
            [&](std::uint32_t home, std::uint32_t) { homes.push_back(siting_.open[home]); });
  const auto persons = tally(*siting_.district->project, homes);
  return {candidate, worth(candidate), persons, std::move(homes)};
}

void SiteParts::choose(std::uint32_t candidate) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> better;
  each_gain(candidate,
            [&](std::uint32_t home, std::uint32_t cost) { better.emplace_back(home, cost); });
  for (const auto& [home, cost] : better)
    cost_[home] = cost;
}

std::vector<std::uint32_t> SiteParts::helped(bool wanted) const {
  std::vector<std::uint32_t> homes;
  for (std::size_t i = 0; i < cost_.size(); ++i) {
    if ((cost_[i] < first_[i]) == wanted) homes.push_back(siting_.open[i]);
  }
  return homes;
}

}  // namespace nahraum::analysis
