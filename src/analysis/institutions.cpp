#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/need_units.hpp"
#include "model/disclosure.hpp"

namespace nahraum::analysis {
namespace {

/// The residential building that a service stands in, or the home of the same object.
std::optional<std::uint32_t> home_of(const model::Project& project, const model::Service& service) {
  for (const auto& building : project.buildings) {
    if (building.home < 0 || !geo::bounds(building.outline).contains(service.at)) continue;
    if (geo::contains(building.outline, service.at))
      return static_cast<std::uint32_t>(building.home);
  }
  for (std::uint32_t h = 0; h < project.homes.size(); ++h) {
    if (service.osm.id != 0 && project.homes[h].osm == service.osm) return h;
  }
  return {};
}

double share_at(const std::vector<model::Rates::Care>& care, int age) {
  for (const auto& group : care) {
    if (age >= group.ages.from && (!group.ages.below || age < *group.ages.below)) return group.high;
  }
  return 0;
}

double residential_at(const std::vector<model::Rates::Setting>& settings, int age) {
  for (const auto& group : settings) {
    if (age >= group.ages.from && (!group.ages.below || age < *group.ages.below)) {
      return group.residential;
    }
  }
  return 0;
}

/// How many residents of institutions the reference population has from an age on.
Groups residents_from(const model::Rates& rates) {
  Groups from{};
  double above = 0;
  for (std::size_t i = five_year_groups; i-- > 0;) {
    const int age = static_cast<int>(5 * i);
    const auto& people = rates.pyramid[i];
    above += (people.men + people.women) * share_at(rates.care, age) *
             residential_at(rates.settings, age);
    from[i] = above;
  }
  return from;
}

/// Ages inside 65–79 and 80+ as in the reference; those below 65 are taken for 60–64.
AgeCurve resident_ages(const model::Residents& inside, const Groups& reference) {
  const double all = inside.all.value_or(0);
  const double from_65 = inside.age_65.value_or(inside.all.value_or(0));
  const double from_80 = inside.age_80.value_or(0);
  AgeCurve curve;
  curve.set(0, all);
  curve.set(60, all);
  const double young = reference[13] - reference[16];
  for (std::size_t i = 13; i < five_year_groups; ++i) {
    const double share = i < 16 ? (young > 0 ? (reference[i] - reference[16]) / young : 0)
                                : (reference[16] > 0 ? reference[i] / reference[16] : 0);
    curve.set(static_cast<int>(5 * i),
              i < 16 ? from_80 + share * (from_65 - from_80) : share * from_80);
  }
  return curve;
}

/// Whether one of the three age groups is too small to be told apart.
bool tells_few(const model::Residents& inside, int min_count) {
  const int all = inside.all.value_or(0);
  const int from_65 = inside.age_65.value_or(0);
  const int from_80 = inside.age_80.value_or(0);
  return !model::may_show(all - from_65, min_count) ||
         !model::may_show(from_65 - from_80, min_count) || !model::may_show(from_80, min_count);
}

int part(double places, double share, const std::optional<int>& most) {
  return std::min(static_cast<int>(std::lround(places * share)), most.value_or(0));
}

}  // namespace

std::vector<Institution> institutions(const model::Project& project,
                                      const model::PeopleRules& rules, const model::Rates& rates) {
  std::map<std::uint32_t, std::pair<std::uint32_t, double>> places;  // home → service, places (−1)
  for (std::uint32_t s = 0; s < project.services.size(); ++s) {
    const auto& service = project.services[s];
    if (service.type != "W03" && service.type != "W04") continue;
    const auto home = home_of(project, service);
    if (!home) continue;
    const auto [at, is_new] = places.try_emplace(*home, s, -1.0);
    if (!service.capacity || *service.capacity <= 0) continue;
    at->second.second = std::max(0.0, at->second.second) + std::min(*service.capacity, 2000.0);
  }
  const Groups reference = residents_from(rates);
  std::vector<Institution> all;
  for (const auto& [home, service_places] : places) {
    const auto& lives = project.homes[home].residents;
    if (!lives.all) continue;
    const auto& [service, capacity] = service_places;
    const double persons = capacity < 0 ? *lives.all : std::min<double>(capacity, *lives.all);
    model::Residents inside{static_cast<int>(std::lround(persons)), {}, {}};
    inside.age_65 = part(persons, rules.care_home_share_65.value, lives.age_65);
    inside.age_80 = part(persons, rules.care_home_share_80.value, lives.age_80);
    const bool known = capacity >= 0;
    if (!known && tells_few(inside, rules.min_count)) continue;
    all.push_back({home, service, known, resident_ages(inside, reference)});
  }
  return all;
}

}  // namespace nahraum::analysis
