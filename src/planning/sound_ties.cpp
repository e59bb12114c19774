#include "planning/sound_ties.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace nahraum::planning {
namespace {

using Ranks = std::map<std::string, std::size_t>;

Ranks ranks_of(const std::vector<std::string>& actors, SoundTies& result) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (!first.try_emplace(actors[i], i).second) result.repeated.push_back(i);
  }
  Ranks ranks;
  for (const auto& [id, actor] : first) {
    ranks[id] = result.by_rank.size();
    result.by_rank.push_back(actor);
  }
  return ranks;
}

}  // namespace

SoundTies sound_ties(const std::vector<std::string>& actors, const std::vector<ActorTie>& ties) {
  SoundTies result;
  const auto ranks = ranks_of(actors, result);
  std::set<std::tuple<std::size_t, std::size_t, std::string>> seen;
  for (std::size_t t = 0; t < ties.size(); ++t) {
    const auto& tie = ties[t];
    const auto fault = [&](TieFault what) { result.faulty.push_back({t, what}); };
    const auto a = ranks.find(tie.a), b = ranks.find(tie.b);
    if (a == ranks.end() || b == ranks.end()) {
      fault(TieFault::unknown_actor);
    } else if (a == b) {
      fault(TieFault::self);
    } else if (tie.strength < 1 || tie.strength > 3) {
      fault(TieFault::strength_out_of_range);
    } else {
      const auto [low, high] = std::minmax(a->second, b->second);
      if (!seen.emplace(low, high, tie.kind).second) {
        fault(TieFault::duplicate);
        continue;
      }
      auto& strongest = result.strength[{low, high}];
      strongest = std::max(strongest, tie.strength);
    }
  }
  return result;
}

}  // namespace nahraum::planning
