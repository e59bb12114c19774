#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "app/actors_from_services.hpp"
#include "app/agenda_clock.hpp"
#include "app/network_picture.hpp"
#include "app/verb_pages.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/page_world.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::test;

namespace {

constexpr geo::Point west{500045, 5600020}, east{500265, 5600020};

model::Actor actor_of(model::Id id, const std::string& name, model::Ids services = {}) {
  model::Actor actor;
  actor.id = id;
  actor.name = name;
  actor.services = std::move(services);
  return actor;
}

/// A café and a club of one house in the west, a club in the east, a bench of the town.
model::Project with_offers(int persons = 40) {
  auto project = street_of_offers(persons);
  add_service(project, "B05", "Café", "Haus am Markt e. V.", "nonprofit", west);
  add_service(project, "B02", "Treff", "Haus am Markt e. V.", "nonprofit", east);
  add_service(project, "G01", "Dr. Weber", "", "market", west);
  add_service(project, "F03", "Bank", "Stadt", "state", west);
  add_service(project, "B03", "Bücherschrank", "", "informal", west)
      .tags.set("amenity", "public_bookcase");
  return project;
}

/// A – B – C – D in a line, E alone.
model::Project line_of_actors() {
  auto project = with_offers();
  auto& work = project.work.edit();
  work.actors = {actor_of(1, "A", {3}), actor_of(2, "B"), actor_of(3, "C"), actor_of(4, "D"),
                 actor_of(5, "E", {5})};
  work.ties = {{1, 1, 2, "information", 2}, {2, 2, 3, "information", 1}, {3, 3, 4, "", {}}};
  return project;
}

double farthest_move(const std::vector<geo::Point>& a, const std::vector<geo::Point>& b) {
  double most = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    most = std::max(most, std::hypot(a[i].x - b[i].x, a[i].y - b[i].y));
  return most;
}

}  // namespace

TEST_CASE("without actors the page says what to do, and takes them from the services") {
  const English english;
  PageWorld world(with_offers());
  const auto page = world.page(4);
  REQUIRE(page.blocks.size() == 4);
  const auto take = action(block(page, "actors"), "Take the actors from the services");
  REQUIRE(take);
  const auto project = after(*world.workspace.project, *take);
  const auto& actors = project.work->actors;
  REQUIRE(actors.size() == 2);  // pharmacies without a name, a bench, a bookcase: nobody
  CHECK(actors[0].name == "Haus am Markt e. V.");
  CHECK(actors[0].kind == "association");
  CHECK(actors[0].sector == "nonprofit");
  CHECK(actors[0].services == model::Ids{3, 4});
  REQUIRE(actors[0].at.size() == 1);
  CHECK(actors[0].at[0].x == Approx((west.x + east.x) / 2));
  CHECK(actors[1].name == "Dr. Weber");
  CHECK(actors[1].kind == "practice");
  CHECK(actors[0].id != actors[1].id);
  CHECK(block(page, "network").sentence.find("two actors") != std::string::npos);
  CHECK(page.signs.empty());
}

TEST_CASE("missing actors are added once, and known ones get their services") {
  const auto catalogue = app::shipped_catalogue().value();
  auto project = with_offers();
  project.work.edit().actors = {actor_of(7, "haus am markt e. V. ", {3})};
  const auto proposed = app::actors_from_services(project, catalogue);
  REQUIRE(proposed.rows.size() == 2);
  CHECK(proposed.added == 1);
  CHECK(proposed.rows[0].id == 7);
  CHECK(proposed.rows[0].services == model::Ids{3, 4});
  CHECK(proposed.without == 3);
  project.work.edit().actors = {actor_of(7, "Haus am Markt e. V.", {3, 4}),
                                actor_of(8, "Dr. Weber", {5})};
  CHECK(app::actors_from_services(project, catalogue).rows.empty());
}

TEST_CASE("an empty project has pages that ask for the first step") {
  const English english;
  model::Project empty;
  empty.info.title = "Leer";
  app::PageInput input;
  input.project = input.answered = std::make_shared<const model::Project>(std::move(empty));
  input.catalogue = std::make_shared<const model::Catalogue>(app::shipped_catalogue().value());
  jobs::Context context;
  for (const int module : {4, 5}) {
    const auto page = app::module_page(input, module, context);
    CHECK(page.module == module);
    for (const auto& each : page.blocks)
      CHECK_FALSE(each.sentence.empty());
    CHECK(page.signs.empty());
  }
}

