#include "io/osm_boundary.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/osm_areas.hpp"
#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

/// How likely a district is meant, "" none: the best kind among several of the same name wins.
int rank_of(const osmium::TagList& tags) {
  const auto boundary = value_of(tags, "boundary");
  if (boundary == "administrative") return 1;
  if (!value_of(tags, "place").empty()) return 2;
  if (!boundary.empty()) return 3;
  return value_of(tags, "landuse") == "residential" ? 4 : 0;
}

struct Candidate {
  model::OsmId id;
  std::string name;
  int rank = 0;
  std::string level;
};

struct Search {
  std::vector<Candidate> all;
  MemberWays ways;

  void consider(model::OsmId id, const osmium::TagList& tags) {
    const int rank = rank_of(tags);
    const std::string name(all_tags(tags).get("name"));
    if (rank > 0 && !name.empty()) {
      all.push_back({id, name, rank, std::string(value_of(tags, "admin_level"))});
    }
  }
};

Search collect(const OsmFile& file, const OsmScan& scan, jobs::Context& context) {
  Search search;
  for (std::size_t i = 0; i < scan.relation_offsets.size(); ++i) {
    const auto& relation = scan.relation(i);
    search.consider({'r', relation.id()}, relation.tags());
  }
  read_osm(file, osmium::osm_entity_bits::way, context, [&](osmium::memory::Buffer& buffer) {
    for (const auto& way : buffer.select<osmium::Way>()) {
      const bool face = way.nodes().size() > 3 && way.is_closed() && rank_of(way.tags()) > 0;
      if (face) search.consider({'w', way.id()}, way.tags());
      if (face || scan.relation_ways.contains(way.id())) search.ways.add(way, scan.nodes);
    }
  });
  return search;
}

std::string listed(const std::vector<Candidate>& candidates) {
  std::string line;
  for (const auto& each : candidates) {
    line += (line.empty() ? "" : ", ") + each.name + " (" + model::to_text(each.id) +
            (each.level.empty() ? "" : ", admin_level " + each.level) + ")";
  }
  return line;
}

tl::unexpected<base::Error> unknown(const std::string& name, const Search& search) {
  std::set<std::string> names;
  for (const auto& each : search.all) {
    if (each.rank < 4) names.insert(each.name);
  }
  std::vector<std::string> sorted(names.begin(), names.end());
  std::stable_sort(sorted.begin(), sorted.end(), [&](const std::string& a, const std::string& b) {
    return base::edit_distance(a, name) < base::edit_distance(b, name);
  });
  std::string hint;
  for (std::size_t i = 0; i < sorted.size() && i < 5; ++i)
    hint += (i ? ", " : "") + sorted[i];
  return base::fail(ErrorCode::not_found, tr("no boundary of this name in the data"), name,
                    hint.empty()
                        ? std::string(tr("the file names none; use --bbox, --around or --district"))
                        : tr("did you mean one of: ") + hint);
}

std::vector<Candidate> those_meant(const std::string& wanted, const Search& search) {
  std::vector<Candidate> meant;
  for (const auto& each : search.all) {
    const std::string with_id = each.name + " (" + model::to_text(each.id) + ")";
    if (base::fold_case(each.name) == base::fold_case(wanted) || with_id == wanted ||
        model::to_text(each.id) == wanted) {
      meant.push_back(each);
    }
  }
  const auto best = std::min_element(meant.begin(), meant.end(),
                                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
  if (best != meant.end()) {
    const int rank = best->rank;
    std::erase_if(meant, [&](const Candidate& each) { return each.rank != rank; });
  }
  return meant;
}

geo::Ring degrees(const auto& nodes) {
  geo::Ring ring;
  for (const auto& node : nodes) {
    if (node.location().valid()) ring.push_back({node.location().lon(), node.location().lat()});
  }
  return ring;
}

geo::MultiPolygon outline_of(model::OsmId id, const OsmScan& scan, const MemberWays& ways) {
  if (id.kind == 'w') {
    const auto* way = ways.find(id.id);
    return {{degrees(way->nodes()), {}}};
  }
  for (std::size_t i = 0; i < scan.relation_offsets.size(); ++i) {
    if (scan.relation(i).id() != id.id) continue;
    const Assembly assembly = assemble(scan.relation(i), ways);
    if (!assembly.area) return {};
    geo::MultiPolygon outline;
    for (const auto& outer : assembly.area->outer_rings()) {
      outline.push_back({degrees(outer), {}});
      for (const auto& inner : assembly.area->inner_rings(outer)) {
        outline.back().holes.push_back(degrees(inner));
      }
    }
    return outline;
  }
  return {};
}

}  // namespace

base::Result<Boundary> find_boundary(const std::string& name, const OsmFile& file,
                                     const OsmScan& scan, jobs::Context& context) {
  const Search search = collect(file, scan, context);
  std::vector<Candidate> meant = those_meant(name, search);
  if (meant.empty()) return unknown(name, search);
  std::vector<std::pair<Candidate, geo::MultiPolygon>> whole;
  for (const auto& each : meant) {
    auto outline = outline_of(each.id, scan, search.ways);
    if (!outline.empty()) whole.emplace_back(each, std::move(outline));
  }
  if (whole.empty()) {
    return base::fail(ErrorCode::bad_input, tr("the file holds only a part of this boundary"), name,
                      tr("use a larger extract, or --bbox, --around or --district"));
  }
  if (whole.size() > 1) {
    return base::fail(ErrorCode::bad_input, tr("several boundaries bear this name"), name,
                      tr("choose one by its id: ") + listed(meant));
  }
  return Boundary{whole[0].first.name, std::move(whole[0].second)};
}

}  // namespace nahraum::io
