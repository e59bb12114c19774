#include "io/osm_areas.hpp"

#include <algorithm>

#include <osmium/area/assembler.hpp>
#include <osmium/builder/osm_object_builder.hpp>

#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

bool says_nothing(const osmium::TagList& tags) {
  return std::all_of(tags.begin(), tags.end(), [](const osmium::Tag& tag) {
    const std::string_view key(tag.key());
    return key == "type" || key == "source" || key == "created_by" || key == "note";
  });
}

}  // namespace

void MemberWays::add(const osmium::Way& way, const NodeTable& nodes) {
  offsets_[way.id()] = buffer_.committed();
  buffer_.push_back(way);
  auto& copy = buffer_.get<osmium::Way>(offsets_[way.id()]);
  for (auto& node : copy.nodes()) {
    const std::uint32_t index = nodes.find(node.ref());
    node.set_location(index == NodeTable::none ? osmium::Location{} : nodes.at(index));
  }
}

const osmium::Way* MemberWays::find(std::int64_t id) const {
  const auto at = offsets_.find(id);
  return at == offsets_.end() ? nullptr : &buffer_.get<const osmium::Way>(at->second);
}

Assembly assemble(const osmium::Relation& relation, const MemberWays& ways) {
  Assembly result;
  std::vector<const osmium::Way*> members;
  bool missing = false;
  // The assembler walks members and ways side by side, so it gets a relation of those present.
  osmium::memory::Buffer copies(1024, osmium::memory::Buffer::auto_grow::yes);
  {
    osmium::builder::RelationBuilder builder(copies);
    builder.set_id(relation.id());
    osmium::builder::RelationMemberListBuilder list(builder);
    for (const auto& member : relation.members()) {
      if (member.type() != osmium::item_type::way) continue;
      const osmium::Way* way = ways.find(member.ref());
      missing = missing || !way;
      if (!way || std::find(members.begin(), members.end(), way) != members.end()) continue;
      list.add_member(osmium::item_type::way, member.ref(), member.role());
      members.push_back(way);
      if (std::string_view(member.role()) != "inner") result.outer_ways.push_back(way);
    }
  }
  copies.commit();
  const auto& copy = copies.get<osmium::Relation>(0);
  result.outcome = missing ? Assembly::Outcome::incomplete : Assembly::Outcome::broken;
  if (members.empty() || result.outer_ways.empty()) return result;
  osmium::area::AssemblerConfig config;
  config.create_empty_areas = false;
  osmium::area::Assembler assembler(config);
  if (!assembler(copy, members, result.buffer)) return result;
  for (const auto& area : result.buffer.select<osmium::Area>()) {
    if (area.num_rings().first > 0) result.area = &area;
  }
  if (!result.area) return result;
  result.outcome = Assembly::Outcome::whole;
  result.tags_from_ways = says_nothing(relation.tags());
  result.tags = result.tags_from_ways ? &result.outer_ways.front()->tags() : &relation.tags();
  return result;
}

}  // namespace nahraum::io
