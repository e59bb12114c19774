#include "analysis/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nahraum::analysis {
namespace {

using base::Millis;

using Figure = std::optional<int> model::Residents::*;

/// A home and what its residents have to walk; infinity where nothing is reached.
struct Far {
  double value = 0;
  std::uint32_t home = 0;
};

/// The district's homes whose way is known, from near to far: not those for which the data's edge
/// is nearer than the answer.
struct NearToFar {
  std::vector<Far> by_seconds, by_metres;

  NearToFar(const std::vector<model::Home>& homes, const std::vector<HomeReach>& reach) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (std::uint32_t i = 0; i < homes.size(); ++i) {
      const bool known = reach[i].status == Status::ok || reach[i].status == Status::unreachable;
      if (!homes[i].in_district || !known) continue;
      const bool reached = reach[i].cost != base::unreachable;
      by_seconds.push_back({reached ? reach[i].cost.value / 1000.0 : infinite, i});
      by_metres.push_back({reached ? static_cast<double>(reach[i].metres) : infinite, i});
    }
    const auto nearer = [](const Far& a, const Far& b) { return a.value < b.value; };
    std::sort(by_seconds.begin(), by_seconds.end(), nearer);
    std::sort(by_metres.begin(), by_metres.end(), nearer);
  }
};

/// First value whose cumulated persons reach the share; nothing when that is not finite.
std::optional<double> quantile(const std::vector<Far>& ordered,
                               const std::vector<model::Home>& homes, Figure group, double share) {
  const auto persons_of = [&](const Far& far) {
    return std::max(0, (homes[far.home].residents.*group).value_or(0));
  };
  long total = 0;
  for (const auto& far : ordered)
    total += persons_of(far);
  long below = 0;
  for (const auto& far : ordered) {
    const long persons = persons_of(far);
    below += persons;
    if (persons == 0 || static_cast<double>(below) < share * static_cast<double>(total)) continue;
    return std::isfinite(far.value) ? std::optional(far.value) : std::nullopt;
  }
  return std::nullopt;
}

/// One group counted home by home.
class GroupCount {
 public:
  void add(const std::optional<int>& persons, const HomeReach& home, Within answer) {
    if (!persons) {
      ++figures_.homes_unknown;
      return;
    }
    known_ = true;
    figures_.total += *persons;
    if (answer == Within::yes) figures_.covered += *persons;
    if (answer == Within::no) figures_.gap += *persons;
    if (home.status == Status::unreachable) figures_.without_way += *persons;
    if (answer == Within::unknown) figures_.not_assessable += *persons;
  }

  GroupCoverage finish(const NearToFar& ways, const std::vector<model::Home>& homes, Figure group) {
    if (!known_) {
      figures_.total = figures_.covered = figures_.gap = figures_.not_assessable = -1;
      return figures_;
    }
    const long assessed = figures_.covered + figures_.gap;
    if (assessed > 0) {
      figures_.share = static_cast<double>(figures_.covered) / static_cast<double>(assessed);
    }
    const auto seconds = [&](double share) {
      const auto value = quantile(ways.by_seconds, homes, group, share);
      return value ? std::optional(base::Seconds(*value)) : std::nullopt;
    };
    const auto metres = [&](double share) {
      const auto value = quantile(ways.by_metres, homes, group, share);
      return value ? std::optional(base::Metres(*value)) : std::nullopt;
    };
    figures_.median = seconds(0.5);
    figures_.p90 = seconds(0.9);
    figures_.median_m = metres(0.5);
    figures_.p90_m = metres(0.9);
    return figures_;
  }

 private:
  GroupCoverage figures_;
  bool known_ = false;
};

bool found_within(const HomeReach& home, const Limit& limit) {
  if (home.cost == base::unreachable) return false;
  return limit.kind == Limit::Kind::seconds ? home.cost.value <= limit.value * 1000
                                            : home.metres <= limit.value;
}

}  // namespace

Within within(const HomeReach& home, const Limit& limit) {
  if (home.status == Status::no_street) return Within::unknown;
  if (found_within(home, limit)) return Within::yes;
  if (home.status != Status::beyond_data) return Within::no;
  // The data's edge lies nearer than the answer, but beyond the limit: nothing behind it counts.
  const bool edge_beyond_limit = limit.kind == Limit::Kind::seconds
                                     ? home.frontier.value > limit.value * 1000
                                     : home.frontier_m > limit.value;
  return edge_beyond_limit ? Within::no : Within::unknown;
}

Coverage coverage(const District& district, std::string_view type,
                  const std::vector<HomeReach>& reach, const Limit& limit, Way way) {
  Coverage result;
  result.type = type;
  result.way = way;
  result.profile = district.network.profile.id;
  result.limit = limit;
  GroupCount all, age_65, age_80;
  const auto& homes = district.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    const Within answer = within(reach[i], limit);
    ++result.homes;
    if (answer == Within::yes) ++result.homes_covered;
    if (answer == Within::no) ++result.homes_gap;
    if (answer == Within::unknown) ++result.homes_not_assessable;
    all.add(homes[i].residents.all, reach[i], answer);
    age_65.add(homes[i].residents.age_65, reach[i], answer);
    age_80.add(homes[i].residents.age_80, reach[i], answer);
  }
  const NearToFar ways(homes, reach);
  result.all = all.finish(ways, homes, &model::Residents::all);
  result.age_65 = age_65.finish(ways, homes, &model::Residents::age_65);
  result.age_80 = age_80.finish(ways, homes, &model::Residents::age_80);
  result.services =
      std::count_if(district.project->services.begin(), district.project->services.end(),
                    [&](const auto& service) { return service.type == type; });
  return result;
}

Limit default_limit(const model::ServiceType& type, const model::Profile& profile) {
  const bool frail = profile.id == "age_85" || profile.id == "rollator";
  const auto& first = frail ? type.target_m : type.limit_m;
  const auto& second = frail ? type.limit_m : type.target_m;
  if (first) return {Limit::Kind::metres, *first};
  if (second) return {Limit::Kind::metres, *second};
  return {Limit::Kind::seconds, 600};
}

}  // namespace nahraum::analysis
