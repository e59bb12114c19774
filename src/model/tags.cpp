#include "model/tags.hpp"

#include <algorithm>

namespace nahraum::model {
namespace {
template <class Pairs>
auto find_key(Pairs& pairs, std::string_view key) {
  return std::lower_bound(
      pairs.begin(), pairs.end(), key,
      [](const Tags::Pair& pair, std::string_view k) { return pair.first.compare(k) < 0; });
}
}  // namespace

std::string_view Tags::get(std::string_view key) const {
  const auto at = find_key(pairs_, key);
  return at != pairs_.end() && at->first == key ? std::string_view(at->second) : std::string_view();
}

void Tags::set(std::string key, std::string value) {
  const auto at = find_key(pairs_, key);
  const bool there = at != pairs_.end() && at->first == key;
  if (value.empty()) {
    if (there) pairs_.erase(at);
  } else if (there) {
    at->second = std::move(value);
  } else {
    pairs_.emplace(at, std::move(key), std::move(value));
  }
}

}  // namespace nahraum::model
