#include "io/osm_services.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/edge_crossings.hpp"
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

/// The project's own language is German; an English user makes an English project.
std::string in_users_language(const model::Label& label) {
  return base::language() == base::Language::german ? label.de : label.en;
}

bool is_stop(const model::ServiceType& type) {
  return type.id == "M01" || type.id == "M02";
}

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
      if (first->values.empty() || first->contains)
        values[""].push_back(i);
      else
        for (const auto& value : first->values)
          values[value].push_back(i);
    }
  }
}

bool ServiceCollector::may_match(const osmium::TagList& tags) const {
  for (const auto& tag : tags) {
    const auto values = starts_.find(tag.key());
    if (values == starts_.end()) continue;
    if (values->second.contains("") || values->second.contains(tag.value())) return !is_gone(tags);
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
      if (types != values->second.end())
        candidates.insert(types->second.begin(), types->second.end());
    }
  }
  const model::Tags all = all_tags(tags);
  const model::Shape shape{face != nullptr, face ? geo::area(face->polygons) : 0};
  for (const std::size_t index : candidates) {
    const auto& type = catalogue_.types[index];
    const auto* clause = model::matching_clause(type.filter, all, shape);
    if (!clause) continue;
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
    service.note = in_users_language(clause->check);
    service.in_district = frame_.in_district(at);
    if (face) {
      found.outline = face->polygons;
      found.building = is_building(tags);
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
  std::erase_if(found_, [&](const Found& found) { return gone.contains(found.service.osm); });
}

std::vector<ServiceCollector::Found*> ServiceCollector::without_repeats(Report& report) {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    const auto key = [](const Found& f) {
      return std::tuple(f.type, f.service.name.empty(), f.outline.empty(), f.service.osm);
    };
    return key(a) < key(b);
  });
  std::vector<Found*> kept;
  std::size_t type = catalogue_.types.size();
  PointGrid grid(same_stop_m);
  for (auto& found : found_) {
    if (std::exchange(type, found.type) != found.type) grid = PointGrid(same_stop_m);
    const bool stop = is_stop(catalogue_.types[found.type]);
    const geo::Point at = found.service.at;
    Found* same = nullptr;
    grid.visit(geo::Box{at.x, at.y, at.x, at.y}.grown(same_stop_m), [&](std::uint32_t i) {
      const double limit = merge_distance(kept[i]->service, found.service, stop);
      if (geo::distance(kept[i]->service.at, at) < limit && (!same || kept[i] < same))
        same = kept[i];
    });
    if (!same) {
      grid.add(static_cast<std::uint32_t>(kept.size()), at);
      if (stop) found.service.entrances = {at};
      kept.push_back(&found);
      continue;
    }
    report.count("info", stop ? "merged_stop" : "merged_service",
                 found.service.type + " " + model::to_text(found.service.osm));
    if (stop) same->service.entrances.push_back(at);
  }
  return kept;
}

void ServiceCollector::finish(model::Project& project, const BuildingCollector& buildings,
                              Report& report) {
  auto kept = without_repeats(report);
  std::stable_sort(kept.begin(), kept.end(), [](const Found* a, const Found* b) {
    return std::tie(a->type, a->service.osm) < std::tie(b->type, b->service.osm);
  });
  const EdgeCrossings crossings(project.streets);
  for (Found* found : kept) {
    auto& service = found->service;
    if (service.entrances.size() == 1) service.entrances.clear();  // a stop with one place
    if (found->building)
      service.entrances = buildings.entrances_of(found->ring_nodes);
    else if (!found->outline.empty())
      service.entrances = crossings.of(found->outline);
    service.id = static_cast<std::int32_t>(project.services.size()) + 1;
    project.services.push_back(std::move(service));
  }
  found_.clear();
}

}  // namespace nahraum::io
