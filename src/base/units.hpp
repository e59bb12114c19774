#pragma once
/// Quantities as types, so that a distance is not taken for a duration at an interface.
/// Inside a function a bare double carries its unit in its name.

#include <compare>
#include <cstdint>

namespace nahraum::base {

template <class Tag, class Rep = double>
struct Quantity {
  Rep value{};

  constexpr Quantity() = default;
  constexpr explicit Quantity(Rep v) : value(v) {}
  friend constexpr auto operator<=>(Quantity, Quantity) = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity(a.value + b.value);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity(a.value - b.value);
  }
  friend constexpr Quantity operator*(Quantity a, Rep b) { return Quantity(a.value * b); }
};

using Metres = Quantity<struct MetresTag>;
using Seconds = Quantity<struct SecondsTag>;
/// Whole milliseconds: what walking costs are stored and compared in, so results do not depend on
/// the order of additions.
using Millis = Quantity<struct MillisTag, std::uint32_t>;
inline constexpr Millis unreachable{0xFFFFFFFFu};

constexpr Seconds to_seconds(Millis cost) {
  return Seconds(cost.value / 1000.0);
}

}  // namespace nahraum::base
