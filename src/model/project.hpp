#pragma once
/// One district with its rim: plain values in one projected metric CRS. What is known, what it was
/// made from, and what was left out. Analyses take a `Snapshot`; edits go through model/edit.hpp.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/values.hpp"
#include "model/correction.hpp"
#include "model/exercise_progress.hpp"
#include "model/held_work.hpp"
#include "model/housing.hpp"
#include "model/osm_id.hpp"
#include "model/photo.hpp"
#include "model/residents.hpp"
#include "model/scenario.hpp"
#include "model/service_area.hpp"
#include "model/tags.hpp"
#include "model/terrain.hpp"

namespace nahraum::model {

// ---- streets: what may be walked, as OSM says it; analysis/street_graph.hpp makes the network
// ----

struct StreetNode {
  std::int64_t osm_id = 0;  ///< negative for nodes made here
  geo::Point at;
  Tags tags;  ///< highway=crossing, kerb, barrier, entrance … kept keys only
  /// A walkable way goes on beyond this node, but the data do not (cut file, missing reference,
  /// edge of the rim): nothing is known about what lies behind.
  bool frontier = false;
  friend bool operator==(const StreetNode&, const StreetNode&) = default;
};

/// One OSM way, or the part of it inside the data's extent. Undirected; `foot` rules are in tags.
struct Street {
  std::int64_t osm_way_id = 0;
  std::vector<std::uint32_t> nodes;  ///< indices into Streets::nodes, ≥ 2
  Tags tags;
  friend bool operator==(const Street&, const Street&) = default;
};

/// A square or platform that people cross in any direction (`highway=pedestrian|footway` + area).
struct WalkableArea {
  OsmId osm;
  std::vector<std::vector<std::uint32_t>>
      rings;  ///< outer first, closed (first == last), then holes
  Tags tags;
  friend bool operator==(const WalkableArea&, const WalkableArea&) = default;
};

struct Streets {
  std::vector<StreetNode> nodes;
  std::vector<Street> ways;
  std::vector<WalkableArea> areas;
  friend bool operator==(const Streets&, const Streets&) = default;
};

// ---- buildings and people ----------------------------------------------------------------------

struct Building {
  OsmId osm;
  geo::MultiPolygon outline;
  std::string kind;        ///< building=*
  double levels = 0;       ///< 0: not tagged
  std::int32_t home = -1;  ///< index into Project::homes, −1 when nobody lives here
  friend bool operator==(const Building&, const Building&) = default;
};

/// Where a residents figure comes from.
enum class PopulationBasis { none, counted, weighted, assumed };

/// A residential building. Ids are 1…n in file order and stay for the project's life.
struct Home {
  std::int32_t id = 0;
  OsmId osm;
  geo::Point at;                      ///< on the building's surface
  std::vector<geo::Point> entrances;  ///< main entrance first; empty when none is mapped
  double floor_area_m2 = 0;           ///< footprint · floors · residential share · 0.8
  double floors = 0;
  bool floors_assumed = true;
  int dwellings = 0;  ///< estimated from floor area unless tagged
  bool dwellings_assumed = true;
  Residents residents;
  PopulationBasis basis = PopulationBasis::none;
  bool in_district = true;  ///< false: in the rim; never counted
  std::string address;
  std::string stated = {};  ///< ISO date on which the user stated the residents; "": the sources do
  Housing housing = {};
  friend bool operator==(const Home&, const Home&) = default;
};

/// One place that offers one type of service. An object of two types makes two services.
struct Service {
  std::int32_t id = 0;  ///< 1…n, stays for the project's life
  std::string type;     ///< catalogue id "G04"
  std::string name;
  geo::Point at;
  std::vector<geo::Point> entrances;
  OsmId osm;
  std::string provider;  ///< operator
  std::string sector;    ///< state, market, nonprofit, informal or "" (unknown)
  std::optional<double> capacity;
  Tags tags;           ///< opening_hours, wheelchair, …
  std::string origin;  ///< "osm" (unverified), "list", "user"
  std::string note;    ///< "zu prüfen: Fachrichtung fehlt"
  bool in_district = true;
  friend bool operator==(const Service&, const Service&) = default;
};

/// Steps, kerbs, crossings, lifts, barriers, benches (also those of stops): what stops people and
/// what lets them rest.
enum class PointKind { steps, kerb, crossing, lift, barrier, bench, shelter };
struct Element {
  PointKind kind = PointKind::bench;
  geo::Point at;
  OsmId osm;
  Tags tags;
  friend bool operator==(const Element&, const Element&) = default;
};

// ---- the picture -------------------------------------------------------------------------------

enum class AreaKind {
  water,
  wetland,
  wood,
  park,
  grass,
  garden,
  allotments,
  cemetery,
  farmland,
  playground,
  pitch,
  residential,
  retail,
  industrial,
  railway,
  school,
  parking,
  square,
  pedestrian,
  sand
};
struct Area {
  AreaKind kind = AreaKind::grass;
  OsmId osm;
  std::string name;
  geo::MultiPolygon outline;
  friend bool operator==(const Area&, const Area&) = default;
};

enum class LineKind { rail, tram, river, stream, wall, fence, hedge, tree_row, power };
struct LineFeature {
  LineKind kind = LineKind::rail;
  OsmId osm;
  std::string name;
  geo::Line line;
  bool tunnel = false;
  bool bridge = false;
  friend bool operator==(const LineFeature&, const LineFeature&) = default;
};

/// Roads that nobody walks (motorways, foot=no) still belong on the map; walkable ways are drawn
/// from `Streets`.
struct Road {
  std::int64_t osm_way_id = 0;
  geo::Line line;
  Tags tags;
  friend bool operator==(const Road&, const Road&) = default;
};

/// A name on the map: suburb, neighbourhood, village.
struct Place {
  std::string name;
  std::string kind;  ///< place=*
  geo::Point at;
  friend bool operator==(const Place&, const Place&) = default;
};

// ---- where it comes from -----------------------------------------------------------------------

struct Source {
  std::string role;  ///< "osm", "population", "district", "services"
  std::string file;  ///< name without folder
  std::string date;  ///< ISO date of the data, "" when the file does not tell
  std::string licence;
  std::string attribution;  ///< "© OpenStreetMap contributors, ODbL 1.0"
  std::string sha256;
  friend bool operator==(const Source&, const Source&) = default;
};

/// One line of the import report: what was dropped, repaired or assumed, how often, examples.
struct ReportEntry {
  std::string severity;  ///< "info", "warning", "loss"
  std::string code;      ///< stable: "missing_node", "duplicate_object", …
  std::int64_t count = 0;
  std::string examples;  ///< up to five object ids or texts
  friend bool operator==(const ReportEntry&, const ReportEntry&) = default;
};

/// Persons of one age band and sex as a source states them: `from` ≤ age < `below` years, open
/// upwards without `below`. No persons: suppressed or unreadable, which is not zero.
enum class Sex { both, women, men };
struct AgeCount {
  int from = 0;
  std::optional<int> below;
  Sex sex = Sex::both;
  std::optional<int> persons;
  friend bool operator==(const AgeCount&, const AgeCount&) = default;
};

/// What a statistical area's source states besides its three sums.
struct AreaStatistics {
  std::string name;            ///< "Markt und Kirche", "" unknown
  std::string date;            ///< ISO date or year of the figures, "" when the file does not tell
  std::vector<AgeCount> ages;  ///< as published; bands may overlap ("65+" beside "65–69")
  std::optional<int> living_alone_65;  ///< one-person households of people of 65 and over
  std::optional<int> households_65;    ///< households with people of 65 and over
  friend bool operator==(const AreaStatistics&, const AreaStatistics&) = default;
};

/// A source cell of population, kept so that its sum can be checked.
struct PopulationCell {
  std::string id;
  std::string source;  ///< file name
  geo::MultiPolygon outline;
  Residents residents;     ///< as published, after reading suppressed values as unknown
  std::int32_t homes = 0;  ///< homes the cell was spread over
  bool unplaced = false;   ///< people, but no home: listed, counted nowhere
  AreaStatistics statistics;
  friend bool operator==(const PopulationCell&, const PopulationCell&) = default;
};

// ---- what users add ----------------------------------------------------------------------------

enum class NoteKind { point, text, callout, arrow, freehand, polygon, highlight, number, photo };
struct Note {
  std::int32_t id = 0;
  NoteKind kind = NoteKind::point;
  /// point, text, number, photo: 1; callout: target, text place; arrow: from, to; freehand,
  /// highlight: ≥ 2; polygon: ≥ 3, not closed
  std::vector<geo::Point> points;
  std::string text;
  PhotoRef picture = {};  ///< of photos
  friend bool operator==(const Note&, const Note&) = default;
};

/// A part of the map with its question, under a name: a slide when presenting.
struct NamedView {
  std::int32_t id = 0;
  std::string name;
  geo::Point centre;
  double denominator = 10000;        ///< 1:n
  std::string type, profile, limit;  ///< of the question: ids, and "10min" or "500m"
  std::string scenario;              ///< "": the project as it is
  std::vector<std::string> hidden;   ///< layers that are off: "gaps", "names" …
  friend bool operator==(const NamedView&, const NamedView&) = default;
};

struct Info {
  std::string title;
  int epsg = 25832;
  std::string created;    ///< ISO date
  std::string data_date;  ///< of the street data, "" unknown
  double rim_m = 1500;
  bool partial = false;  ///< made with --accept-partial from a damaged file
  std::string catalogue_edition;
  std::string program_version;
  bool read_only_newer = false;          ///< read from a newer format: shown, never written
  std::string scenario;                  ///< whose changes are in it, "" for the base; never stored
  bool corrected = false;                ///< its corrections are in it; never stored
  std::vector<std::int32_t> unfit = {};  ///< corrections that could not be made; never stored
  friend bool operator==(const Info&, const Info&) = default;
};

struct Project {
  Info info;
  geo::MultiPolygon district;
  geo::MultiPolygon
      data_extent;  ///< where streets are known: district + rim, cut at the file's edge
  Streets streets;
  std::vector<Road> roads;
  std::vector<Building> buildings;
  std::vector<Home> homes;
  std::vector<Service> services;
  std::vector<Element> elements;
  std::vector<Area> areas;
  std::vector<LineFeature> lines;
  std::vector<Place> places;
  std::vector<PopulationCell> population;
  std::optional<Terrain> terrain;  ///< none: every street is walked as level
  std::vector<Source> sources;
  std::vector<ReportEntry> report;
  std::vector<Note> notes;
  std::vector<NamedView> views;                  ///< in the order in which they are presented
  std::vector<Scenario> scenarios;               ///< by name; none of their changes is in the rest
  std::vector<ServiceArea> service_areas;        ///< by type, of each in the source's order
  std::vector<Correction> corrections = {};      ///< by id; see Info::corrected
  std::vector<ExerciseProgress> exercises = {};  ///< by id: what was answered in the course
  HeldWork work = {};                            ///< actors, measures, money …: model/work.hpp
  friend bool operator==(const Project&, const Project&) = default;
};

/// What analyses read: never changes, may be shared between threads.
using Snapshot = std::shared_ptr<const Project>;

/// "© OpenStreetMap contributors, ODbL 1.0; …": every source's attribution once, in order.
std::string attribution(const Project& project);
bool population_assumed(const Project& project);

}  // namespace nahraum::model
