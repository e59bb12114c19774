#include <fstream>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/page_mix_parts.hpp"
#include "app/verb_pages.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/page_world.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::test;
using nlohmann::json;

namespace {

constexpr geo::Point west{500045, 5600020}, east{500265, 5600020};

/// West: pharmacy of Adler, bakery of Korn. East: pharmacy of Adler, café of the parish. The club
/// of an unknown provider in the west.
model::Project with_sectors(int persons = 40) {
  auto project = street_of_offers(persons);
  for (auto& service : project.services) {
    service.provider = "Adler";
    service.sector = "market";
  }
  add_service(project, "N03", "Bäckerei", "Korn", "market", west);
  add_service(project, "B05", "Café", "Gemeinde", "nonprofit", east);
  add_service(project, "B02", "Treff", "", "", west);
  add_service(project, "F03", "Bank", "Stadt", "state", west);
  return project;
}

/// Who of 65 and over loses the last offer of a kind when the offers that `falls` names are gone.
template <class Falls>
long recount(const app::PageInput& input, jobs::Context& context, Falls falls) {
  const auto served = app::served_homes(input, context).value();
  const auto& project = *input.answer->district->project;
  long persons = 0;
  for (std::uint32_t h = 0; h < project.homes.size(); ++h) {
    std::map<std::string, std::pair<bool, bool>> kinds;  // before, after
    for (std::size_t s = 0; s < project.services.size(); ++s) {
      const auto& service = project.services[s];
      const auto* type = input.catalogue->find_type(service.type);
      const auto& homes = served.homes[s];
      if (type == nullptr || !app::is_offer(*type) || type->comes_to_you) continue;
      if (std::find(homes.begin(), homes.end(), h) == homes.end()) continue;
      kinds[service.type].first = true;
      if (!falls(service)) kinds[service.type].second = true;
    }
    const bool loses = std::any_of(kinds.begin(), kinds.end(), [](const auto& kind) {
      return kind.second.first && !kind.second.second;
    });
    if (loses) persons += served.persons[h].value_or(0);
  }
  return persons;
}

}  // namespace

TEST_CASE("the mix by field counts offers only, the unknown beside the known") {
  const English english;
  PageWorld world(with_sectors());
  const auto page = world.page(5);
  const auto& mix = block(page, "mix");
  CHECK(mix.sentence.find("The sector is known of 4 of 5 offers (80") == 0);
  CHECK(says(mix, "Market 75"));
  const auto& bars = std::get<scene::BarsSpec>(mix.chart);
  REQUIRE(bars.rows.size() == 3);  // supply, health, meeting; no bench
  CHECK(bars.rows[0].parts == std::vector<double>{0, 1, 0, 0, 0});
  CHECK(bars.rows[1].parts == std::vector<double>{0, 2, 0, 0, 0});
  CHECK(bars.rows[2].parts == std::vector<double>{0, 0, 1, 0, 1});
  CHECK(bars.rows[1].remark == "one provider alone");
  CHECK(says(mix, "Health: more than 80 % of the offers are of one sector, “Market”."));
  CHECK(says(mix, "Health: no informal offer."));
  CHECK(says(mix, "Health: all offers are of one provider."));
  CHECK_FALSE(says(mix, "Meeting and taking part: no informal offer."));  // one is unknown
  CHECK(says(mix, "Meeting and taking part: of 1 offer the sector is unknown"));
  CHECK(says(mix, "Housing: no offer at all is known."));
  CHECK(says(mix, "2 offers, all of one provider, Adler."));
}

TEST_CASE("what is not known is counted, and payers get rows to be filled in") {
  const English english;
  auto project = with_sectors();
  project.work.edit().payers = {{1, 3, "users", 100, ""}, {2, 4, "", {}, ""}};
  PageWorld world(std::move(project));
  const auto page = world.page(5);
  const auto& missing = block(page, "missing");
  CHECK(missing.sentence ==
        "Of 5 offers the sector of 1, the provider of 1 and the payer of 4 are not known.");
  const auto filled =
      after(*world.workspace.project, *action(missing, "Add the payers to be filled in"));
  CHECK(filled.work->payers.size() == 5);  // three offers had no row
}

