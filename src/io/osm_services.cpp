#include "io/osm_services.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "io/osm_tags.hpp"
#include "io/point_grid.hpp"

namespace nahraum::io {
namespace {

constexpr double same_name_m = 50, same_stop_m = 60, nameless_m = 20;

std::string sector_of(const model::Tags& tags) {
  const auto operator_type = tags.get("operator:type");
  for (const auto* state : {"public", "government", "municipal"}) {
    if (operator_type == state) return "state";
  }
  for (const auto* market : {"private", "business", "commercial", "private_for_profit"}) {
    if (operator_type == market) return "market";
  }
  for (const auto* nonprofit : {"ngo", "religious", "charitable", "charity", "private_non_profit",
                                "non_profit", "cooperative", "association"}) {
    if (operator_type == nonprofit) return "nonprofit";
  }
  return operator_type == "community" ? "informal" : "";
}

std::optional<double> capacity_of(const model::Tags& tags) {
  for (const auto* key : {"capacity", "capacity:persons", "beds"}) {
    if (const auto number = base::parse_number(tags.get(key), false)) return number;
  }
  return std::nullopt;
}

bool demands_missing_key(const model::TagFilter::Clause& clause) {
  return std::any_of(clause.all_of.begin(), clause.all_of.end(),
                     [](const model::TagTest& test) { return test.negated && test.values.empty(); });
}

/// The type's "zu prüfen" holds for what a clause with a missing key let in; where no clause asks
/// for a missing key, for everything.
bool needs_check(const model::ServiceType& type, const model::Tags& tags, const model::Shape& shape) {
  if (type.note_de.empty()) return false;
  const auto& clauses = type.filter.any_of;
  if (std::none_of(clauses.begin(), clauses.end(), demands_missing_key)) return true;
  return std::none_of(clauses.begin(), clauses.end(), [&](const auto& clause) {
    return !demands_missing_key(clause) && model::matches({{clause}}, tags, shape);
  });
}

bool is_stop(const model::ServiceType& type) { return type.id == "M01" || type.id == "M02"; }

double merge_distance(const model::Service& a, const model::Service& b, bool stop) {
  if (a.name.empty() != b.name.empty()) return nameless_m;
  if (base::fold_case(a.name) != base::fold_case(b.name)) return 0;
  return a.name.empty() ? nameless_m : stop ? same_stop_m : same_name_m;
}

}  // namespace

ServiceCollector::ServiceCollector(const Frame& frame, const model::Catalogue& catalogue)
    : frame_(frame), catalogue_(catalogue) {
  for (std::size_t i = 0; i < catalogue.types.size(); ++i) {
    const auto& type = catalogue.types[i];
    if (type.network_attribute) continue;
    for (const auto& clause : type.filter.any_of) {
      const auto first = std::find_if(clause.all_of.begin(), clause.all_of.end(),
                                      [](const auto& test) { return !test.negated; });
      if (first == clause.all_of.end()) continue;
      auto& values = starts_[first->key];
      if (first->values.empty() || first->contains) values[""].push_back(i);
      else for (const auto& value : first->values) values[value].push_back(i);
    }
  }
}

bool ServiceCollector::may_match(const osmium::TagList& tags) const {
  for (const auto& tag : tags) {
    const auto values = starts_.find(tag.key());
    if (values == starts_.end()) continue;
    if (values->second.count("") || values->second.count(tag.value())) return !is_gone(tags);
  }
  return false;
}

void ServiceCollector::add(model::OsmId id, const osmium::TagList& tags, geo::Point at,
                           const Face* face) {
  std::set<std::size_t> candidates;
  for (const auto& tag : tags) {
    const auto values = starts_.find(tag.key());
    if (values == starts_.end()) continue;
    for (const std::string_view value : {std::string_view(), std::string_view(tag.value())}) {
      const auto types = values->second.find(value);
      if (types != values->second.end()) candidates.insert(types->second.begin(), types->second.end());
    }
  }
  const model::Tags all = all_tags(tags);
  const model::Shape shape{face != nullptr, face ? geo::area(face->polygons) : 0};
  for (const std::size_t index : candidates) {
    const auto& type = catalogue_.types[index];
    if (!model::matches(type.filter, all, shape)) continue;
    Found found;
    found.type = index;
    auto& service = found.service;
    service.type = type.id;
    service.name = all.get("name");
    service.at = at;
    service.osm = id;
    service.provider = all.get("operator");
    service.sector = sector_of(all);
    service.capacity = capacity_of(all);
    service.tags = service_tags(all);
    service.origin = "osm";
    service.note = needs_check(type, all, shape) ? type.note_de : "";
    service.in_district = frame_.in_district(at);
    if (face) {
      found.outline = face->polygons;
      found.ring_nodes = face->ring_nodes;
    }
    found_.push_back(std::move(found));
  }
}

void ServiceCollector::add_point(model::OsmId id, const osmium::TagList& tags, geo::Point at) {
  if (frame_.in_extent(at)) add(id, tags, at, nullptr);
}

void ServiceCollector::add_face(model::OsmId id, const osmium::TagList& tags, const Face& face) {
  const geo::Point at = point_inside(face.polygons);
  if (frame_.in_extent(at)) add(id, tags, at, &face);
}

void ServiceCollector::drop(const std::vector<model::OsmId>& ids) {
  const std::set<model::OsmId> gone(ids.begin(), ids.end());
  std::erase_if(found_, [&](const Found& found) { return gone.count(found.service.osm) > 0; });
}

void ServiceCollector::finish(model::Project& project, const BuildingCollector& buildings,
                              Report& report) {
  // Named before nameless, areas before points: the fuller description stays.
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    const auto key = [](const Found& f) {
      return std::tuple(f.type, f.service.name.empty(), f.outline.empty(), f.service.osm);
    };
    return key(a) < key(b);
  });
  std::vector<Found*> kept;
  PointGrid grid(same_stop_m);
  std::size_t first_of_type = 0;
  for (auto& found : found_) {
    if (!kept.empty() && kept[first_of_type]->type != found.type) {
      first_of_type = kept.size();
      grid = PointGrid(same_stop_m);
    }
    const bool stop = is_stop(catalogue_.types[found.type]);
    Found* same = nullptr;
    grid.visit(geo::Box{found.service.at.x, found.service.at.y, found.service.at.x, found.service.at.y}
                   .grown(same_stop_m),
               [&](std::uint32_t i) {
                 const double limit = merge_distance(kept[i]->service, found.service, stop);
                 const bool near = geo::distance(kept[i]->service.at, found.service.at) < limit;
                 if (near && (!same || kept[i] < same)) same = kept[i];
               });
    if (same) {
      report.count("info", stop ? "merged_stop" : "merged_service",
                   found.service.type + " " + model::to_text(found.service.osm));
      if (stop) same->service.entrances.push_back(found.service.at);
      continue;
    }
    grid.add(static_cast<std::uint32_t>(kept.size()), found.service.at);
    found.service.entrances = buildings.entrances_of(found.ring_nodes);
    if (stop) found.service.entrances.insert(found.service.entrances.begin(), found.service.at);
    kept.push_back(&found);
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Found* a, const Found* b) {
    return std::tie(a->type, a->service.osm) < std::tie(b->type, b->service.osm);
  });
  for (Found* found : kept) {
    if (found->service.entrances.size() == 1 && found->service.entrances[0] == found->service.at) {
      found->service.entrances.clear();
    }
    found->service.id = static_cast<std::int32_t>(project.services.size()) + 1;
    project.services.push_back(std::move(found->service));
  }
  found_.clear();
}

}  // namespace nahraum::io
