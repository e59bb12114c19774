#pragma once
/// Which rows of a table are chosen: a few, or all of a million at once.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nahraum::ui {

/// Sorted; they come each once. Contains: O(log n). Choosing a million: some 10 ms.
class ChosenIds {
 public:
  bool contains(std::int32_t id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }
  bool empty() const { return ids_.empty(); }
  std::size_t size() const { return ids_.size(); }
  bool is_only(std::int32_t id) const { return ids_.size() == 1 && ids_[0] == id; }
  /// Another number after each change.
  std::uint64_t change() const { return change_; }

  void clear() { choose({}); }
  void choose(std::vector<std::int32_t> ids) {
    ++change_;
    ids_ = std::move(ids);
    if (std::is_sorted(ids_.begin(), ids_.end())) return;
    const auto [least, most] = std::minmax_element(ids_.begin(), ids_.end());
    const auto span = static_cast<std::size_t>(*most - *least) + 1;
    span / 4 < ids_.size() ? count_out(*least, span) : std::sort(ids_.begin(), ids_.end());
  }
  void toggle(std::int32_t id) {
    ++change_;
    const auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
    at != ids_.end() && *at == id ? ids_.erase(at) : ids_.insert(at, id);
  }

 private:
  /// Sorts what lies close together, in two passes.
  void count_out(std::int32_t least, std::size_t span) {
    std::vector<char> is_there(span);
    for (const auto id : ids_)
      is_there[static_cast<std::size_t>(id - least)] = 1;
    ids_.clear();
    for (std::size_t i = 0; i < span; ++i) {
      if (is_there[i]) ids_.push_back(least + static_cast<std::int32_t>(i));
    }
  }

  std::vector<std::int32_t> ids_;
  std::uint64_t change_ = 0;
};

}  // namespace nahraum::ui
