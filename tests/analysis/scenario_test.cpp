/// Scenarios: what each kind of change does to ways, drawn by hand; and the properties that hold on
/// any town: no change changes nothing, opening never takes away, closing never gives.

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/coverage.hpp"
#include "analysis/scenario_compare.hpp"
#include "analysis/scenario_project.hpp"
#include "analysis/scenario_remarks.hpp"
#include "analysis/seats.hpp"
#include "analysis/street_editor.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using namespace nahraum::analysis;
using base::ErrorCode;
using model::Scenario;

namespace {

model::Project drawn(std::string_view drawing) {
  auto project = districts::draw(drawing).project;
  project.district = {{geo::ring_of({499000, 5599000, 502000, 5602000}), {}}};
  project.data_extent = project.district;
  for (auto& service : project.services)
    service.osm = {'n', 100 + service.id};
  return project;
}

/// Column and row of a drawing with `rows` rows, indented by four as all of them are here.
geo::Point at(double column, double row, int rows) {
  return {500000 + (column + 4) * 10, 5600000 + (rows - row) * 10};
}

model::Project changed(const model::Project& project, std::vector<model::Change> changes) {
  const auto result = with_changes(project, {"Versuch", "", "", std::move(changes)});
  REQUIRE(result);
  return *result;
}

base::Error refused(const model::Project& project, model::Change change) {
  const auto result = with_changes(project, {"Versuch", "", "", {std::move(change)}});
  REQUIRE_FALSE(result);
  return result.error();
}

std::vector<HomeReach> reach_in(const model::Project& project, const model::Profile& profile,
                                std::string_view type = "G04") {
  jobs::Context context;
  return reach(*districts::district_of(project, profile), type, context);
}

double seconds(const model::Project& project, const model::Profile& profile, std::size_t home = 0) {
  const auto cost = reach_in(project, profile)[home].cost;
  return cost == base::unreachable ? -1 : cost.value / 1000.0;
}

/// On foot from one street node to another, behind whichever side of a barrier.
base::Millis node_cost(const model::Project& project, std::size_t from, std::size_t to) {
  jobs::Context context;
  const auto district = districts::district_of(project, districts::walker());
  const auto& graph = *district->network.graph;
  std::vector<Snap> goals;
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    if (graph.street_node[graph.tail[e]] == to) goals.push_back({e, 0, 0, {}});
    if (graph.street_node[graph.head[e]] == to) goals.push_back({e, graph.length_m[e], 0, {}});
  }
  base::Millis best = base::unreachable;
  if (goals.empty()) return best;
  const auto field = cost_field(district->network, goals, true, base::unreachable, context);
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    if (graph.street_node[n] == from) best = std::min(best, field.cost[n]);
  }
  return best;
}

}  // namespace

TEST_CASE("a ramp opens the steps for wheels") {
  const auto project = drawn(R"(
    h
    +----+####+----+S
  )");
  const auto steps =
      std::find_if(project.streets.ways.begin(), project.streets.ways.end(),
                   [](const model::Street& way) { return way.tags.is("highway", "steps"); });
  REQUIRE(steps != project.streets.ways.end());
  const auto wheels = districts::rolling();
  CHECK(seconds(project, wheels) == -1);
  const auto ramp = changed(project, {model::AddRamp{steps->osm_way_id}});
  // 120 m at 0.5 m/s, and 50 m of ramp at half that speed.
  CHECK(seconds(ramp, wheels) == Approx(120 / 0.5 + 50 / 0.25));
  CHECK(seconds(ramp, districts::walker()) == seconds(project, districts::walker()));
  CHECK(refused(project, model::AddRamp{4711}).code == ErrorCode::not_found);
  CHECK(refused(project, model::AddRamp{project.streets.ways[0].osm_way_id == steps->osm_way_id
                                            ? project.streets.ways[1].osm_way_id
                                            : project.streets.ways[0].osm_way_id})
            .code == ErrorCode::bad_input);
}

