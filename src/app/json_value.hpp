#pragma once
/// A table's value as JSON: unknown and kept back is null.

#include <type_traits>
#include <variant>

#include <nlohmann/json.hpp>

#include "io/feature_table.hpp"

namespace nahraum::app {

inline nlohmann::json json_value(const io::Value& value) {
  return std::visit(
      [](const auto& held) -> nlohmann::json {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
          return nullptr;
        else
          return held;
      },
      value);
}

}  // namespace nahraum::app
