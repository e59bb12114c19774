#include "io/osm_buildings.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.hpp"
#include "io/point_grid.hpp"

namespace nahraum::io {
namespace {

/// Where most plain buildings of a house's size have no address, they count as lived in.
constexpr double rare_addresses = 0.5;

double number_in(const osmium::TagList& tags, std::string_view key) {
  auto text = std::string(value_of(tags, key));
  if (text.empty()) return 0;
  if (text.size() > 2 && text.substr(text.size() - 2) == " m") text.resize(text.size() - 2);
  const double value = base::parse_number(text, false).value_or(0);
  return value > 0 && value < 1000 ? value : 0;
}

int entrance_rank(std::string_view kind) {
  if (kind == "main") return 0;
  return kind == "home" || kind == "staircase" || kind == "yes" ? 1 : 2;
}

bool for_people(std::string_view kind) {
  return kind != "emergency" && kind != "exit" && kind != "garage" && kind != "no" &&
         kind != "service" && kind != "emergency_ward_entrance";
}

bool is_one_family(const std::string& kind) {
  for (const auto* one : {"house", "detached", "semidetached_house", "bungalow", "farm", "villa",
                          "semi", "semi_detached", "terrace", "row_house", "terraced_house"}) {
    if (kind == one) return true;
  }
  return false;
}

double assumed_floors(const std::string& kind, const model::PeopleRules& rules) {
  const auto listed = rules.default_floors.find(kind);
  return listed == rules.default_floors.end() ? rules.other_floors : listed->second;
}

double mixed_share(const model::PeopleRules& rules) {
  const auto listed = rules.residential_share.find("mixed");
  return listed == rules.residential_share.end() ? 1 : listed->second;
}

/// "Hauptstraße 5", "Hauptstraße 5, 7, 9", with "…" after the fourth.
std::string joined_addresses(const std::set<std::string>& addresses) {
  std::string line, last_street;
  int count = 0;
  for (const auto& address : addresses) {
    if (++count > 4) return line + " …";
    const auto space = address.rfind(' ');
    const std::string street = address.substr(0, space == std::string::npos ? 0 : space);
    const bool same = !line.empty() && street == last_street;
    line += line.empty() ? address : ", " + (same ? address.substr(space + 1) : address);
    last_street = street;
  }
  return line;
}

}  // namespace

void BuildingCollector::add_node(std::int64_t id, const osmium::TagList& tags, geo::Point at) {
  const auto kind = value_of(tags, "entrance");
  std::string address = address_of(tags);
  if (!kind.empty() && for_people(kind)) entrances_[id] = {at, entrance_rank(kind), address};
  const bool other_use = !value_of(tags, "shop").empty() || !value_of(tags, "office").empty() ||
                         !value_of(tags, "amenity").empty() ||
                         !value_of(tags, "healthcare").empty();
  if (other_use) address_points_.push_back({id, at, {}});
  if (!address.empty()) address_points_.push_back({id, at, std::move(address)});
}

void BuildingCollector::add_building(model::OsmId id, const osmium::TagList& tags, Face face) {
  Outline outline;
  outline.building = {id, std::move(face.polygons), std::string(value_of(tags, "building")),
                      number_in(tags, "building:levels"), -1};
  outline.dwelling = dwelling_of(tags);
  outline.address = address_of(tags);
  outline.flats = number_in(tags, "building:flats");
  outline.height_m = number_in(tags, "height");
  outline.shared = !value_of(tags, "shop").empty() || !value_of(tags, "amenity").empty() ||
                   !value_of(tags, "office").empty();
  for (const auto& ring : face.ring_nodes) {
    outline.nodes.insert(outline.nodes.end(), ring.begin(), ring.end());
  }
  outlines_.push_back(std::move(outline));
}

void BuildingCollector::drop(const std::vector<model::OsmId>& ids) {
  const std::set<model::OsmId> gone(ids.begin(), ids.end());
  std::erase_if(outlines_, [&](const Outline& o) { return gone.contains(o.building.osm); });
}

void BuildingCollector::sort_by_id() {
  std::stable_sort(outlines_.begin(), outlines_.end(), [](const Outline& a, const Outline& b) {
    return a.building.osm < b.building.osm;
  });
  std::sort(address_points_.begin(), address_points_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.id, a.address) < std::tie(b.id, b.address);
  });
}

