#pragma once
/// Multipolygon and boundary relations put together from their ways (libosmium's assembler).

#include <functional>
#include <unordered_map>
#include <vector>

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/area.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include "io/osm_scan.hpp"

namespace nahraum::io {

/// Member ways with the places of their nodes.
class MemberWays {
 public:
  void add(const osmium::Way& way, const NodeTable& nodes);
  const osmium::Way* find(std::int64_t id) const;

 private:
  osmium::memory::Buffer buffer_{std::size_t{1} << 20, osmium::memory::Buffer::auto_grow::yes};
  std::unordered_map<std::int64_t, std::size_t> offsets_;
};

struct Assembly {
  enum class Outcome { whole, incomplete, broken } outcome = Outcome::broken;
  osmium::memory::Buffer buffer{1024, osmium::memory::Buffer::auto_grow::yes};
  const osmium::Area* area = nullptr;  ///< in `buffer`; null unless whole
  /// Tags of the face: the relation's, or of its outer ways where it has none but `type`.
  const osmium::TagList* tags = nullptr;
  std::vector<const osmium::Way*> outer_ways;
  bool tags_from_ways = false;
};

/// Works with the members that are there: a missing inner ring is no reason to lose the outer one.
Assembly assemble(const osmium::Relation& relation, const MemberWays& ways);

}  // namespace nahraum::io
