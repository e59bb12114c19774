#include "analysis/route_pieces.hpp"

#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "app/new_project.hpp"
#include "app/workspace.hpp"

using namespace nahraum;

namespace {

double sum_of(const std::vector<analysis::RoutePiece>& pieces) {
  double sum = 0;
  for (const auto& piece : pieces)
    sum += piece.seconds;
  return sum;
}

}  // namespace

TEST_CASE("the pieces of every way in the demo district sum to its time, and little is left over") {
  app::Workspace workspace;
  jobs::Context context;
  workspace.catalogue = app::shipped_catalogue().value();
  auto project = app::make_project(app::demo_district(), workspace.catalogue, context);
  workspace.project = std::make_shared<const model::Project>(std::move(project.value()));
  workspace.graph = std::make_shared<const analysis::StreetGraph>(
      analysis::street_graph_of(*workspace.project, context));
  const auto district = app::prepare(workspace, "rollator", context).value();
  std::set<std::string> causes;
  int ways = 0;
  for (std::size_t i = 0; i < workspace.project->homes.size(); i += 11) {
    const auto& home = workspace.project->homes[i];
    const auto route =
        analysis::route_to_nearest(*district, home.at, home.entrances, "G04", context);
    if (!route) continue;
    ++ways;
    const auto pieces = analysis::pieces_of(*route, district->network.profile);
    const double total = base::to_seconds(route->cost).value;
    CHECK(sum_of(pieces) == Approx(total).margin(1e-6));
    CHECK(pieces.back().cause == "rest");
    // What no cause explains is what is saved downhill, and trifles: never a hidden cost.
    CHECK(pieces.back().seconds < 0.02 * total + 3);
    if (route->known_slope_m == 0) CHECK(std::abs(pieces.back().seconds) < 0.02 * total + 3);
    for (const auto& piece : pieces)
      causes.insert(piece.cause);
  }
  CHECK(ways > 50);
  CHECK(causes.size() > 5);
}

TEST_CASE("the costliest are numbered, the others summed by cause") {
  analysis::Route route;
  route.cost = base::Millis(300000), route.length_m = 100, route.straight_m = 80;
  route.delays = {{"steps", {1, 2}, 60},
                  {"kerb_raised", {3, 4}, 30},
                  {"slope", {5, 6}, 9},
                  {"slope", {7, 8}, 7},
                  {"lift", {9, 9}, 1}};
  model::Profile profile;
  profile.speed_m_s = 0.8;
  const auto pieces = analysis::pieces_of(route, profile, 2);
  REQUIRE(pieces.size() == 7);
  CHECK(pieces[0].seconds == Approx(100));  // 80 m at 0.8 m/s
  CHECK(pieces[1].seconds == Approx(25));
  CHECK(pieces[1].metres == Approx(20));
  CHECK(pieces[2].number == 1);
  CHECK(pieces[3].number == 2);
  CHECK(pieces[3].at == geo::Point{3, 4});
  CHECK(pieces[4].cause == "lift");
  CHECK(pieces[4].number == 0);
  CHECK(pieces[5].seconds == Approx(16));
  CHECK_FALSE(pieces[5].at);
  CHECK(pieces[6].seconds == Approx(300 - 100 - 25 - 60 - 30 - 1 - 16));
}
