#pragma once
/// A std::variant of many alternatives whose copying, moving and ending is compiled once.

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

namespace nahraum::base {

/// Used with std::visit, std::get_if and std::holds_alternative like the variant that it is. With
/// fifty alternatives the special members are thousands of functions, which took a file's compiler
/// longer than all the rest: here they are declared, and one file includes base/one_of_members.hpp
/// and says `template class nahraum::base::OneOf<AnyEdit>;`.
template <class Variant>
class OneOf;

template <class... Types>
class OneOf<std::variant<Types...>> : public std::variant<Types...> {
 public:
  using Variant = std::variant<Types...>;

  OneOf();
  template <class T>
  requires(std::is_same_v<std::remove_cvref_t<T>, Types> || ...) OneOf(T&& value)
      : Variant(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(value)) {}
  OneOf(const OneOf& other);
  OneOf(OneOf&& other) noexcept;
  OneOf& operator=(const OneOf& other);
  OneOf& operator=(OneOf&& other) noexcept;
  ~OneOf();
  bool operator==(const OneOf& other) const requires(std::equality_comparable<Types>&&...);
};

}  // namespace nahraum::base
