#include "app/chosen_types.hpp"

namespace nahraum::app {

base::Result<std::vector<const model::ServiceType*>> chosen_types(
    const std::vector<std::string>& wanted, const model::Catalogue& catalogue) {
  std::vector<const model::ServiceType*> types;
  for (const auto& name : wanted) {
    const auto type = catalogue.type(name);
    if (!type) return tl::unexpected(type.error());
    types.push_back(*type);
  }
  if (!wanted.empty()) return types;
  for (const auto& type : catalogue.types) {
    if (type.core && !type.network_attribute && !type.comes_to_you) types.push_back(&type);
  }
  return types;
}

}  // namespace nahraum::app
