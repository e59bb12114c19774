#include "analysis/certainty.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "analysis/edge_effects.hpp"
#include "analysis/edge_span.hpp"

namespace nahraum::analysis {
namespace {

/// A fact's place: a way or a crossing's node, and which tag.
struct Key {
  bool node = false;
  std::uint32_t index = 0;
  std::string key;
  friend bool operator<(const Key& a, const Key& b) {
    return std::tie(a.node, a.index, a.key) < std::tie(b.node, b.index, b.key);
  }
};

/// A sum stays unknown until somebody is known.
void count(long& sum, const std::optional<int>& persons) {
  if (persons) sum = std::max(0L, sum) + *persons;
}

/// Follows optimistic ways home by home and gathers what is missing on them.
class Survey {
 public:
  Survey(const District& optimistic, const District& cautious, const Targets& targets,
         const jobs::Context& context)
      : district_(optimistic),
        streets_(optimistic.project->streets),
        targets_(targets),
        on_edge_(optimistic.network, targets.snaps, true),
        reader_(*cautious.network.graph, streets_, cautious.network.surfaces,
                cautious.network.profile,
                cautious.network.cautious ? &*cautious.network.cautious : nullptr) {
    search_.run(district_.network, seeds_at(district_.network, targets.snaps, true), true, {},
                context);
  }

  void add(std::size_t home) {
    std::set<Key> facts;
    walk(district_.homes[home], facts);
    const auto& residents = district_.project->homes[home].residents;
    for (const Key& key : facts) {
      MissingFact& fact = found_[key];
      ++fact.homes;
      count(fact.all, residents.all);
      count(fact.age_65, residents.age_65);
      count(fact.age_80, residents.age_80);
    }
  }

  std::vector<MissingFact> ranked() {
    std::vector<MissingFact> facts;
    facts.reserve(found_.size());
    for (auto& [key, fact] : found_) {
      describe(key, fact);
      facts.push_back(std::move(fact));
    }
    std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
      return std::tie(a.age_80, a.age_65, a.all, a.homes) >
             std::tie(b.age_80, b.age_65, b.all, b.homes);
    });
    return facts;
  }

 private:
  void walk(const Snap& from, std::set<Key>& facts) {
    const auto& network = district_.network;
    const auto& graph = *network.graph;
    const EdgeLabels labels(network, search_, on_edge_, targets_.snaps, true);
    const Label start = labels.at(from.edge, from.along_m);
    if (start.cost == base::unreachable) return;
    note(from.edge, facts);
    note(targets_.snaps[start.target].edge, facts);
    if (start.arc == none) return;  // the target is on this edge or at its end
    NodeIndex node = graph.tail[from.edge];
    if (search_.label(node).arc != start.arc) node = graph.head[from.edge];
    while (search_.label(node).arc != none) {
      const auto edge = network.edge[search_.label(node).arc];
      note(edge, facts);
      node = graph.tail[edge] == node ? graph.head[edge] : graph.tail[edge];
    }
  }

  void note(EdgeIndex edge, std::set<Key>& facts) {
    const auto& graph = *district_.network.graph;
    const auto way = graph.way[edge];
    auto [known, fresh] = ways_.try_emplace(way);
    if (fresh) known->second = reader_.missing_on_way(way);
    for (const char* key : known->second)
      facts.insert({false, way, key});
    for (auto i = graph.element_begin[edge]; i < graph.element_begin[edge + 1]; ++i) {
      if (reader_.kerb_missing(graph.elements[i]))
        facts.insert({true, graph.elements[i].street_node, "kerb"});
    }
  }

  void describe(const Key& key, MissingFact& fact) const {
    fact.key = key.key;
    if (key.node) {
      const auto& node = streets_.nodes[key.index];
      if (node.osm_id > 0) fact.osm = {'n', node.osm_id};
      fact.at = node.at;
      return;
    }
    if (key.index >= streets_.ways.size()) {
      const auto& area = streets_.areas[key.index - streets_.ways.size()];
      fact.osm = area.osm;
      fact.name = area.tags.get("name");
      fact.at = streets_.nodes[area.rings.front().front()].at;
      return;
    }
    const auto& way = streets_.ways[key.index];
    fact.osm = {'w', way.osm_way_id};
    fact.name = way.tags.get("name");
    for (const auto node : way.nodes)
      fact.line.push_back(streets_.nodes[node].at);
    fact.at = geo::point_along(fact.line, geo::length(fact.line) / 2);
  }

  const District& district_;
  const model::Streets& streets_;
  const Targets& targets_;
  EdgeTargets on_edge_;
  EffectReader reader_;
  Search search_;
  std::map<std::uint32_t, std::vector<const char*>> ways_;
  std::map<Key, MissingFact> found_;
};

}  // namespace

Sure sure(const HomeReach& cautious, const HomeReach& optimistic, const Limit& limit) {
  const Within worst = within(cautious, limit);
  const Within best = within(optimistic, limit);
  if (worst == Within::yes) return Sure::yes;
  if (best == Within::no) return Sure::no;
  if (best == Within::yes) return Sure::open;
  return Sure::unknown;
}

std::vector<MissingFact> survey_list(const District& optimistic, const District& cautious,
                                     std::string_view type,
                                     const std::vector<HomeReach>& reach_optimistic,
                                     const std::vector<HomeReach>& reach_cautious,
                                     const Limit& limit, jobs::Context& context) {
  const Targets targets = targets_of(optimistic, type);
  Survey survey(optimistic, cautious, targets, context);
  const auto& homes = optimistic.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i % 256 == 0) context.check();
    if (!homes[i].in_district) continue;
    if (sure(reach_cautious[i], reach_optimistic[i], limit) == Sure::open) survey.add(i);
  }
  return survey.ranked();
}

}  // namespace nahraum::analysis