TEST_CASE("services open, close, move and change their size") {
  const auto project = drawn(R"(
    h
    +--------------+----------+
                              S
  )");
  const auto walker = districts::walker();
  CHECK(seconds(project, walker) == Approx(10 + 260 + 10));

  model::OpenService near;
  near.type = "G04";
  near.at = at(15, 1, 3);
  const auto opened = changed(project, {near});
  REQUIRE(opened.services.size() == 2);
  CHECK(opened.services[1].id == 2);
  CHECK(opened.services[1].origin == "user");
  CHECK(seconds(opened, walker) == Approx(10 + 150));

  CHECK(seconds(changed(project, {model::CloseService{{1, {}}}}), walker) == -1);
  const auto moved = changed(project, {model::MoveService{{0, {'n', 101}}, at(10, 1, 3)}});
  CHECK(moved.services.size() == 1);
  CHECK(seconds(moved, walker) == Approx(10 + 100));
  CHECK(*changed(project, {model::ResizeService{{1, {}}, 12}}).services[0].capacity == 12);
  // The new one keeps its number also where the last of the project closes first.
  const auto replaced = changed(project, {model::CloseService{{1, {}}}, near});
  REQUIRE(replaced.services.size() == 1);
  CHECK(replaced.services[0].id == 2);
}

TEST_CASE("a new path is joined to the streets at its ends, and to those it crosses") {
  const auto project = drawn(R"(
    h
    +--------------------+
                         |
    +-------+            |
                         |
    +--------------------+S
  )");
  const auto walker = districts::walker();
  CHECK(seconds(project, walker) == Approx(10 + 210 + 40 + 10));
  // From the middle of the upper street to the middle of the lower one, drawn 4 m short of both.
  const model::AddPath path{{{500110, 5600046}, {500110, 5600014}}, {{"highway", "footway"}}};
  const auto with = changed(project, {path});
  CHECK(with.streets.ways.size() == project.streets.ways.size() + 1);
  CHECK(with.streets.ways.back().osm_way_id < 0);
  // Beginning, place drawn, the street crossed, place drawn, end.
  CHECK(with.streets.ways.back().nodes.size() == 5);
  CHECK(seconds(with, walker) == Approx(10 + 70 + 40 + 140 + 10));

  auto bridge = path;
  bridge.tags.set("bridge", "yes");
  CHECK(changed(project, {bridge}).streets.ways.back().nodes.size() == 4);
  // Only the way ahead is new: all others cost what they did.
  CHECK(
      seconds(changed(project, {path, model::RemovePath{with.streets.ways.back().osm_way_id, {}}}),
              walker) == Approx(seconds(project, walker)));

  const auto loose = refused(
      project, model::AddPath{{{500110, 5600046}, {500110, 5600400}}, {{"highway", "footway"}}});
  CHECK(loose.code == ErrorCode::no_street_nearby);
  CHECK(loose.where.find("1") != std::string::npos);
  CHECK(refused(project, model::AddPath{path.line, {{"highway", "motorway"}}}).code ==
        ErrorCode::bad_input);
  CHECK(refused(project, model::AddPath{{path.line[0], path.line[0]}, path.tags}).code ==
        ErrorCode::bad_input);
}

TEST_CASE("a path is taken away, whole or in part; a carriageway stays to be crossed") {
  const auto project = drawn(R"(
    h
    +:::::::::+S
    |         |
    +---------+
  )");
  const auto walker = districts::walker();
  const auto foot =
      std::find_if(project.streets.ways.begin(), project.streets.ways.end(),
                   [](const model::Street& way) { return way.tags.is("highway", "footway"); });
  REQUIRE(foot != project.streets.ways.end());
  CHECK(seconds(project, walker) == Approx(10 + 100 + 10));
  const auto gone = changed(project, {model::RemovePath{foot->osm_way_id, {}}});
  CHECK(gone.streets.ways.size() == project.streets.ways.size() - 1);
  CHECK(seconds(gone, walker) == Approx(10 + 20 + 100 + 20 + 10));
  // 40 m in the middle: both stumps are still there.
  const auto cut =
      changed(project, {model::RemovePath{foot->osm_way_id, {at(3, 1, 4), at(7, 1, 4)}}});
  CHECK(cut.streets.ways.size() == project.streets.ways.size() + 1);
  CHECK(seconds(cut, walker) == Approx(10 + 20 + 100 + 20 + 10));
  // A carriageway cannot be walked along any more, but is there.
  std::vector<model::Change> all;
  for (const auto& way : project.streets.ways)
    all.push_back(model::RemovePath{way.osm_way_id, {}});
  const auto closed = changed(project, all);
  CHECK(closed.streets.ways.size() == project.streets.ways.size() - 1);
  CHECK(seconds(closed, walker) == -1);

  CHECK(refused(project, model::RemovePath{4711, {}}).code == ErrorCode::not_found);
  CHECK(refused(project, model::RemovePath{foot->osm_way_id, {at(3, 1, 4), at(3, 1, 4)}}).code ==
        ErrorCode::bad_input);
}

