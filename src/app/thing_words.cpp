#include "app/thing_words.hpp"

#include <map>
#include <string_view>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_noop;
using Words = std::map<std::string_view, const char*>;

/// The word of a value of OpenStreetMap; nullptr where there is none.
const char* word_of(const Words& words, std::string_view value) {
  const auto found = words.find(value);
  return found == words.end() ? nullptr : found->second;
}

const char* built_area(model::AreaKind kind) {
  using enum model::AreaKind;
  switch (kind) {
    case residential:
      return tr_noop("residential area");
    case retail:
      return tr_noop("shopping area");
    case industrial:
      return tr_noop("industrial area");
    case railway:
      return tr_noop("railway land");
    case school:
      return tr_noop("school grounds");
    case parking:
      return tr_noop("car park");
    case square:
      return tr_noop("square");
    default:
      return tr_noop("pedestrian area");
  }
}

const char* green_area(model::AreaKind kind) {
  using enum model::AreaKind;
  switch (kind) {
    case water:
      return tr_noop("water");
    case wetland:
      return tr_noop("wetland");
    case wood:
      return tr_noop("wood");
    case park:
      return tr_noop("park");
    case grass:
      return tr_noop("grass");
    case garden:
      return tr_noop("garden");
    case allotments:
      return tr_noop("allotments");
    case cemetery:
      return tr_noop("cemetery");
    case farmland:
      return tr_noop("farmland");
    case playground:
      return tr_noop("playground");
    case pitch:
      return tr_noop("sports ground");
    case sand:
      return tr_noop("sand");
    default:
      return nullptr;
  }
}

}  // namespace

std::string name_of(model::AreaKind kind) {
  const char* green = green_area(kind);
  return tr(green ? green : built_area(kind));
}

std::string name_of(model::LineKind kind) {
  using enum model::LineKind;
  switch (kind) {
    case rail:
      return tr("railway");
    case tram:
      return tr("tram line");
    case river:
      return tr("river");
    case stream:
      return tr("stream");
    case wall:
      return tr("wall");
    case fence:
      return tr("fence");
    case hedge:
      return tr("hedge");
    case tree_row:
      return tr("row of trees");
    case power:
      break;
  }
  return tr("power line");
}

std::string name_of(model::PointKind kind) {
  using enum model::PointKind;
  switch (kind) {
    case steps:
      return tr("steps");
    case kerb:
      return tr("kerb");
    case crossing:
      return tr("crossing");
    case lift:
      return tr("lift");
    case barrier:
      return tr("barrier");
    case bench:
      return tr("bench");
    case shelter:
      break;
  }
  return tr("shelter");
}

std::string street_kind(const model::Tags& tags) {
  static const Words words{{"residential", tr_noop("residential street")},
                           {"living_street", tr_noop("traffic-calmed street")},
                           {"pedestrian", tr_noop("pedestrian street")},
                           {"footway", tr_noop("footpath")},
                           {"path", tr_noop("path")},
                           {"cycleway", tr_noop("cycle path")},
                           {"steps", tr_noop("steps")},
                           {"track", tr_noop("track")},
                           {"service", tr_noop("driveway")},
                           {"elevator", tr_noop("lift")},
                           {"corridor", tr_noop("passage")},
                           {"bridleway", tr_noop("bridle path")},
                           {"platform", tr_noop("platform")},
                           {"primary", tr_noop("main street")},
                           {"secondary", tr_noop("main street")},
                           {"tertiary", tr_noop("main street")}};
  const char* word = word_of(words, tags.get("highway"));
  return tr(word ? word : tr_noop("street"));
}

std::string surface_word(const model::Tags& tags) {
  static const Words words{{"asphalt", tr_noop("asphalt")},
                           {"paved", tr_noop("paved")},
                           {"concrete", tr_noop("concrete")},
                           {"paving_stones", tr_noop("paving stones")},
                           {"sett", tr_noop("setts")},
                           {"cobblestone", tr_noop("cobblestones")},
                           {"unhewn_cobblestone", tr_noop("cobblestones")},
                           {"compacted", tr_noop("compacted gravel")},
                           {"fine_gravel", tr_noop("fine gravel")},
                           {"gravel", tr_noop("gravel")},
                           {"pebblestone", tr_noop("pebbles")},
                           {"unpaved", tr_noop("unpaved")},
                           {"ground", tr_noop("earth")},
                           {"dirt", tr_noop("earth")},
                           {"earth", tr_noop("earth")},
                           {"grass", tr_noop("grass")},
                           {"sand", tr_noop("sand")},
                           {"wood", tr_noop("planks")},
                           {"metal", tr_noop("metal")}};
  const auto value = tags.get("surface");
  const char* word = word_of(words, value);
  return word ? tr(word) : std::string(value);
}

std::string building_word(const std::string& kind) {
  static const Words words{{"church", tr_noop("church")},
                           {"school", tr_noop("school")},
                           {"garage", tr_noop("garage")},
                           {"garages", tr_noop("garages")},
                           {"shed", tr_noop("shed")},
                           {"industrial", tr_noop("workshop")},
                           {"commercial", tr_noop("offices")},
                           {"office", tr_noop("offices")},
                           {"retail", tr_noop("shop")},
                           {"hospital", tr_noop("hospital")},
                           {"kindergarten", tr_noop("kindergarten")}};
  const char* word = word_of(words, kind);
  return tr(word ? word : tr_noop("building"));
}

std::string sector_word(const std::string& sector) {
  if (sector == "state") return tr("public");
  if (sector == "market") return tr("commercial");
  if (sector == "nonprofit") return tr("non-profit");
  return sector == "informal" ? tr("informal") : "";
}

std::string wheelchair_word(std::string_view value) {
  if (value == "yes" || value == "designated") return tr("accessible");
  if (value == "limited") return tr("partly accessible");
  return value == "no" ? tr("not accessible") : std::string(value);
}

std::string origin_word(const std::string& origin) {
  if (origin == "osm") return tr("OpenStreetMap (not verified)");
  if (origin == "user") return tr("added by hand");
  return origin == "list" ? tr("a list of services") : origin;
}

}  // namespace nahraum::app