TEST_CASE("the payer of the largest share decides, and none where that is not known") {
  model::Work work;
  work.payers = {{1, 1, "care", 60, ""},  {2, 1, "users", 40, ""}, {3, 2, "care", {}, ""},
                 {4, 2, "users", 40, ""}, {5, 3, "care", {}, ""},  {6, 4, "care", 50, ""},
                 {7, 4, "users", 50, ""}};
  CHECK(app::main_payer(work, 1) == "care");
  CHECK(app::main_payer(work, 2).empty());
  CHECK(app::main_payer(work, 3) == "care");
  CHECK(app::main_payer(work, 4).empty());
  CHECK(app::main_payer(work, 5).empty());
}

TEST_CASE("the stress test: cases, one switched off, and on again") {
  const English english;
  PageWorld world(with_sectors());
  const auto cases = world.page(5);
  const auto& stress = block(cases, "stress");
  // All five homes lose their only pharmacy; each holds 20 of 65 and over.
  CHECK(says(stress, "Adler (2 offers): 100 people aged 65 and over lose"));
  CHECK(says(stress, "Gemeinde (1 offer): 60 people"));
  CHECK(says(stress, "Of 1 offer in reach the provider is unknown"));
  const auto off = action(stress, "Switch it off");
  REQUIRE(off);
  world.input.view = std::get<app::LookAtWork>(off->actions.front()).work;
  CHECK(world.input.view.switched_off == "provider Adler");
  const auto page = world.page(5);
  const auto& without = block(page, "stress");
  CHECK(without.sentence.find("Without Adler (2 offers): 100 people") == 0);
  CHECK(says(without, "100 of 100 people aged 65 and over lose the last one"));
  const auto& bars = std::get<scene::BarsSpec>(without.chart);
  REQUIRE(bars.rows.size() == 1);  // pharmacies
  CHECK(bars.rows[0].parts == std::vector<double>{0, 0, 100});
  CHECK(says(without, "it hangs on what is unknown: Seniors' club"));
  CHECK(page.signs.size() == 7);  // two that fall, five homes
  const auto on = action(without, "Switch it on again");
  REQUIRE(on);
  CHECK(std::get<app::LookAtWork>(on->actions.front()).work.switched_off.empty());
  const auto made = after(*world.workspace.project, *action(without, "Make a measure of it"));
  REQUIRE(made.work->measures.size() == 1);
  CHECK(made.work->measures[0].title == "Secure what hangs on Adler");
}

TEST_CASE("the kind of the stress test stays chosen while nothing is off") {
  const English english;
  PageWorld world(with_sectors());
  world.input.view.switched_off = "sector";
  const auto page = world.page(5);
  const auto& stress = block(page, "stress");
  CHECK(stress.switches[0].chosen == 1);
  CHECK(says(stress, "Market (3 offers): 100 people"));
  world.input.view.switched_off = "payer";
  CHECK(says(block(world.page(5), "stress"), "enter who provides and who pays first"));
  CHECK(app::to_text(app::stress_choice("payer care")) == "payer care");
  CHECK(app::to_text(app::stress_choice("sector")) == "sector");
  CHECK(app::to_text(app::stress_choice("")).empty());
  CHECK(app::stress_choice("provider Haus am Markt e. V.").name == "Haus am Markt e. V.");
}