TEST_CASE("crossings: a new one leads over the street, an old one becomes another") {
  const auto project = drawn(R"(
    h
    +:::::::::+
    +---------+
    +:::::::::+
              S
  )");
  const auto walker = districts::walker();
  CHECK(seconds(project, walker) == -1);
  const auto crossing =
      changed(project, {model::AddCrossing{{at(5, 1, 5), at(5, 3, 5)}, "traffic_signals"}});
  // 20 m over the street, and 20 s at the lights.
  CHECK(seconds(crossing, walker) == Approx(10 + 100 + 20 + 10 + 20));
  const auto way = crossing.streets.ways.back();
  CHECK(way.nodes.size() == 3);  // the carriageway is crossed on its own level
  const auto zebra = changed(crossing, {model::AddCrossing{{at(5, 2, 5)}, "marked"}});
  CHECK(seconds(zebra, walker) == Approx(10 + 100 + 20 + 10 + 3));
  CHECK(refused(project, model::AddCrossing{{at(5, 2, 5)}, "marked"}).code == ErrorCode::not_found);
}

TEST_CASE("a kerb is lowered for wheels") {
  auto project = drawn(R"(
    h
    +::::+::::+S
  )");
  project.streets.nodes[1].tags = {
      {"barrier", "kerb"}, {"kerb", "raised"}, {"kerb:height", "0.12"}};
  const auto wheels = districts::rolling();
  CHECK(seconds(project, wheels) == -1);
  const auto lowered = changed(project, {model::LowerKerb{project.streets.nodes[1].osm_id}});
  CHECK(seconds(lowered, wheels) == Approx((10 + 100 + 10) / 0.5 + 2));
  CHECK(refused(project, model::LowerKerb{4711}).code == ErrorCode::not_found);
}

TEST_CASE("a path over rails or through a building is to be looked at on the spot") {
  auto project = drawn(R"(
    h
    +---------+
    +---------+S
  )");
  const model::AddPath path{{at(5, 1, 3), at(5, 2, 3)}, {{"highway", "footway"}}};
  CHECK(remarks_on(project, {"", "", "", {path}}).empty());
  project.lines.push_back(
      {model::LineKind::rail, {}, "", {at(0, 1.5, 3), at(10, 1.5, 3)}, false, false});
  project.buildings.push_back(
      {{}, {{geo::ring_of({500080, 5600012, 500100, 5600018}), {}}}, "", 0, -1});
  const auto remarks = remarks_on(project, {"", "", "", {model::AddBench{at(1, 1, 3)}, path}});
  REQUIRE(remarks.size() == 2);
  CHECK(remarks[0].find("2") != std::string::npos);
  auto bridge = path;
  bridge.tags.set("bridge", "yes");
  CHECK(remarks_on(project, {"", "", "", {bridge}}).empty());
}

TEST_CASE("benches come and go") {
  auto project = drawn(R"(
    h    o
    +---------+S
  )");
  project.elements.at(0).osm = {'n', 77};
  model::RestRules rules;
  rules.bench.counts = true;
  CHECK(seats_of(project, rules).size() == 1);
  CHECK(seats_of(changed(project, {model::AddBench{at(3, 0, 2)}}), rules).size() == 2);
  CHECK(seats_of(changed(project, {model::RemoveBench{{'n', 77}}}), rules).empty());
  CHECK(refused(project, model::RemoveBench{{'n', 78}}).code == ErrorCode::not_found);
}

