#include "analysis/mobile.hpp"

#include <cmath>
#include <random>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;

namespace {

geo::MultiPolygon square(double x, double y, double side) {
  return {{geo::ring_of({x, y, x + side, y + side}), {}}};
}

model::Home home_at(double x, double y, int persons) {
  model::Home home;
  home.at = {x, y};
  home.residents = {persons, persons / 2, persons / 4};
  return home;
}

model::ServiceArea area_of(const std::string& provider, const std::string& name,
                           geo::MultiPolygon outline) {
  model::ServiceArea area;
  area.type = "P01";
  area.provider = provider;
  area.name = name;
  area.outline = std::move(outline);
  return area;
}

/// Even and odd crossings of a ray to the east, over all rings of all polygons.
bool inside(const geo::MultiPolygon& polygons, geo::Point p) {
  for (const auto& polygon : polygons) {
    int crossings = 0;
    auto rings = polygon.holes;
    rings.push_back(polygon.outer);
    for (const auto& ring : rings) {
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[i + 1];
        if ((a.y > p.y) == (b.y > p.y)) continue;
        if (a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) > p.x) ++crossings;
      }
    }
    if (crossings % 2 == 1) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("three offices of one provider are one provider, two without a name are two") {
  model::Project project;
  project.homes = {home_at(5, 5, 40), home_at(15, 5, 20), home_at(95, 5, 8), home_at(25, 5, 4)};
  project.homes[3].in_district = false;
  const std::vector<model::ServiceArea> areas{area_of("Pflege Eins", "Nord", square(0, 0, 30)),
                                              area_of("pflege eins ", "Süd", square(0, 0, 10)),
                                              area_of("Pflege Eins", "West", square(0, 0, 20)),
                                              area_of("", "Hilfe A", square(10, 0, 10)),
                                              area_of("", "Hilfe B", square(10, 0, 10))};
  const auto cover = analysis::mobile_cover(project, areas, "P01");
  CHECK(cover.providers == std::vector<std::string>{"Pflege Eins", "Hilfe A", "Hilfe B"});
  CHECK(cover.provider_count == std::vector<std::uint32_t>{1, 3, 0, 1});
  CHECK(cover.of_home[0] == std::vector<std::uint32_t>{0, 1, 2});
  const auto group = analysis::mobile_group(project, cover, &model::Residents::all);
  CHECK(group.total == 68);
  CHECK(group.by_providers == std::array<long, 4>{8, 40, 0, 20});
  CHECK(analysis::mobile_cover(project, areas, "P09").areas.empty());
  CHECK(analysis::providers_of(areas, "P01") == cover.providers);
  CHECK(analysis::providers_of(areas, "P09").empty());
}

TEST_CASE("white spots are listed by statistical area, most people first") {
  model::Project project;
  project.homes = {home_at(5, 5, 4), home_at(15, 5, 20), home_at(16, 5, 1), home_at(95, 5, 8)};
  project.homes[2].residents = {};
  for (int i = 0; i < 2; ++i) {
    model::PopulationCell cell;
    cell.id = i == 0 ? "A" : "B";
    cell.source = "blocks";
    cell.outline = square(10 * i, 0, 10);
    project.population.push_back(cell);
  }
  const auto cover =
      analysis::mobile_cover(project, {area_of("Eins", "", square(90, 0, 10))}, "P01");
  const auto areas = analysis::areas_of(project);
  const auto spots = analysis::white_spots(project, cover, areas);
  REQUIRE(spots.size() == 2);
  CHECK(project.population[areas.cells[static_cast<std::size_t>(spots[0].area)]].id == "B");
  CHECK(spots[0].homes == 2);
  CHECK(spots[0].persons.all == 20);
  CHECK(spots[1].persons.age_80 == 1);
}

TEST_CASE("an office whose provider has no area is named, others are not") {
  model::Project project;
  for (const auto* provider : {"Eins", "ZWEI", "", "Drei"}) {
    model::Service service;
    service.id = 9 - static_cast<std::int32_t>(project.services.size());
    service.type = "P01";
    service.provider = provider;
    project.services.push_back(service);
  }
  project.services[2].name = "Eins";  // named like a provider that has one
  const auto cover =
      analysis::mobile_cover(project, {area_of("eins", "", square(0, 0, 10))}, "P01");
  CHECK(analysis::offices_without_area(project, cover, "P01") == std::vector<std::size_t>{3, 1});
}

TEST_CASE("who comes to a home is what a pencil on the map says") {
  CHECK(rc::check("random stars with holes", [](unsigned seed) {
    std::mt19937 random(seed);
    const auto metres = [&](double from, double to) {
      return std::uniform_real_distribution<double>(from, to)(random);
    };
    const auto star = [&] {
      const geo::Point middle{metres(0, 100), metres(0, 100)};
      const auto ring = [&](double least, double most) {
        geo::Ring points;
        for (int i = 0; i < 9; ++i) {
          const double angle = i * 6.283185307179586 / 9;
          const double radius = metres(least, most);
          points.push_back(
              {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
        }
        points.push_back(points.front());
        return points;
      };
      geo::Polygon polygon{ring(20, 50), {}};
      if (metres(0, 1) < 0.5) polygon.holes.push_back(ring(2, 15));
      return polygon;
    };
    model::Project project;
    for (int i = 0; i < 30; ++i)
      project.homes.push_back(home_at(metres(-20, 120), metres(-20, 120), i));
    std::vector<model::ServiceArea> areas;
    for (int i = 0; i < 6; ++i) {
      geo::MultiPolygon outline{star()};
      if (i % 2) outline.push_back(star());
      areas.push_back(area_of(std::string(1, static_cast<char>('a' + i % 4)), "", outline));
      if (i == 5) areas.back().type = "P09";
    }
    const auto cover = analysis::mobile_cover(project, areas, "P01");
    for (std::size_t h = 0; h < project.homes.size(); ++h) {
      std::set<std::string> providers;
      std::size_t found = 0;
      for (const auto& area : areas) {
        if (area.type != "P01" || !inside(area.outline, project.homes[h].at)) continue;
        ++found;
        providers.insert(area.provider);
      }
      RC_ASSERT(cover.of_home[h].size() == found);
      RC_ASSERT(cover.provider_count[h] == providers.size());
    }
  }));
}