TEST_CASE("the network's sentence, who is isolated and on whom it hangs") {
  const English english;
  PageWorld world(line_of_actors());
  const auto page = world.page(4);
  const auto& network = block(page, "network");
  CHECK(network.sentence.find("5 actors, 3 ties: 30") == 0);
  CHECK(network.sentence.find("1 is isolated") != std::string::npos);
  CHECK(says(network, "Without B the network falls into 2 parts."));
  CHECK(says(network, "Without C the network falls into 2 parts."));
  CHECK_FALSE(says(network, "Without A the network"));
  CHECK(says(network, "The tie A – B is the only one"));
  CHECK(says(network, "Without any tie: E."));
  const auto& spec = std::get<scene::NetworkSpec>(network.chart);
  REQUIRE(spec.nodes.size() == 5);
  CHECK(spec.nodes[1].articulation);
  CHECK(spec.nodes[4].isolated);
  REQUIRE(spec.ties.size() == 4);  // one of them is missing
  CHECK(spec.ties[0].strength == 2);
  CHECK(spec.ties[0].bridge);
  CHECK(spec.ties[3].missing);
  CHECK_FALSE(network.method.empty());
}

TEST_CASE("who serves the same residents without a tie: told, tied, made a measure of") {
  const English english;
  PageWorld world(line_of_actors());  // A and E both in the west: two homes, 20 of 65+ each
  const auto page = world.page(4);
  const auto& network = block(page, "network");
  CHECK(says(network, "A and E serve the same 40 people aged 65 and over and have no tie."));
  const auto tied = after(*world.workspace.project, *action(network, "Tie them"));
  REQUIRE(tied.work->ties.size() == 4);
  CHECK(tied.work->ties[3].from == 1);
  CHECK(tied.work->ties[3].to == 5);
  const auto measured = after(*world.workspace.project, *action(network, "Make a measure of it"));
  REQUIRE(measured.work->measures.size() == 1);
  const auto& measure = measured.work->measures[0];
  CHECK(measure.title == "Bring A and E together");
  CHECK(measure.origin == "tie");
  CHECK(measure.baseline_date == "2026-11-22");
  CHECK(measure.baseline_text.find("40 people") != std::string::npos);
  PageWorld again(measured);
  CHECK_FALSE(action(block(again.page(4), "network"), "Make a measure of it"));
  PageWorld done(tied);
  CHECK_FALSE(says(block(done.page(4), "network"), "have no tie"));
}

TEST_CASE("counts below the minimum are not told in missing ties") {
  const English english;
  auto project = line_of_actors();
  for (auto& home : project.homes)
    home.residents = {4, 2, 1};
  PageWorld world(std::move(project));  // 4 people in both homes together
  const auto page = world.page(4);
  CHECK(says(block(page, "network"), "the same fewer than 5 people"));
  for (const auto& line : block(page, "network").lines)
    CHECK(line.text.find("same 4") == std::string::npos);
}

TEST_CASE("ties that cannot be are shown and count nowhere") {
  const English english;
  auto project = line_of_actors();
  auto& ties = project.work.edit().ties;
  ties.push_back({4, 2, 2, "", 1});
  ties.push_back({5, 2, 1, "information", 1});
  ties.push_back({6, 1, 99, "", 1});
  ties.push_back({7, 1, 4, "", 9});
  PageWorld world(std::move(project));
  const auto page = world.page(4);
  const auto& network = block(page, "network");
  CHECK(network.sentence.find("5 actors, 3 ties") == 0);
  int faults = 0;
  for (const auto& line : network.lines)
    faults += line.kind == app::PageLine::Kind::fault ? 1 : 0;
  CHECK(faults == 4);
  CHECK(says(network, "Tie 4 joins B with itself."));
  CHECK(says(network, "Tie 5 is there already: B – A."));
  CHECK(says(network, "A – #99"));
}

