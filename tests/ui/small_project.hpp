#pragma once
/// A place for the window's tests: two homes, two pharmacies, one street, an answer to one
/// question.

#include "app/state.hpp"
#include "model/catalogue.hpp"

namespace nahraum::testing {

inline model::Catalogue small_catalogue() {
  model::Catalogue catalogue;
  model::ServiceType pharmacy;
  pharmacy.id = "G04";
  pharmacy.alias = "pharmacy";
  pharmacy.label = {"Apotheke", "Pharmacy"};
  pharmacy.group = model::Group::health;
  pharmacy.target_m = 500;
  model::ServiceType bakery;
  bakery.id = "N03";
  bakery.alias = "bakery";
  bakery.label = {"Bäckerei", "Bakery"};
  bakery.group = model::Group::supply;
  model::ServiceType kerb;
  kerb.id = "M99";
  kerb.label = {"Bordstein", "Kerb"};
  kerb.group = model::Group::mobility;
  kerb.network_attribute = true;
  catalogue.types = {pharmacy, bakery, kerb};
  model::Profile rollator;
  rollator.id = "rollator";
  rollator.label = {"Mit Rollator", "With a rollator"};
  rollator.speed_m_s = 0.7;
  model::Profile adult = rollator;
  adult.id = "adult";
  adult.label = {"Erwachsene", "Adults"};
  adult.speed_m_s = 1.25;
  catalogue.profiles = {rollator, adult};
  return catalogue;
}

inline model::Building building(double x, double y, double width, double height, int home) {
  model::Building made;
  made.outline = {{geo::ring_of({x, y, x + width, y + height}), {}}};
  made.home = home;
  return made;
}

inline std::shared_ptr<model::Project> small_project() {
  auto project = std::make_shared<model::Project>();
  project->info.title = "Kleinhausen";
  project->info.epsg = 25832;
  project->info.data_date = "2026-03-09";
  project->district = {{geo::ring_of({500000, 5600000, 500600, 5600400}), {}}};
  project->data_extent = project->district;
  model::Home near, far;
  near.id = 11, near.at = {500110, 5600105}, near.residents = {40, 12, 7};
  near.address = "Lindenstraße 3";
  near.basis = model::PopulationBasis::counted;
  far.id = 12, far.at = {500510, 5600305}, far.residents = {3, 2, 1};
  far.basis = model::PopulationBasis::assumed;
  project->homes = {near, far};
  project->buildings = {building(500100, 5600100, 22, 11, 0), building(500500, 5600300, 17, 13, 1),
                        building(500300, 5600200, 9, 6, -1)};
  project->streets.nodes = {{1, {500050, 5600090}, {}, false}, {2, {500550, 5600290}, {}, false}};
  project->streets.ways = {{77, {0, 1}, {{"highway", "residential"}, {"name", "Lindenstraße"}}}};
  model::Service first, second;
  first.id = 1, first.type = "G04", first.name = "Löwen-Apotheke", first.at = {500150, 5600140};
  first.provider = "Frau Löwe", first.origin = "osm";
  first.tags.set("opening_hours", "Mo-Fr 08:00-18:00");
  second.id = 2, second.type = "G04", second.at = {500420, 5600230};
  project->services = {first, second};
  project->sources = {
      {"osm", "klein.osm", "2026-03-09", "ODbL 1.0", "© OpenStreetMap contributors, ODbL 1.0", ""}};
  project->report = {{"loss", "missing_node", 4, "w17"}};
  return project;
}

inline app::Answer small_answer() {
  app::Answer answer;
  answer.question = {"G04", "rollator", {analysis::Limit::Kind::seconds, 600}};
  analysis::HomeReach near, far;
  near.cost = base::Millis(214000), near.metres = 150, near.service = 1;
  near.status = analysis::Status::ok;
  far.cost = base::Millis(842000), far.metres = 590, far.service = 2;
  far.status = analysis::Status::ok;
  answer.reach = {near, far};
  auto& c = answer.coverage;
  c.type = "G04", c.profile = "rollator", c.limit = answer.question.limit;
  c.all.total = 1200, c.all.covered = 900, c.all.gap = 280, c.all.not_assessable = 20;
  c.all.median = base::Seconds(312);
  c.age_65.total = 300, c.age_65.covered = 200, c.age_65.gap = 97, c.age_65.not_assessable = 3;
  c.age_80.total = 90, c.age_80.covered = 61, c.age_80.gap = 29;
  c.homes = 2, c.homes_covered = 1, c.homes_gap = 1, c.services = 2;
  answer.bands = {{{analysis::Limit::Kind::seconds, 300},
                   {{geo::ring_of({500080, 5600080, 500250, 5600190}), {}}}},
                  {{analysis::Limit::Kind::seconds, 600},
                   {{geo::ring_of({500050, 5600040, 500330, 5600260}), {}}}}};
  return answer;
}

inline app::State small_state() {
  app::State state;
  state.project = small_project();
  state.question = small_answer().question;
  state.answer = std::make_shared<const app::Answer>(small_answer());
  return state;
}

}  // namespace nahraum::testing
