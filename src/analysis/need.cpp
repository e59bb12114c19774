#include "analysis/need.hpp"

#include <algorithm>
#include <set>

namespace nahraum::analysis {
namespace {

using model::AgeSpan;

constexpr AgeSpan from(int age) {
  return {age, {}};
}
constexpr AgeSpan between(int from_age, int below) {
  return {from_age, below};
}

}  // namespace

const std::vector<RatioKind>& ratio_kinds() {
  static const std::vector<RatioKind> kinds{
      {"share_65", {from(65)}, {}, from(0)},
      {"share_80", {from(80)}, {}, from(0)},
      {"greying", {from(80)}, {}, from(65)},
      {"old_age_ratio", {from(65)}, {}, between(20, 65)},
      {"old_age_ratio_60", {from(60)}, {}, between(20, 60)},
      {"youth_ratio", {between(0, 20)}, {}, between(20, 65)},
      {"total_ratio", {between(0, 20), from(65)}, {}, between(20, 65)},
      {"care_potential", {from(80)}, {}, between(50, 65)},
      {"billeter", {between(0, 15)}, {from(50)}, between(15, 50), 1, 2}};
  return kinds;
}

std::vector<int> breaks_of(const RatioKind& kind) {
  std::set<int> breaks{0, kind.of.from};
  const auto add = [&](const AgeSpan& span) {
    breaks.insert(span.from);
    if (span.below) breaks.insert(*span.below);
  };
  add(kind.of);
  std::for_each(kind.plus.begin(), kind.plus.end(), add);
  std::for_each(kind.minus.begin(), kind.minus.end(), add);
  return {breaks.begin(), breaks.end()};
}

namespace {

/// Adds up spans; remembers whether all are known.
struct Counter {
  const AgeCurve& ages;
  bool known = true;
  bool interpolated = false;

  double count(const std::vector<AgeSpan>& spans) {
    double persons = 0;
    for (const auto& span : spans) {
      const auto found = ages.count(span.from, span.below);
      known = known && found;
      if (!found) continue;
      persons += found->count;
      interpolated = interpolated || found->interpolated;
    }
    return persons;
  }
};

Ratio ratio_of(const RatioKind& kind, const AgeCurve& ages) {
  Counter counter{ages};
  Ratio ratio{
      &kind, {}, counter.count(kind.plus) - counter.count(kind.minus), counter.count({kind.of})};
  ratio.interpolated = counter.interpolated;
  if (counter.known && ratio.denominator > 0) {
    ratio.value = kind.factor * ratio.numerator / ratio.denominator;
  }
  return ratio;
}

bool holds(const AgeSpan& span, int age) {
  return age >= span.from && (!span.below || age < *span.below);
}

template <class Rate>
const Rate* rate_at(const std::vector<Rate>& rates, int age) {
  for (const auto& rate : rates) {
    if (holds(rate.ages, age)) return &rate;
  }
  return nullptr;
}

int age_of(std::size_t group) {
  return static_cast<int>(5 * group);
}

/// Persons in need of care by setting; the younger ones are cared for as the first known group is.
struct CareNeed {
  double all = 0, allowance = 0, home_care = 0, residential = 0;
};

CareNeed care_need(const Pyramid& people, const model::Rates& rates,
                   double model::Rates::Care::*year) {
  CareNeed need;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const auto* rate = rate_at(rates.care, age_of(i));
    if (!rate) continue;
    const double persons =
        rate->*year * (people.women[i] * rate->women + people.men[i] * rate->men);
    const auto* setting = rate_at(rates.settings, age_of(i));
    if (!setting) setting = &rates.settings.front();
    need.all += persons;
    need.allowance += persons * setting->allowance;
    need.home_care += persons * setting->home_care;
    need.residential += persons * setting->residential;
  }
  return need;
}

double by_sex(const Pyramid& people, const std::vector<model::Rates::BySex>& rates) {
  double persons = 0;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const auto* rate = rate_at(rates, age_of(i));
    if (rate) persons += people.women[i] * rate->women + people.men[i] * rate->men;
  }
  return persons;
}

/// The estimates that rest on ages.
std::vector<Estimate> from_ages(const Pyramid& people, const model::Rates& rates) {
  const auto low = care_need(people, rates, &model::Rates::Care::low);
  const auto high = care_need(people, rates, &model::Rates::Care::high);
  const double dementia = by_sex(people, rates.dementia);
  const double security = by_sex(people, {rates.basic_security});
  const auto estimate = [&](const char* id, double least, double most,
                            const model::Sourced& evidence) {
    return Estimate{id, least, most, false, people.split_ages, people.split_sexes, &evidence};
  };
  return {estimate("care_need", low.all, high.all, rates.care_evidence),
          estimate("care_allowance", low.allowance, high.allowance, rates.settings_evidence),
          estimate("care_home", low.home_care, high.home_care, rates.settings_evidence),
          estimate("care_residential", low.residential, high.residential, rates.settings_evidence),
          estimate("dementia", dementia, dementia, rates.dementia_evidence),
          estimate("basic_security", security, security, rates.basic_security_evidence)};
}

Estimate living_alone(const NeedUnit& unit, const model::Rates& rates) {
  Estimate estimate{"living_alone", {}, {}};
  estimate.evidence = &rates.living_alone_evidence;
  if (unit.living_alone_65) {
    estimate.low = estimate.high = unit.living_alone_65;
    estimate.counted = true;
    return estimate;
  }
  const auto outside = rest(unit.ages.both, unit.institutional).count(65, {});
  if (outside) estimate.low = estimate.high = outside->count * rates.living_alone;
  return estimate;
}

std::optional<double> persons(const AgeCurve& ages, int age) {
  const auto found = ages.count(age, {});
  return found ? std::optional(found->count) : std::nullopt;
}

}  // namespace

std::vector<Ratio> ratios(const AgeCurve& ages) {
  std::vector<Ratio> all;
  for (const auto& kind : ratio_kinds())
    all.push_back(ratio_of(kind, ages));
  return all;
}

std::vector<Estimate> estimates(const NeedUnit& unit, const model::Rates& rates) {
  std::vector<Estimate> all;
  if (const auto people = pyramid_of(unit.ages, rates.pyramid)) {
    all = from_ages(*people, rates);
  } else {
    for (const auto* id : {"care_need", "care_allowance", "care_home", "care_residential",
                           "dementia", "basic_security"}) {
      all.push_back({id, {}, {}});
    }
  }
  all.push_back(living_alone(unit, rates));
  const double dwellings = static_cast<double>(unit.dwellings) * rates.no_step_free_access;
  all.push_back({"no_step_free_access", dwellings, dwellings});
  all.back().evidence = &rates.no_step_free_evidence;
  return all;
}

Need need_of(const NeedUnit& unit, const model::Rates& rates) {
  Need need;
  need.all = persons(unit.ages.both, 0);
  need.age_65 = persons(unit.ages.both, 65);
  need.age_80 = persons(unit.ages.both, 80);
  need.institutional = persons(unit.institutional, 0).value_or(0);
  need.institutional_80 = persons(unit.institutional, 80).value_or(0);
  need.ratios = ratios(unit.ages.both);
  need.without_institutions = ratios(rest(unit.ages.both, unit.institutional));
  need.estimates = estimates(unit, rates);
  return need;
}

}  // namespace nahraum::analysis
