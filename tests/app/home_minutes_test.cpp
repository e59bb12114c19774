#include "app/home_minutes.hpp"

#include <catch2/catch.hpp>

#include "analysis/both_ways.hpp"
#include "analysis/home_reach.hpp"
#include "app/new_project.hpp"
#include "app/workspace.hpp"

using namespace nahraum;

namespace {

/// The demo district with its slopes, steps and one-way lifts: made once.
struct Lindenhof {
  app::Workspace workspace;
  jobs::Context context;
  Lindenhof() {
    workspace.catalogue = app::shipped_catalogue().value();
    auto project = app::make_project(app::demo_district(), workspace.catalogue, context);
    workspace.project = std::make_shared<const model::Project>(std::move(project.value()));
    workspace.graph = std::make_shared<const analysis::StreetGraph>(
        analysis::street_graph_of(*workspace.project, context));
  }
  static Lindenhof& get() {
    static Lindenhof made;
    return made;
  }
};

}  // namespace

TEST_CASE("one search out of a home tells what the searches from all services tell of it") {
  auto& demo = Lindenhof::get();
  for (const char* profile : {"rollator", "wheelchair"}) {
    const auto district = app::prepare(demo.workspace, profile, demo.context).value();
    std::vector<analysis::TypeAndWay> asked;
    std::vector<std::vector<analysis::HomeReach>> known;
    for (const char* type : {"G04", "N01", "N03", "G01", "M01"}) {
      for (const auto way : {analysis::Way::to, analysis::Way::from, analysis::Way::both}) {
        asked.push_back({type, way});
        known.push_back(analysis::reach_by(*district, analysis::targets_of(*district, type), way,
                                           demo.context));
      }
    }
    long differing = 0, reached = 0;
    for (std::size_t home = 0; home < district->homes.size(); home += 7) {
      const auto answers = analysis::reach_of_home(*district, home, asked, demo.context);
      for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& a = answers[i];
        const auto& b = known[i][home];
        const bool same = a.cost == b.cost && a.service == b.service && a.status == b.status &&
                          a.frontier == b.frontier && a.metres == Approx(b.metres).margin(0.01) &&
                          a.frontier_m == Approx(b.frontier_m).margin(0.01);
        if (!same) {
          UNSCOPED_INFO(profile << " home " << home << " " << asked[i].type << " "
                                << analysis::to_text(asked[i].way) << ": " << a.cost.value << "/"
                                << b.cost.value << " s " << a.service << "/" << b.service << " m "
                                << a.metres << "/" << b.metres << " frontier " << a.frontier.value
                                << "/" << b.frontier.value << " " << a.frontier_m << "/"
                                << b.frontier_m);
        }
        differing += same ? 0 : 1;
        reached += b.status == analysis::Status::ok ? 1 : 0;
      }
    }
    CHECK(differing == 0);
    CHECK(reached > 500);
  }
}

TEST_CASE("a home's basket has each core type once, with its own limit and way") {
  auto& demo = Lindenhof::get();
  const auto district = app::prepare(demo.workspace, "rollator", demo.context).value();
  const auto minutes = app::home_minutes(*district, demo.workspace.catalogue, 40, demo.context);
  CHECK(minutes.home == demo.workspace.project->homes[40].id);
  CHECK(minutes.profile == "rollator");
  REQUIRE(minutes.types.size() > 10);
  std::size_t unknown = 0;
  for (const auto& each : minutes.types) {
    const auto* type = demo.workspace.catalogue.find_type(each.type);
    REQUIRE(type);
    CHECK(type->core);
    CHECK(each.limit == analysis::default_limit(*type, district->network.profile));
    CHECK(each.way == analysis::default_way(*type));
    if (!each.in_data) {
      ++unknown;
      CHECK(each.within == analysis::Within::unknown);
    } else {
      CHECK(each.within == analysis::within(each.reach, each.limit));
    }
  }
  CHECK(unknown < minutes.types.size());
}
