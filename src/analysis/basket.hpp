#pragma once
/// The basket index (Versorgungsgrad) and the priority index (domain notes §3.2).

#include <string>
#include <vector>

#include "analysis/need_units.hpp"
#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// One service type of the basket: 1 up to `target_m`, falling evenly to 0 at 2 · `limit_m`.
struct BasketItem {
  const model::ServiceType* type = nullptr;
  double target_m = 0, limit_m = 0;
  double weight = 1;
  long services = 0;  ///< in the data, rim included
};
/// u(d): how well a walk of `metres` serves.
double usefulness(const BasketItem& item, double metres);

struct Basket {
  std::vector<BasketItem> items;
  /// Core types that the data do not name at all: they may exist, so they are left out.
  std::vector<const model::ServiceType*> not_in_data;
};
/// The core set's types that are walked to and have distances. A type with one distance uses it as
/// both; weights are data, those of 0 are left out.
Basket basket_of(const model::Project& project, const model::Catalogue& catalogue,
                 const model::Rates& rates);

/// A home's index V, 0…1. Where the edge of the data is nearer than the answer, it counts as the
/// edge's distance (the benefit of the doubt: what is not known is no gap) and `doubt` says how
/// much lower the index would be with what was found.
struct HomeBasket {
  double index = 0;
  double doubt = 0;
  bool assessable = true;  ///< no: no street, or `doubt` above 0.2
};
/// Metres along the cheapest way, as everywhere. Cost: one reach per item. Throws Cancelled.
std::vector<HomeBasket> basket_index(const District& district, const Basket& basket,
                                     jobs::Context& context);

/// A unit's basket: the index weighted by residents (by homes where they are unknown), and the
/// priority index Σ (1 − V) · (P65 + P80) over its homes, in persons (80+ count twice).
struct UnitBasket {
  std::optional<double> index;     ///< nothing: no home can be assessed
  std::optional<double> priority;  ///< of known residents; nothing: nor where no ages are known
  long homes = 0, not_assessable = 0;
};
UnitBasket unit_basket(const model::Project& project, const NeedUnit& unit,
                       const std::vector<HomeBasket>& homes);
/// 1 for the highest priority; equal ones share a rank; 0 for units without.
std::vector<int> ranks(const std::vector<UnitBasket>& units);

}  // namespace nahraum::analysis
