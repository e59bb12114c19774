#pragma once
/// Services by the catalogue's filters.

#include <string_view>
#include <unordered_map>
#include <vector>

#include <osmium/osm/tag.hpp>

#include "io/osm_buildings.hpp"
#include "io/osm_frame.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::io {

class ServiceCollector {
 public:
  ServiceCollector(const Frame& frame, const model::Catalogue& catalogue);

  /// Cheap: may any type's filter hold for these tags?
  bool may_match(const osmium::TagList& tags) const;
  void add_point(model::OsmId id, const osmium::TagList& tags, geo::Point at);
  void add_face(model::OsmId id, const osmium::TagList& tags, const Face& face);
  void drop(const std::vector<model::OsmId>& ids);
  /// The same thing mapped twice becomes one: same type and name within 50 m (stops 60 m), nameless
  /// within 20 m. Ids follow catalogue order, then OSM ids. Entrances: those of the building; of
  /// parks and other grounds where a street of the project crosses or touches their edge; of stops
  /// every place to stand.
  void finish(model::Project& project, const BuildingCollector& buildings, Report& report);

 private:
  struct Found {
    model::Service service;
    std::size_t type = 0;  ///< index into the catalogue
    geo::MultiPolygon outline;
    bool building = false;
    std::vector<std::vector<std::int64_t>> ring_nodes;
  };
  /// Keeps one of each place, named before nameless, areas before points.
  std::vector<Found*> without_repeats(Report& report);
  void add(model::OsmId id, const osmium::TagList& tags, geo::Point at, const Face* face);

  const Frame& frame_;
  const model::Catalogue& catalogue_;
  /// First positive test of each clause: key → value ("" any) → types.
  std::unordered_map<std::string_view,
                     std::unordered_map<std::string_view, std::vector<std::size_t>>>
      starts_;
  std::vector<Found> found_;
};

}  // namespace nahraum::io
