#include "model/capacity_rules.hpp"

#include <algorithm>

namespace nahraum::model {
namespace {

template <class Item>
const Item* find(const std::vector<Item>& items, const std::string& id) {
  const auto at =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return at == items.end() ? nullptr : &*at;
}

}  // namespace

const AccessMethodRule* CapacityRules::method(const std::string& id) const {
  return find(methods, id);
}

const Decay* CapacityRules::decay(const std::string& id) const {
  return find(decays, id);
}

TypeCapacity CapacityRules::of(const std::string& type) const {
  const auto at = types.find(type);
  return at == types.end() ? TypeCapacity{counted_unit, true, "all", std::nullopt} : at->second;
}

}  // namespace nahraum::model
