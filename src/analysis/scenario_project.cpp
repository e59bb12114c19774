#include "analysis/scenario_project.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/corrections.hpp"
#include "analysis/elements.hpp"
#include "analysis/street_editor.hpp"
#include "analysis/street_graph.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::ErrorCode;
using base::tr;
using Done = base::Result<void>;

constexpr const char* seat_service = "F03";

tl::unexpected<base::Error> gone(const std::string& what, const char* where_ids_stand) {
  return base::fail(ErrorCode::not_found, what, {}, where_ids_stand);
}

tl::unexpected<base::Error> no_way(std::int64_t id) {
  return gone(fmt::format(fmt::runtime(tr("way {0} is not among the streets")), id),
              tr("take its OSM id from the layer “streets” of the project, or take the change "
                 "out"));
}

std::string name_of(const model::ServiceRef& ref) {
  return ref.id > 0 ? std::to_string(ref.id) : model::to_text(ref.osm);
}

model::Tags without(const model::Tags& tags, std::initializer_list<std::string_view> keys) {
  model::Tags kept;
  for (const auto& [key, value] : tags.pairs()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) kept.set(key, value);
  }
  return kept;
}

/// A crossing that some other kind was written on before.
void set_crossing(model::Tags& tags, const std::string& kind) {
  tags = without(tags, {"crossing", "crossing:signals", "crossing:markings", "crossing:island",
                        "crossing_ref"});
  tags.set("crossing", kind);
}

template <class T>
std::int32_t next_id(const std::vector<T>& items) {
  std::int32_t last = 0;
  for (const auto& item : items)
    last = std::max(last, item.id);
  return last + 1;
}

/// Makes one change after the other in a project of its own.
class Changer {
 public:
  explicit Changer(model::Project& project)
      : project_(project),
        streets_(project.streets),
        next_service_(next_id(project.services)),
        next_home_(next_id(project.homes)) {}

  /// The id that the next new service gets.
  void number_services_from(std::int32_t id) { next_service_ = id; }

  Done operator()(const model::OpenService& change) {
    if (auto placed = check_place(change.at); !placed) return placed;
    model::Service& service = add_service(change.type, change.at);
    service.name = change.name;
    service.provider = change.provider;
    service.sector = change.sector;
    service.capacity = change.capacity;
    return {};
  }
  Done operator()(const model::CloseService& change) {
    const auto found = service(change.service);
    if (!found) return tl::unexpected(found.error());
    const auto id = (*found)->id;
    std::erase_if(project_.services, [&](const auto& each) { return each.id == id; });
    return {};
  }
  Done operator()(const model::MoveService& change) {
    const auto found = service(change.service);
    if (!found) return tl::unexpected(found.error());
    if (auto placed = check_place(change.to); !placed) return placed;
    (*found)->at = change.to;
    (*found)->entrances.clear();
    (*found)->in_district = geo::contains(project_.district, change.to);
    return {};
  }
  Done operator()(const model::ResizeService& change) {
    const auto found = service(change.service);
    if (!found) return tl::unexpected(found.error());
    (*found)->capacity = change.capacity;
    return {};
  }
  Done operator()(const model::AddPath& change) {
    if (!walkable(change.tags)) {
      return base::fail(ErrorCode::bad_input, tr("nobody may walk on a way with these tags"), {},
                        tr("write highway: footway, or correct the tags"));
    }
    for (const auto at : change.line) {
      if (auto placed = check_place(at); !placed) return placed;
    }
    return streets_.add_way(change.line, change.tags);
  }
  Done operator()(const model::RemovePath& change) {
    if (change.between.size() != 2) return streets_.remove_way(change.way);
    return streets_.remove_part(change.way, change.between[0], change.between[1]);
  }
  Done operator()(const model::AddCrossing& change) {
    if (change.line.size() < 2) return improve_crossing(change.line.at(0), change.kind);
    return (*this)(model::AddPath{
        change.line, {{"highway", "footway"}, {"footway", "crossing"}, {"crossing", change.kind}}});
  }
  Done operator()(const model::AddBench& change) {
    if (auto placed = check_place(change.at); !placed) return placed;
    add_service(seat_service, change.at);
    return {};
  }
  Done operator()(const model::RemoveBench& change) {
    const auto elements = std::erase_if(project_.elements, [&](const model::Element& element) {
      return element.kind == model::PointKind::bench && element.osm == change.bench;
    });
    const auto services = std::erase_if(project_.services, [&](const model::Service& each) {
      return each.type == seat_service && each.osm == change.bench;
    });
    if (elements + services > 0) return {};
    return gone(fmt::format(fmt::runtime(tr("bench {0} is not in the project")),
                            model::to_text(change.bench)),
                tr("take its OSM id from the layer “elements” of the project, or take the change "
                   "out"));
  }
  Done operator()(const model::AddRamp& change) {
    bool found = false;
    for (auto& way : project_.streets.ways) {
      if (way.osm_way_id != change.way) continue;
      found = true;
      if (!way.tags.is("highway", "steps")) {
        return base::fail(ErrorCode::bad_input,
                          fmt::format(fmt::runtime(tr("way {0} is no steps")), change.way), {},
                          tr("name steps, or add a path"));
      }
      way.tags.set("ramp", "yes");
      way.tags.set("ramp:wheelchair", "yes");
    }
    return found ? Done{} : no_way(change.way);
  }
  Done operator()(const model::LowerKerb& change) {
    for (auto& node : project_.streets.nodes) {
      if (node.osm_id != change.node) continue;
      node.tags = without(node.tags, {"kerb:height", "sloped_curb"});
      node.tags.set("kerb", "lowered");
      return {};
    }
    return gone(fmt::format(fmt::runtime(tr("node {0} is not among the streets")), change.node),
                tr("take its OSM id from the layer “street_nodes” of the project, or take the "
                   "change out"));
  }
  Done operator()(const model::AddBarrier& change) {
    model::Tags tags{{"barrier", change.kind}};
    if (change.kind == "gate") tags.set("access", "no");
    if (change.width_m > 0) tags.set("maxwidth:physical", fmt::format("{}", change.width_m));
    return streets_.add_barrier(change.at, tags);
  }
  Done operator()(const model::ChangePath& change) {
    bool found = false;
    const auto retag = [&](model::Tags& tags) {
      found = true;
      for (const auto& [key, value] : change.tags.pairs())
        tags.set(key, value);
    };
    for (auto& way : project_.streets.ways) {
      if (way.osm_way_id == change.way) retag(way.tags);
    }
    for (auto& area : project_.streets.areas) {
      if (area.osm == model::OsmId{'w', change.way}) retag(area.tags);
    }
    return found ? Done{} : no_way(change.way);
  }
  Done operator()(const model::AddHousing& change) {
    if (auto placed = check_place(change.at); !placed) return placed;
    model::Home home;
    home.id = next_home_++;
    home.at = change.at;
    home.address = change.address;
    home.dwellings = change.dwellings;
    home.dwellings_assumed = false;
    home.residents = change.residents;
    home.basis = model::PopulationBasis::counted;
    home.in_district = geo::contains(project_.district, change.at);
    project_.homes.push_back(std::move(home));
    return {};
  }

