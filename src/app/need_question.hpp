#pragma once
/// What `need` computes: units with their indicators, projection and basket, and what of it may be
/// shown.

#include <memory>
#include <string>
#include <vector>

#include "analysis/basket.hpp"
#include "analysis/need.hpp"
#include "analysis/projection.hpp"
#include "app/verb_need.hpp"
#include "app/workspace.hpp"

namespace nahraum::app {

struct NeedYear {
  int year = 0;
  /// Nothing where the ages of those who will be so old are not known.
  std::optional<analysis::AgedPersons> age_65, age_80;

  const std::optional<analysis::AgedPersons>& from_age(int age) const {
    return age == 80 ? age_80 : age_65;
  }
};

struct NeedRow {
  analysis::NeedUnit unit;
  analysis::Need need;
  std::vector<NeedYear> years;
  std::optional<analysis::UnitBasket> basket;
  int rank = 0;
  bool shown = true;        ///< its ages; no: it is too small, or would tell what another one is
  bool total_shown = true;  ///< the number of its residents
  std::vector<int> breaks;  ///< the ages between which counts may be shown, from 0
  bool living_alone_shown = true;

  bool shows(const std::vector<int>& ages) const;
  bool shows(const analysis::RatioKind& kind) const { return shows(analysis::breaks_of(kind)); }
};

/// Another population beside the district's.
struct NeedReference {
  std::string name;
  std::string date;
  std::string evidence;
  std::vector<analysis::Ratio> ratios;
};

struct NeedAnswer {
  NeedRow district;
  std::vector<NeedRow> units;  ///< by area or cluster; empty by district
  NeedReference reference;
  std::string by;
  std::string method;
  int base_year = 0;  ///< 0: unknown, nothing is projected
  long institutions = 0, institutions_without_places = 0;
  bool split_ages = false, split_sexes = false;
  bool ages_too_coarse = false;  ///< for some year of the projection …
  bool ages_assumed = false;     ///< … and yet projected, as was asked for
  int earlier_year = 0, earlier_areas = 0, replaced_ratios = 0;
  analysis::Basket basket;
  std::vector<analysis::HomeBasket> home_baskets;    ///< per home, with --basket
  std::shared_ptr<const analysis::District> walked;  ///< with --basket
  model::Rates rates;
};

/// The rates that the program ships with or that `$NAHRAUM_SHARE` names.
base::Result<model::Rates> shipped_rates();

/// Errors: those of the tables and the rates; bad_input for years that cannot be projected to,
/// snapshots that are not five years apart, areas of none of which the earlier table knows.
base::Result<NeedAnswer> answer_need(const NeedOptions& options, const Workspace& workspace,
                                     jobs::Context& context);

}  // namespace nahraum::app