TEST_CASE("rings stand around the neighbourhood office") {
  auto project = line_of_actors();
  add_service(project, "P05", "Büro", "", "state", west);
  project.work.edit().actors[3].services = {project.services.back().id};
  PageWorld world(std::move(project));
  world.input.view.rings = true;
  const auto page = world.page(4);
  const auto& network = block(page, "network");
  const auto& spec = std::get<scene::NetworkSpec>(network.chart);
  CHECK(spec.rings.size() == 4);
  CHECK(spec.nodes[3].at == geo::Point{0, 0});
  CHECK(std::hypot(spec.nodes[2].at.x, spec.nodes[2].at.y) == Approx(0.8));
  CHECK(std::hypot(spec.nodes[0].at.x, spec.nodes[0].at.y) == Approx(1.0));
  REQUIRE(network.switches.size() == 1);
  CHECK(network.switches[0].chosen == 1);
}

TEST_CASE("the drawing of the network does not jump") {
  std::vector<model::Actor> actors;
  std::vector<model::Tie> ties;
  for (model::Id i = 1; i <= 30; ++i)
    actors.push_back(actor_of(i, std::to_string(i)));
  for (model::Id i = 1; i <= 40; ++i)
    ties.push_back({i, 1 + (i * 7) % 24, 1 + (i * 11 + 3) % 24, "", 1 + i % 3});
  const auto before = app::network_places(actors, ties);
  CHECK(farthest_move(before, app::network_places(actors, ties)) == 0);
  auto more = ties;
  more.push_back({41, 3, 17, "", 2});
  CHECK(farthest_move(before, app::network_places(actors, more)) <= 0.08);
  auto one_more = actors;
  one_more.push_back(actor_of(31, "neu"));
  CHECK(farthest_move(before, app::network_places(one_more, ties)) == 0);
  auto first_tie = ties;  // of one who stood at the rim
  first_tie.push_back({41, 3, 30, "", 2});
  auto others = app::network_places(actors, first_tie);
  others[29] = before[29];
  CHECK(farthest_move(before, others) <= 0.08);
  for (const auto& at : before)
    CHECK(std::hypot(at.x, at.y) <= 1);
}

TEST_CASE("the matrix averages those who rated and tells who skipped") {
  const English english;
  auto project = line_of_actors();
  auto& work = project.work.edit();
  work.ratings = {{1, 1, "A", 8, 9},  {2, 1, "B", 6, {}},  {3, 2, "A", 2, 8},  {4, 2, "B", 9, 8},
                  {5, 3, "A", 12, 1}, {6, 4, "B", {}, {}}, {7, 99, "A", 1, 1}, {8, 1, "A", 1, 1}};
  PageWorld world(std::move(project));
  const auto page = world.page(4);
  const auto& matrix = block(page, "matrix");
  const auto& spec = std::get<scene::MatrixSpec>(matrix.chart);
  REQUIRE(spec.points.size() == 2);
  CHECK(spec.points[0].y == Approx(7));
  CHECK(spec.points[0].x == Approx(9));
  REQUIRE(spec.points[0].spread_y);
  CHECK_FALSE(spec.points[0].spread_x);
  CHECK(spec.points[1].disputed);
  CHECK(spec.unrated == std::vector<std::string>{"C", "D", "E"});
  CHECK(says(matrix, "2 of 5 actors are rated."));
  CHECK(says(matrix, "Involve closely, decide with them: A, B."));
  CHECK(says(matrix, "No next step is agreed with A."));
  CHECK(says(matrix, "Rater B left 2 actors open"));
  CHECK(says(matrix, "Rating 5 is not between 0 and 10"));
  CHECK(says(matrix, "Rating 7 names an actor who is not in the list"));
  CHECK(says(matrix, "Rating 8 is a second one by the same rater"));
  const auto rows = action(matrix, "Add rows for two raters");
  REQUIRE(rows);
  CHECK(after(*world.workspace.project, *rows).work->ratings.size() == 10);  // E's two
}

TEST_CASE("the proven plan of a meeting takes 90 minutes and has a break") {
  const English english;
  PageWorld world(line_of_actors());
  const auto empty = world.page(4);
  const auto planned =
      after(*world.workspace.project, *action(block(empty, "agenda"), "Take a proven plan"));
  CHECK(app::agenda_minutes(planned.work->agenda) == 90);
  CHECK(app::longest_without_break(planned.work->agenda) <= 60);
  for (const auto& item : planned.work->agenda) {
    CHECK_FALSE(item.method.empty());
    CHECK_FALSE(item.material.empty());
  }
  PageWorld again(planned);
  const auto page = again.page(4);
  const auto& agenda = block(page, "agenda");
  CHECK(says(agenda, "90 minutes: from 9:00 to 10:30"));
  CHECK(says(agenda, "9:40 Break (10 min)"));
  CHECK_FALSE(action(agenda, "Take a proven plan"));
}

