#pragma once
/// Coverage of the whole basket: persons by how many kinds of services they reach.

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/diversity.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

struct BasketAnswer {
  const model::Catalogue* catalogue = nullptr;
  const model::Project* project = nullptr;
  const model::Profile* profile = nullptr;
  std::vector<analysis::TypeLimit> types;
  std::vector<const model::ServiceType*> not_in_data;  ///< may exist all the same: left out
  analysis::DiversityClasses optimistic;
  std::optional<analysis::DiversityClasses> cautious;  ///< missing tags count as bad
  /// Answers that are told side by side, here or of the project without the scenario: a class in
  /// which two differ by a few people is kept back.
  std::vector<std::pair<analysis::DiversityClasses, analysis::DiversityClasses>> beside;
};

/// All of `types`, at least three quarters, a half, a quarter of them, fewer: what
/// analysis::classes_of takes.
std::vector<int> basket_breaks(std::size_t types);

/// "Of 7 098 people, 1 204 (17 %) reach at least half of the 20 kinds of services …"
std::string basket_sentence(const BasketAnswer& answer);
/// The sentence, what was left out, and the classes.
std::string basket_text(const BasketAnswer& answer);
/// certainty, at_least, at_most, homes, persons, persons_65, persons_80; the open homes last.
io::FeatureTable basket_table(const BasketAnswer& answer);
nlohmann::json basket_json(const BasketAnswer& answer);

}  // namespace nahraum::app
