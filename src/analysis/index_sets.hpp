#pragma once
/// Many sets of small numbers, side by side in memory.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nahraum::analysis {

/// Compressed rows: set s is item[begin[s]] … item[begin[s+1]−1], ascending.
struct IndexSets {
  std::vector<std::size_t> begin{0};
  std::vector<std::uint32_t> item;

  std::size_t count() const { return begin.size() - 1; }
  std::size_t size(std::size_t set) const { return begin[set + 1] - begin[set]; }
  std::span<const std::uint32_t> of(std::size_t set) const {
    return std::span(item).subspan(begin[set], size(set));
  }
  void add(std::span<const std::uint32_t> ascending);
};

/// For each item 0 … `items`−1 the sets that hold it. O(total size).
IndexSets transposed(const IndexSets& sets, std::size_t items);

}  // namespace nahraum::analysis