TEST_CASE("a plan without a break or without minutes is warned about") {
  const English english;
  auto project = line_of_actors();
  project.work.edit().agenda = {{1, "T", 2, "Later", "input", "", 60, "", ""},
                                {2, "T", 1, "First", "input", "", 40, "", ""},
                                {3, "T", {}, "Open", "vote", "", {}, "", ""},
                                {4, "U", 1, "Other", "input", "", 5, "", ""}};
  PageWorld world(std::move(project));
  const auto page = world.page(4);
  const auto& agenda = block(page, "agenda");
  CHECK(agenda.lines[0].text.find("9:00 First") == 0);
  CHECK(agenda.lines[1].text.find("9:40 Later") == 0);
  CHECK(says(agenda, "“Open” has no minutes"));
  CHECK(says(agenda, "100 minutes without a break"));
  REQUIRE(agenda.switches.size() == 1);
  CHECK(agenda.switches[0].choices.size() == 2);
}

TEST_CASE("the clock of a meeting knows the item and what is left of it") {
  const std::vector<model::AgendaItem> items{{1, "T", 1, "a", "", "", 10, "", ""},
                                             {2, "T", 2, "b", "", "", {}, "", ""},
                                             {3, "T", 3, "c", "", "", 5, "", ""}};
  CHECK(app::agenda_at(items, -5) == app::AgendaClock{0, 600, false, 0});
  CHECK(app::agenda_at(items, 599) == app::AgendaClock{0, 1, false, 0});
  CHECK(app::agenda_at(items, 600) == app::AgendaClock{2, 300, false, 0});
  CHECK(app::agenda_at(items, 900) == app::AgendaClock{2, 0, true, 0});
  CHECK(app::agenda_at(items, 1000) == app::AgendaClock{2, 0, true, 100});
  CHECK(app::agenda_at({}, 3).over);
}

TEST_CASE("actors with a place stand on the map with their ties") {
  auto project = line_of_actors();
  auto& actors = project.work.edit().actors;
  actors[0].name = "Ökumenische Hilfe Lindenhof";
  actors[0].at = {west};
  actors[1].at = {east};
  actors[4].at = {east};
  PageWorld world(std::move(project));
  const auto page = world.page(4);
  REQUIRE(page.signs.size() == 3);
  CHECK(page.signs[0].text == "ÖH");
  CHECK(page.signs[0].table == "actors");
  CHECK(page.signs[0].row == 1);
  REQUIRE(page.strokes.size() == 2);
  CHECK(page.strokes[0].width_mm == Approx(0.8));
  CHECK_FALSE(page.strokes[0].dashed);
  CHECK(page.strokes[1].dashed);
}

TEST_CASE("the demo district's actors come from its services, and the verb tells their network") {
  const English english;
  PageWorld world(*lindenhof().project, 500);
  const auto first = world.page(4);
  auto project = after(*lindenhof().project,
                       *action(block(first, "actors"), "Take the actors from the services"));
  const auto& actors = project.work->actors;
  std::set<model::Id> services;
  std::size_t named = 0;
  for (const auto& actor : actors) {
    CHECK(actor.at.size() == 1);
    CHECK_FALSE(actor.kind.empty());
    services.insert(actor.services.begin(), actor.services.end());
    named += actor.services.size();
  }
  CHECK(actors.size() > 40);
  CHECK(services.size() == named);  // nobody's offer is another's
  const auto count = static_cast<model::Id>(actors.size());
  auto& ties = project.work.edit().ties;
  for (model::Id i = 1; i <= 20; ++i)
    ties.push_back({i, i, 1 + (i * i + 3) % count, "cooperation", 1 + i % 3});
  PageWorld tied(project, 500);
  const auto page = tied.page(4);
  CHECK_FALSE(action(block(page, "actors"), "Add the missing actors"));
  CHECK(action(block(page, "network"), "Tie them"));
  CHECK(page.signs.size() == static_cast<std::size_t>(count));

  io::test::Folder folder;
  REQUIRE(io::write_project(project, folder / "lindenhof.gpkg", tied.context));
  app::PagesOptions options;
  options.module = 4;
  options.project = folder / "lindenhof.gpkg";
  app::Console console(true);
  CHECK(app::run_pages(options, console));
}
