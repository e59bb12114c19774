#include "analysis/certainty.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;

namespace {

/// As assets/catalogue/profiles.yaml: footways rough, paths soft and narrow, kerbs raised.
model::Catalogue wary() {
  auto catalogue = districts::surfaces_only();
  catalogue.cautious.rough_surface_on = {"footway"};
  catalogue.cautious.soft_surface_on = {"path"};
  catalogue.cautious.narrow_on = {"path"};
  catalogue.cautious.closed_services = {"driveway"};
  catalogue.cautious.raised_kerbs = true;
  return catalogue;
}

struct BothCases {
  std::shared_ptr<const analysis::District> optimistic, cautious;
};

BothCases both(const model::Project& project, const model::Profile& profile) {
  jobs::Context context;
  const auto snapshot = std::make_shared<const model::Project>(project);
  const auto graph = districts::graph_of(snapshot->streets);
  const auto catalogue = wary();
  return {analysis::prepare_district(snapshot, graph, catalogue, profile, context),
          analysis::prepare_district(snapshot, graph, catalogue, profile, context,
                                     analysis::Certainty::cautious)};
}

/// Whether every service is entered from the same streets.
bool same_doors(const analysis::District& a, const analysis::District& b) {
  for (std::size_t i = 0; i < a.gates.size(); ++i) {
    if (a.gates[i].size() != b.gates[i].size()) return false;
    for (std::size_t g = 0; g < a.gates[i].size(); ++g)
      if (a.gates[i][g].snap.edge != b.gates[i][g].snap.edge) return false;
  }
  return true;
}

std::vector<analysis::MissingFact> survey(const BothCases& cases, const analysis::Limit& limit) {
  jobs::Context context;
  return analysis::survey_list(*cases.optimistic, *cases.cautious, "G04",
                               analysis::reach(*cases.optimistic, "G04", context),
                               analysis::reach(*cases.cautious, "G04", context), limit, context);
}

}  // namespace

TEST_CASE("the cautious answer is never nearer than the optimistic one") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const auto cases =
        both(districts::random_town(seed), seed % 2 ? districts::walker() : districts::rolling());
    // Who meets another street because one is closed may well be nearer there.
    RC_PRE(same_doors(*cases.optimistic, *cases.cautious));
    jobs::Context context;
    const auto best = analysis::reach(*cases.optimistic, "G04", context);
    const auto worst = analysis::reach(*cases.cautious, "G04", context);
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (cases.optimistic->homes[i].edge != cases.cautious->homes[i].edge) continue;
      RC_ASSERT(best[i].cost <= worst[i].cost);
    }
  }));
}

TEST_CASE("what is mapped stays as it is in the cautious answer") {
  auto world = districts::draw(R"(
    h         S
    +:::::::::+
  )");
  world.project.streets.ways[0].tags.set("surface", "asphalt");
  const auto cases = both(world.project, districts::rolling());
  CHECK(cases.cautious->network.forward == cases.optimistic->network.forward);
}

TEST_CASE("the survey names what decides, by those whose answer hangs on it") {
  //  the eastern home walks over a street whose surface everybody knows; the two western ones over
  //  a footway that nobody has described, 100 m, at 0.5 m/s or, on cobbles, at 0.3
  auto world = districts::draw(R"(
    h   h     S         h
    +:::::::::+---------+
  )");
  auto& project = world.project;
  REQUIRE(project.homes.size() == 3);
  project.homes[0].residents = {20, 10, 6};
  project.homes[1].residents = {7, std::nullopt, std::nullopt};
  const auto cases = both(project, districts::rolling());
  // 220 s: the far home needs 200 s on asphalt and 333 s on cobbles, the near one 120 s and 200 s
  const auto facts = survey(cases, {analysis::Limit::Kind::seconds, 250});
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].key == "surface");
  CHECK(model::to_text(facts[0].osm) == "w" + std::to_string(project.streets.ways[0].osm_way_id));
  CHECK(facts[0].homes == 1);
  CHECK(facts[0].all == 20);
  CHECK(facts[0].age_80 == 6);

  const auto both_open = survey(cases, {analysis::Limit::Kind::seconds, 199});
  REQUIRE(both_open.size() == 1);
  CHECK(both_open[0].homes == 1);
  CHECK(both_open[0].all == 7);
  CHECK(both_open[0].age_80 == -1);  // nobody there is known: not zero
  CHECK(survey(cases, {analysis::Limit::Kind::seconds, 400}).empty());
  CHECK(survey(cases, {analysis::Limit::Kind::seconds, 50}).empty());
}

TEST_CASE("a crossing that says nothing of its kerb may stop a wheelchair") {
  auto world = districts::draw(R"(
    h    S
    +::C:+
  )");
  auto& node = world.project.streets.nodes[world.node_at(world.named.at('C'))];
  node.tags = {{"highway", "crossing"}, {"crossing", "traffic_signals"}};
  for (auto& way : world.project.streets.ways)
    way.tags.set("surface", "asphalt");
  const auto cases = both(world.project, districts::rolling());
  const auto facts = survey(cases, {analysis::Limit::Kind::seconds, 600});
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].key == "kerb");
  CHECK(facts[0].at == node.at);
  CHECK(facts[0].osm.kind == 'n');
}
