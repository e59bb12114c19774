#pragma once
/// Standards of supply: how far is near enough, by whom, as data (assets/catalogue/standards.yaml).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/label.hpp"
#include "model/sourced.hpp"

namespace nahraum::model {

/// Metres of the way or minutes of the profile; one of them.
struct StandardLimit {
  std::optional<double> metres;
  std::optional<double> minutes;
  Sourced evidence;
};

/// A standard takes each type's limit from its own list, else from the catalogue's Soll or Max,
/// else from its default; a type for which it has none is not judged by it.
struct Standard {
  enum class Catalogue { no, target, limit };
  std::string id;
  Label label;
  Sourced evidence;
  Catalogue from_catalogue = Catalogue::no;
  std::optional<StandardLimit> everywhere;
  /// Where the source names two values: the nearer one, within which supply is good.
  std::optional<StandardLimit> good;
  std::map<std::string, StandardLimit> types;  ///< by catalogue id
};

}  // namespace nahraum::model
