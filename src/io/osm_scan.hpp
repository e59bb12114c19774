#pragma once
/// The first read of an OSM file: where its nodes lie, which objects are doubled or deleted, the
/// relations, dates and the box; nothing of it depends on the district.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/box.hpp>
#include <osmium/osm/location.hpp>
#include <osmium/osm/relation.hpp>

#include "io/osm_file.hpp"
#include "io/report.hpp"

namespace nahraum::io {

/// Node id → place, in any order of the file. The last of doubled nodes holds.
class NodeTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  void add(std::int64_t id, osmium::Location at, bool tagged);
  /// Sorts once; returns the ids that came more than once.
  std::vector<std::int64_t> finish();
  std::size_t size() const { return entries_.size(); }
  /// `none` where the file has no such node, or one without a valid place.
  std::uint32_t find(std::int64_t id) const { return find(id, 0); }
  /// The same, quick where the node lies near the index `near`: those of a way mostly do.
  std::uint32_t find(std::int64_t id, std::uint32_t near) const;
  osmium::Location at(std::uint32_t index) const { return {entries_[index].x, entries_[index].y}; }
  std::int64_t id(std::uint32_t index) const { return entries_[index].id; }
  void mark_used(std::uint32_t index) { used_[index] = true; }
  /// Nodes that no way uses and that say nothing themselves.
  std::size_t orphans() const;

 private:
  struct Entry {
    std::int64_t id;
    std::int32_t x, y;
  };
  std::vector<Entry> entries_;
  std::vector<bool> used_;  ///< used by a way, or tagged
  bool sorted_ = true;
};

struct OsmScan {
  ReadEnd end;
  NodeTable nodes;
  std::int64_t node_count = 0, way_count = 0, relation_count = 0;  ///< as in the file
  /// Of ids that came more than once: how many are still to be skipped, the last one holds.
  std::unordered_map<std::int64_t, int> doubled_nodes, doubled_ways;
  std::unordered_set<std::int64_t> deleted_ways;
  osmium::memory::Buffer relations{std::size_t{1} << 20, osmium::memory::Buffer::auto_grow::yes};
  std::vector<std::size_t> relation_offsets;           ///< by id, each id once
  std::unordered_set<std::int64_t> relation_ways;      ///< members of area relations
  std::unordered_set<std::int64_t> all_relation_ways;  ///< members of any relation
  std::string data_date;  ///< ISO date: the header's, else the newest object's, else ""
  osmium::Box box;        ///< the header's, else of the nodes without far outliers
  bool box_from_header = false;

  const osmium::Relation& relation(std::size_t i) const {
    return relations.get<const osmium::Relation>(relation_offsets[i]);
  }
};

/// Damage is in `end`, not an error. Throws Cancelled.
OsmScan scan_osm(const OsmFile& file, Report& report, jobs::Context& context);

}  // namespace nahraum::io
