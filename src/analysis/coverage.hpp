#pragma once
/// People in the gaps: coverage counted on the network, home by home.

#include <optional>
#include <string>

#include "analysis/both_ways.hpp"

namespace nahraum::analysis {

/// Within minutes of the profile, or metres of the way.
struct Limit {
  enum class Kind { seconds, metres } kind = Kind::seconds;
  double value = 600;
  friend bool operator==(const Limit&, const Limit&) = default;
};
/// "10min", "500m", "1.5km", "90s"; decimal comma or point. Errors: bad_input with examples.
base::Result<Limit> parse_limit(std::string_view text);
std::string to_text(const Limit& limit);

/// A service type and who counts as served.
struct TypeLimit {
  std::string type;
  Limit limit;
};

/// A home's answer to "within the limit?": yes, no (a gap), or not assessable: the data's edge or
/// no_street decides. A service found within the limit is a yes wherever the edge lies.
enum class Within { yes, no, unknown };
Within within(const HomeReach& home, const Limit& limit);

/// One group's figures. Persons; −1 where the group's numbers are not known for any home.
struct GroupCoverage {
  long total = 0;
  long covered = 0;
  long gap = 0;
  long not_assessable = 0;
  long homes_unknown = 0;  ///< homes whose residents of this group are unknown
  /// covered / (covered + gap); nothing when nobody can be assessed.
  std::optional<double> share;
  /// Weighted by persons; unreachable counts as infinitely far: nothing when it falls there.
  std::optional<base::Seconds> median, p90;
  std::optional<base::Metres> median_m, p90_m;
  long without_way = 0;  ///< of the gap: no way at all leads from there to the service
};

struct Coverage {
  std::string type;
  std::string profile;
  Limit limit;
  Way way = Way::to;  ///< of the reach that was counted
  GroupCoverage all, age_65, age_80;
  long homes = 0, homes_covered = 0, homes_gap = 0, homes_not_assessable = 0;
  long services = 0;  ///< of that type in the data, rim included
};

/// Homes in the district only. Disclosure: callers round what they show (model/disclosure.hpp).
Coverage coverage(const District& district, std::string_view type,
                  const std::vector<HomeReach>& reach, const Limit& limit, Way way = Way::to);

/// The type's own limit for a profile: Soll for 80+ and rollator profiles, else Max (domain notes
/// §1.1); 10 minutes where the catalogue states no distance.
Limit default_limit(const model::ServiceType& type, const model::Profile& profile);

}  // namespace nahraum::analysis
