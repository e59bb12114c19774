#pragma once
/// Rates behind need indicators, projection and the basket index: data with mark, source and date
/// (assets/catalogue/rates.yaml, read by io/catalogue_rates.hpp). Shares are 0…1.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "model/sourced.hpp"

namespace nahraum::model {

/// Ages `from` ≤ age < `below`, open upwards without.
struct AgeSpan {
  int from = 0;
  std::optional<int> below;
  friend bool operator==(const AgeSpan&, const AgeSpan&) = default;
};

struct Rates {
  /// Share in need of care, two years; the factors of the sexes multiply both.
  struct Care {
    AgeSpan ages;
    double low = 0, high = 0;
    double men = 1, women = 1;
    Sourced evidence;
  };
  /// Of those in need of care, where they are cared for; adds up to 1.
  struct Setting {
    AgeSpan ages;
    double allowance = 0, home_care = 0, residential = 0;
  };
  struct BySex {
    AgeSpan ages;
    double men = 0, women = 0;
  };
  struct Reference {
    std::string id;
    Label label;
    std::string date;
    std::vector<AgeCount> ages;  ///< persons
    Sourced evidence;
  };

  std::string stand;  ///< ISO date of the file's last check
  std::vector<Care> care;
  int care_low_year = 0, care_high_year = 0;
  Sourced care_evidence;
  std::vector<Setting> settings;
  Sourced settings_evidence;
  std::vector<BySex> dementia;
  Sourced dementia_evidence;
  BySex basic_security;  ///< of persons of 65 and over
  Sourced basic_security_evidence;
  double living_alone = 0;  ///< of persons of 65 and over outside institutions
  Sourced living_alone_evidence;
  double no_step_free_access = 0;  ///< of dwellings
  Sourced no_step_free_evidence;
  std::vector<BySex> survival;  ///< five-year ratios, from birth on, without gaps
  double mortality_uncertainty = 0;
  Sourced survival_evidence;
  std::vector<BySex> net_migration;  ///< share of the group in five years; empty: pure ageing
  Sourced migration_evidence;
  std::vector<BySex> pyramid;  ///< persons by five-year groups, the last open from 90
  Sourced pyramid_evidence;
  std::vector<Reference> references;
  double basket_other = 1;
  std::map<std::string, double> basket_weights;  ///< by service type's id
  Sourced basket_evidence;
};

}  // namespace nahraum::model
