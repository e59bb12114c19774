#pragma once
/// Which places for seats are passed on which edge.

#include <algorithm>
#include <span>

#include "analysis/seat_siting.hpp"

namespace nahraum::analysis {

/// Places by the edges that they serve.
struct PlacesOnEdges {
  struct Entry {
    EdgeIndex edge;
    std::uint32_t place;
    float along_m;
  };
  std::vector<Entry> entries;
  std::vector<std::uint32_t> begin;

  PlacesOnEdges(const std::vector<SeatPlace>& places, std::size_t edges) : begin(edges + 1, 0) {
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      for (const Spot& spot : places[i].spots)
        entries.push_back({spot.edge, i, spot.along_m});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.edge < b.edge; });
    for (const Entry& entry : entries)
      ++begin[entry.edge + 1];
    for (std::size_t e = 1; e < begin.size(); ++e)
      begin[e] += begin[e - 1];
  }
  std::span<const Entry> on(EdgeIndex edge) const {
    return std::span(entries).subspan(begin[edge], begin[edge + 1] - begin[edge]);
  }
};

}  // namespace nahraum::analysis
