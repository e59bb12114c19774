#include "planning/network.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "planning/sound_ties.hpp"

namespace nahraum::planning {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// Depth-first search without recursion: a chain of actors may be long. Vertices are ranks.
class Search {
 public:
  explicit Search(const SoundTies& ties) : neighbours_(ties.by_rank.size()) {
    for (const auto& [pair, strength] : ties.strength) {
      neighbours_[pair.first].push_back(pair.second);
      neighbours_[pair.second].push_back(pair.first);
    }
    const auto n = neighbours_.size();
    found_.assign(n, nobody);
    low_.assign(n, nobody);
    parent_.assign(n, nobody);
    next_.assign(n, 0);
    component.assign(n, 0);
    children_apart.assign(n, 0);
    for (std::size_t root = 0; root < n; ++root) {
      if (found_[root] == nobody) explore(root);
    }
  }

  std::vector<std::size_t> component;
  std::size_t components = 0;
  std::vector<int> children_apart;  ///< subtrees that hang on this vertex alone
  std::vector<std::pair<std::size_t, std::size_t>> bridges;

  bool is_root(std::size_t v) const { return parent_[v] == nobody; }

 private:
  void enter(std::size_t v, std::size_t from) {
    found_[v] = low_[v] = time_++;
    parent_[v] = from;
    component[v] = components;
    stack_.push_back(v);
  }
  void explore(std::size_t root) {
    enter(root, nobody);
    while (!stack_.empty()) {
      const auto v = stack_.back();
      if (next_[v] == neighbours_[v].size()) {
        leave(v);
        continue;
      }
      const auto w = neighbours_[v][next_[v]++];
      if (found_[w] == nobody) {
        enter(w, v);
      } else if (w != parent_[v]) {
        low_[v] = std::min(low_[v], found_[w]);
      }
    }
    ++components;
  }
  void leave(std::size_t v) {
    stack_.pop_back();
    const auto above = parent_[v];
    if (above == nobody) return;
    low_[above] = std::min(low_[above], low_[v]);
    if (low_[v] >= found_[above]) ++children_apart[above];
    if (low_[v] > found_[above]) bridges.push_back(std::minmax(above, v));
  }

  std::vector<std::vector<std::size_t>> neighbours_;
  std::vector<std::size_t> found_, low_, parent_, next_, stack_;
  std::size_t time_ = 0;
};

void fill_actors(ActorNetwork& network, const SoundTies& ties, const Search& search) {
  for (const auto& [pair, strength] : ties.strength) {
    for (const auto v : {pair.first, pair.second}) {
      auto& actor = network.actors[ties.by_rank[v]];
      ++actor.degree;
      actor.strength += strength;
    }
  }
  network.components.resize(search.components);
  for (std::size_t v = 0; v < ties.by_rank.size(); ++v) {
    auto& actor = network.actors[ties.by_rank[v]];
    actor.component = search.component[v];
    actor.parts_without = search.children_apart[v] + (search.is_root(v) ? 0 : 1);
    network.components[search.component[v]].push_back(ties.by_rank[v]);
  }
}

std::vector<std::uint32_t> common(const std::vector<std::uint32_t>& a,
                                  const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

MissingTie missing(ActorPair pair, const std::vector<std::uint32_t>& homes,
                   const std::vector<std::optional<int>>& persons) {
  MissingTie tie{pair, 0, homes.size(), 0};
  for (const auto home : homes) {
    tie.persons += persons[home].value_or(0);
    tie.homes_unknown += persons[home] ? 0 : 1;
  }
  return tie;
}

}  // namespace

ActorNetwork actor_network(const std::vector<std::string>& actors,
                           const std::vector<ActorTie>& ties) {
  auto sound = sound_ties(actors, ties);
  Search search(sound);
  ActorNetwork network;
  network.actors.resize(actors.size());
  network.pairs = sound.strength.size();
  const auto n = static_cast<double>(sound.by_rank.size());
  if (n >= 2) network.density = 2 * static_cast<double>(network.pairs) / (n * (n - 1));
  fill_actors(network, sound, search);
  std::sort(search.bridges.begin(), search.bridges.end());
  for (const auto& [a, b] : search.bridges)
    network.bridges.push_back({sound.by_rank[a], sound.by_rank[b]});
  network.faulty = std::move(sound.faulty);
  network.repeated_actors = std::move(sound.repeated);
  return network;
}

std::vector<MissingTie> missing_ties(const std::vector<std::string>& actors,
                                     const std::vector<ActorTie>& ties,
                                     std::vector<std::vector<std::uint32_t>> served,
                                     const std::vector<std::optional<int>>& persons) {
  NAHRAUM_CHECK(served.size() == actors.size());
  for (auto& homes : served) {
    std::sort(homes.begin(), homes.end());
    homes.erase(std::unique(homes.begin(), homes.end()), homes.end());
    NAHRAUM_CHECK(homes.empty() || homes.back() < persons.size());
  }
  const auto sound = sound_ties(actors, ties);
  std::vector<MissingTie> found;
  for (std::size_t a = 0; a < sound.by_rank.size(); ++a) {
    for (std::size_t b = a + 1; b < sound.by_rank.size(); ++b) {
      if (sound.strength.contains({a, b})) continue;
      const ActorPair pair{sound.by_rank[a], sound.by_rank[b]};
      const auto homes = common(served[pair.a], served[pair.b]);
      if (!homes.empty()) found.push_back(missing(pair, homes, persons));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const MissingTie& a, const MissingTie& b) {
    return a.persons != b.persons ? a.persons > b.persons : a.homes > b.homes;
  });
  return found;
}

}  // namespace nahraum::planning
