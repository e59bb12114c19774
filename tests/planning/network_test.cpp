#include "planning/network.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;

namespace {

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

/// Components among `n` vertices by flooding, without the vertex `gone`.
int count_components(std::size_t n, const Pairs& pairs, std::size_t gone) {
  std::vector<int> label(n);
  for (std::size_t v = 0; v < n; ++v)
    label[v] = static_cast<int>(v);
  for (std::size_t round = 0; round < n; ++round) {
    for (const auto& [a, b] : pairs) {
      if (a != gone && b != gone) label[a] = label[b] = std::min(label[a], label[b]);
    }
  }
  std::set<int> distinct;
  for (std::size_t v = 0; v < n; ++v) {
    if (v != gone) distinct.insert(label[v]);
  }
  return static_cast<int>(distinct.size());
}

std::vector<std::string> actors_named(std::size_t n) {
  std::vector<std::string> actors;
  for (std::size_t i = 0; i < n; ++i)
    actors.push_back(fmt::format("a{:02}", (i * 7) % 23));
  return actors;
}

struct World {
  std::vector<std::string> actors;
  std::vector<ActorTie> ties;
  Pairs pairs;
};
World some_world() {
  World world;
  const auto n = *rc::gen::inRange<std::size_t>(0, 14);
  world.actors = actors_named(n);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      if (*rc::gen::inRange(0, 5) > 0) continue;
      world.pairs.insert({a, b});
      world.ties.push_back({world.actors[b], world.actors[a], "", *rc::gen::inRange(1, 4)});
    }
  }
  return world;
}

}  // namespace

TEST_CASE("a network hangs on the actor that alone joins its parts") {
  // church – club – office – { care, doctor (tied to each other) }; the shop is alone.
  const std::vector<std::string> actors{"office", "club", "church", "care", "doctor", "shop"};
  const std::vector<ActorTie> ties{{"church", "club", "", 1}, {"club", "office", "", 2},
                                   {"office", "care", "", 3}, {"office", "doctor", "", 1},
                                   {"doctor", "care", "", 2}, {"care", "office", "dementia", 1}};
  const auto network = actor_network(actors, ties);
  CHECK(network.pairs == 5);
  CHECK(*network.density == Approx(2 * 5 / 30.0));
  CHECK(network.actors[0].degree == 3);
  CHECK(network.actors[0].strength == 6);
  CHECK(network.actors[0].parts_without == 2);
  CHECK(network.actors[1].articulation());
  CHECK_FALSE(network.actors[3].articulation());
  CHECK(network.actors[5].isolated());
  CHECK(network.components == std::vector<std::vector<std::size_t>>{{3, 2, 1, 4, 0}, {5}});
  CHECK(network.bridges == std::vector<ActorPair>{{2, 1}, {1, 0}});
}

TEST_CASE("ties that cannot be are listed and counted nowhere") {
  const std::vector<std::string> actors{"a", "b", "c", "b"};
  const std::vector<ActorTie> ties{{"a", "b", "x", 2}, {"b", "a", "x", 3}, {"c", "c", "", 1},
                                   {"a", "z", "", 1},  {"a", "c", "", 4},  {"a", "b", "y", 1}};
  const auto network = actor_network(actors, ties);
  CHECK(network.faulty == std::vector<FaultyTie>{{1, TieFault::duplicate},
                                                 {2, TieFault::self},
                                                 {3, TieFault::unknown_actor},
                                                 {4, TieFault::strength_out_of_range}});
  CHECK(network.repeated_actors == std::vector<std::size_t>{3});
  CHECK(network.pairs == 1);
  CHECK(*network.density == Approx(1 / 3.0));
  CHECK(network.actors[0].strength == 2);
}

TEST_CASE("one actor has no density, and none are no network") {
  CHECK_FALSE(actor_network({"a"}, {}).density);
  CHECK(actor_network({}, {}).components.empty());
  CHECK(*actor_network({"a", "b"}, {{"a", "b", "", 1}}).density == 1);
}

