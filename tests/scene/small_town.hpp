#pragma once
/// A village for tests, in metres from an asymmetric corner: one crossing, three homes, a shop, a
/// park, a stream, steps and a bridge; nothing in it is a mirror image of something else.

#include <cmath>

#include "analysis/coverage.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "scene/text_size.hpp"

namespace nahraum::tests {

inline constexpr double east0 = 294300;
inline constexpr double north0 = 5628100;

inline geo::Point at(double x, double y) {
  return {east0 + x, north0 + y};
}

inline geo::MultiPolygon block(double x, double y, double width, double height) {
  geo::Box box;
  box.add(at(x, y));
  box.add(at(x + width, y + height));
  return {{geo::ring_of(box), {}}};
}

inline std::uint32_t node(model::Project& project, double x, double y) {
  model::StreetNode added;
  added.osm_id = static_cast<std::int64_t>(project.streets.nodes.size()) + 100;
  added.at = at(x, y);
  project.streets.nodes.push_back(added);
  return static_cast<std::uint32_t>(project.streets.nodes.size() - 1);
}

inline void street(model::Project& project, std::vector<std::uint32_t> nodes, model::Tags tags) {
  model::Street way;
  way.osm_way_id = static_cast<std::int64_t>(project.streets.ways.size()) + 7;
  way.nodes = std::move(nodes);
  way.tags = std::move(tags);
  project.streets.ways.push_back(std::move(way));
}

inline void home(model::Project& project, double x, double y, model::Residents residents,
                 bool in_district = true) {
  model::Home added;
  added.id = static_cast<std::int32_t>(project.homes.size()) + 1;
  added.at = at(x + 5, y + 4);
  added.residents = residents;
  added.basis = model::PopulationBasis::weighted;
  added.in_district = in_district;
  model::Building building;
  building.outline = block(x, y, 11, 8);
  building.kind = "house";
  building.home = static_cast<std::int32_t>(project.homes.size());
  project.homes.push_back(added);
  project.buildings.push_back(building);
}

inline model::Project small_town() {
  model::Project p;
  p.info.title = "Kleinstadt";
  p.info.epsg = 25832;
  p.info.data_date = "2021-08-01";
  p.district = block(0, 0, 420, 300);
  p.data_extent = block(-1500, -1500, 3420, 3300);
  const auto west = node(p, -60, 130), middle = node(p, 170, 140), east = node(p, 460, 155);
  const auto north = node(p, 182, 290), south = node(p, 165, -40), yard = node(p, 240, 200);
  street(p, {west, middle}, {{"highway", "residential"}, {"name", "Lindenweg"}});
  street(p, {middle, east}, {{"highway", "residential"}, {"name", "Lindenweg"}});
  street(p, {south, middle, north}, {{"highway", "secondary"}, {"name", "Hauptstraße"}});
  street(p, {middle, yard}, {{"highway", "footway"}});
  street(p, {yard, north}, {{"highway", "steps"}});
  street(p, {east, north}, {{"highway", "residential"}, {"bridge", "yes"}});
  home(p, 60, 150, {5, 2, 1});
  home(p, 90, 152, {130, 40, 21});
  home(p, 300, 100, {60, 25, 9});
  home(p, 500, 100, {40, 10, 5}, false);
  model::Building shop;
  shop.outline = block(210, 150, 24, 17);
  shop.kind = "retail";
  p.buildings.push_back(shop);
  p.areas.push_back({model::AreaKind::park, {'w', 91}, "Stadtpark", block(250, 180, 140, 90)});
  p.lines.push_back(
      {model::LineKind::stream, {'w', 92}, "Wurm", {at(0, 20), at(200, 35)}, false, false});
  model::Service pharmacy;
  pharmacy.id = 3;
  pharmacy.type = "G04";
  pharmacy.name = "Markt-Apotheke";
  pharmacy.at = at(222, 158);
  p.services.push_back(pharmacy);
  p.sources.push_back(
      {"osm", "town.osm", "2021-08-01", "ODbL 1.0", "© OpenStreetMap contributors, ODbL 1.0", ""});
  return p;
}

inline model::Catalogue small_catalogue() {
  model::Catalogue catalogue;
  model::ServiceType pharmacy;
  pharmacy.id = "G04";
  pharmacy.alias = "pharmacy";
  pharmacy.label = {"Apotheke", "Pharmacy"};
  pharmacy.group = model::Group::health;
  pharmacy.target_m = 500;
  pharmacy.target_evidence = {model::Mark::assumption, "Annahme"};
  pharmacy.limit_m = 1000;
  pharmacy.limit_evidence = {model::Mark::verified, "BBSR 1/2025"};
  pharmacy.core = true;
  catalogue.types.push_back(pharmacy);
  auto bakery = pharmacy;
  bakery.id = "N03";
  bakery.alias = "bakery";
  bakery.label = {"Bäckerei", "Bakery"};
  bakery.group = model::Group::supply;
  catalogue.types.push_back(bakery);
  model::Profile rollator;
  rollator.id = "rollator";
  rollator.label = {"Mit Rollator", "With a rollator"};
  rollator.speed_m_s = 0.65;
  rollator.evidence = {model::Mark::literature, "Mundt et al. 2019"};
  catalogue.profiles.push_back(rollator);
  catalogue.edition = "2026-11-22";
  return catalogue;
}

/// Home 1 and 2 are near, 3 is a gap, 4 lies outside.
inline std::vector<analysis::HomeReach> small_reach() {
  std::vector<analysis::HomeReach> reach(4);
  const auto near = [](double seconds) {
    analysis::HomeReach r;
    r.cost = base::Millis(static_cast<std::uint32_t>(seconds * 1000));
    r.metres = static_cast<float>(seconds * 0.65);
    r.service = 3;
    r.status = analysis::Status::ok;
    return r;
  };
  reach[0] = near(300);
  reach[1] = near(350);
  reach[2] = near(1500);
  reach[3] = near(2000);
  return reach;
}

/// Every letter is half its size wide: lines can be counted by hand.
inline scene::TextSize plain_measure(const scene::Text& text) {
  constexpr double mm = 25.4 / 72;
  double letters = 0;
  for (const char c : text.text)
    letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  const double width = letters * text.size_pt * 0.5 * mm;
  const double lines = text.wrap_mm > 0 ? std::max(1.0, std::ceil(width / text.wrap_mm)) : 1;
  return {text.wrap_mm > 0 ? std::min(width, text.wrap_mm) : width,
          lines * text.size_pt * 1.28 * mm, text.size_pt * mm};
}

}  // namespace nahraum::tests