std::vector<BuildingCollector::Entrance> BuildingCollector::entrances_at(
    const std::vector<std::int64_t>& nodes) const {
  std::vector<std::pair<std::int64_t, Entrance>> found;
  for (const std::int64_t id : nodes) {
    const auto at = entrances_.find(id);
    if (at != entrances_.end()) found.emplace_back(id, at->second);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second.rank, a.first) < std::tie(b.second.rank, b.first);
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const auto& a, const auto& b) { return a.first == b.first; }),
              found.end());
  std::vector<Entrance> list;
  for (auto& [id, entrance] : found)
    list.push_back(std::move(entrance));
  return list;
}

std::vector<geo::Point> BuildingCollector::entrances_of(
    const std::vector<std::vector<std::int64_t>>& ring_nodes) const {
  std::vector<std::int64_t> nodes;
  for (const auto& ring : ring_nodes)
    nodes.insert(nodes.end(), ring.begin(), ring.end());
  std::vector<geo::Point> points;
  for (const auto& entrance : entrances_at(nodes))
    points.push_back(entrance.at);
  return points;
}

/// Addresses come from the outline, else from its entrances and the address points inside.
void BuildingCollector::take_addresses() {
  PointGrid grid(60);
  for (std::uint32_t i = 0; i < address_points_.size(); ++i)
    grid.add(i, address_points_[i].at);
  for (auto& outline : outlines_) {
    std::set<std::string> found;
    for (const auto& entrance : entrances_at(outline.nodes)) {
      if (!entrance.address.empty()) found.insert(entrance.address);
    }
    grid.visit(geo::bounds(outline.building.outline), [&](std::uint32_t i) {
      const auto& point = address_points_[i];
      if (!geo::contains(outline.building.outline, point.at)) return;
      if (point.address.empty())
        outline.shared = true;
      else
        found.insert(point.address);
    });
    if (outline.address.empty()) outline.address = joined_addresses(found);
  }
}

bool BuildingCollector::addresses_are_rare() const {
  std::size_t plain = 0, with_address = 0;
  for (const auto& outline : outlines_) {
    const double footprint = geo::area(outline.building.outline);
    if (outline.dwelling != Dwelling::if_address || footprint < rules_.min_footprint_m2 ||
        footprint > rules_.max_unaddressed_m2) {
      continue;
    }
    ++plain;
    if (!outline.address.empty()) ++with_address;
  }
  return double(with_address) < rare_addresses * double(plain);
}

bool BuildingCollector::lived_in(const Outline& outline, bool addresses_rare) const {
  const double footprint = geo::area(outline.building.outline);
  if (outline.dwelling == Dwelling::no || footprint < rules_.min_footprint_m2) return false;
  if (outline.dwelling == Dwelling::yes || !outline.address.empty()) return true;
  return addresses_rare && footprint <= rules_.max_unaddressed_m2;
}

model::Home BuildingCollector::home_of(const Outline& outline) const {
  const auto& building = outline.building;
  const double footprint = geo::area(building.outline);
  model::Home home;
  home.osm = building.osm;
  home.at = point_inside(building.outline);
  for (const auto& entrance : entrances_at(outline.nodes))
    home.entrances.push_back(entrance.at);
  home.floors_assumed = building.levels <= 0;
  home.floors = !home.floors_assumed ? building.levels
                : outline.height_m > 0
                    ? std::max(1.0, std::round(outline.height_m / rules_.metres_per_floor))
                    : assumed_floors(building.kind, rules_);
  const bool mixed = outline.shared && !is_one_family(building.kind);
  home.floor_area_m2 =
      footprint * home.floors * rules_.usable_share * (mixed ? mixed_share(rules_) : 1);
  home.dwellings_assumed = outline.flats < 1;
  const bool one_family =
      is_one_family(building.kind) && home.floor_area_m2 < 3 * rules_.area_per_dwelling.value;
  home.dwellings = !home.dwellings_assumed ? static_cast<int>(outline.flats)
                   : one_family
                       ? 1
                       : std::max(1, static_cast<int>(std::round(home.floor_area_m2 /
                                                                 rules_.area_per_dwelling.value)));
  home.in_district = frame_.in_district(home.at);
  home.address = outline.address;
  return home;
}

void BuildingCollector::finish(model::Project& project, Report& report) {
  sort_by_id();
  take_addresses();
  const bool rare = addresses_are_rare();
  for (auto& outline : outlines_) {
    if (lived_in(outline, rare)) {
      if (outline.dwelling == Dwelling::if_address && outline.address.empty()) {
        report.count("warning", "residential_assumed", model::to_text(outline.building.osm));
      }
      model::Home home = home_of(outline);
      home.id = static_cast<std::int32_t>(project.homes.size()) + 1;
      outline.building.home = home.id - 1;
      project.homes.push_back(std::move(home));
    }
    project.buildings.push_back(std::move(outline.building));
  }
  outlines_.clear();
}

}  // namespace nahraum::io
