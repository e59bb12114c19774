#pragma once
/// How steep the streets are: from tags where they state it, else from the elevation model.

#include <cstdint>
#include <vector>

#include "model/project.hpp"

namespace nahraum::analysis {

struct StreetGraph;

/// One stretch of an edge with one gradient, rise/run from tail to head; it ends `to_m` metres from
/// the tail and begins where the one before ends.
struct SlopeRun {
  float to_m = 0;
  float rise = 0;
};

/// Gradients of a graph's edges, m edges. An edge without runs is walked as level: nothing is
/// known, or it is a bridge, a tunnel, steps or a lift, where the ground says nothing about the
/// way.
struct Slopes {
  std::vector<std::uint32_t> begin;  // m+1 into `runs`; empty: nothing is known anywhere
  std::vector<SlopeRun> runs;
  bool coarse = false;  ///< from a model too coarse to close ways (model::Terrain::coarse)
  bool any(std::uint32_t edge) const { return !begin.empty() && begin[edge] < begin[edge + 1]; }
};

/// A numeric `incline=*` wins ("8%", "-5 %", "3°"; positive: up along the way). Else heights are
/// sampled every ≤ 10 m on the model smoothed over 25 m, or 1.5 cells of a coarser one (domain
/// notes §2.2). Pure. Cost: O(cells + length / 10 m).
Slopes slopes_along(const StreetGraph& graph, const model::Streets& streets,
                    const std::optional<model::Terrain>& terrain);

/// "8%", "8 %", "-5,5%", "3°" as rise/run; nothing for "up", "down" and what is no gradient.
std::optional<double> incline_of(const model::Tags& tags);

}  // namespace nahraum::analysis
