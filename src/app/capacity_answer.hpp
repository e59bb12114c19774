#pragma once
/// A capacity question with everything that its sentence, tables and JSON are made from, and what
/// of it may be shown.

#include "analysis/capacity.hpp"
#include "app/workspace.hpp"
#include "scene/method_card.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {

/// By disclosure (model/disclosure_tables.hpp).
struct ShownCapacity {
  bool persons = false;   ///< of the group in the district
  bool in_reach = false;  ///< and what is computed from them: rate, Gini
  bool unknown_in_reach = false, none_in_reach = false, not_assessable = false;
  std::vector<bool> services;            ///< per CapacityResult::services: persons and ratio
  std::vector<bool> homes;               ///< per Project::homes: access and level
  std::vector<std::vector<bool>> areas;  ///< per area: persons, in reach, unknown, none, not …
};

struct CapacityAnswer {
  const model::Catalogue* catalogue = nullptr;
  const model::ServiceType* type = nullptr;
  const model::AccessMethodRule* method = nullptr;
  model::TypeCapacity rule;
  scene::AgeGroup group = scene::AgeGroup::age_80;
  bool limit_given = false;
  std::shared_ptr<const analysis::District> district;
  analysis::CapacityResult result;
  analysis::Coverage coverage;  ///< of the type within the same limit, for the group gap
  analysis::Areas areas;
  std::vector<analysis::AreaCapacity> by_area;
  std::vector<analysis::Holding> holdings;
  std::vector<analysis::LorenzPoint> lorenz;
  ShownCapacity shown;

  const model::Project& project() const { return *district->project; }
  /// Shares capacity out among people, so that "per 1 000" makes sense; gravity and opportunities
  /// do not.
  bool per_person() const;
  /// 1 000 for capacity per person, else 1: what `access`, `level` and `ratio` are printed times.
  double scale() const { return per_person() ? 1000 : 1; }
  /// Mean level of the district's people with something in reach; nothing without such.
  std::optional<double> mean_level() const;
};

analysis::Figure figure_of(scene::AgeGroup group);

/// Errors: those of analysis::capacity. Fills everything but catalogue, type, method, rule, group
/// and limit_given.
base::Result<CapacityAnswer> answer_capacity(CapacityAnswer asked,
                                             const analysis::CapacityQuestion& question,
                                             jobs::Context& context);

/// The card's own lines: method, decay, limit, group, capacities.
std::vector<scene::MethodLine> capacity_method(const CapacityAnswer& answer);

}  // namespace nahraum::app
