#include "analysis/index_sets.hpp"

namespace nahraum::analysis {

void IndexSets::add(std::span<const std::uint32_t> ascending) {
  item.insert(item.end(), ascending.begin(), ascending.end());
  begin.push_back(item.size());
}

IndexSets transposed(const IndexSets& sets, std::size_t items) {
  IndexSets result;
  result.begin.assign(items + 1, 0);
  for (const auto item : sets.item)
    ++result.begin[item + 1];
  for (std::size_t i = 1; i < result.begin.size(); ++i)
    result.begin[i] += result.begin[i - 1];
  result.item.resize(sets.item.size());
  auto next = result.begin;
  for (std::uint32_t set = 0; set < sets.count(); ++set) {
    for (const auto item : sets.of(set))
      result.item[next[item]++] = set;
  }
  return result;
}

}  // namespace nahraum::analysis
