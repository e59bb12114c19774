#include "ui/things.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/thing_words.hpp"
#include "base/translate.hpp"
#include "scene/correction_words.hpp"
#include "scene/sentence.hpp"
#include "ui/home_form.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using base::tr_noop;
using Kind = app::Selection::Kind;

constexpr std::size_t most_things = 8;

template <class T>
const T* by_id(const std::vector<T>& items, std::int32_t id) {
  const auto at = std::find_if(items.begin(), items.end(), [id](const T& i) { return i.id == id; });
  return at == items.end() ? nullptr : &*at;
}

template <class T>
const T* at_index(const std::vector<T>& items, std::int32_t index) {
  const auto i = static_cast<std::size_t>(index);
  return index >= 0 && i < items.size() ? &items[i] : nullptr;
}

/// At the beginning of a line.
std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

/// Named by its own name, else by what it is.
Thing named(std::string name, const std::string& kind) {
  if (name.empty()) return {capital(kind), "", {}};
  std::string what = capital(kind);
  if (what == name) what.clear();
  return {std::move(name), std::move(what), {}};
}

/// OpenStreetMap's values in words, others as they are.
std::string value_word(std::string_view value) {
  static const std::map<std::string_view, const char*> words{
      {"yes", tr_noop("yes")},
      {"no", tr_noop("no")},
      {"limited", tr_noop("limited")},
      {"traffic_signals", tr_noop("traffic lights")},
      {"zebra", tr_noop("zebra crossing")},
      {"marked", tr_noop("marked")},
      {"uncontrolled", tr_noop("marked")},
      {"unmarked", tr_noop("without markings")},
      {"island", tr_noop("with an island")},
      {"raised", tr_noop("high")},
      {"lowered", tr_noop("lowered")},
      {"flush", tr_noop("level")},
      {"rolled", tr_noop("rolled")},
      {"bollard", tr_noop("bollards")},
      {"gate", tr_noop("gate")},
      {"lift_gate", tr_noop("lifting barrier")},
      {"cycle_barrier", tr_noop("staggered barrier")},
      {"kissing_gate", tr_noop("kissing gate")},
      {"stile", tr_noop("stile")},
      {"block", tr_noop("block")},
      {"excellent", tr_noop("very even")},
      {"good", tr_noop("even")},
      {"intermediate", tr_noop("slightly uneven")},
      {"bad", tr_noop("uneven")},
      {"very_bad", tr_noop("very uneven")},
      {"up", tr_noop("rising")},
      {"down", tr_noop("falling")}};
  const auto found = words.find(value);
  return found == words.end() ? std::string(value) : tr(found->second);
}

void add(Thing& thing, const char* name, const std::string& value) {
  if (!value.empty()) thing.facts.emplace_back(name, value);
}

void add_tag(Thing& thing, const char* name, const model::Tags& tags, std::string_view key) {
  add(thing, name, value_word(tags.get(key)));
}

/// What is not mapped is unknown, not good: it is said.
std::string or_unknown(const std::string& value) {
  return value.empty() ? tr("not mapped") : value;
}

Thing street_thing(const model::Street& way) {
  const auto& tags = way.tags;
  const bool stairs = tags.is("highway", "steps");
  Thing thing = named(std::string(tags.get("name")), app::street_kind(tags));
  if (stairs) {
    add(thing, tr("Number of steps"), or_unknown(std::string(tags.get("step_count"))));
    add(thing, tr("Handrail"), or_unknown(value_word(tags.get("handrail"))));
    add_tag(thing, tr("Ramp"), tags, "ramp");
    add_tag(thing, tr("Ramp for wheelchairs"), tags, "ramp:wheelchair");
  }
  add(thing, tr("Surface"), or_unknown(app::surface_word(tags)));
  add_tag(thing, tr("Evenness"), tags, "smoothness");
  add_tag(thing, tr("Slope"), tags, "incline");
  if (tags.has("width")) add(thing, tr("Width"), std::string(tags.get("width")) + " m");
  add_tag(thing, tr("Wheelchair"), tags, "wheelchair");
  if (tags.has("maxspeed")) add(thing, tr("Speed limit"), std::string(tags.get("maxspeed")));
  add_tag(thing, tr("Street lights"), tags, "lit");
  return thing;
}

Thing element_thing(const model::Element& element) {
  using enum model::PointKind;
  Thing thing = named("", app::name_of(element.kind));
  const auto& tags = element.tags;
  if (element.kind == barrier) add_tag(thing, tr("Kind"), tags, "barrier");
  if (element.kind == bench) {
    add(thing, tr("Backrest"), or_unknown(value_word(tags.get("backrest"))));
    add_tag(thing, tr("Armrests"), tags, "armrest");
    add_tag(thing, tr("Seats"), tags, "seats");
  }
  if (element.kind == crossing) {
    add(thing, tr("Kind"), or_unknown(value_word(tags.get("crossing"))));
    add_tag(thing, tr("Island"), tags, "crossing:island");
  }
  add_tag(thing, tr("Kerb"), tags, "kerb");
  add_tag(thing, tr("Tactile paving"), tags, "tactile_paving");
  if (tags.has("width")) add(thing, tr("Width"), std::string(tags.get("width")) + " m");
  add_tag(thing, tr("Wheelchair"), tags, "wheelchair");
  return thing;
}

std::string area_text(double square_m) {
  const auto number = [](double v, int decimals) {
    return base::format_number(v, decimals, base::language());
  };
  return square_m < 10000 ? number(square_m, 0) + " m²" : number(square_m / 10000, 1) + " ha";
}

