#pragma once
/// People of a home or an area.

#include <optional>

namespace nahraum::model {

/// `nullopt` is unknown, which is not zero.
struct Residents {
  std::optional<int> all;
  std::optional<int> age_65;  ///< 65 and older
  std::optional<int> age_80;  ///< 80 and older
  friend bool operator==(const Residents&, const Residents&) = default;
};

}  // namespace nahraum::model
