#pragma once
/// Which homes are reached from which edge.

#include <span>

#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// Homes by the edge that they meet.
struct HomesOnEdges {
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> home;

  explicit HomesOnEdges(const District& district)
      : begin(district.network.graph->edge_count() + 1, 0) {
    for (const Snap& snap : district.homes) {
      if (snap.found()) ++begin[snap.edge + 1];
    }
    for (std::size_t e = 1; e < begin.size(); ++e)
      begin[e] += begin[e - 1];
    home.resize(begin.back());
    auto next = begin;
    for (std::uint32_t i = 0; i < district.homes.size(); ++i) {
      if (district.homes[i].found()) home[next[district.homes[i].edge]++] = i;
    }
  }
  std::span<const std::uint32_t> on(EdgeIndex edge) const {
    return std::span(home).subspan(begin[edge], begin[edge + 1] - begin[edge]);
  }
};

}  // namespace nahraum::analysis
