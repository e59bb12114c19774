#include "analysis/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Persons with what they have to walk; infinity where nothing is reached.
struct Weighted {
  double value = 0;
  long persons = 0;
};

/// First value whose cumulated persons reach the share; nothing when that is not finite.
std::optional<double> quantile(std::vector<Weighted>& sorted, double share) {
  long total = 0;
  for (const auto& each : sorted)
    total += each.persons;
  if (total == 0) return std::nullopt;
  long below = 0;
  for (const auto& each : sorted) {
    below += each.persons;
    if (static_cast<double>(below) >= share * static_cast<double>(total) && each.persons > 0) {
      if (!std::isfinite(each.value)) return std::nullopt;
      return each.value;
    }
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
    if (*persons == 0 || !assessable(home)) return;
    const bool reached = home.cost != base::unreachable;
    const double infinite = std::numeric_limits<double>::infinity();
    seconds_.push_back({reached ? home.cost.value / 1000.0 : infinite, *persons});
    metres_.push_back({reached ? static_cast<double>(home.metres) : infinite, *persons});
  }

  GroupCoverage finish() {
    if (!known_) {
      figures_.total = figures_.covered = figures_.gap = figures_.not_assessable = -1;
      return figures_;
    }
    const long assessed = figures_.covered + figures_.gap;
    if (assessed > 0) {
      figures_.share = static_cast<double>(figures_.covered) / static_cast<double>(assessed);
    }
    const auto by_value = [](const Weighted& a, const Weighted& b) { return a.value < b.value; };
    std::sort(seconds_.begin(), seconds_.end(), by_value);
    std::sort(metres_.begin(), metres_.end(), by_value);
    const auto seconds = [&](double share) {
      const auto value = quantile(seconds_, share);
      return value ? std::optional(base::Seconds(*value)) : std::nullopt;
    };
    const auto metres = [&](double share) {
      const auto value = quantile(metres_, share);
      return value ? std::optional(base::Metres(*value)) : std::nullopt;
    };
    figures_.median = seconds(0.5);
    figures_.p90 = seconds(0.9);
    figures_.median_m = metres(0.5);
    figures_.p90_m = metres(0.9);
    return figures_;
  }

 private:
  /// Whether the time itself is known: not where the data's edge is nearer than the answer.
  static bool assessable(const HomeReach& home) {
    return home.status == Status::ok || home.status == Status::unreachable;
  }

  GroupCoverage figures_;
  bool known_ = false;
  std::vector<Weighted> seconds_, metres_;
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
                  const std::vector<HomeReach>& reach, const Limit& limit) {
  Coverage result;
  result.type = type;
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
  result.all = all.finish();
  result.age_65 = age_65.finish();
  result.age_80 = age_80.finish();
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
