#include "analysis/age_structure.hpp"

#include <algorithm>
#include <limits>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

constexpr int open_end = 1000;  ///< above every age

int end_of(const model::AgeCount& band) {
  return band.below.value_or(open_end);
}

/// Takes one band's end from its other end; true when that was new.
bool follow(const model::AgeCount& band, std::map<int, double>& older) {
  const auto low = older.find(band.from);
  const auto high = older.find(end_of(band));
  const bool one_end = (low == older.end()) != (high == older.end());
  if (!one_end) return false;
  const double persons = *band.persons;
  if (low == older.end()) {
    older[band.from] = high->second + persons;
  } else {
    older[end_of(band)] = std::max(0.0, low->second - persons);
  }
  return true;
}

/// Counts of different sources may contradict each other by a few: nobody gets younger.
void make_falling(std::map<int, double>& older) {
  double most = std::numeric_limits<double>::infinity();
  for (auto& [age, persons] : older)
    most = persons = std::clamp(persons, 0.0, most);
}

}  // namespace

AgeCurve AgeCurve::from_bands(const std::vector<model::AgeCount>& bands, model::Sex sex) {
  std::map<int, double> older{{open_end, 0}};
  for (bool more = true; more;) {
    more = false;
    for (const auto& band : bands) {
      if (band.sex == sex && band.persons) more = follow(band, older) || more;
    }
  }
  older.erase(open_end);
  make_falling(older);
  AgeCurve curve;
  curve.older_ = std::move(older);
  return curve;
}

void AgeCurve::set(int age, double older) {
  older_[age] = older;
}

std::optional<Persons> AgeCurve::at(int age, int widest) const {
  const auto above = older_.lower_bound(age);
  if (above != older_.end() && above->first == age) return Persons{above->second, false};
  if (above == older_.end() || above == older_.begin()) return {};
  const auto below = std::prev(above);
  const int width = above->first - below->first;
  if (width > widest) return {};
  const double share = static_cast<double>(age - below->first) / width;
  return Persons{below->second + share * (above->second - below->second), true};
}

std::optional<Persons> AgeCurve::count(int from, std::optional<int> below, int widest) const {
  if (known() && older_.at(0) == 0) return Persons{};
  const auto first = at(from, widest);
  const auto last = below ? at(*below, widest) : Persons{};
  if (!first || !last) return {};
  return Persons{std::max(0.0, first->count - last->count),
                 first->interpolated || last->interpolated};
}

namespace {

bool nobody(const AgeCurve& curve) {
  return curve.known() && curve.older().at(0) == 0;
}

}  // namespace

AgeCurve sum(const AgeCurve& a, const AgeCurve& b) {
  if (nobody(a)) return b;
  if (nobody(b)) return a;
  AgeCurve result;
  for (const auto& [age, persons] : a.older()) {
    if (b.knows(age)) result.set(age, persons + b.older().at(age));
  }
  return result;
}

AgeCurve rest(const AgeCurve& a, const AgeCurve& b) {
  AgeCurve result;
  double most = std::numeric_limits<double>::infinity();
  for (const auto& [age, persons] : a.older()) {
    const auto less = b.count(age, {}, open_end);
    most = std::clamp(persons - (less ? less->count : 0), 0.0, most);
    result.set(age, most);
  }
  return result;
}

AgeStructure structure_of(const std::vector<model::AgeCount>& bands) {
  AgeStructure ages{AgeCurve::from_bands(bands, model::Sex::both),
                    AgeCurve::from_bands(bands, model::Sex::women),
                    AgeCurve::from_bands(bands, model::Sex::men)};
  const auto by_sex = sum(ages.women, ages.men);
  for (const auto& [age, persons] : by_sex.older()) {
    if (!ages.both.knows(age)) ages.both.set(age, persons);
  }
  return ages;
}

AgeStructure sum(const AgeStructure& a, const AgeStructure& b) {
  return {sum(a.both, b.both), sum(a.women, b.women), sum(a.men, b.men)};
}

double Pyramid::from_age(int age) const {
  NAHRAUM_CHECK(age % 5 == 0 && age >= 0 && age <= 90);
  double persons_there = 0;
  for (auto i = static_cast<std::size_t>(age / 5); i < five_year_groups; ++i)
    persons_there += persons(i);
  return persons_there;
}

namespace {

double part_of_reference(const Groups& reference, int from, int below) {
  // Within a group of five years everybody is spread evenly; 90+ ends at 100.
  double persons = 0;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const int low = static_cast<int>(5 * i);
    const int high = i + 1 == five_year_groups ? 100 : low + 5;
    const int years = std::min(high, below) - std::max(low, from);
    if (years > 0) persons += reference[i] * years / (high - low);
  }
  return persons;
}

struct Split {
  Groups groups{};
  bool assumed = false;
};

/// Each band between two known ages over the groups that it touches.
Split split(const AgeCurve& curve, const Groups& reference) {
  Split result;
  const auto& older = curve.older();
  for (auto band = older.begin(); band != older.end(); ++band) {
    const auto next = std::next(band);
    const int from = std::min(band->first, 99);
    const int below = next == older.end() ? 100 : std::min(next->first, 100);
    const double persons = band->second - (next == older.end() ? 0 : next->second);
    const double whole = part_of_reference(reference, from, below);
    for (std::size_t i = 0; i < five_year_groups && whole > 0; ++i) {
      const int low = static_cast<int>(5 * i);
      const int high = i + 1 == five_year_groups ? 100 : low + 5;
      const double part = part_of_reference(reference, std::max(from, low), std::min(below, high));
      if (part <= 0) continue;
      result.groups[i] += persons * part / whole;
      result.assumed = result.assumed || from < low || below > high;
    }
  }
  return result;
}

}  // namespace

std::optional<Pyramid> pyramid_of(const AgeStructure& ages,
                                  const std::vector<model::Rates::BySex>& reference) {
  NAHRAUM_CHECK(reference.size() == five_year_groups);
  if (!ages.both.known()) return {};
  Groups women{}, men{}, both{};
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    women[i] = reference[i].women;
    men[i] = reference[i].men;
    both[i] = women[i] + men[i];
  }
  Pyramid pyramid;
  const bool sexes = ages.women.known() && ages.men.known();
  if (sexes) {
    const auto w = split(ages.women, women);
    const auto m = split(ages.men, men);
    pyramid.women = w.groups;
    pyramid.men = m.groups;
    pyramid.split_ages = w.assumed || m.assumed;
    return pyramid;
  }
  const auto all = split(ages.both, both);
  pyramid.split_ages = all.assumed;
  pyramid.split_sexes = true;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    pyramid.women[i] = both[i] > 0 ? all.groups[i] * women[i] / both[i] : all.groups[i] / 2;
    pyramid.men[i] = all.groups[i] - pyramid.women[i];
  }
  return pyramid;
}

Pyramid without(Pyramid people, const Pyramid& part) {
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const double all = people.persons(i);
    const double left = all > 0 ? std::max(0.0, 1 - part.persons(i) / all) : 0;
    people.women[i] *= left;
    people.men[i] *= left;
  }
  return people;
}

}  // namespace nahraum::analysis
