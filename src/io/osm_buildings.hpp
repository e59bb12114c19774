#pragma once
/// Buildings, and the homes among them.

#include <unordered_map>
#include <vector>

#include <osmium/osm/tag.hpp>

#include "io/osm_frame.hpp"
#include "io/osm_tags.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::io {

class BuildingCollector {
 public:
  BuildingCollector(const Frame& frame, const model::PeopleRules& rules)
      : frame_(frame), rules_(rules) {}

  void add_node(std::int64_t id, const osmium::TagList& tags, geo::Point at);
  void add_building(model::OsmId id, const osmium::TagList& tags, Face face);
  /// Forgets outlines that a relation describes again.
  void drop(const std::vector<model::OsmId>& ids);
  /// Fills buildings and homes in the order of OSM ids; asks the project's areas for the land
  /// around. Floors: tagged, else from the height, else by kind; floor area = footprint · floors ·
  /// residential share · usable share; dwellings tagged, else by floor area. What is not tagged is
  /// an assumption by model/people_rules.hpp (domain notes 3.6) and marked so. Lift and entrance
  /// without a step: as tagged on the building (elevator, wheelchair) and its entrances
  /// (wheelchair, step_count), nothing where no tag tells; the main entrance counts most.
  void finish(model::Project& project, Report& report);
  /// Entrances on the outline of a building; empty when it has none or is none.
  std::vector<geo::Point> entrances_of(
      const std::vector<std::vector<std::int64_t>>& ring_nodes) const;

 private:
  struct Outline {
    model::Building building;
    model::BuildingUse use;
    std::string address;
    double flats = 0;
    model::Housing housing;  ///< as the building itself is tagged
    double height_m = 0;
    std::vector<std::int64_t> nodes;
  };
  struct Entrance {
    geo::Point at;
    int rank = 0;  ///< main entrance 0, others 1, unclear 2
    std::string address;
    std::optional<bool> step_free = {};
  };
  struct AddressPoint {
    std::int64_t id = 0;
    geo::Point at;
    std::string address;  ///< empty: a shop or office
  };
  void sort_by_id();
  void take_addresses();
  void look_at_land(const std::vector<model::Area>& areas);
  bool addresses_are_mapped() const;
  double share_lived_in(const Outline& outline, bool addresses_mapped, Report& report) const;
  model::Home home_of(const Outline& outline, double share) const;
  model::Housing housing_of(const Outline& outline) const;
  std::vector<Entrance> entrances_at(const std::vector<std::int64_t>& nodes) const;

  const Frame& frame_;
  const model::PeopleRules& rules_;
  std::vector<Outline> outlines_;
  std::unordered_map<std::int64_t, Entrance> entrances_;
  std::vector<AddressPoint> address_points_;
};

}  // namespace nahraum::io