TEST_CASE("small counts do not leave the stress test, nor by subtraction") {
  const English english;
  auto project = with_sectors();
  for (auto& home : project.homes)
    home.residents = {2, 1, 0};  // five of 65 and over in all, two in the west
  PageWorld world(std::move(project));
  const auto page = world.page(5);
  CHECK(says(block(page, "stress"), "Korn (1 offer): fewer than 5 people"));
  CHECK_FALSE(says(block(page, "stress"), ": 2 people"));
  CHECK_FALSE(says(block(page, "stress"), "(2)"));
  world.input.view.switched_off = "provider Korn";
  const auto off = world.page(5);
  for (const auto& row : std::get<scene::BarsSpec>(block(off, "stress").chart).rows)
    CHECK_FALSE(row.unknown.empty());
  CHECK_FALSE(says(block(off, "stress"), " 2 "));

  planning::StressLoss loss;
  loss.fields.resize(2);
  loss.fields[0].persons = loss.fields[0].persons_before = 18;
  loss.fields[1].persons = loss.fields[1].persons_before = 2;
  loss.persons = 20;
  CHECK(app::loss_text(loss, 5) == "at least 18");
  loss.persons = 18;
  CHECK(app::loss_text(loss, 5) == "18");
}

TEST_CASE("lists of names stay legible") {
  const English english;
  CHECK(app::pieces::listed({"a", "b", "c"}, 2) == "a, b and 1 more");
  CHECK(app::pieces::listed({"Café", "Library, bookcase"}) == "Café; Library, bookcase");
  CHECK(app::pieces::fact("of TSV e. V..").text == "of TSV e. V.");
}

TEST_CASE("who hangs on one provider is told with a measure to be made") {
  const English english;
  PageWorld world(with_sectors());
  const auto page = world.page(5);
  const auto& dependence = block(page, "dependence");
  CHECK(says(dependence, "100 people aged 65 and over reach only offers of Adler."));
  CHECK(action(dependence, "Make a measure of it"));
  CHECK_FALSE(dependence.method.empty());
}

TEST_CASE("on the demo district the stress test is what a recount by hand gives") {
  const English english;
  PageWorld world(*lindenhof().project, 500);
  const auto stress = app::stress_world(world.input, world.context).value();
  const std::set<std::string> names{"Pflegedienst Auental GmbH", "Diakonie Auental gGmbH",
                                    "Stadt Auental"};
  for (const auto& name : names) {
    const auto result = app::stress_result(stress, {planning::SwitchKind::provider, name});
    CHECK(result.loss.persons == recount(world.input, world.context, [&](const auto& service) {
            return service.provider == name;
          }));
    CHECK(result.loss.persons > 0);
  }
}

TEST_CASE("the demo district's home care is in one hand") {
  const English english;
  PageWorld world(*lindenhof().project, 500);
  const auto page = world.page(5);
  CHECK(says(block(page, "mix"), "3 offers, all of one provider, Pflegedienst Auental GmbH."));
  REQUIRE(page.blocks.size() == 6);
  for (const auto& each : page.blocks)
    CHECK_FALSE(each.sentence.empty());
}

TEST_CASE("the verbs tell the pages as text, JSON and tables") {
  const English english;
  io::test::Folder folder;
  const auto file = folder / "viertel.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(with_sectors(), file, context));
  app::Console console(true);
  app::PagesOptions options;
  options.project = file;
  options.limit = "120m";
  options.profile = "age_75";
  const auto bytes = io::test::read_bytes(file);
  for (const int module : {4, 5}) {
    options.module = module;
    options.csv = folder / (module == 4 ? "netz.csv" : "mix.csv");
    REQUIRE(app::run_pages(options, console));
  }
  CHECK(io::test::read_bytes(file) == bytes);
  CHECK(io::test::read_bytes(folder / "mix.csv").find("Health") != std::string::npos);
  CHECK(std::filesystem::exists(folder / "mix_payers.csv"));
  CHECK(std::filesystem::exists(folder / "mix_corners.csv"));
  CHECK(std::filesystem::exists(folder / "netz.csv"));

  options.without = "provider Adlr";
  const auto wrong = app::run_pages(options, console);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().code == base::ErrorCode::not_found);
  options.without = "Adler";
  CHECK(app::run_pages(options, console).error().code == base::ErrorCode::bad_input);
  options.without = "sector Market";
  CHECK(app::run_pages(options, console));
  options.limit = "far";
  CHECK_FALSE(app::run_pages(options, console));
}