 private:
  Done check_place(geo::Point at) const {
    if (geo::contains(project_.data_extent, at)) return {};
    return base::fail(ErrorCode::bad_input, tr("lies outside the project's data"), {},
                      tr("choose places inside the district or its rim; longitude comes first"));
  }

  model::Service& add_service(const std::string& type, geo::Point at) {
    model::Service service;
    service.id = next_service_++;
    service.type = type;
    service.at = at;
    service.origin = "user";
    service.in_district = geo::contains(project_.district, at);
    project_.services.push_back(std::move(service));
    return project_.services.back();
  }

  base::Result<model::Service*> service(const model::ServiceRef& ref) {
    model::Service* found = nullptr;
    for (auto& each : project_.services) {
      const bool meant = ref.id > 0 ? each.id == ref.id : each.osm == ref.osm;
      if (!meant) continue;
      if (found) {
        return base::fail(
            ErrorCode::bad_input,
            fmt::format(fmt::runtime(tr("{0} offers several services")), name_of(ref)), {},
            tr("name the one that is meant by its number"));
      }
      found = &each;
    }
    if (found) return found;
    return gone(fmt::format(fmt::runtime(tr("service {0} is not in the project")), name_of(ref)),
                tr("take its number from the layer “services” of the project, or take the change "
                   "out"));
  }

  Done improve_crossing(geo::Point at, const std::string& kind) {
    model::Tags* best = nullptr;
    double least_m = join_within_m;
    const auto offer = [&](model::Tags& tags, double distance_m) {
      if (crossing_of(tags) == Crossing::absent || distance_m > least_m) return;
      if (best && distance_m == least_m) return;
      best = &tags;
      least_m = distance_m;
    };
    auto& streets = project_.streets;
    for (auto& node : streets.nodes)
      offer(node.tags, geo::distance(node.at, at));
    for (auto& way : streets.ways) {
      geo::Line line;
      for (const auto node : way.nodes)
        line.push_back(streets.nodes[node].at);
      offer(way.tags, geo::nearest_on_line(line, at).distance);
    }
    if (!best) {
      return gone(fmt::format(fmt::runtime(tr("no crossing lies within {0} m of the place")),
                              join_within_m),
                  tr("give a line from side to side to make one"));
    }
    set_crossing(*best, kind);
    return {};
  }

  model::Project& project_;
  StreetEditor streets_;
  std::int32_t next_service_;
  std::int32_t next_home_;
};

}  // namespace

model::Project with_corrections(const model::Project& project) {
  model::Project corrected = project;
  corrected.info.corrected = true;
  for (const auto& each : project.corrections) {
    // Its own changer: where one fails half done, what it did is put back.
    const bool joins = std::holds_alternative<model::AddPath>(each.change) ||
                       std::holds_alternative<model::AddCrossing>(each.change) ||
                       std::holds_alternative<model::RemovePath>(each.change);
    std::optional<model::Streets> before;
    if (joins) before = corrected.streets;
    Changer changer(corrected);
    changer.number_services_from(model::corrected_service + each.id);
    if (std::visit(changer, each.change)) continue;
    if (before) corrected.streets = std::move(*before);
    corrected.info.unfit.push_back(each.id);
  }
  return corrected;
}

std::string why_unfit(const model::Project& project, const model::Change& change) {
  auto copy = project;
  Changer changer(copy);
  const auto done = std::visit(changer, change);
  return done ? "" : base::one_line(done.error());
}

base::Result<model::Project> with_changes(const model::Project& project,
                                          const model::Scenario& scenario) {
  model::Project changed = project;
  changed.info.scenario = scenario.name;
  Changer changer(changed);
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    const auto done = std::visit(changer, scenario.changes[i]);
    if (done) continue;
    auto error = done.error();
    error.where = fmt::format(fmt::runtime(tr("{0}, change {1} ({2})")), scenario.name, i + 1,
                              model::kind_of(scenario.changes[i]));
    return tl::unexpected(std::move(error));
  }
  return changed;
}

}  // namespace nahraum::analysis
