#pragma once
/// Edits of what knows each other: homes and their buildings, the district and what lies in it.
/// Internal to model/edit.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "model/edit.hpp"

namespace nahraum::model {

/// nullptr where none has the id. Ids ascend. Cost: O(log n).
template <class T>
T* find(std::vector<T>& items, std::int32_t id) {
  const auto at =
      std::lower_bound(items.begin(), items.end(), id,
                       [](const T& item, std::int32_t wanted) { return item.id < wanted; });
  return at != items.end() && at->id == id ? &*at : nullptr;
}
template <class T>
const T* find(const std::vector<T>& items, std::int32_t id) {
  return find(const_cast<std::vector<T>&>(items), id);  // NOLINT: the same search, nothing written
}

/// There, and nobody's home.
bool are_free(const Project& project, const std::vector<std::uint32_t>& buildings);

Edit add_home(Project& project, const AddHome& edit);
Edit remove_home(Project& project, std::int32_t id);
Edit set_district(Project& project, const SetDistrict& edit);
Edit restate_areas(Project& project, const RestateAreas& edit);

}  // namespace nahraum::model
