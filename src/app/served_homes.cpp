#include "app/served_homes.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "analysis/pairs.hpp"

namespace nahraum::app {
namespace {

using Homes = std::vector<std::uint32_t>;

Homes in_district(std::span<const analysis::HomeCost> pairs, const model::Project& project) {
  Homes homes;
  for (const auto& pair : pairs) {
    if (project.homes[pair.home].in_district) homes.push_back(pair.home);
  }
  return homes;
}

Homes in_both(const Homes& a, const Homes& b) {
  Homes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// All services of one type at once.
void serve(const PageInput& input, const model::ServiceType& type, ServedHomes& served,
           jobs::Context& context) {
  const auto& district = *input.answer->district;
  const auto places = analysis::places_of(district, type.id);
  if (places.service.empty()) return;
  const auto way = analysis::default_way(type);
  const auto& limit = input.answer->question.limit;
  const auto pairs_for = [&](bool towards) {
    return analysis::homes_within(district, places.gates, limit, towards, context);
  };
  const auto first = pairs_for(way != analysis::Way::from);
  const auto second = way == analysis::Way::both ? pairs_for(false) : analysis::Pairs{};
  for (std::size_t p = 0; p < places.service.size(); ++p) {
    auto homes = in_district(first.of(p), *district.project);
    if (way == analysis::Way::both)
      homes = in_both(homes, in_district(second.of(p), *district.project));
    served.homes[places.service[p]] = std::move(homes);
  }
}

}  // namespace

std::optional<ServedHomes> served_homes(const PageInput& input, jobs::Context& context) {
  if (!input.answer || !input.answer->district) return std::nullopt;
  const auto& project = *input.answer->district->project;
  ServedHomes served;
  served.homes.resize(project.services.size());
  for (const auto& home : project.homes)
    served.persons.push_back(home.in_district ? home.residents.age_65 : std::optional<int>(0));
  std::set<std::string> types;
  for (const auto& service : project.services)
    types.insert(service.type);
  for (const auto& id : types) {
    context.check();
    if (const auto* type = input.catalogue->find_type(id)) serve(input, *type, served, context);
  }
  return served;
}

}  // namespace nahraum::app
