#pragma once
/// Need indicators of a unit (domain notes §4.1–§4.3): ratios of published counts, and what rates
/// lead to expect.

#include <optional>
#include <string>
#include <vector>

#include "analysis/need_units.hpp"

namespace nahraum::analysis {

/// A ratio of persons by age: factor · (Σ plus − Σ minus) / of.
struct RatioKind {
  const char* id;
  std::vector<model::AgeSpan> plus, minus;
  model::AgeSpan of;
  double factor = 100;
  int decimals = 1;
};
/// share_65, share_80, greying (80+/65+), old_age_ratio (65+/20–64), old_age_ratio_60 (60+/20–59),
/// youth_ratio (0–19/20–64), total_ratio, care_potential (80+/50–64), billeter
/// ((0–14 − 50+)/15–49). Sources: BBSR INKAR, BiB.
const std::vector<RatioKind>& ratio_kinds();
/// The ages that a ratio's counts begin and end at, 0 included.
std::vector<int> breaks_of(const RatioKind& kind);

struct Ratio {
  const RatioKind* kind = nullptr;
  std::optional<double> value;  ///< nothing: the ages are not known so finely, or nobody is in it
  double numerator = 0, denominator = 0;  ///< persons
  bool interpolated =
      false;  ///< inside published bands of at most ten years, evenly: an assumption
};
std::vector<Ratio> ratios(const AgeCurve& ages);

/// What rates lead to expect, or what the source counted.
struct Estimate {
  const char* id = "";
  std::optional<double> low, high;  ///< the same where there is no range; persons or dwellings
  bool counted = false;             ///< stated by the source, not expected
  bool split_ages = false, split_sexes = false;  ///< ages, sexes taken from the reference pyramid
  const model::Sourced* evidence = nullptr;
};
/// care_need and, of these, care_allowance, care_home, care_residential (each from the low year's
/// to the high year's rates); dementia; basic_security; living_alone; no_step_free_access. Unknown
/// where the ages are.
std::vector<Estimate> estimates(const NeedUnit& unit, const model::Rates& rates);

struct Need {
  std::optional<double> all, age_65, age_80;
  double institutional = 0, institutional_80 = 0;
  std::vector<Ratio> ratios;  ///< in the order of ratio_kinds()
  std::vector<Ratio> without_institutions;
  std::vector<Estimate> estimates;
};
/// Pure. `rates` outlives the result.
Need need_of(const NeedUnit& unit, const model::Rates& rates);

}  // namespace nahraum::analysis