TEST_CASE("new housing has its residents, and an id after the last") {
  const auto project = drawn(R"(
    h
    +---------+S
  )");
  const auto with =
      changed(project, {model::AddHousing{at(5, 0, 2), "Neubau", 12, {20, 9, std::nullopt}}});
  REQUIRE(with.homes.size() == 2);
  CHECK(with.homes[1].id == 2);
  CHECK(with.homes[1].residents == model::Residents{20, 9, std::nullopt});
  CHECK(with.homes[1].in_district);
  CHECK(seconds(with, districts::walker(), 1) == Approx(10 + 50 + 10));
  CHECK(refused(project, model::AddHousing{{0, 0}, "", 1, {1, {}, {}}}).code ==
        ErrorCode::bad_input);
}

TEST_CASE("what is gone is named, with the number of the change") {
  const auto project = drawn(R"(
    h
    +---------+S
  )");
  const Scenario scenario{
      "Alt", "", "", {model::AddBench{at(3, 1, 2)}, model::CloseService{{99, {}}}}};
  const auto result = with_changes(project, scenario);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::not_found);
  CHECK(result.error().what.find("99") != std::string::npos);
  CHECK(result.error().where.find("Alt") != std::string::npos);
  CHECK(result.error().where.find("2") != std::string::npos);
}

TEST_CASE("who gains, who loses, and who is new") {
  const auto project = drawn(R"(
    h         h
    +---------+---------+S
  )");
  jobs::Context context;
  const Limit limit{Limit::Kind::seconds, 130};
  const auto walker = districts::walker();
  model::OpenService open;
  open.type = "G04";
  open.at = at(0, 1, 2);
  const auto after = changed(project, {open, model::CloseService{{1, {}}},
                                       model::AddHousing{at(5, 0, 2), "", 4, {7, 3, 1}}});
  const auto a = districts::district_of(project, walker), b = districts::district_of(after, walker);
  const auto was = reach(*a, "G04", context), is = reach(*b, "G04", context);
  const auto shift = compare_states(*a, was, *b, is, limit);
  REQUIRE(shift.homes.size() == 3);
  CHECK(shift.homes[0].shift == Shift::gained);  // 220 s, then 10 s
  CHECK(shift.homes[1].shift == Shift::nearer);  // 120 s, then 110 s
  CHECK(shift.homes[2].shift == Shift::added);
  CHECK(shift.all.gained == 5);
  CHECK(shift.all.kept == 7);
  CHECK(shift.all.added == 7);
  CHECK(shift.age_80.added_within == 1);
  CHECK(shift.by_home.gained == 1);
  // Seven of the twelve live in the second home; the new ones have no way to compare with.
  CHECK(shift.all.median_before->value == Approx(120));
  CHECK(shift.all.median_after->value == Approx(110));
}

TEST_CASE("property: a scenario of no changes changes nothing") {
  CHECK(rc::check([] {
    const auto town = districts::random_town(*rc::gen::arbitrary<unsigned>());
    auto result = with_changes(town, {"Nichts", "", "", {}}).value();
    result.info.scenario.clear();
    RC_ASSERT(result == town);
  }));
}

TEST_CASE("property: opening takes nobody's way, closing gives nobody one") {
  CHECK(rc::check([] {
    auto town = districts::random_town(*rc::gen::arbitrary<unsigned>());
    town.data_extent = {{geo::ring_of({499000, 5599000, 502000, 5602000}), {}}};
    const auto profile = *rc::gen::element(districts::walker(), districts::rolling());
    model::OpenService open;
    open.type = "G04";
    open.at = {500000.0 + *rc::gen::inRange(0, 220), 5600000.0 + *rc::gen::inRange(0, 220)};
    const auto before = reach_in(town, profile);
    const auto opened = reach_in(with_changes(town, {"", "", "", {open}}).value(), profile);
    const auto id = town.services[*rc::gen::inRange<std::size_t>(0, town.services.size())].id;
    const auto closed = reach_in(
        with_changes(town, {"", "", "", {model::CloseService{{id, {}}}}}).value(), profile);
    for (std::size_t i = 0; i < before.size(); ++i) {
      RC_ASSERT(opened[i].cost <= before[i].cost);
      RC_ASSERT(closed[i].cost >= before[i].cost);
    }
  }));
}