Thing area_thing(const model::Area& area) {
  Thing thing = named(area.name, app::name_of(area.kind));
  add(thing, tr("Size"), area_text(geo::area(area.outline)));
  return thing;
}

Thing building_thing(const model::Building& building) {
  Thing thing = named("", app::building_word(building.kind));
  if (building.levels > 0)
    add(thing, tr("Floors"), base::format_number(building.levels, 0, base::language()));
  add(thing, tr("Ground area"), area_text(geo::area(building.outline)));
  return thing;
}

/// Minutes to what is asked for; nothing where no way is known.
Thing home_thing(const app::State& state, const model::Catalogue& catalogue,
                 const model::Home& home) {
  Thing thing = named(home.address, tr("home"));
  const auto index = static_cast<std::size_t>(&home - state.project->homes.data());
  if (!state.answer || index >= state.answer->reach.size()) return thing;
  const auto& reach = state.answer->reach[index];
  const auto* type = catalogue.find_type(state.answer->question.type);
  if (!type || reach.metres < 0) return thing;
  thing.facts.emplace_back(
      scene::name_of(*type),
      base::format_minutes(base::to_seconds(reach.cost).value, base::language()));
  return thing;
}

Thing service_thing(const model::Service& service, const model::Catalogue& catalogue) {
  const auto* type = catalogue.find_type(service.type);
  Thing thing = named(service.name, type ? scene::name_of(*type) : service.type);
  if (thing.kind == thing.title) thing.kind.clear();
  return thing;
}

bool is_building_land(model::AreaKind kind) {
  using enum model::AreaKind;
  return kind == residential || kind == retail || kind == industrial || kind == railway;
}

}  // namespace

std::optional<Thing> describe(const app::State& state, const model::Catalogue& catalogue,
                              const app::Selection& selection) {
  if (!state.project) return std::nullopt;
  const auto& project = *state.project;
  const auto told = [](const auto* found, const auto& tell) {
    return found ? std::optional<Thing>(tell(*found)) : std::nullopt;
  };
  switch (selection.kind) {
    case Kind::none:
      return std::nullopt;
    case Kind::home:
      return told(by_id(project.homes, selection.id),
                  [&](const auto& home) { return home_thing(state, catalogue, home); });
    case Kind::service:
      return told(by_id(project.services, selection.id),
                  [&](const auto& service) { return service_thing(service, catalogue); });
    case Kind::note:
      return told(by_id(project.notes, selection.id),
                  [](const auto& note) { return named(note.text, tr("note on the map")); });
    case Kind::street:
      return told(at_index(project.streets.ways, selection.id), street_thing);
    case Kind::building:
      return told(at_index(project.buildings, selection.id), building_thing);
    case Kind::area:
      return told(at_index(project.areas, selection.id), area_thing);
    case Kind::line:
      return told(at_index(project.lines, selection.id),
                  [](const auto& line) { return named(line.name, app::name_of(line.kind)); });
    case Kind::element:
      return told(at_index(project.elements, selection.id), element_thing);
    case Kind::correction:
      return told(by_id(project.corrections, selection.id), [](const auto& each) {
        return named(scene::correction_name(each.change), tr("correction of the map"));
      });
    case Kind::statistics:
      return told(at_index(project.population, selection.id), [](const auto& area) {
        return named(area.statistics.name, tr("statistical area"));
      });
  }
  return std::nullopt;
}

std::vector<app::Selection> things_at(const model::Project& project,
                                      const std::vector<render::Hit>& hits) {
  using Hit = render::Hit::Kind;
  static const std::map<Hit, Kind> kinds{
      {Hit::service, Kind::service}, {Hit::note, Kind::note},         {Hit::element, Kind::element},
      {Hit::home, Kind::home},       {Hit::building, Kind::building}, {Hit::street, Kind::street},
      {Hit::line, Kind::line},       {Hit::area, Kind::area}};
  std::vector<app::Selection> things;
  std::set<std::string> streets;
  for (const auto& hit : hits) {
    const auto index = static_cast<std::size_t>(hit.id);
    // A cluster is opened, not explained; and the hits may be of the project before.
    const bool none = hit.kind == Hit::cluster ||
                      (hit.kind == Hit::area && index >= project.areas.size()) ||
                      (hit.kind == Hit::street && index >= project.streets.ways.size());
    if (none) continue;
    if (hit.kind == Hit::area && project.areas[index].name.empty() &&
        is_building_land(project.areas[index].kind))
      continue;
    if (hit.kind == Hit::street) {
      const auto& tags = project.streets.ways[index].tags;
      const auto name = std::string(tags.get("name")) + "/" + std::string(tags.get("highway"));
      if (!streets.insert(name).second) continue;
    }
    if (hit.kind == Hit::service && hit.id > model::corrected_service) {
      things.push_back(
          {Kind::correction, static_cast<std::int32_t>(hit.id) - model::corrected_service});
      continue;
    }
    if (things.size() < most_things)
      things.push_back({kinds.at(hit.kind), static_cast<std::int32_t>(hit.id)});
  }
  return things;
}

std::vector<app::Selection> with_area(std::vector<app::Selection> things,
                                      const model::Project& project, geo::Point at, bool alone) {
  if (things.empty() && !alone) return things;
  if (const auto area = area_at(project, at))
    things.push_back({Kind::statistics, static_cast<std::int32_t>(*area)});
  return things;
}

}  // namespace nahraum::ui
