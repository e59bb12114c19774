#include "app/people_text.hpp"

namespace nahraum::app {
namespace {

using nlohmann::json;

json optional_json(const std::optional<int>& value) {
  return value ? json(*value) : json(nullptr);
}

std::optional<int> optional_of(const json& j) {
  return j.is_null() ? std::nullopt : std::optional(j.get<int>());
}

json points_json(const std::vector<geo::Point>& points) {
  json all = json::array();
  for (const auto& p : points)
    all.push_back({p.x, p.y});
  return all;
}

geo::Point point_of(const json& j) {
  return {j.at(0).get<double>(), j.at(1).get<double>()};
}

std::vector<geo::Point> points_of(const json& j) {
  std::vector<geo::Point> points;
  for (const auto& each : j)
    points.push_back(point_of(each));
  return points;
}

json residents_json(const model::Residents& r) {
  return {optional_json(r.all), optional_json(r.age_65), optional_json(r.age_80)};
}

model::Residents residents_of(const json& j) {
  return {optional_of(j.at(0)), optional_of(j.at(1)), optional_of(j.at(2))};
}

json flag_json(const std::optional<bool>& flag) {
  return flag ? json(*flag) : json(nullptr);
}

std::optional<bool> flag_of(const json& j) {
  return j.is_null() ? std::nullopt : std::optional(j.get<bool>());
}

json housing_json(const model::Housing& h) {
  return {{"lift", flag_json(h.lift)},
          {"step_free", flag_json(h.step_free)},
          {"low_barrier", optional_json(h.low_barrier)},
          {"source", h.source}};
}

model::Housing housing_of(const json& j) {
  return {flag_of(j.at("lift")), flag_of(j.at("step_free")), optional_of(j.at("low_barrier")),
          j.at("source").get<std::string>()};
}

template <class Enum>
Enum word_of(const json& j, Enum last) {
  const int value = j.get<int>();
  if (value < 0 || value > static_cast<int>(last))
    throw json::other_error::create(501, "kind", nullptr);
  return static_cast<Enum>(value);
}

json ages_json(const std::vector<model::AgeCount>& ages) {
  json all = json::array();
  for (const auto& age : ages) {
    all.push_back({age.from, optional_json(age.below), static_cast<int>(age.sex),
                   optional_json(age.persons)});
  }
  return all;
}

json area_json(const model::PopulationCell& cell) {
  const auto& s = cell.statistics;
  return {{"id", cell.id},
          {"source", cell.source},
          {"outline", shape_json(cell.outline)},
          {"residents", residents_json(cell.residents)},
          {"homes", cell.homes},
          {"unplaced", cell.unplaced},
          {"name", s.name},
          {"date", s.date},
          {"ages", ages_json(s.ages)},
          {"living_alone_65", optional_json(s.living_alone_65)},
          {"households_65", optional_json(s.households_65)}};
}

model::PopulationCell area_of(const json& j) {
  model::PopulationCell cell;
  cell.id = j.at("id");
  cell.source = j.at("source");
  cell.outline = shape_of(j.at("outline"));
  cell.residents = residents_of(j.at("residents"));
  cell.homes = j.at("homes");
  cell.unplaced = j.at("unplaced");
  cell.statistics.name = j.at("name");
  cell.statistics.date = j.at("date");
  for (const auto& age : j.at("ages")) {
    cell.statistics.ages.push_back({age.at(0), optional_of(age.at(1)),
                                    word_of(age.at(2), model::Sex::men), optional_of(age.at(3))});
  }
  cell.statistics.living_alone_65 = optional_of(j.at("living_alone_65"));
  cell.statistics.households_65 = optional_of(j.at("households_65"));
  return cell;
}

}  // namespace

json home_json(const model::Home& h) {
  json j{{"id", h.id},
         {"osm", to_text(h.osm)},
         {"at", {h.at.x, h.at.y}},
         {"entrances", points_json(h.entrances)},
         {"floor_area_m2", h.floor_area_m2},
         {"floors", h.floors},
         {"floors_assumed", h.floors_assumed},
         {"dwellings", h.dwellings},
         {"dwellings_assumed", h.dwellings_assumed},
         {"residents", residents_json(h.residents)},
         {"basis", static_cast<int>(h.basis)},
         {"in_district", h.in_district},
         {"address", h.address},
         {"stated", h.stated}};
  // Left out where nothing is known: what was handed out before stays the same text.
  if (h.housing != model::Housing{}) j["housing"] = housing_json(h.housing);
  return j;
}

model::Home home_of(const json& j) {
  model::Home h;
  h.id = j.at("id");
  h.osm = model::osm_id_from(j.at("osm").get<std::string>());
  h.at = point_of(j.at("at"));
  h.entrances = points_of(j.at("entrances"));
  h.floor_area_m2 = j.at("floor_area_m2");
  h.floors = j.at("floors");
  h.floors_assumed = j.at("floors_assumed");
  h.dwellings = j.at("dwellings");
  h.dwellings_assumed = j.at("dwellings_assumed");
  h.residents = residents_of(j.at("residents"));
  h.basis = word_of(j.at("basis"), model::PopulationBasis::assumed);
  h.in_district = j.at("in_district");
  h.address = j.at("address");
  h.stated = j.at("stated");
  if (j.contains("housing")) h.housing = housing_of(j["housing"]);
  return h;
}

json shape_json(const geo::MultiPolygon& shape) {
  json all = json::array();
  for (const auto& polygon : shape) {
    json rings = json::array({points_json(polygon.outer)});
    for (const auto& hole : polygon.holes)
      rings.push_back(points_json(hole));
    all.push_back(std::move(rings));
  }
  return all;
}

geo::MultiPolygon shape_of(const json& j) {
  geo::MultiPolygon shape;
  for (const auto& rings : j) {
    geo::Polygon polygon;
    polygon.outer = points_of(rings.at(0));
    for (std::size_t i = 1; i < rings.size(); ++i)
      polygon.holes.push_back(points_of(rings[i]));
    shape.push_back(std::move(polygon));
  }
  return shape;
}

json areas_json(const model::RestateAreas& edit) {
  json areas = json::array(), homes = json::array();
  for (const auto& [index, area] : edit.areas)
    areas.push_back({index, area_json(area)});
  for (const auto& each : edit.homes) {
    homes.push_back({each.home, residents_json(each.residents), static_cast<int>(each.basis)});
  }
  return {{"areas", areas}, {"homes", homes}};
}

model::RestateAreas areas_of(const json& j) {
  model::RestateAreas edit;
  for (const auto& each : j.at("areas"))
    edit.areas.emplace_back(each.at(0).get<std::uint32_t>(), area_of(each.at(1)));
  for (const auto& each : j.at("homes")) {
    edit.homes.push_back({each.at(0), residents_of(each.at(1)),
                          word_of(each.at(2), model::PopulationBasis::assumed)});
  }
  return edit;
}

}  // namespace nahraum::app
