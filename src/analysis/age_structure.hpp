#pragma once
/// Persons by age of one unit, whatever bands its source publishes.

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "model/project.hpp"
#include "model/rates.hpp"

namespace nahraum::analysis {

/// A number of persons that follows from published bands, or was interpolated inside one.
struct Persons {
  double count = 0;
  bool interpolated = false;
};

/// How many persons are of an age and over, at the ages where that is known. From 0 on it is
/// everybody; falling; never negative.
class AgeCurve {
 public:
  AgeCurve() = default;
  /// From bands that may overlap and are summed and subtracted until nothing more follows: "all"
  /// and "65–79" and "80+" give 0–64. Bands of unknown persons are left out; where bands contradict
  /// each other the first counts.
  static AgeCurve from_bands(const std::vector<model::AgeCount>& bands, model::Sex sex);

  bool known() const { return older_.contains(0); }
  bool knows(int age) const { return older_.contains(age); }
  void set(int age, double older);
  void forget(int age) { older_.erase(age); }
  const std::map<int, double>& older() const { return older_; }

  /// Persons from `from` to below `below`. An age inside a band is interpolated evenly where the
  /// band is no wider than `widest` years and closed; nothing where it is wider, or unknown.
  std::optional<Persons> count(int from, std::optional<int> below, int widest = 10) const;

 private:
  std::optional<Persons> at(int age, int widest) const;
  std::map<int, double> older_;
};

/// At the ages that both know. A unit of nobody is zero at every age.
AgeCurve sum(const AgeCurve& a, const AgeCurve& b);
/// a − b where a is known; b, a modelled part, is interpolated at any width and cut to a.
AgeCurve rest(const AgeCurve& a, const AgeCurve& b);

/// Both sexes together and, where the source says so, each.
struct AgeStructure {
  AgeCurve both, women, men;
};
AgeStructure structure_of(const std::vector<model::AgeCount>& bands);
AgeStructure sum(const AgeStructure& a, const AgeStructure& b);

/// 0–4 … 85–89, 90+.
inline constexpr std::size_t five_year_groups = 19;
using Groups = std::array<double, five_year_groups>;

/// Persons by sex in groups of five years.
struct Pyramid {
  Groups women{}, men{};
  bool split_ages = false;  ///< wider bands were split by the reference pyramid
  bool split_sexes = false;

  double persons(std::size_t group) const { return women[group] + men[group]; }
  double from_age(int age) const;  ///< of that age (a multiple of 5) and over
};

/// Published groups as they are; wider bands split in proportion to `reference` (an assumption that
/// the result names), and so the sexes where they are not published. Nothing where not even the
/// number of all persons is known. Keeps every known sum.
std::optional<Pyramid> pyramid_of(const AgeStructure& ages,
                                  const std::vector<model::Rates::BySex>& reference);

/// The people without `part` of them, group by group; nobody below zero. Sexes in proportion.
Pyramid without(Pyramid people, const Pyramid& part);

}  // namespace nahraum::analysis
