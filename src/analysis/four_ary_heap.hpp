#pragma once
/// The heap of all searches: four children a node sit in one cache line and a half.

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nahraum::analysis {

/// Puts `item` in; `earlier(a, b)`: a comes out before b. O(log n).
template <class Item, class Earlier>
void heap_push(std::vector<Item>& heap, const Item item, const Earlier& earlier) {
  std::size_t at = heap.size();
  heap.push_back(item);
  while (at > 0) {
    const std::size_t parent = (at - 1) / 4;
    if (!earlier(item, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = item;
}

/// The earliest of four, by a tournament without a branch: which one it is nobody can predict.
template <class Item, class Earlier>
std::size_t earliest_of_four(const Item* four, const Earlier& earlier) {
  const std::size_t left = earlier(four[1], four[0]) ? 1 : 0;
  const std::size_t right = earlier(four[3], four[2]) ? 3 : 2;
  return earlier(four[right], four[left]) ? right : left;
}

/// Takes the first out; the heap is not empty. O(log n).
template <class Item, class Earlier>
Item heap_pop(std::vector<Item>& heap, const Earlier& earlier) {
  const Item top = heap.front();
  const Item last = heap.back();
  heap.pop_back();
  const std::size_t size = heap.size();
  std::size_t at = 0;
  while (4 * at + 1 < size) {
    const std::size_t begin = 4 * at + 1;
    std::size_t least = begin;
    if (begin + 4 <= size) {
      least += earliest_of_four(&heap[begin], earlier);
    } else {
      for (std::size_t child = begin + 1; child < size; ++child) {
        if (earlier(heap[child], heap[least])) least = child;
      }
    }
    if (!earlier(heap[least], last)) break;
    heap[at] = heap[least];
    at = least;
  }
  if (size > 0) heap[at] = last;
  return top;
}

}  // namespace nahraum::analysis
