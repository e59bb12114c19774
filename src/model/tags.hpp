#pragma once
/// OSM-style key=value pairs. Few per object: a sorted vector beats a map.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nahraum::model {

class Tags {
 public:
  using Pair = std::pair<std::string, std::string>;

  Tags() = default;
  Tags(std::initializer_list<Pair> pairs) {
    for (const auto& [key, value] : pairs)
      set(key, value);
  }
  /// The value, or "" when the key is missing: in OSM an empty value does not exist.
  std::string_view get(std::string_view key) const;
  bool has(std::string_view key) const { return !get(key).empty(); }
  bool is(std::string_view key, std::string_view value) const { return get(key) == value; }
  /// "" takes the key away.
  void set(std::string key, std::string value);
  bool empty() const { return pairs_.empty(); }
  /// Sorted by key.
  const std::vector<Pair>& pairs() const { return pairs_; }
  friend bool operator==(const Tags&, const Tags&) = default;

 private:
  std::vector<Pair> pairs_;
};

}  // namespace nahraum::model
