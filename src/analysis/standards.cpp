#include "analysis/standards.hpp"

#include <algorithm>
#include <limits>

namespace nahraum::analysis {
namespace {

std::optional<Limit> to_limit(const std::optional<double>& metres,
                              const std::optional<double>& minutes) {
  if (metres) return Limit{Limit::Kind::metres, *metres};
  if (minutes) return Limit{Limit::Kind::seconds, *minutes * 60};
  return std::nullopt;
}

/// Which groups are known anywhere in the district.
struct Known {
  bool all = false, age_65 = false, age_80 = false;
  explicit Known(const std::vector<model::Home>& homes) {
    for (const auto& home : homes) {
      if (!home.in_district) continue;
      all |= home.residents.all.has_value();
      age_65 |= home.residents.age_65.has_value();
      age_80 |= home.residents.age_80.has_value();
    }
  }
  Counts none() const { return {all ? 0 : -1, age_65 ? 0 : -1, age_80 ? 0 : -1}; }
};

void add(Counts& counts, const model::Residents& residents) {
  if (counts.all >= 0) counts.all += residents.all.value_or(0);
  if (counts.age_65 >= 0) counts.age_65 += residents.age_65.value_or(0);
  if (counts.age_80 >= 0) counts.age_80 += residents.age_80.value_or(0);
}

/// All gates of a type, and those of each service.
struct GatePoints {
  std::vector<geo::Point> all;
  std::map<std::int32_t, std::vector<geo::Point>> of;

  GatePoints(const District& district, std::string_view type) {
    const auto found = district.services_of_type.find(type);
    if (found == district.services_of_type.end()) return;
    for (const auto i : found->second) {
      for (const Gate& gate : district.gates[i]) {
        all.push_back(gate.at);
        of[district.project->services[i].id].push_back(gate.at);
      }
    }
  }
};

double nearest_m(geo::Point from, const std::vector<geo::Point>& places) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto place : places)
    best = std::min(best, geo::distance(from, place));
  return best;
}

struct Weighted {
  double value = 0;
  double weight = 0;
};

std::optional<double> weighted_median(std::vector<Weighted> values) {
  double total = 0;
  for (const auto& each : values)
    total += each.weight;
  if (total <= 0) return std::nullopt;
  std::sort(values.begin(), values.end(),
            [](const Weighted& a, const Weighted& b) { return a.value < b.value; });
  double below = 0;
  for (const auto& each : values) {
    below += each.weight;
    if (below * 2 >= total) return each.value;
  }
  return values.back().value;
}

}  // namespace

std::optional<Limit> limit_of(const model::Standard& standard, const model::ServiceType& type) {
  const auto own = standard.types.find(type.id);
  if (own != standard.types.end()) return to_limit(own->second.metres, own->second.minutes);
  using Catalogue = model::Standard::Catalogue;
  const auto& of_catalogue =
      standard.from_catalogue == Catalogue::target ? type.target_m : type.limit_m;
  if (standard.from_catalogue != Catalogue::no && of_catalogue)
    return Limit{Limit::Kind::metres, *of_catalogue};
  if (!standard.everywhere) return std::nullopt;
  return to_limit(standard.everywhere->metres, standard.everywhere->minutes);
}

Grade grade_of(const HomeReach& home, const Limit& target, const Limit& limit) {
  if (within(home, target) == Within::yes) return Grade::good;
  switch (within(home, limit)) {
    case Within::yes:
      return Grade::sufficient;
    case Within::no:
      return Grade::gap;
    case Within::unknown:
      break;
  }
  return Grade::unknown;
}

Comparison compare(const District& district, const std::vector<HomeReach>& reach,
                   const Limit& first, const Limit& second) {
  const auto& homes = district.project->homes;
  const Counts zero = Known(homes).none();
  Comparison result{zero, zero, zero, zero, zero};
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const Within a = within(reach[i], first);
    const Within b = within(reach[i], second);
    const bool unknown = a == Within::unknown || b == Within::unknown;
    const bool by_a = a == Within::yes, by_b = b == Within::yes;
    if (!unknown && by_a && !by_b) ++result.homes_first_only;
    if (!unknown && by_b && !by_a) ++result.homes_second_only;
    add(unknown        ? result.unknown
        : by_a && by_b ? result.both
        : by_a         ? result.first_only
        : by_b         ? result.second_only
                       : result.neither,
        homes[i].residents);
  }
  return result;
}

Detour detour(const District& district, std::string_view type, const std::vector<HomeReach>& reach,
              const Limit& limit) {
  const auto& homes = district.project->homes;
  const GatePoints gates(district, type);
  const Known known(homes);
  Detour result;
  result.radius_m = limit.kind == Limit::Kind::metres
                        ? limit.value
                        : limit.value * district.network.profile.speed_m_s;
  result.in_circle = result.wrongly_served = known.none();
  result.factor.resize(homes.size());
  std::vector<Weighted> factors;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    const auto& home = homes[i];
    const auto own = gates.of.find(reach[i].service);
    if (own != gates.of.end()) {
      const double straight_m = nearest_m(home.at, own->second);
      if (straight_m >= 1) result.factor[i] = static_cast<float>(reach[i].metres / straight_m);
    }
    if (!home.in_district) continue;
    if (result.factor[i]) {
      const double weight = known.all ? home.residents.all.value_or(0) : 1;
      factors.push_back({*result.factor[i], weight});
    }
    if (nearest_m(home.at, gates.all) > result.radius_m) continue;
    add(result.in_circle, home.residents);
    if (within(reach[i], limit) != Within::no) continue;
    add(result.wrongly_served, home.residents);
    ++result.homes_wrongly_served;
  }
  result.median = weighted_median(std::move(factors));
  return result;
}

}  // namespace nahraum::analysis
