#pragma once
/// Coverage of the whole basket: persons by how many kinds of services they reach.

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/diversity.hpp"
#include "app/coverage_variant.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

struct VariantClasses {
  Variant variant;
  analysis::DiversityClasses classes;
};

struct BasketAnswer {
  const model::Catalogue* catalogue = nullptr;
  const model::Project* project = nullptr;
  const model::Profile* profile = nullptr;
  std::vector<analysis::TypeLimit> types;
  std::vector<const model::ServiceType*> not_in_data;  ///< may exist all the same: left out
  std::string time;  ///< "Tuesday 15:00": only what is open then; "" when any time
  std::vector<VariantClasses> variants;
  Variant least, most;  ///< those of `variants` that bound the others
  /// The same of the project without the scenario: they are told elsewhere.
  std::vector<analysis::DiversityClasses> base;
};

/// All of `types`, at least three quarters, a half, a quarter of them, fewer: what
/// analysis::classes_of takes.
std::vector<int> basket_breaks(std::size_t types);

/// "1 204 of 7 098 people (17 %) reach at least half of the 20 kinds of services …"; with several
/// variants at least and at most.
std::string basket_sentence(const BasketAnswer& answer);
/// The sentence, what was left out, and the classes.
std::string basket_text(const BasketAnswer& answer);
/// certainty, offers, at_least, at_most, homes, persons, persons_65, persons_80; the open homes
/// last.
io::FeatureTable basket_table(const BasketAnswer& answer);
nlohmann::json basket_json(const BasketAnswer& answer);

}  // namespace nahraum::app
