#pragma once
/// What base/one_of.hpp declares, for the file that instantiates a class.

#include "base/one_of.hpp"

namespace nahraum::base {

template <class... Types>
OneOf<std::variant<Types...>>::OneOf() = default;
template <class... Types>
OneOf<std::variant<Types...>>::OneOf(const OneOf& other) = default;
template <class... Types>
OneOf<std::variant<Types...>>::OneOf(OneOf&& other) noexcept = default;
template <class... Types>
OneOf<std::variant<Types...>>& OneOf<std::variant<Types...>>::operator=(const OneOf& other) =
    default;
template <class... Types>
OneOf<std::variant<Types...>>& OneOf<std::variant<Types...>>::operator=(OneOf&& other) noexcept =
    default;
template <class... Types>
OneOf<std::variant<Types...>>::~OneOf() = default;
template <class... Types>
bool OneOf<std::variant<Types...>>::operator==(const OneOf& other) const
    requires(std::equality_comparable<Types>&&...) {
  // Clang 14 instantiates this where the constraint does not hold, too.
  if constexpr ((std::equality_comparable<Types> && ...))
    return static_cast<const Variant&>(*this) == static_cast<const Variant&>(other);
  else
    return this == &other;
}

}  // namespace nahraum::base
