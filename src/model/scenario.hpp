#pragma once
/// A scenario: a named set of changes to a project. Only the changes are kept; the project with the
/// changes in it is made when it is asked for (analysis/scenario_project.hpp). What a change refers
/// to it names by an id that stays, never by an index. Places are in the project's CRS.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/one_of.hpp"
#include "geo/values.hpp"
#include "model/osm_id.hpp"
#include "model/residents.hpp"
#include "model/tags.hpp"

namespace nahraum::model {

/// By the service's id, or by its OSM object where `id` is 0.
struct ServiceRef {
  std::int32_t id = 0;
  OsmId osm;
  friend bool operator==(const ServiceRef&, const ServiceRef&) = default;
};

struct OpenService {
  std::string type;  ///< catalogue id "G04"
  std::string name;
  geo::Point at;
  std::string provider;
  std::string sector;  ///< as Service::sector
  std::optional<double> capacity;
  friend bool operator==(const OpenService&, const OpenService&) = default;
};
struct CloseService {
  ServiceRef service;
  friend bool operator==(const CloseService&, const CloseService&) = default;
};
/// At its new place it has no mapped entrances.
struct MoveService {
  ServiceRef service;
  geo::Point to;
  friend bool operator==(const MoveService&, const MoveService&) = default;
};
struct ResizeService {
  ServiceRef service;
  double capacity = 0;  ///< places
  friend bool operator==(const ResizeService&, const ResizeService&) = default;
};
struct AddPath {
  geo::Line line;  ///< at least two points
  Tags tags;       ///< as OSM would have them: highway, surface, width, bridge …
  friend bool operator==(const AddPath&, const AddPath&) = default;
};
/// The whole way, or its part between the points nearest to two places.
struct RemovePath {
  std::int64_t way = 0;             ///< OSM id
  std::vector<geo::Point> between;  ///< none or two
  friend bool operator==(const RemovePath&, const RemovePath&) = default;
};
/// One point: the crossing that is there becomes one of this kind. A line: a new one.
struct AddCrossing {
  geo::Line line;
  std::string kind;  ///< OSM's crossing=*: traffic_signals, marked, island, unmarked
  friend bool operator==(const AddCrossing&, const AddCrossing&) = default;
};
struct AddBench {
  geo::Point at;
  friend bool operator==(const AddBench&, const AddBench&) = default;
};
struct RemoveBench {
  OsmId bench;
  friend bool operator==(const RemoveBench&, const RemoveBench&) = default;
};
/// A ramp for wheels beside the steps, as long as they are.
struct AddRamp {
  std::int64_t way = 0;  ///< OSM id of steps
  friend bool operator==(const AddRamp&, const AddRamp&) = default;
};
struct LowerKerb {
  std::int64_t node = 0;  ///< OSM id
  friend bool operator==(const LowerKerb&, const LowerKerb&) = default;
};
/// Something on a way that stops everybody (a locked gate) or some: OSM's barrier=gate, stile,
/// block, cycle_barrier.
struct AddBarrier {
  geo::Point at;
  std::string kind;
  double width_m = 0;  ///< what is left free; 0 unknown
  friend bool operator==(const AddBarrier&, const AddBarrier&) = default;
};
/// The way is otherwise than the data say: these tags in place of those of the same keys.
struct ChangePath {
  std::int64_t way = 0;  ///< OSM id
  Tags tags;
  friend bool operator==(const ChangePath&, const ChangePath&) = default;
};
/// A new residential building and who is to live there.
struct AddHousing {
  geo::Point at;
  std::string address;
  int dwellings = 0;
  Residents residents;
  friend bool operator==(const AddHousing&, const AddHousing&) = default;
};

using AnyChange = std::variant<OpenService, CloseService, MoveService, ResizeService, AddPath,
                               RemovePath, AddCrossing, AddBench, RemoveBench, AddRamp, LowerKerb,
                               AddHousing, AddBarrier, ChangePath>;
using Change = base::OneOf<AnyChange>;

/// The change's word in files, in the order of the variant: "open_service", "add_path" …
const std::vector<std::string>& change_kinds();
const std::string& kind_of(const Change& change);
/// Where on the map a change lies; nothing where only an id tells.
std::optional<geo::Point> place_of(const Change& change);

struct Scenario {
  std::string name;
  std::string note;
  std::string created;  ///< ISO date
  std::vector<Change> changes;
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// nullptr where there is none of that name.
const Scenario* find_scenario(const std::vector<Scenario>& scenarios, std::string_view name);

}  // namespace nahraum::model