TEST_CASE("what falls apart without an actor or a tie is what removing it shows") {
  const bool held = rc::check([] {
    const auto world = some_world();
    const auto n = world.actors.size();
    const auto network = actor_network(world.actors, world.ties);
    const int all = count_components(n, world.pairs, n);
    RC_ASSERT(network.components.size() == static_cast<std::size_t>(all));
    int degrees = 0;
    for (std::size_t v = 0; v < n; ++v) {
      degrees += network.actors[v].degree;
      const int without = count_components(n, world.pairs, v);
      RC_ASSERT(network.actors[v].parts_without == without - (all - 1));
    }
    RC_ASSERT(degrees == 2 * static_cast<int>(network.pairs));
    Pairs bridges;
    for (const auto& [a, b] : network.bridges)
      bridges.insert(std::minmax(a, b));
    for (const auto& pair : world.pairs) {
      auto fewer = world.pairs;
      fewer.erase(pair);
      RC_ASSERT((count_components(n, fewer, n) > all) == (bridges.count(pair) > 0));
    }
  });
  CHECK(held);
}

TEST_CASE("a long chain of actors is searched without a deep stack") {
  std::vector<std::string> actors;
  std::vector<ActorTie> ties;
  for (int i = 0; i < 60000; ++i) {
    actors.push_back(fmt::format("{:06}", i));
    if (i > 0) ties.push_back({actors[actors.size() - 2], actors.back(), "", 1});
  }
  CHECK(actor_network(actors, ties).bridges.size() == 59999);
}

TEST_CASE("actors who serve the same people and do not know each other are found") {
  const std::vector<std::string> actors{"meals", "care", "club"};
  const std::vector<std::vector<std::uint32_t>> served{{3, 0, 1, 1}, {1, 3, 2}, {2, 0}};
  const std::vector<std::optional<int>> persons{4, 7, 11, std::nullopt};
  auto found = missing_ties(actors, {}, served, persons);
  REQUIRE(found.size() == 3);
  CHECK(found[0].pair == ActorPair{1, 2});  // home 2
  CHECK(found[0].persons == 11);
  CHECK(found[1].pair == ActorPair{1, 0});  // homes 1 and 3
  CHECK(found[1].persons == 7);
  CHECK(found[1].homes == 2);
  CHECK(found[1].homes_unknown == 1);
  CHECK(found[2].persons == 4);
  found = missing_ties(actors, {{"club", "care", "", 1}}, served, persons);
  CHECK(found.size() == 2);
}

TEST_CASE("missing ties are those of counting home by home") {
  const bool held = rc::check([] {
    const auto world = some_world();
    const auto homes = *rc::gen::inRange<std::uint32_t>(1, 12);
    std::vector<std::optional<int>> persons(homes);
    for (auto& home : persons)
      home = *rc::gen::inRange(0, 40);
    std::vector<std::vector<std::uint32_t>> served;
    for (std::size_t a = 0; a < world.actors.size(); ++a)
      served.push_back(*rc::gen::container<std::vector<std::uint32_t>>(
          rc::gen::inRange<std::uint32_t>(0, homes)));
    std::map<std::pair<std::size_t, std::size_t>, long> expected;
    for (std::size_t a = 0; a < served.size(); ++a) {
      for (std::size_t b = a + 1; b < served.size(); ++b) {
        for (std::uint32_t h = 0; h < homes; ++h) {
          const auto has = [&](std::size_t x) {
            return std::count(served[x].begin(), served[x].end(), h) > 0;
          };
          if (has(a) && has(b) && world.pairs.count({a, b}) == 0) expected[{a, b}] += *persons[h];
        }
      }
    }
    const auto found = missing_ties(world.actors, world.ties, served, persons);
    RC_ASSERT(found.size() == expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) {
      RC_ASSERT(expected.at(std::minmax(found[k].pair.a, found[k].pair.b)) == found[k].persons);
      RC_ASSERT(
          (k == 0 || found[k - 1].persons >= found[k].persons));  // else both sides are evaluated
    }
  });
  CHECK(held);
}