TEST_CASE("property: a new path takes nobody's way, a closed one gives nobody one") {
  CHECK(rc::check([] {
    auto town = districts::random_town(*rc::gen::arbitrary<unsigned>());
    town.data_extent = {{geo::ring_of({499000, 5599000, 502000, 5602000}), {}}};
    const auto place = [] {
      return geo::Point{500000.0 + *rc::gen::inRange(0, 220),
                        5600000.0 + *rc::gen::inRange(0, 220)};
    };
    const auto added = with_changes(
        town, {"", "", "", {model::AddPath{{place(), place()}, {{"highway", "footway"}}}}});
    RC_PRE(added.has_value());
    // From node to node: where homes are joined to the streets is another matter.
    const auto from = *rc::gen::inRange<std::size_t>(0, town.streets.nodes.size());
    const auto to = *rc::gen::inRange<std::size_t>(0, town.streets.nodes.size());
    const auto cost = [&](const model::Project& project) { return node_cost(project, from, to); };
    // Each cut may round up by a millisecond.
    const auto before = cost(town), after = cost(*added);
    RC_ASSERT(before == base::unreachable || after.value <= std::int64_t{before.value} + 100);
    const auto id = added->streets.ways.back().osm_way_id;
    const auto closed =
        cost(with_changes(*added, {"", "", "", {model::RemovePath{id, {}}}}).value());
    RC_ASSERT(after == base::unreachable || std::int64_t{closed.value} + 100 >= after.value);
  }));
}

TEST_CASE("property: what is compared is what coverage says of both states") {
  CHECK(rc::check([] {
    auto town = districts::random_town(*rc::gen::arbitrary<unsigned>());
    town.data_extent = {{geo::ring_of({499000, 5599000, 502000, 5602000}), {}}};
    town.district = town.data_extent;
    model::OpenService open;
    open.type = "G04";
    open.at = {500000.0 + *rc::gen::inRange(0, 220), 5600000.0 + *rc::gen::inRange(0, 220)};
    const std::vector<model::Change> changes{
        open, model::CloseService{{1, {}}}, model::AddHousing{{500050, 5600070}, "", 3, {6, 4, 1}}};
    // By hand, without the scenario.
    auto by_hand = town;
    std::erase_if(by_hand.services, [](const auto& service) { return service.id == 1; });
    model::Service service;
    service.id = 6;
    service.type = "G04";
    service.at = open.at;
    by_hand.services.push_back(service);
    model::Home home;
    home.id = 26;
    home.at = {500050, 5600070};
    home.residents = {6, 4, 1};
    by_hand.homes.push_back(home);

    jobs::Context context;
    const Limit limit{Limit::Kind::seconds, double(*rc::gen::inRange(30, 300))};
    const auto a = districts::district_of(town, districts::rolling());
    const auto b = districts::district_of(with_changes(town, {"", "", "", changes}).value(),
                                          districts::rolling());
    const auto c = districts::district_of(by_hand, districts::rolling());
    const auto was = reach(*a, "G04", context), is = reach(*b, "G04", context);
    const auto before = coverage(*a, "G04", was, limit);
    const auto after = coverage(*c, "G04", reach(*c, "G04", context), limit);
    const auto shift = compare_states(*a, was, *b, is, limit);
    const auto& all = shift.all;
    RC_ASSERT(shift.by_home.unclear > 0 ||
              before.all.covered == all.kept + all.lost + all.removed_within);
    RC_ASSERT(shift.by_home.unclear > 0 ||
              after.all.covered == all.kept + all.gained + all.added_within);
    RC_ASSERT(before.homes == shift.by_home.kept + shift.by_home.gained + shift.by_home.lost +
                                  shift.by_home.missing + shift.by_home.unclear +
                                  shift.by_home.removed);
    RC_ASSERT(after.homes == before.homes + 1);
  }));
}
