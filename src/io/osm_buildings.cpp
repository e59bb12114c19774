#include "io/osm_buildings.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "io/point_grid.hpp"
#include "io/project_words.hpp"

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

/// "yes", "no", or a number of lifts; nothing for what tells neither.
std::optional<bool> lift_in(const osmium::TagList& tags) {
  for (const auto* key : {"elevator", "lift"}) {
    const auto text = value_of(tags, key);
    if (text == "no" || text == "0") return false;
    if (text == "yes" || number_in(tags, key) > 0) return true;
  }
  return std::nullopt;
}

/// Steps are counted, else what the tag says of wheelchairs; "limited" tells neither.
std::optional<bool> step_free_in(const osmium::TagList& tags) {
  const auto steps = value_of(tags, "step_count");
  if (number_in(tags, "step_count") > 0) return false;
  const auto text = value_of(tags, "wheelchair");
  if (text == "no") return false;
  if (text == "yes" || text == "designated" || steps == "0") return true;
  return std::nullopt;
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
  if (!kind.empty() && for_people(kind))
    entrances_[id] = {at, entrance_rank(kind), address, step_free_in(tags)};
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
  outline.use.kind = outline.building.kind;
  outline.use.footprint_m2 = geo::area(outline.building.outline);
  outline.use.other_use = has_other_use(tags);
  outline.use.care_home = is_care_home(tags);
  outline.use.shared = !value_of(tags, "shop").empty() || !value_of(tags, "amenity").empty() ||
                       !value_of(tags, "office").empty();
  outline.address = address_of(tags);
  outline.flats = number_in(tags, "building:flats");
  outline.housing.lift = lift_in(tags);
  outline.housing.step_free = step_free_in(tags);
  outline.height_m = number_in(tags, "height");
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
  list.reserve(found.size());
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
        outline.use.shared = true;
      else
        found.insert(point.address);
    });
    if (outline.address.empty()) outline.address = joined_addresses(found);
    outline.use.has_address = !outline.address.empty();
  }
}

/// The smallest area around a building tells what its land is used for.
void BuildingCollector::look_at_land(const std::vector<model::Area>& areas) {
  PointGrid grid(100);
  std::vector<geo::Point> middles;
  for (std::uint32_t i = 0; i < outlines_.size(); ++i) {
    const bool asked = model::is_unclear(rules_, outlines_[i].use);
    middles.push_back(asked ? point_inside(outlines_[i].building.outline) : geo::Point{});
    if (asked) grid.add(i, middles.back());
  }
  std::vector<double> smallest_m2(outlines_.size(), std::numeric_limits<double>::infinity());
  for (const auto& area : areas) {
    const double area_m2 = geo::area(area.outline);
    grid.visit(geo::bounds(area.outline), [&](std::uint32_t i) {
      if (area_m2 >= smallest_m2[i] || !geo::contains(area.outline, middles[i])) return;
      smallest_m2[i] = area_m2;
      outlines_[i].use.land = area_words.of(area.kind);
    });
  }
}

bool BuildingCollector::addresses_are_mapped() const {
  std::size_t plain = 0, with_address = 0;
  for (const auto& outline : outlines_) {
    const auto& use = outline.use;
    if (!model::is_unclear(rules_, use) || use.other_use ||
        use.footprint_m2 < rules_.min_unaddressed_m2 ||
        use.footprint_m2 > rules_.max_unaddressed_m2) {
      continue;
    }
    ++plain;
    if (use.has_address) ++with_address;
  }
  return double(with_address) >= rare_addresses * double(plain);
}

double BuildingCollector::share_lived_in(const Outline& outline, bool addresses_mapped,
                                         Report& report) const {
  const double share = model::residential_share(rules_, outline.use, addresses_mapped);
  if (!model::is_unclear(rules_, outline.use)) return share;
  const std::string id = model::to_text(outline.building.osm);
  if (share > 0 && !outline.use.has_address) report.count("warning", "residential_assumed", id);
  if (share == 0) {
    auto elsewhere = outline.use;
    elsewhere.land.clear();
    const bool by_land = model::residential_share(rules_, elsewhere, addresses_mapped) > 0;
    if (by_land) report.count("info", "land_without_homes", id);
  }
  return share;
}

model::Housing BuildingCollector::housing_of(const Outline& outline) const {
  model::Housing housing = outline.housing;
  if (!housing.step_free) {
    for (const auto& entrance : entrances_at(outline.nodes)) {  // the main one first
      if (entrance.step_free && !housing.step_free) housing.step_free = entrance.step_free;
    }
  }
  if (housing.lift || housing.step_free) housing.source = "osm";
  return housing;
}

model::Home BuildingCollector::home_of(const Outline& outline, double share) const {
  const auto& building = outline.building;
  model::Home home;
  home.osm = building.osm;
  home.at = point_inside(building.outline);
  for (const auto& entrance : entrances_at(outline.nodes))
    home.entrances.push_back(entrance.at);
  home.floors_assumed = building.levels <= 0;
  home.floors = !home.floors_assumed ? building.levels
                : outline.height_m > 0
                    ? std::max(1.0, std::round(outline.height_m / rules_.metres_per_floor))
                    : model::assumed_floors(rules_, building.kind);
  home.floor_area_m2 = outline.use.footprint_m2 * home.floors * rules_.usable_share * share;
  home.dwellings_assumed = outline.flats < 1;
  home.dwellings = home.dwellings_assumed
                       ? model::dwellings_on(rules_, building.kind, home.floor_area_m2)
                       : static_cast<int>(outline.flats);
  home.in_district = frame_.in_district(home.at);
  home.address = outline.address;
  home.housing = housing_of(outline);
  return home;
}

void BuildingCollector::finish(model::Project& project, Report& report) {
  sort_by_id();
  take_addresses();
  look_at_land(project.areas);
  const bool mapped = addresses_are_mapped();
  for (auto& outline : outlines_) {
    const double share = share_lived_in(outline, mapped, report);
    if (share > 0) {
      model::Home home = home_of(outline, share);
      home.id = static_cast<std::int32_t>(project.homes.size()) + 1;
      outline.building.home = home.id - 1;
      project.homes.push_back(std::move(home));
    }
    project.buildings.push_back(std::move(outline.building));
  }
  outlines_.clear();
}

}  // namespace nahraum::io
